import type { Severity } from '../findings/finding.ts';
import type { UnitKind } from './unit.ts';

/** What a rule must see to decide. */
export type Scope = 'file' | 'field' | 'record' | 'group' | 'dataset' | 'panel' | 'reference';

/** What a reader is told about a rule, in Swedish; gaps are written `{namn}` and filled from the finding. */
export interface RuleTexts {
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly howToFix: string;
}

/** The part of a rule every host shows and sorts by; the logic stands beside it in the same plain object. */
export interface RuleIdentity {
  readonly id: string;
  readonly version: number;
  readonly status: 'draft' | 'trial' | 'active' | 'retired';
  readonly severity: Severity;
  readonly scope: Scope;
  readonly fields: readonly string[];
  readonly appliesTo?: readonly UnitKind[];
  readonly needs?: readonly string[];
  readonly suppressedBy?: readonly string[];
  readonly params?: Readonly<Record<string, number | string>>;
  readonly source: string;
  readonly texts: RuleTexts;
}
