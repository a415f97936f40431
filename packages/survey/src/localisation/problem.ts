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
  /** Σ terms ≤ atMost, or < where `strictly`; a code may add its own number to the right side. */
  | {
      readonly is: 'linear';
      readonly terms: readonly Term[];
      readonly atMost: number;
      readonly strictly: boolean;
      readonly plus?: { readonly field: number; readonly of: (text: string) => number };
    }
  | { readonly is: 'missing'; readonly field: number }
  | { readonly is: 'there'; readonly field: number }
  /** Known of a record as it stands; of open fields only, and met when one of them may change. */
  | { readonly is: 'known'; readonly fields: readonly number[]; readonly holds: (record: number) => boolean };

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
  return [...literal.terms.map(({ field }) => field), ...(literal.plus ? [literal.plus.field] : [])];
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
      const bound = boundOf(literal, values);
      return literal.strictly ? sum < bound : sum <= bound;
    }
  }
}

/** The right side for the code that stands there. Where the code has no number nothing is compared: the rule is kept. */
export function boundOf({ atMost, plus }: Extract<Literal, { is: 'linear' }>, values: Case['values']): number {
  if (!plus) return atMost;
  const more = plus.of(values[plus.field] as string);
  return Number.isNaN(more) ? Number.POSITIVE_INFINITY : atMost + more;
}

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
