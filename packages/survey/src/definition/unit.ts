import type { Aggregates } from './aggregate.ts';

/** Type of reporting unit. */
export type UnitKind = 'municipality' | 'region' | 'federation' | 'company';

/** Who delivers the file, as far as the rules need to know. */
export interface DeliveringUnit {
  readonly kind: UnitKind;
  /** Values of field 1 that belong to the unit: one as a rule, two for Gotland (0980, 0900). */
  readonly codes: readonly string[];
  readonly name: string;
  /** Values of field 2 that the unit has registered. */
  readonly districts?: readonly string[];
}

/** Last year's accepted delivery of the same unit: its file and the log of corrections, or only its measures. */
export type LastYear =
  | {
      readonly file: Uint8Array;
      readonly corrections?: readonly { readonly record: number; readonly variable: string; readonly text: string }[];
    }
  | { readonly aggregates: Aggregates };

/** What the portal knows when a delivery is handed in. */
export interface ProcessFacts {
  /** Contact person and payroll system are confirmed in the round. */
  readonly profileConfirmed?: boolean;
  /** Warnings that stand without a comment, and whether the round asks for comments. */
  readonly comments?: { readonly required: boolean; readonly lacking: number };
  /** Days as yyyy-mm-dd; `dueOn` with a granted extension counted. */
  readonly period?: { readonly kind: 'test' | 'submission'; readonly dueOn: string; readonly closesOn: string; readonly today: string };
  /** Records that unread messages from the statisticians are about. */
  readonly unreadMessages?: number;
}

/**
 * What the world knows and the file does not. A fact left out makes the rules that need it *not evaluable*; it never
 * makes them pass or fail.
 */
export interface DeliveryFacts {
  readonly unit?: DeliveringUnit;
  readonly employers?: readonly { readonly organisationNumber: string; readonly name?: string; readonly isCompany: boolean }[];
  /** SHA-256 (lower-case hex) of this file and of the unit's earlier uploads in the period, with their dates (yyyy-mm-dd). */
  readonly sha256?: string;
  readonly earlierUploads?: readonly { readonly sha256: string; readonly uploadedOn: string }[];
  /** Position codes that the unit has uploaded in the round; null when it is known to have uploaded none. */
  readonly codebook?: readonly string[] | null;
  readonly lastYear?: LastYear;
  readonly process?: ProcessFacts;
}
