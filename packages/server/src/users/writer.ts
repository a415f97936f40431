import { sql, type Writer } from '../platform/db/index.ts';
import type { ForTwo } from './user.ts';

/** Closes what nobody answered in time, so that it can be asked anew. */
export const lapseRequests = (db: Writer, what: ForTwo, accountId: string, at: Date) =>
  db.run(sql`
    update ${sql.table(what)} set outcome = 'lapsed', decided_at = expires_at
     where account_id = ${accountId} and outcome is null and expires_at <= ${at}`);

/** @returns false when one waits for the account already */
export const insertReset = async (
  db: Writer,
  reset: { id: string; accountId: string; askedBy: string; reason: string; needsSecond: boolean; at: Date; expiresAt: Date },
): Promise<boolean> =>
  (await db.run(sql`
    insert into second_factor_reset (id, account_id, asked_by, asked_at, reason, needs_second, expires_at, outcome, decided_at)
    values (${reset.id}, ${reset.accountId}, ${reset.askedBy}, ${reset.at}, ${reset.reason}, ${reset.needsSecond}, ${reset.expiresAt},
            ${reset.needsSecond ? null : 'done'}, ${reset.needsSecond ? null : reset.at}::timestamptz)
    on conflict (account_id) where outcome is null do nothing`)) === 1;

/** @returns false when one waits for the account already */
export const insertAdministratorRequest = async (
  db: Writer,
  request: { id: string; accountId: string; askedBy: string; at: Date; expiresAt: Date },
): Promise<boolean> =>
  (await db.run(sql`
    insert into administrator_request (id, account_id, asked_by, asked_at, expires_at)
    values (${request.id}, ${request.accountId}, ${request.askedBy}, ${request.at}, ${request.expiresAt})
    on conflict (account_id) where outcome is null do nothing`)) === 1;

/**
 * A second administrator's yes, once: by somebody who neither asked nor is the one it is about, while the one who asked still is
 * an administrator. @returns false when any of that does not hold
 */
export const approveWaiting = async (db: Writer, what: ForTwo, id: string, by: string, at: Date): Promise<boolean> =>
  (await db.run(sql`
    update ${sql.table(what)} request set outcome = 'done', decided_by = ${by}, decided_at = ${at}
     where request.id = ${id} and request.outcome is null and request.expires_at > ${at} and request.asked_by <> ${by} and request.account_id <> ${by}
       and (select count(*) from account
             where account.id in (${by}, request.asked_by) and account.status = 'active' and account.collecting_role = 'administrator') = 2`)) ===
  1;

/** The no of any other administrator, or the asker's own second thought; once. @returns false when it was decided already */
export const declineWaiting = async (db: Writer, what: ForTwo, id: string, by: string, at: Date): Promise<boolean> =>
  (await db.run(sql`
    update ${sql.table(what)} set outcome = 'declined', decided_by = ${by}, decided_at = ${at}
     where id = ${id} and outcome is null and expires_at > ${at}`)) === 1;

/** What was written about somebody who has left. */
export const forgetReasons = (db: Writer, accountId: string) =>
  db.run(sql`update second_factor_reset set reason = '' where account_id = ${accountId}`);
