import type { PeriodTexts } from '@insamling/contract';
import { sql, type Writer } from '../platform/db/index.ts';
import type { CalendarDate } from '../platform/clock.ts';
import type { Period, PeriodDates } from './period.ts';

/**
 * Changes a period if it still is the version that was seen. Moving the last day of a test period that is being or has been
 * erased is refused: nobody knows what would be left.
 * @returns the period as it is now, or undefined
 */
export const updatePeriod = (
  db: Writer,
  periodId: string,
  expectedVersion: number,
  days: PeriodDates & { readonly opensOn: CalendarDate },
  texts: PeriodTexts,
) =>
  db.maybe<Period>(sql`
    update period
       set opens_on = ${days.opensOn}, due_on = ${days.dueOn}, last_upload_on = ${days.lastUploadOn}, closes_on = ${days.closesOn},
           texts = ${JSON.stringify(texts)}::jsonb, version = version + 1
     where id = ${periodId} and version = ${expectedVersion} and (erasing_at is null or closes_on = ${days.closesOn})
    returning id, round_id, kind, opens_on, due_on, last_upload_on, closes_on, texts, version, erased_at`);

/** Holds every period until the transaction ends: whether days overlap concerns several rows, so two changes must take turns. */
export const lockPeriods = (db: Writer) => db.all<{ id: string }>(sql`select id from period order by id for no key update`);

/**
 * Marks the test periods that are over and not erased, so that each is put in the queue once; again after half an hour, should
 * the job have been lost.
 */
export const claimEndedTestPeriods = (db: Writer, today: CalendarDate, now: Date) =>
  db.all<{ id: string }>(sql`
    update period set erasing_at = ${now}
     where kind = 'test' and closes_on < ${today} and erased_at is null
       and (erasing_at is null or erasing_at < ${now}::timestamptz - interval '30 minutes')
    returning id`);

/** @returns undefined when another run was first */
export const markErased = (db: Writer, periodId: string, now: Date) =>
  db.maybe<{ id: string }>(sql`
    update period set erased_at = ${now} where id = ${periodId} and erased_at is null returning id`);

export const insertRound = (
  db: Writer,
  round: { readonly id: string; readonly name: string; readonly edition: string; readonly referenceYear: number },
  now: Date,
) =>
  db.run(sql`
    insert into collection_round (id, name, edition, reference_year, created_at)
    values (${round.id}, ${round.name}, ${round.edition}, ${round.referenceYear}, ${now})`);

export const insertPeriod = (db: Writer, period: Omit<Period, 'version' | 'erasedAt' | 'texts'> & { readonly texts: object }) =>
  db.run(sql`
    insert into period (id, round_id, kind, opens_on, due_on, last_upload_on, closes_on, texts)
    values (${period.id}, ${period.roundId}, ${period.kind}, ${period.opensOn}, ${period.dueOn}, ${period.lastUploadOn}, ${period.closesOn}, ${JSON.stringify(period.texts)}::jsonb)`);
