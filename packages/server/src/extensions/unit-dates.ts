import { addDays, type CalendarDate } from '../platform/clock.ts';
import type { Reader } from '../platform/db/index.ts';
import { calendarOn, type Period, type PeriodDates } from '../periods/index.ts';
import type { UnitKey } from '../units/index.ts';
import { datesFor, type UnitDates } from './dates-for.ts';
import type { Range } from './extension.ts';
import { grantedDueOn, grantedInPeriod } from './reader.ts';

/** A period's days for one unit, a granted extension counted. */
export const unitDates = async (db: Reader, unit: UnitKey, period: PeriodDates & { readonly id: string }): Promise<UnitDates> =>
  datesFor(period, await grantedDueOn(db, unit, period.id));

/** The same for every unit at once: a function from a unit's id to its days. */
export async function datesInPeriod(db: Reader, period: PeriodDates & { readonly id: string }): Promise<(unitId: string) => UnitDates> {
  const granted = new Map((await grantedInPeriod(db, period.id)).map(({ unitId, dueOn }) => [unitId, dueOn]));
  return (unitId) => datesFor(period, granted.get(unitId) ?? null);
}

/** What a unit may ask for now. */
export interface Asking extends Range {
  readonly period: Period;
  readonly dates: UnitDates;
  /** False when the unit's last day has passed, or no later day can be given. */
  readonly isOpen: boolean;
}

/**
 * Extensions concern the submission period: the one that runs, or while a test period runs or before, the next one. A test
 * period cannot be extended, since its data are erased when it ends.
 */
export async function askingOf(db: Reader, unit: UnitKey, today: CalendarDate, maxDays: number): Promise<Asking | undefined> {
  const { running, next } = await calendarOn(db, today);
  const period = [running, next].find((one) => one?.kind === 'submission');
  if (!period) return undefined;
  const dates = await unitDates(db, unit, period);
  const afterOn = dates.dueOn < today ? today : dates.dueOn;
  const latestOn = addDays(period.dueOn, maxDays);
  return { period, dates, afterOn, latestOn, isOpen: today <= dates.closesOn && afterOn < latestOn };
}
