import type { Severity } from '../findings/finding.ts';
import type { Condition } from './condition.ts';
import type { UnitKind } from './unit.ts';

/** What a rule must see to decide. */
export type Scope = 'file' | 'field' | 'record' | 'group' | 'dataset' | 'panel' | 'reference';

/** What must be known beside the file. */
export type Need = 'unit' | 'employerRegister' | 'codebook' | 'national' | 'expiredLabels' | 'earlierUploads' | 'lastYear';

/**
 * What a reader is told about a rule, in Swedish. Gaps are written `{namn}` and filled from the finding; `{fält:id}` and
 * `{Fält:id}` become number and name of a field in the layout of the year.
 */
export interface RuleTexts {
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly howToFix: string;
}

/** How a rule decides, as plain data. */
export type Logic =
  /** Found while reading the file. */
  | {
      readonly kind: 'reading';
      readonly fault:
        | 'empty'
        | 'binary'
        | 'undecodable'
        | 'mojibake'
        | 'separator'
        | 'fields'
        | 'header'
        | 'blankRows'
        | 'tooLong'
        | 'notDigits'
        | 'decimalSign'
        | 'trimmed'
        | 'emptyField'
        | 'otherUnit'
        | 'sameFile';
    }
  /** One record at a time: hits where the condition is true. */
  | { readonly kind: 'record'; readonly hit: Condition }
  /** Records that are equal in these fields (`all`: in every one), where the condition holds. */
  | { readonly kind: 'equalRecords'; readonly fields: readonly string[] | 'all'; readonly where?: Condition }
  /** Sum over a person's records that satisfy `where`: hits each of them when it is above the parameter max. */
  | {
      readonly kind: 'personSum';
      readonly where: Condition;
      readonly add: string;
      readonly subtract: string;
      readonly subtractWhere: Condition;
    }
  /** Among the records of a group that satisfy `where`, this one's code is not the one that more than otherPct percent of the others share. */
  | { readonly kind: 'groupMajority'; readonly by: readonly string[]; readonly of: string; readonly where: Condition }
  /** At least sharePct percent of the records that satisfy `among` (at least minRecords) satisfy `share`: one finding on the file. */
  | { readonly kind: 'shareOfFile'; readonly among: Condition; readonly share: Condition }
  /** How many records satisfy the condition: one finding on the file when there is at least one. */
  | { readonly kind: 'countInFile'; readonly hit: Condition };

/** One check of the catalogue: plain data, so that it can be shown, compared, serialised and released. */
export interface Rule {
  readonly id: string;
  /** Released versions never change; a change is a new version. */
  readonly version: number;
  readonly status: 'draft' | 'trial' | 'active' | 'retired';
  readonly severity: Severity;
  /** Milder while codes of the list are known to be missing. */
  readonly whileIncomplete?: { readonly list: string; readonly severity: Severity };
  /** Above this parameter the same rule is an error (P34-02). */
  readonly errorAbove?: { readonly field: string; readonly param: string };
  readonly scope: Scope;
  /** Fields the rule reads, the one most likely wrong first. */
  readonly fields: readonly string[];
  readonly needs?: readonly Need[];
  readonly appliesTo?: readonly UnitKind[];
  readonly suppressedBy?: readonly string[];
  readonly params?: Readonly<Record<string, number | string>>;
  readonly logic: Logic;
  /** Regulation, agreement or request the rule rests on; `proposed` when it is our own. */
  readonly source: string;
  readonly texts: RuleTexts;
}

/** The part of a rule every host shows and sorts by. */
export type RuleIdentity = Pick<
  Rule,
  'id' | 'version' | 'status' | 'severity' | 'scope' | 'fields' | 'needs' | 'appliesTo' | 'suppressedBy' | 'params' | 'source' | 'texts'
>;
