import type { CalendarDate } from '../platform/clock.ts';
import { sql, type Reader } from '../platform/db/index.ts';
import type { UnitKey } from '../units/index.ts';
import type { Extension, WaitingRow } from './extension.ts';

/** The latest due date granted to a unit in a period. */
export const grantedDueOn = async (db: Reader, { organisationId, unitId }: UnitKey, periodId: string): Promise<CalendarDate | null> =>
  (
    await db.maybe<{ dueOn: CalendarDate | null }>(sql`
    select max(granted_due_on) as due_on
      from extension_request
     where organisation_id = ${organisationId} and unit_id = ${unitId} and period_id = ${periodId} and decision = 'granted'`)
  )?.dueOn ?? null;

/** The same for every unit that has been granted one. */
export const grantedInPeriod = (db: Reader, periodId: string) =>
  db.all<{ unitId: string; dueOn: CalendarDate }>(sql`
    select unit_id, max(granted_due_on) as due_on
      from extension_request
     where period_id = ${periodId} and decision = 'granted'
     group by organisation_id, unit_id`);

/** A unit's requests in every period, newest first. */
export const requestsOf = (db: Reader, { organisationId, unitId }: UnitKey) =>
  db.all<Extension>(sql`
    select id, period_id, wished_due_on, reason, comment, asked_by, asked_at, decision, granted_due_on, answer, decided_at, decided_by
      from extension_request
     where organisation_id = ${organisationId} and unit_id = ${unitId}
     order by asked_at desc, id`);

/** One request of the unit, held until the transaction ends. */
export const lockRequest = (db: Reader, { organisationId, unitId }: UnitKey, requestId: string) =>
  db.maybe<Extension>(sql`
    select id, period_id, wished_due_on, reason, comment, asked_by, asked_at, decision, granted_due_on, answer, decided_at, decided_by
      from extension_request
     where organisation_id = ${organisationId} and unit_id = ${unitId} and id = ${requestId}
       for update`);

/** Requests that wait for an answer, oldest first, with the unit and what it was granted before in the same period. */
export const waitingRequests = (db: Reader) =>
  db.all<WaitingRow>(sql`
    select request.id, request.period_id, request.wished_due_on, request.reason, request.comment, request.asked_by, request.asked_at,
           request.decision, request.granted_due_on, request.answer, request.decided_at, request.decided_by, request.organisation_id, request.unit_id,
           count(earlier.id) as granted_before, max(earlier.granted_due_on) as granted_earlier_on
      from extension_request request
      left join extension_request earlier
        on earlier.organisation_id = request.organisation_id and earlier.unit_id = request.unit_id
       and earlier.period_id = request.period_id and earlier.decision = 'granted'
     where request.decision = 'waiting'
     group by request.organisation_id, request.id
     order by request.asked_at, request.id`);

export const countWaiting = async (db: Reader): Promise<number> =>
  (await db.maybe<{ count: number }>(sql`select count(*) as count from extension_request where decision = 'waiting'`))?.count ?? 0;

/** Requests asked for before then, over all organisations. */
export const countRequestsBefore = async (db: Reader, before: Date): Promise<number> =>
  (await db.maybe<{ count: number }>(sql`select count(*) as count from extension_request where asked_at < ${before}`))?.count ?? 0;
