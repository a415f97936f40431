import type { Condition } from './condition.ts';

/** One number about the records of a file, or of one group of them. A record with a wrong number of values is never counted. */
export type Measure =
  | { readonly count: 'records'; readonly where?: Condition }
  /** Different personal numbers with at least one such record; with `and`, those that have one of each kind. */
  | { readonly count: 'persons'; readonly where?: Condition; readonly and?: Condition }
  /** Records with a cell that cannot be read in one of the fields. */
  | { readonly count: 'unread'; readonly fields: readonly string[] }
  /** Sum of the numbers in the fields, cells that cannot be read left out. */
  | { readonly sum: readonly string[]; readonly where?: Condition };

/** How a message shows a measure. */
export type MeasureGap =
  | { readonly count: string; readonly year?: 'last' }
  /** Change since last year in percent, signed, one decimal; of a mean when `per` names its count. */
  | { readonly change: string; readonly per?: string }
  /** One measure in percent of another, one decimal. */
  | { readonly share: string; readonly of: string; readonly year?: 'last' };

/** Measures of a delivery as numbers: rule → value of the group (empty for the whole file) → measure → number. */
export type Aggregates = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
