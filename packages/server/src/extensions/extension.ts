import type { ExtensionReason, ExtensionRequest } from '@insamling/contract';
import type { CalendarDate } from '../platform/clock.ts';
import type { UnitKey } from '../units/index.ts';

/** A request for a later due date, and its answer when it has one. */
export interface Extension {
  readonly id: string;
  readonly periodId: string;
  readonly wishedDueOn: CalendarDate;
  readonly reason: ExtensionReason;
  readonly comment: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly decision: 'waiting' | 'granted' | 'refused';
  readonly grantedDueOn: CalendarDate | null;
  readonly answer: string;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

export interface WaitingRow extends Extension, UnitKey {
  readonly grantedBefore: number;
  readonly grantedEarlierOn: CalendarDate | null;
}

/** The days that can be wished for: after the first, at the latest the second. */
export interface Range {
  readonly afterOn: CalendarDate;
  readonly latestOn: CalendarDate;
}

/** True for a day that can be asked for or granted. */
export const isWithin = (day: CalendarDate, { afterOn, latestOn }: Range): boolean => afterOn < day && day <= latestOn;

/** A request as the contract shows one. `nameOf`: account id → name. */
export const extensionView = (
  { id, wishedDueOn, reason, comment, askedAt, askedBy, decision, grantedDueOn, answer, decidedAt, decidedBy }: Extension,
  nameOf: (accountId: string) => string,
): ExtensionRequest => ({
  id,
  wishedDueOn,
  reason,
  comment,
  askedAt: askedAt.toISOString(),
  askedBy: nameOf(askedBy),
  decision,
  grantedDueOn,
  answer,
  decidedAt: decidedAt?.toISOString() ?? null,
  decidedBy: decidedBy === null ? '' : nameOf(decidedBy),
});
