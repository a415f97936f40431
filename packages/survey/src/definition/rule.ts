import type { Severity } from '../findings/finding.ts';
import type { Measure, MeasureGap } from './aggregate.ts';
import type { Condition } from './condition.ts';
import type { Systematic } from './systematic.ts';
import type { UnitKind } from './unit.ts';

/** What a rule must see to decide. */
export type Scope = 'file' | 'field' | 'record' | 'group' | 'dataset' | 'panel' | 'reference';

/** What must be known beside the file. */
export type Need =
  | 'unit'
  | 'employerRegister'
  | 'codebook'
  | 'national'
  | 'expiredLabels'
  | 'earlierUploads'
  | 'lastYear'
  | 'period'
  | 'profile'
  | 'comments'
  | 'messages';

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

/**
 * What becomes of a rule where a value it works with is missing: it is not evaluable when one is (the default), or only when all
 * are; or it never is, and a number that is missing is 0, for sums. Where the layout does not say that zero is missing, a rule that
 * is not evaluable does not hit; in other surveys it reads 0, and what that means is in its condition.
 */
export type MissingOperands = 'skipIfAnyMissing' | 'skipIfAllMissing' | 'neverSkip';

/** A record that lacks what the rule works with, as its `missing` says, is in no group: neither equal to others that lack it nor unlike them. */
type OnlyFilled = true;

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
  /**
   * One record at a time: hits where the condition is true. Not evaluable for any record when the field named by
   * `unlessEmptyInFile` holds no number in the whole file.
   */
  | { readonly kind: 'record'; readonly hit: Condition; readonly unlessEmptyInFile?: string }
  /** Records that are equal in these fields (`all`: in every one), where the condition holds. */
  | {
      readonly kind: 'equalRecords';
      readonly fields: readonly string[] | 'all';
      readonly where?: Condition;
      readonly onlyFilled?: OnlyFilled;
    }
  /** Sum over a person's records that satisfy `where`: hits each of them when it is above the parameter max. */
  | {
      readonly kind: 'personSum';
      /** Left out: the person. */
      readonly by?: readonly string[];
      readonly where?: Condition;
      readonly add: string;
      readonly subtract?: string;
      readonly subtractWhere?: Condition;
      readonly onlyFilled?: OnlyFilled;
    }
  /** Among the records of a group that satisfy `where`, this one's code is not the one that more than otherPct percent of the others share. */
  | { readonly kind: 'groupMajority'; readonly by: readonly string[]; readonly of: string; readonly where: Condition }
  /** Among the records of a group that satisfy `where`, the values of a field are not all the same. */
  | {
      readonly kind: 'groupDiffers';
      readonly by: readonly string[];
      readonly of: string;
      readonly where?: Condition;
      readonly onlyFilled?: OnlyFilled;
    }
  /** The record satisfies `where` and no other record has the same values. */
  | { readonly kind: 'aloneInGroup'; readonly by: readonly string[]; readonly where: Condition }
  /**
   * Another record of the group has a name that shares no part of at least minLetters letters with this one. Of more than 200 different
   * names, which have no part in common, each is told of.
   */
  | { readonly kind: 'differentNames'; readonly by: string; readonly of: string }
  /** Of a group of at least minRecords records, what a list says of their valid codes has more than maxGroups values. */
  | { readonly kind: 'groupSpread'; readonly by: readonly string[]; readonly filled: string; readonly of: string; readonly fact: string }
  /** More than sharePct percent of a group's persons (at least minPersons) have the value of this record. */
  | { readonly kind: 'sameValueInGroup'; readonly by: string; readonly of: string; readonly where: Condition }
  /** Hits where the condition on this record and its match of last year is true; `of` is the field whose two values are told. */
  | { readonly kind: 'panel'; readonly match: 'any' | 'employmentId'; readonly hit: Condition; readonly of: string }
  /**
   * Counts and sums over the file, per value of a field or per fact of its code where asked (`only` names a parameter with the
   * values that count): one finding on the file for each that hits.
   */
  | {
      readonly kind: 'aggregate';
      readonly per?: string | { readonly fact: string; readonly of: string };
      readonly only?: string;
      readonly measures: Readonly<Record<string, Measure>>;
      /** False: too few to judge. The group, or the file, is not evaluable; part of what hits. */
      readonly enough?: Condition;
      readonly hit: Condition;
      readonly gaps?: Readonly<Record<string, MeasureGap>>;
    }
  /**
   * ln of an amount above 0 is farther than the parameter limit (3.5) from the middle of its group, in robust spreads. `strata` are
   * the fields that make a group, narrow groups first: one with fewer than minGroupSize (10, never below 5) amounts backs off to the
   * next, and after the last the record cannot be evaluated. No field: the whole file. Records that do not satisfy `where` are not in it.
   */
  | { readonly kind: 'robustZ'; readonly of: string; readonly strata: readonly (readonly string[])[]; readonly where?: Condition }
  /**
   * The change of an amount since last year is unusual in its group (Hidiroglou & Berthelot, with the floor rho); parameters u, a, c,
   * rho and minGroupSize. `where` asks of this year's record only.
   */
  | {
      readonly kind: 'hidiroglouBerthelot';
      readonly of: string;
      readonly match: 'any' | 'employmentId';
      readonly strata: readonly (readonly string[])[];
      readonly where?: Condition;
    }
  /**
   * The shares of a field's values, or of what a list says of them, are farther from last year's than the parameter limit (0.10)
   * where both years have minRecords (50) values: one finding on the file, with the categories that changed most.
   */
  | {
      readonly kind: 'distribution';
      readonly of: string | { readonly fact: string; readonly of: string };
      readonly distance: 'tv' | 'hellinger';
      readonly where?: Condition;
    }
  /** Asked of what the portal knows when the delivery is handed in. */
  | { readonly kind: 'process'; readonly asks: 'codebook' | 'profile' | 'comments' | 'testPeriod' | 'late' | 'messages' };

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
  /** False: the rule does not apply to the record, which neither passes nor fails. Part of what hits. */
  readonly when?: Condition;
  readonly missing?: MissingOperands;
  readonly logic: Logic;
  /** FIL-13: a field that counts as filled where another is. */
  readonly filledBy?: { readonly field: string; readonly or: string };
  readonly systematic?: Systematic;
  /** First and last reference year of the rule. */
  readonly validFromYear?: number;
  readonly validToYear?: number;
  /** Regulation, agreement or request the rule rests on; `proposed` when it is our own. */
  readonly source: string;
  readonly texts: RuleTexts;
}

/** The part of a rule every host shows and sorts by. */
export type RuleIdentity = Pick<
  Rule,
  'id' | 'version' | 'status' | 'severity' | 'scope' | 'fields' | 'needs' | 'appliesTo' | 'suppressedBy' | 'params' | 'source' | 'texts'
>;
