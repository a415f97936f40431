import type { Mechanism } from './mechanism.ts';
import type { ColumnRemedy, SystematicCause } from '../definition/systematic.ts';

/** Cells to change so that what is wrong goes and nothing comes. */
export interface Proposal {
  /** Of the first cell. */
  readonly mechanism: Mechanism;
  readonly cells: readonly { readonly variable: string; readonly before: string; readonly text: string }[];
}

/** One field of a set that can be changed, and what to. */
export interface FieldRemedy {
  readonly field: string;
  /**
   * How the value is known. `determined`: the rules leave one value. `deductive`: it follows from how such errors arise (unit
   * error, transposed digit, swapped fields …). `lastYear`: what the same employment had. `codes`: one of the codes that the rules
   * leave. `interval`: anything between two bounds; never a proposed value. `open`: a text of which no more is known.
   */
  readonly kind: 'determined' | 'deductive' | 'lastYear' | 'codes' | 'interval' | 'open';
  /** Proposed texts as the file writes them, best first; empty for an interval, and where very many codes are left. */
  readonly texts: readonly string[];
  /** Of `codes`: how many there are. */
  readonly codes?: number;
  /** Least and greatest number that is allowed, in the file's own units; of a number that is not determined. */
  readonly low?: number;
  readonly high?: number;
  /** Where not all between them is allowed: what is, ascending. */
  readonly ranges?: readonly { readonly low: number; readonly high: number }[];
  /** Of each of `texts` that is proposed, in their order: why; absent where they are only what is allowed. */
  readonly mechanisms?: readonly Mechanism[];
}

/** A smallest set of fields whose change makes every hard rule of the record true (Fellegi–Holt). */
export interface RemedySet {
  readonly cost: number;
  /** In the order of the layout. */
  readonly fields: readonly FieldRemedy[];
  /**
   * Proposed values for all of its fields together, each tried on the record: every usable hard rule is kept, and no error or warning
   * comes. Best first; none where some field has no proposed value.
   */
  readonly ways: readonly Proposal[];
}

/** What can be done about one record. */
export interface Localisation {
  /** 1-based. */
  readonly record: number;
  /**
   * Why there is no set: more than three fields, no answer in time, no rule on the record that is broken, one that is and cannot be used,
   * or a wrong number of values.
   */
  readonly notLocalised?: 'tooManyFields' | 'outOfTime' | 'nothingToSolve' | 'ruleNotUsed' | 'unreadable';
  /** All sets of least cost, at most five, in an order that is always the same. */
  readonly sets: readonly RemedySet[];
  /** Hard rules that could not be used: not linear, not about one record. */
  readonly unusedRules: readonly string[];
}

/** What can be done about a finding of a record. */
export interface Remedies {
  /** What may have been meant by the finding, beside what a set proposes. */
  readonly proposals: readonly Proposal[];
  /** Of an error that a rule on the record alone has found. */
  readonly localisation?: Localisation;
}

/** One question that stands instead of the findings of most records of a group with one cause. */
export interface SystematicFinding {
  /** Stays the same while the rule, the cause, the group and the value do. */
  readonly key: string;
  readonly cause: SystematicCause;
  /** Rules whose findings it stands for, and how many of them. */
  readonly rules: readonly string[];
  readonly findings: number;
  readonly fields: readonly string[];
  /** The group that shares the cause; absent for the whole file. */
  readonly group?: { readonly field: string; readonly text: string };
  /** Records concerned, 1-based ascending, of how many in the group. */
  readonly records: Uint32Array;
  readonly of: number;
  /** What the column-wide remedy does; absent where only a new export helps. */
  readonly remedy?:
    | { readonly field: string; readonly do: ColumnRemedy; readonly by?: string }
    | { readonly field: string; readonly from: string };
}

/** A cell and what it would hold. */
export interface CellChange {
  readonly record: number;
  readonly variable: string;
  readonly text: string;
}

/** What a finding may mean for the statistics. */
export interface Effect {
  /** From 0 (inside what is usual) towards 1. */
  readonly suspicion: number;
  /** Change of the group's total if the value were the expected one, in the unit of the field, signed. */
  readonly potentialImpact: number;
  /** Percent of the group's total. */
  readonly localScore: number;
}
