import type { Variable } from '../definition/variable.ts';
import type { Bitset } from './bitset.ts';
import type { Dictionary } from './dictionary.ts';

/**
 * One variable over all records. `values` holds dictionary ids for alphanumeric variables (0 = empty), scaled integers for
 * numeric ones (0 = no value, negative = cannot be read).
 */
export interface Column {
  readonly variable: Variable;
  readonly values: Int32Array;
  /** Present for alphanumeric variables. */
  readonly dictionary: Dictionary | undefined;
}

/** A file as columns, with what is needed to show a cell again. Records are numbered from 0 here. */
export interface Table {
  readonly records: number;
  readonly columns: readonly Column[];
  readonly indexOf: Readonly<Record<string, number>>;
  /** Records whose number of values is wrong: kept, but no rule reads them. */
  readonly misfits: Bitset;
  /** Number of values in each misfit. */
  readonly misfitFields: ReadonlyMap<number, number>;
  /** Row in the file of each record, 1-based, header counted. */
  readonly rows: Uint32Array;
  /** The values of a record as written, untrimmed, corrections not counted. */
  rawTexts(record: number): string[];
  /** Corrected texts: record → column → text. */
  readonly corrected: Map<number, Map<number, string>>;
}

/** The text of a cell as it stands now, trimmed and in NFC. */
export function textOf(table: Table, record: number, column: number): string {
  const corrected = table.corrected.get(record)?.get(column);
  if (corrected !== undefined) return corrected;
  const { dictionary, values } = table.columns[column]!;
  if (dictionary && !table.misfits.has(record)) return dictionary.textOf(values[record]!);
  return normalised(table.rawTexts(record)[column] ?? '');
}

/** All texts of a record as they stand now. */
export function textsOf(table: Table, record: number): string[] {
  const corrected = table.corrected.get(record);
  const texts = table.rawTexts(record).map(normalised);
  if (corrected) for (const [column, text] of corrected) texts[column] = text;
  return texts;
}

/** How a text is compared: without blanks around it, in NFC. */
export const normalised = (text: string): string => text.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, '').normalize('NFC');

/** Whether the text as written has blanks that are not compared. */
export const hasBlanksAround = (text: string): boolean => /^[ \t\u00a0]|[ \t\u00a0]$/.test(text);
