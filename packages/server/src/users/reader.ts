import type { Input, UserRow } from '@insamling/contract';
import { sql, type Reader } from '../platform/db/index.ts';
import type { ForTwo, RequestRow, ResetRow, UserRecord } from './user.ts';

type Filter = Pick<Input<'listUsers'>, 'search' | 'role' | 'status' | 'unit'>;

/** An account with what stands beside it; `account` and `inviter` are in the statement's from. */
const columns = (now: Date) => sql`
  account.id as account_id, account.name, account.email_normalised as email, account.phone, account.collecting_role, account.administrator_until,
  ${shownStatus(now)} as status, account.invited_at, nullif(inviter.name, '') as invited_by, account.invitation_expires_at as expires_at,
  account.last_signed_in_at,
  (select coalesce(jsonb_agg(jsonb_build_object('unit', unit.code, 'name', unit.name, 'role', access.role, 'isContact', access.is_contact) order by unit.name, unit.code), '[]')
     from unit_access access
     join reporting_unit unit on unit.organisation_id = access.organisation_id and unit.id = access.unit_id
    where access.account_id = account.id) as units`;

const shownStatus = (now: Date) => sql`
  case when account.status in ('invited', 'reset') and account.invitation_expires_at <= ${now} then 'expired' else account.status end`;

const collectingRoleOf = {
  collectingReader: 'reader',
  reviewer: 'reviewer',
  collectionManager: 'collectionManager',
  administrator: 'administrator',
};
const isCollecting = (role: string): role is keyof typeof collectingRoleOf => role in collectingRoleOf;

function matches({ search, role, status, unit }: Filter, now: Date) {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const collectingRole = role && isCollecting(role) ? collectingRoleOf[role] : null;
  const unitRole = role && !isCollecting(role) ? role : null;
  return sql`
        (${search} = '' or account.name ilike ${like} or account.email_normalised ilike ${like})
    and (${status}::text is null and account.status <> 'ended' or ${shownStatus(now)} = ${status}::text)
    and (${collectingRole}::text is null or account.collecting_role = ${collectingRole}::text)
    and ((${unitRole}::text is null and ${unit}::text is null) or exists (
          select from unit_access access
            join reporting_unit unit on unit.organisation_id = access.organisation_id and unit.id = access.unit_id
           where access.account_id = account.id
             and (${unitRole}::text is null or access.role = ${unitRole}::text) and (${unit}::text is null or unit.code = ${unit}::text)))`;
}

/** One page of the accounts that match, by name; `after` is the last account of the page before. */
export const usersPage = (db: Reader, filter: Filter, now: Date, { after, limit }: { after: string | null; limit: number }) =>
  db.all<UserRecord>(sql`
    select ${columns(now)}
      from account
      left join account inviter on inviter.id = account.invited_by
     where ${matches(filter, now)}
       and (${after}::uuid is null or (account.name, account.id) > (select last.name, last.id from account last where last.id = ${after}::uuid))
     order by account.name, account.id
     limit ${limit}`);

export const countUsers = async (db: Reader, filter: Filter, now: Date): Promise<number> =>
  (await db.maybe<{ count: number }>(sql`select count(*) as count from account where ${matches(filter, now)}`))?.count ?? 0;

export const userById = (db: Reader, accountId: string, now: Date) =>
  db.maybe<UserRecord>(sql`
    select ${columns(now)}
      from account
      left join account inviter on inviter.id = account.invited_by
     where account.id = ${accountId}`);

/** Browsers in which the person is signed in: sessions that have neither run out nor been idle too long. */
export const openSessions = async (db: Reader, accountId: string, beganAfter: Date, seenAfter: Date): Promise<number> =>
  (
    await db.maybe<{ count: number }>(
      sql`select count(*) as count from session where account_id = ${accountId} and created_at > ${beganAfter} and last_seen_at > ${seenAfter}`,
    )
  )?.count ?? 0;

const requestColumns = sql`
  request.id, request.asked_by as asked_by_id, asker.name as asked_by, request.asked_at, request.expires_at, request.outcome,
  decider.name as decided_by, request.decided_at`;

const requestsOf = (what: ForTwo, accountId: string) => sql`
    from ${sql.table(what)} request
    join account asker on asker.id = request.asked_by
    left join account decider on decider.id = request.decided_by
   where request.account_id = ${accountId}
   order by request.asked_at desc, request.id
   limit 50`;

/** Resets of an account's app, newest first. */
export const resetsOf = (db: Reader, accountId: string) =>
  db.all<ResetRow>(sql`select ${requestColumns}, request.reason ${requestsOf('second_factor_reset', accountId)}`);

/** When it was asked that the person be made an administrator, newest first. */
export const administratorRequestsOf = (db: Reader, accountId: string) =>
  db.all<RequestRow>(sql`select ${requestColumns} ${requestsOf('administrator_request', accountId)}`);

/** Whether it is still to be confirmed that the person becomes an administrator. */
export const awaitsAdministrator = async (db: Reader, accountId: string, now: Date): Promise<boolean> =>
  (
    await db.maybe<{ awaits: boolean }>(sql`
    select exists (select from administrator_request where account_id = ${accountId} and outcome is null and expires_at > ${now}) as awaits`)
  )?.awaits ?? false;

/** Whom a request is about, if there is one of this id. */
export const requestById = (db: Reader, what: ForTwo, id: string) =>
  db.maybe<{ accountId: string; askedBy: string }>(sql`select account_id, asked_by from ${sql.table(what)} where id = ${id}`);

/** Accounts about which something waits for a second person, the oldest first. */
export const waitingRequests = (db: Reader, what: ForTwo, now: Date) =>
  db.all<Pick<UserRow, 'accountId' | 'name'>>(sql`
    select request.account_id, account.name
      from ${sql.table(what)} request
      join account on account.id = request.account_id
     where request.outcome is null and request.expires_at > ${now} and account.status <> 'ended'
     order by request.asked_at, request.id`);
