import type { CalendarDate } from '../platform/clock.ts';
import type { Reader } from '../platform/db/index.ts';
import { nextPeriod, runningPeriod, type Period } from './period.ts';
import { allPeriods, daysOfPeriods, roundById, type RoundRow } from './reader.ts';

/**
 * The period that deliveries belong to today. A submission period is answered also after its last day (a unit may have an
 * extension, and everybody may read): whether a unit may still work in it is the business of that unit's own dates.
 */
export const periodFor = async (db: Reader, today: CalendarDate): Promise<Period | undefined> => runningPeriod(await allPeriods(db), today);

/** Last day of the test period that runs; null when none does. */
export async function testClosesOn(db: Reader, today: CalendarDate): Promise<CalendarDate | null> {
  const running = runningPeriod(await daysOfPeriods(db), today);
  return running?.kind === 'test' ? running.closesOn : null;
}

/** The period of today, the one that opens next, and the round of the first of them that exists. */
export async function calendarOn(
  db: Reader,
  today: CalendarDate,
): Promise<{ running: Period | undefined; next: Period | undefined; round: RoundRow | undefined }> {
  const periods = await allPeriods(db);
  const running = runningPeriod(periods, today);
  const next = nextPeriod(periods, today);
  const roundId = (running ?? next)?.roundId;
  return { running, next, round: roundId === undefined ? undefined : await roundById(db, roundId) };
}
