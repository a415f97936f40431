import type { DeliveryFacts } from './unit.ts';

/** What a rule answers of a record. A missing value is never a failure: another rule says that it is missing. */
export type Outcome = 'fail' | 'pass' | 'notApplicable' | 'notEvaluable';

/** A record as the cells that differ from a sample record of the edition. */
export interface CaseRecord {
  readonly on?: string;
  readonly cells?: Readonly<Record<string, string>>;
}

/** One example of a rule, as data: what is in the file and what the rule says of its first record (or of the file). */
export interface RuleCase {
  readonly says: string;
  readonly outcome: Outcome;
  /** The record asked about, and those that stand after it. */
  readonly records?: readonly CaseRecord[];
  /** A whole file instead, as text (UTF-8) or as base64. */
  readonly file?: { readonly text: string } | { readonly base64: string };
  readonly facts?: DeliveryFacts;
  /** Other rules that honestly find something too. */
  readonly with?: readonly string[];
  /** The parameter whose bound the case stands at. */
  readonly bound?: string;
}
