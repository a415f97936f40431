/** A field as localisation sees it. */
export type Field =
  /** One of these texts; the empty text where it may be left out. */
  | { readonly kind: 'codes'; readonly name: string; readonly texts: readonly string[] }
  /** A number within bounds, in the file's own units. */
  | {
      readonly kind: 'number';
      readonly name: string;
      readonly low: number;
      readonly high: number;
      readonly isWhole: boolean;
      readonly mayBeMissing?: boolean;
    }
  /** A text that no list holds: what rules say of it can always be met. */
  | { readonly kind: 'open'; readonly name: string };

/** A number times a field. */
export interface Term {
  readonly field: number;
  readonly times: number;
}

/** One thing that may be true of a record; fields by their place. */
export type Literal =
  | { readonly is: 'text'; readonly field: number; readonly test: (text: string) => boolean }
  | Linear
  | { readonly is: 'missing'; readonly field: number }
  | { readonly is: 'there'; readonly field: number }
  /** Known of a record as it stands. When one of its fields may change: true where that can always be arranged, false where it would be no remedy. */
  | {
      readonly is: 'known';
      readonly fields: readonly number[];
      readonly holds: (record: number) => boolean;
      readonly whenChanged: boolean;
    };

/** Σ terms ≤ the right side, or < where `strictly`. */
export interface Linear {
  readonly is: 'linear';
  readonly terms: readonly Term[];
  readonly atMost: number;
  readonly strictly: boolean;
  /** What a code adds to the right side. */
  readonly plus?: { readonly field: number; readonly of: (text: string) => number };
  /** What open fields of the record add to it; met when one of them may change. */
  readonly known?: { readonly fields: readonly number[]; readonly of: (record: number) => number };
  /** What it is where the right side is no number. */
  readonly whenUnknown?: boolean;
}

/** At least one of these must be true: one part of what a hard rule asks. */
export interface Clause {
  readonly rule: string;
  readonly any: readonly Literal[];
  /** Fields of its literals, each once. */
  readonly fields: readonly number[];
}

/** What hard rules ask of any record of a survey. */
export interface Problem {
  readonly fields: readonly Field[];
  readonly clauses: readonly Clause[];
}

/** One record that does not satisfy them. */
export interface Case {
  /** 0-based; asked of `known` literals. */
  readonly record: number;
  /** The text of a field that holds one, the number of one that holds that; undefined for a number that is missing or cannot be read. */
  readonly values: readonly (string | number | undefined)[];
  readonly weights: readonly number[];
  /** Fields that must change whatever the clauses say. */
  readonly mustChange: readonly number[];
}

export const clauseOf = (rule: string, any: readonly Literal[]): Clause => ({ rule, any, fields: [...new Set(any.flatMap(fieldsOf))] });

export function fieldsOf(literal: Literal): readonly number[] {
  if (literal.is === 'known') return literal.fields;
  if (literal.is !== 'linear') return [literal.field];
  const { terms, plus, known } = literal;
  return [...terms.map(({ field }) => field), ...(plus ? [plus.field] : []), ...(known?.fields ?? [])];
}

/** Whether a literal is true of the record as it stands. A number that is missing is never compared. */
export function isTrue(literal: Literal, { record, values }: Case): boolean {
  switch (literal.is) {
    case 'text':
      return literal.test(values[literal.field] as string);
    case 'missing':
      return values[literal.field] === undefined;
    case 'there':
      return values[literal.field] !== undefined;
    case 'known':
      return literal.holds(record);
    case 'linear': {
      let sum = 0;
      for (const { field, times } of literal.terms) sum += times * ((values[field] as number | undefined) ?? Number.NaN);
      const bound = boundOf(literal, values, record);
      if (Number.isNaN(bound)) return literal.whenUnknown === true;
      return literal.strictly ? sum < bound : sum <= bound;
    }
  }
}

/** The right side for the codes that stand there; NaN where a code or the record has no such number. */
export const boundOf = ({ atMost, plus, known }: Linear, values: Case['values'], record: number): number =>
  atMost + (plus ? plus.of(values[plus.field] as string) : 0) + (known ? known.of(record) : 0);

/** The search took more steps than a record is worth. */
export class OutOfTime extends Error {}

/** Steps that are left. Counted instead of timed, so that the same record has the same answer on every machine. */
export class Steps {
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  /** @throws OutOfTime when none is left */
  take(count: number): void {
    this.#left -= count;
    if (this.#left < 0) throw new OutOfTime('Too many steps');
  }
}
