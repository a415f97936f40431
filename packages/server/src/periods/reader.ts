import { sql, type Reader } from '../platform/db/index.ts';
import type { CalendarDate } from '../platform/clock.ts';
import type { Period } from './period.ts';

export interface RoundRow {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  readonly referenceYear: number;
}

export const allPeriods = (db: Reader) =>
  db.all<Period>(sql`
    select id, round_id, kind, opens_on, due_on, last_upload_on, closes_on, texts, version, erased_at
      from period
     order by opens_on, id`);

export const daysOfPeriods = (db: Reader) =>
  db.all<Pick<Period, 'kind' | 'opensOn' | 'closesOn'>>(sql`select kind, opens_on, closes_on from period order by opens_on, id`);

export const periodById = (db: Reader, periodId: string) =>
  db.maybe<Period>(sql`
    select id, round_id, kind, opens_on, due_on, last_upload_on, closes_on, texts, version, erased_at
      from period
     where id = ${periodId}`);

/** Newest first. */
export const allRounds = (db: Reader) =>
  db.all<RoundRow>(sql`
    select id, name, edition, reference_year
      from collection_round
     order by reference_year desc, created_at desc`);

export const roundById = (db: Reader, roundId: string) =>
  db.maybe<RoundRow>(sql`select id, name, edition, reference_year from collection_round where id = ${roundId}`);

/** What a period is called: the name of its round, and which of the two it is. */
export const periodTitle = (db: Reader, periodId: string) =>
  db.maybe<{ roundName: string; kind: Period['kind'] }>(sql`
    select round.name as round_name, period.kind from period join collection_round round on round.id = period.round_id where period.id = ${periodId}`);

/** A test period that is over and whose data are still there. */
export const endedTestPeriod = (db: Reader, periodId: string, today: CalendarDate) =>
  db.maybe<{ id: string }>(sql`
    select id from period
     where id = ${periodId} and kind = 'test' and closes_on < ${today} and erased_at is null`);

/** The year that data delivered in a period are about. */
export async function referenceYearOf(db: Reader, periodId: string): Promise<number> {
  const row = await db.maybe<{ referenceYear: number }>(sql`
    select round.reference_year from collection_round round join period on period.round_id = round.id where period.id = ${periodId}`);
  if (!row) throw new Error('a year was asked of a period that does not exist');
  return row.referenceYear;
}

/** The latest submission period of the reference year before that of a period. */
export const submissionPeriodBefore = (db: Reader, periodId: string) =>
  db.maybe<{ id: string }>(sql`
    select earlier.id
      from period
      join collection_round round on round.id = period.round_id
      join collection_round earlier_round on earlier_round.reference_year = round.reference_year - 1
      join period earlier on earlier.round_id = earlier_round.id
     where period.id = ${periodId} and earlier.kind = 'submission'
     order by earlier.opens_on desc, earlier.id limit 1`);

/** Periods of the reference year after that of a submission period. */
export const periodsOfYearAfter = (db: Reader, periodId: string) =>
  db.all<{ id: string }>(sql`
    select later.id
      from period
      join collection_round round on round.id = period.round_id
      join collection_round later_round on later_round.reference_year = round.reference_year + 1
      join period later on later.round_id = later_round.id
     where period.id = ${periodId} and period.kind = 'submission'
     order by later.opens_on, later.id`);

/** Submission periods that closed before a day. */
export const submissionPeriodsClosedBefore = (db: Reader, day: CalendarDate) =>
  db.all<{ id: string }>(sql`select id from period where kind = 'submission' and closes_on < ${day} order by closes_on, id`);
