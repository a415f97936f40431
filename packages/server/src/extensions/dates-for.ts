import type { CalendarDate } from '../platform/clock.ts';
import type { PeriodDates } from '../periods/index.ts';

/** A period's days as one unit has them. */
export interface UnitDates extends PeriodDates {
  /** The new due date, when an extension has been granted. */
  readonly extendedTo: CalendarDate | null;
}

const later = (one: CalendarDate, other: CalendarDate): CalendarDate => (one < other ? other : one);

/**
 * An extension moves the due date, and the last day for a file and the closing day at least to it; one that is not later
 * than the period's own due date (the period was moved afterwards) changes nothing.
 */
export function datesFor({ dueOn, lastUploadOn, closesOn }: PeriodDates, grantedDueOn: CalendarDate | null): UnitDates {
  if (grantedDueOn === null || grantedDueOn <= dueOn) return { dueOn, lastUploadOn, closesOn, extendedTo: null };
  return {
    dueOn: grantedDueOn,
    lastUploadOn: later(lastUploadOn, grantedDueOn),
    closesOn: later(closesOn, grantedDueOn),
    extendedTo: grantedDueOn,
  };
}
