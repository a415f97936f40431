import { sql, type Reader } from '../platform/db/index.ts';
import type { UnitKey } from '../units/index.ts';
import type { MessageRow, Side, ThreadRow } from './thread.ts';

/**
 * Threads with their last message and how much of them a person has not seen. A respondent's unread messages are everybody
 * else's; the collecting side's are the respondents', since colleagues there write to hundreds of units.
 */
const threads = (accountId: string, side: Side, condition: ReturnType<typeof sql>, limit: number) => sql`
  select thread.id, unit.code as unit, unit.name as unit_name, thread.subject, thread.rule, thread.delivery_id, thread.started_by,
         left(latest.text, 300) as last_text, thread.last_at, thread.last_side, unread.count as unread
    from message_thread thread
    join reporting_unit unit on unit.organisation_id = thread.organisation_id and unit.id = thread.unit_id
    left join thread_read seen
      on seen.organisation_id = thread.organisation_id and seen.thread_id = thread.id and seen.account_id = ${accountId}
    cross join lateral (
      select message.text from message
       where message.organisation_id = thread.organisation_id and message.thread_id = thread.id
       order by message.at desc, message.id desc limit 1) latest
    cross join lateral (
      select count(*) as count from message
       where message.organisation_id = thread.organisation_id and message.thread_id = thread.id
         and message.author <> ${accountId} and (${side} = 'respondent' or message.side = 'respondent')
         and (seen.read_at is null or message.at > seen.read_at)) unread
   where ${condition}
   order by thread.last_at desc, thread.id
   limit ${limit}`;

const most = 1000;

/** A unit's threads, the one last written in first. */
export const threadsOf = (db: Reader, { organisationId, unitId }: UnitKey, accountId: string, side: Side) =>
  db.all<ThreadRow>(threads(accountId, side, sql`thread.organisation_id = ${organisationId} and thread.unit_id = ${unitId}`, most));

export const threadById = (db: Reader, { organisationId, unitId }: UnitKey, threadId: string, accountId: string, side: Side) =>
  db.maybe<ThreadRow>(
    threads(accountId, side, sql`thread.organisation_id = ${organisationId} and thread.unit_id = ${unitId} and thread.id = ${threadId}`, 1),
  );

/** Every unit's threads, for the collecting side. */
export const everyThread = (db: Reader, accountId: string, onlyUnanswered: boolean) =>
  db.all<ThreadRow>(threads(accountId, 'collecting', onlyUnanswered ? sql`thread.last_side = 'respondent'` : sql`true`, most));

export const messagesOf = (db: Reader, { organisationId }: UnitKey, threadId: string) =>
  db.all<MessageRow>(sql`
    select id, side, author, text, at
      from message
     where organisation_id = ${organisationId} and thread_id = ${threadId}
     order by at, id`);

export const messageById = (db: Reader, { organisationId }: UnitKey, threadId: string, messageId: string) =>
  db.maybe<MessageRow>(sql`
    select id, side, author, text, at
      from message
     where organisation_id = ${organisationId} and thread_id = ${threadId} and id = ${messageId}`);

/** Threads of the account's own units that hold something unseen. */
export const countUnreadOfUnits = async (db: Reader, accountId: string): Promise<number> =>
  (
    await db.maybe<{ count: number }>(sql`
    select count(*) as count
      from unit_access access
      join message_thread thread on thread.organisation_id = access.organisation_id and thread.unit_id = access.unit_id
      left join thread_read seen
        on seen.organisation_id = thread.organisation_id and seen.thread_id = thread.id and seen.account_id = ${accountId}
     where access.account_id = ${accountId}
       and exists (select from message
                    where message.organisation_id = thread.organisation_id and message.thread_id = thread.id
                      and message.author <> ${accountId} and (seen.read_at is null or message.at > seen.read_at))`)
  )?.count ?? 0;

/** Threads where a respondent has written something that the account has not seen. */
export const countUnreadOfAll = async (db: Reader, accountId: string): Promise<number> =>
  (
    await db.maybe<{ count: number }>(sql`
    select count(*) as count
      from message_thread thread
      left join thread_read seen
        on seen.organisation_id = thread.organisation_id and seen.thread_id = thread.id and seen.account_id = ${accountId}
     where exists (select from message
                    where message.organisation_id = thread.organisation_id and message.thread_id = thread.id
                      and message.side = 'respondent' and message.author <> ${accountId}
                      and (seen.read_at is null or message.at > seen.read_at))`)
  )?.count ?? 0;

/** Threads per unit in which the respondent wrote last. */
export const unansweredPerUnit = (db: Reader) =>
  db.all<{ unitId: string; count: number }>(sql`
    select unit_id, count(*) as count
      from message_thread
     where last_side = 'respondent'
     group by organisation_id, unit_id`);

/** Threads in which nobody has written since before then, over all organisations. */
export const countThreadsBefore = async (db: Reader, before: Date): Promise<number> =>
  (await db.maybe<{ count: number }>(sql`select count(*) as count from message_thread where last_at < ${before}`))?.count ?? 0;
