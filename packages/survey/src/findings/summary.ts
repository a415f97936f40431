import type { Severity } from './finding.ts';

/** How often one rule was not satisfied. Counts are always of all findings, also when a list of them is cut. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

/** Counts per rule and severity (a rule can have two, P34-02), worst first; then rules that could not be evaluated, with the fact that is missing. */
export interface FindingSummary {
  readonly counts: readonly RuleCount[];
  readonly fatal: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly notEvaluable: readonly { readonly rule: string; readonly needs: string }[];
}
