import type { Condition } from './condition.ts';

/** Why most records of a group have the same finding. */
export type SystematicCause =
  /** Values stand one column beside their own. */
  | 'shiftedColumns'
  /** The implied decimals are left out: 75 for 75,00. */
  | 'missingDecimals'
  /** Decimals are written out where they are implied: 75,50 for 7550. */
  | 'decimalSigns'
  /** Hundredths in a field of whole units: öre for kronor. */
  | 'timesHundred'
  /** What was paid stands where the salary of a full-time post is asked for. */
  | 'notScaledToFullTime'
  /** One code that the list does not hold. */
  | 'oneCodeEverywhere';

/** What is done to every value of a column. */
export type ColumnRemedy = 'times100' | 'over100' | 'withoutSign' | 'scaleToFullTime';

/** That a rule's findings may have one cause for a whole group, and what would mend it. */
export interface Systematic {
  readonly cause: SystematicCause;
  /** The column that is mended; absent where the rule is asked of every column by itself. */
  readonly field?: string;
  /** Absent: one value is replaced by another that the respondent chooses. */
  readonly do?: ColumnRemedy;
  /** Of `scaleToFullTime`: the rate, in hundredths of a percent. */
  readonly by?: string;
  /** Records that could have it; absent: those where the column is filled. */
  readonly among?: Condition;
  /** Of a rule on the whole file: the records it speaks of. */
  readonly records?: Condition;
}
