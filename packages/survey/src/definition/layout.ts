/** How a file is written. Whatever is left out is as in the November file. */
export interface Layout {
  /** `separated` by a character, or `fixed`: every field as wide as its length, rows without separators. */
  readonly form: 'separated' | 'fixed';
  /** The separator that is asked for; the others of semicolon, comma, tab and vertical bar are recognised and named. */
  readonly separator?: ';' | ',' | '\t' | '|';
  /** `recognised`: a first row that looks like one is skipped. `byName`: it names the columns, which may stand in any order. */
  readonly header?: 'none' | 'recognised' | 'byName';
  /** What tells a first row from a record, where its names are not known. */
  readonly headerRow?: { readonly notDigits: { readonly field: string; readonly digits: number }; readonly letters: string };
  /** How decimals are written: not at all (7500 is 75,00), or with a comma or a full stop. */
  readonly decimals?: 'implied' | 'comma' | 'point';
  /** An empty numeric cell and zero are the same: no value. */
  readonly zeroIsMissing?: boolean;
  /** Numbers may begin with a minus. */
  readonly signed?: boolean;
  /** How dates in text fields are written. */
  readonly dates?: 'yyyymmdd' | 'yyyy-mm-dd' | 'dd.mm.yyyy' | 'mm/dd/yyyy';
}

/** Variables by what they mean. */
export interface Roles {
  /** Says which person (observation unit) a record is about. */
  readonly person?: string;
  /** Code of the unit that a record belongs to. */
  readonly unitCode?: string;
  /** Business key of a record, never its row: same texts, same record. `or` stands in where the field is empty. */
  readonly recordKey: readonly (string | { readonly field: string; readonly or: string })[];
  /** Tells two records of one person apart in both years, and what is used where it is empty. */
  readonly employment?: string;
  readonly classification?: string;
}
