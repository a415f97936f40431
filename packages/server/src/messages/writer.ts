import { sql, type Writer } from '../platform/db/index.ts';
import type { UnitKey } from '../units/index.ts';
import type { MessageRow, Side } from './thread.ts';

/** @returns undefined when the id is taken: the same request came before */
export const insertThread = (
  db: Writer,
  { organisationId, unitId }: UnitKey,
  thread: {
    readonly id: string;
    readonly subject: string;
    readonly deliveryId: string | null;
    readonly rule: string | null;
    readonly startedBy: string;
    readonly startedAt: Date;
    readonly side: Side;
  },
) =>
  db.maybe<{ id: string }>(sql`
    insert into message_thread (organisation_id, id, unit_id, subject, delivery_id, rule, started_by, started_at, last_at, last_side)
    values (${organisationId}, ${thread.id}, ${unitId}, ${thread.subject}, ${thread.deliveryId}, ${thread.rule}, ${thread.startedBy}, ${thread.startedAt}, ${thread.startedAt}, ${thread.side})
    on conflict do nothing
    returning id`);

/** @returns undefined when the id is taken: the same request came before */
export const insertMessage = (db: Writer, { organisationId }: UnitKey, threadId: string, message: MessageRow) =>
  db.maybe<{ id: string }>(sql`
    insert into message (organisation_id, thread_id, id, side, author, text, at)
    values (${organisationId}, ${threadId}, ${message.id}, ${message.side}, ${message.author}, ${message.text}, ${message.at})
    on conflict do nothing
    returning id`);

export const touchThread = (db: Writer, { organisationId }: UnitKey, threadId: string, side: Side, at: Date) =>
  db.run(sql`
    update message_thread set last_at = greatest(last_at, ${at}), last_side = ${side}
     where organisation_id = ${organisationId} and id = ${threadId}`);

/** Notes that an account has seen everything up to an instant; never less than before. A new notice may go out after it. */
export const markRead = (db: Writer, { organisationId }: UnitKey, threadId: string, accountId: string, at: Date) =>
  db.run(sql`
    insert into thread_read (organisation_id, thread_id, account_id, read_at)
    values (${organisationId}, ${threadId}, ${accountId}, ${at})
    on conflict (organisation_id, thread_id, account_id)
    do update set read_at = greatest(thread_read.read_at, excluded.read_at), notified_at = null`);

/** Takes the one notice that an account may have waiting for a thread. @returns the accounts that had none */
export const claimNotices = (db: Writer, { organisationId }: UnitKey, threadId: string, accountIds: readonly string[], at: Date) =>
  db.all<{ accountId: string }>(sql`
    insert into thread_read (organisation_id, thread_id, account_id, notified_at)
    select ${organisationId}, ${threadId}, one::uuid, ${at} from jsonb_array_elements_text(${JSON.stringify(accountIds)}::jsonb) one
    on conflict (organisation_id, thread_id, account_id)
    do update set notified_at = excluded.notified_at where thread_read.notified_at is null
    returning account_id`);

/** Takes away where threads belong in deliveries that are about to be erased. @returns number of threads */
export const clearLinks = (db: Writer, deliveryIds: readonly string[]) =>
  db.run(sql`
    update message_thread set delivery_id = null, rule = null
     where delivery_id in (select one::uuid from jsonb_array_elements_text(${JSON.stringify(deliveryIds)}::jsonb) one)`);

/** Erases threads in which nobody has written since before then, over all organisations. @returns number of threads */
export async function eraseThreadsBefore(db: Writer, before: Date): Promise<number> {
  const old = sql`(organisation_id, thread_id) in (select organisation_id, id from message_thread where last_at < ${before})`;
  await db.run(sql`delete from thread_read where ${old}`);
  await db.run(sql`delete from message where ${old}`);
  return db.run(sql`delete from message_thread where last_at < ${before}`);
}
