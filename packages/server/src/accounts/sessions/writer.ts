import { sql, type Writer } from '../../platform/db/index.ts';
import type { Way } from '../reader.ts';

/** @returns true when the account had been signed in before */
export const noteSignIn = async (db: Writer, accountId: string, at: Date): Promise<boolean> =>
  (await db.maybe<{ isReturning: boolean }>(sql`
    update account set last_signed_in_at = ${at}
      from (select id, last_signed_in_at is not null as is_returning from account where id = ${accountId} for update) before
     where account.id = before.id
    returning before.is_returning`))!.isReturning;

/**
 * Opens a session, if the organisations of the person let people in by this. The account is held before (`noteSignIn`): an organisation
 * that changes its mind at the same moment comes before, and is obeyed, or after, and finds the session to end.
 * @returns false when one does not
 */
export const insertSession = async (
  db: Writer,
  session: { tokenHash: Buffer; accountId: string; userAgent: string; at: Date; elevatedUntil: Date; by: Way },
): Promise<boolean> =>
  (await db.run(sql`
    insert into session (token_hash, account_id, created_at, last_seen_at, user_agent, elevated_until, proven_by, provider)
    select ${session.tokenHash}, ${session.accountId}, ${session.at}::timestamptz, ${session.at}::timestamptz, ${session.userAgent},
           ${session.elevatedUntil}::timestamptz, ${session.by.proof}::text, ${session.by.provider}::text
     where account_admits(${session.accountId}, ${session.by.proof}, ${session.by.provider})`)) === 1;

/** Ends the sessions that were opened by what the organisations of their persons no longer let in. @returns how many of whose */
export const endOvertakenSessions = (db: Writer, accountIds: readonly string[]) =>
  db.all<{ accountId: string; ended: number }>(sql`
    with overtaken as (
      delete from session
       where account_id = any(${[...accountIds]}::uuid[]) and not account_admits(account_id, proven_by, provider)
      returning account_id)
    select account_id, count(*) as ended from overtaken group by account_id order by account_id`);

export const touchSession = (db: Writer, tokenHash: Buffer, at: Date) =>
  db.run(sql`update session set last_seen_at = ${at} where token_hash = ${tokenHash} and last_seen_at < ${at}`);

export const renewToken = (
  db: Writer,
  sessionId: string,
  next: { tokenHash: Buffer; elevatedUntil: Date; elevatedFor: string; at: Date },
) =>
  db.run(sql`
    update session
       set previous_token_hash = token_hash, token_hash = ${next.tokenHash}, rotated_at = ${next.at},
           elevated_until = ${next.elevatedUntil}, elevated_for = ${next.elevatedFor}
     where id = ${sessionId}`);

/** Spends a proof given for one thing; that somebody has proved who they are still counts. @returns false when there is none, or another request was first */
export const spendElevation = async (db: Writer, sessionId: string, purpose: string, at: Date): Promise<boolean> =>
  (await db.run(sql`
    update session set elevated_for = ''
     where id = ${sessionId} and elevated_for = ${purpose} and elevated_until > ${at}`)) === 1;

/** @returns true when there was one */
export const endSession = async (db: Writer, tokenHash: Buffer): Promise<boolean> =>
  (await db.run(sql`delete from session where token_hash = ${tokenHash}`)) === 1;

/** @returns false when the account has no such session */
export const endOwnSession = async (db: Writer, accountId: string, sessionId: string): Promise<boolean> =>
  (await db.run(sql`delete from session where account_id = ${accountId} and id = ${sessionId}`)) === 1;

/** @returns how many there were */
export const endOtherSessions = (db: Writer, accountId: string, butSessionId: string): Promise<number> =>
  db.run(sql`delete from session where account_id = ${accountId} and id <> ${butSessionId}`);

/** @returns how many there were */
export const endSessionsThrough = (db: Writer, accountId: string, provider: string): Promise<number> =>
  db.run(sql`delete from session where account_id = ${accountId} and provider = ${provider}`);

/** Gives a browser another token, for every account that has used it. */
export const renewDevice = (db: Writer, from: Buffer, to: Buffer) =>
  db.run(sql`update device set token_hash = ${to} where token_hash = ${from}`);

/** @returns `isNew` when the account had not been signed in from the browser before; how many other browsers the account has */
export const insertDevice = async (
  db: Writer,
  tokenHash: Buffer,
  accountId: string,
  at: Date,
): Promise<{ isNew: boolean; others: number }> =>
  (await db.maybe<{ isNew: boolean; others: number }>(sql`
    insert into device (token_hash, account_id, first_seen_at, last_seen_at) values (${tokenHash}, ${accountId}, ${at}, ${at})
    on conflict (token_hash, account_id) do update set last_seen_at = excluded.last_seen_at
    returning xmax = 0 as is_new,
              (select count(*) from device other where other.account_id = ${accountId} and other.token_hash <> ${tokenHash}) as others`))!;

/** Keeps the browsers used last. */
export const forgetOldestDevices = (db: Writer, accountId: string, most: number) =>
  db.run(sql`
    delete from device where account_id = ${accountId} and token_hash in
      (select token_hash from device where account_id = ${accountId} order by last_seen_at desc, first_seen_at desc offset ${most})`);

/** What an owner is told of at the next sign-in, by how often. */
export interface HalfSignIns {
  /** Right password, wrong second factor. */
  readonly failures: number;
  /** Right password, and nothing more. */
  readonly unfinished: number;
  /** Right code from the mail, wrong code of the app. */
  readonly mailFailures: number;
}

/** Attempts whose times are kept, of an account. */
const mostTimed = 50;

/**
 * @param journey  when the journey it happened on began, which is what it is taken back by
 * @returns how often by now
 */
export const addToWarning = async (
  db: Writer,
  accountId: string,
  { failures = 0, unfinished = 0, mailFailures = 0 }: Partial<HalfSignIns>,
  journey: Date,
  at: Date,
): Promise<HalfSignIns> => {
  const attempt = { is: mailFailures > 0 ? 'mailFailures' : failures > 0 ? 'failures' : 'unfinished', at: at.toISOString() };
  const attempts = JSON.stringify({ [journey.toISOString()]: attempt });
  return (await db.maybe<HalfSignIns>(sql`
    insert into sign_in_warning as warning (account_id, failures, unfinished, mail_failures, last_at, attempts)
    values (${accountId}, ${failures}, greatest(${unfinished}::int, 0), ${mailFailures}, ${at}, ${attempts}::jsonb)
    on conflict (account_id) do update
       set failures = warning.failures + ${failures}, unfinished = greatest(warning.unfinished + ${unfinished}::int, 0),
           mail_failures = warning.mail_failures + ${mailFailures}, last_at = excluded.last_at,
           attempts = (select jsonb_object_agg(key, value)
                         from (select key, value from jsonb_each(warning.attempts || excluded.attempts)
                                order by (value ->> 'at')::timestamptz desc limit ${mostTimed}) as newest)
    returning failures, unfinished, mail_failures`))!;
};

export async function takeFromWarning(
  db: Writer,
  accountId: string,
  { failures = 0, unfinished = 0, mailFailures = 0 }: Partial<HalfSignIns>,
  journey: Date,
): Promise<void> {
  if (failures + unfinished + mailFailures === 0) return;
  const wasAll = await db.run(sql`
    delete from sign_in_warning
     where account_id = ${accountId} and failures <= ${failures} and unfinished <= ${unfinished} and mail_failures <= ${mailFailures}`);
  if (wasAll === 0)
    await db.run(sql`
      update sign_in_warning
         set failures = greatest(failures - ${failures}, 0), unfinished = greatest(unfinished - ${unfinished}, 0),
             mail_failures = greatest(mail_failures - ${mailFailures}, 0), attempts = attempts - ${journey.toISOString()}::text,
             last_at = coalesce((select max((value ->> 'at')::timestamptz) from jsonb_each(attempts - ${journey.toISOString()}::text)), last_at)
       where account_id = ${accountId}`);
}

export const dismissWarning = (db: Writer, accountId: string, seenAt: Date) =>
  db.run(sql`delete from sign_in_warning where account_id = ${accountId} and last_at <= ${seenAt}`);

export const endSessionsOf = (db: Writer, accountId: string) => db.run(sql`delete from session where account_id = ${accountId}`);
