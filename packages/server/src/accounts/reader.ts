import type { CollectingRole } from '@insamling/contract';
import { sql, type Reader } from '../platform/db/index.ts';
import type { Account, AccountStatus } from './account.ts';
import type { OpenStage } from './journey.ts';

const accountColumns = sql`
  id as account_id, pseudonym, email_normalised as email, name, status, collecting_role, notice_version, invitation_expires_at,
  exists (select from passkey where passkey.account_id = account.id) as has_passkey, account_requires_passkey(account.id) as requires_passkey`;

export const accountByAddress = (db: Reader, address: string) =>
  db.maybe<Account & { password: string | null }>(sql`
    select ${accountColumns}, password
      from account
     where email_normalised = ${address}`);

/** Status and role on the collecting side by address, for the addresses that somebody has. */
export const accountsByAddress = (db: Reader, addresses: readonly string[]) =>
  db.all<{ email: string; status: AccountStatus; collectingRole: CollectingRole | null }>(sql`
    select email_normalised as email, status, collecting_role from account where email_normalised = any(${[...addresses]}::text[])`);

export type JourneyKind = 'invitation' | 'sign-in' | 'change-app';
/** What was shown beside the password, or alone. */
export type Proof = 'app' | 'recovery-code' | 'passkey' | 'provider';

/** What opened a session, or will: a provider is named. */
export interface Way {
  readonly proof: Proof;
  readonly provider: string | null;
}

export interface JourneyRow {
  readonly kind: JourneyKind;
  readonly stage: OpenStage;
  readonly address: string;
  readonly accountId: string | null;
  readonly codeMac: Buffer | null;
  readonly codeKeyId: string | null;
  readonly codeExpiresAt: Date | null;
  readonly codeSentAt: Date | null;
  readonly pendingTotp: Buffer | null;
  readonly pendingTotpKeyId: string | null;
  readonly pendingTotpStep: number | null;
  readonly returnPath: string | null;
  /** Tries spent at the stage before this one. */
  readonly tries: number;
  readonly provenBy: Proof | null;
  /** Which provider, when it was one. */
  readonly provider: string | null;
  readonly createdAt: Date;
}

/** A journey that has not run out, held until the transaction ends. */
export const lockJourney = (db: Reader, tokenHash: Buffer, now: Date) =>
  db.maybe<JourneyRow>(sql`
    select kind, stage, address, account_id, code_mac, code_key_id, code_expires_at, code_sent_at,
           pending_totp, pending_totp_key_id, pending_totp_step, return_path, proven_by, provider, tries, created_at
      from journey
     where token_hash = ${tokenHash} and expires_at > ${now}
       for update`);

/** The account that a journey is of. */
export const accountOfJourney = (db: Reader, tokenHash: Buffer) =>
  db.maybe<Account>(sql`
    select ${accountColumns}
      from account
     where id = (select account_id from journey where token_hash = ${tokenHash}) and email_normalised is not null`);

export const accountById = (db: Reader, accountId: string) =>
  db.maybe<Account>(sql`
    select ${accountColumns}
      from account
     where id = ${accountId} and email_normalised is not null`);

export interface SessionRow {
  readonly sessionId: string;
  readonly accountId: string;
  readonly pseudonym: string;
  readonly name: string;
  readonly status: AccountStatus;
  readonly collectingRole: CollectingRole | null;
  readonly noticeVersion: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly elevatedUntil: Date | null;
  readonly elevatedFor: string;
  /** The provider that opened it, if one did. */
  readonly provider: string | null;
  /** The token is the one before the newest. */
  readonly isPrevious: boolean;
}

/** A session with the account as it is now; whether it still holds is for `session.ts` to say. */
export const sessionBy = (db: Reader, tokenHash: Buffer, previousAfter: Date) =>
  db.maybe<SessionRow>(sql`
    select session.id as session_id, session.elevated_until, session.elevated_for, session.provider, session.token_hash <> ${tokenHash} as is_previous,
           account.id as account_id, account.pseudonym, account.name, account.status, account.collecting_role, account.notice_version,
           session.created_at, session.last_seen_at
      from session
      join account on account.id = session.account_id
     where session.token_hash = ${tokenHash} or (session.previous_token_hash = ${tokenHash} and session.rotated_at > ${previousAfter})`);

/** True when every organisation that the person acts for lets people in by this. */
export const isAdmitted = async (db: Reader, accountId: string, { proof, provider }: Way): Promise<boolean> =>
  (await db.maybe<{ admits: boolean }>(sql`select account_admits(${accountId}, ${proof}, ${provider}) as admits`))?.admits ?? false;

/** What a person can be shown of the own sessions. */
export const sessionsOf = (db: Reader, accountId: string, { createdAfter, seenAfter }: { createdAfter: Date; seenAfter: Date }) =>
  db.all<{ id: string; userAgent: string; createdAt: Date; lastSeenAt: Date }>(sql`
    select id, user_agent, created_at, last_seen_at from session
     where account_id = ${accountId} and created_at > ${createdAfter} and last_seen_at > ${seenAfter}
     order by created_at desc, id`);

/** True when the account with the address has been signed in from the browser with the token. */
export const isKnownDevice = async (db: Reader, tokenHash: Buffer, address: string): Promise<boolean> =>
  (await db.maybe(sql`
    select from device join account on account.id = device.account_id
     where device.token_hash = ${tokenHash} and account.email_normalised = ${address}`)) !== undefined;

/** Where letters to the account go; undefined when it has no address (any more). */
export const addressOf = async (db: Reader, accountId: string): Promise<string | undefined> =>
  (await db.maybe<{ email: string | null }>(sql`select email_normalised as email from account where id = ${accountId}`))?.email ??
  undefined;

/** How often, when the last of each was, and whether the password has been changed since then. */
export const signInWarningOf = (db: Reader, accountId: string) => {
  const lastOf = (kind: string) => sql`coalesce((
    select max((attempt ->> 'at')::timestamptz) from jsonb_path_query(attempts, '$.*') attempt where attempt ->> 'is' = ${kind}),
    (attempts -> 'before' ->> 'at')::timestamptz, last_at)`;
  return db.maybe<{
    failures: number;
    unfinished: number;
    mailFailures: number;
    lastAt: Date;
    failedAt: Date;
    unfinishedAt: Date;
    mailFailedAt: Date;
    passwordChangedAt: Date | null;
  }>(sql`
    select failures, unfinished, mail_failures, last_at, ${lastOf('failures')} as failed_at, ${lastOf('unfinished')} as unfinished_at,
           ${lastOf('mailFailures')} as mail_failed_at, account.password_changed_at
      from sign_in_warning join account on account.id = account_id
     where account_id = ${accountId}`);
};

export const pauseOf = async (db: Reader, addressMac: Buffer): Promise<Date | null> =>
  (await db.maybe<{ lockedUntil: Date | null }>(sql`select locked_until from sign_in_try where address_mac = ${addressMac}`))
    ?.lockedUntil ?? null;

export const appCodePauseOf = (db: Reader, accountId: string) =>
  db.maybe<{ lockedUntil: Date | null; failures: number }>(
    sql`select totp_locked_until as locked_until, totp_failures_total as failures from account where id = ${accountId}`,
  );

/** An account with its address, held until the transaction ends. */
export const lockAccount = (db: Reader, accountId: string) =>
  db.maybe<{ email: string | null; status: AccountStatus; pseudonym: string }>(
    sql`select email_normalised as email, status, pseudonym from account where id = ${accountId} for update`,
  );

/** Accounts that have had no role since before then; one of them, when it is named. */
export const accountsWithoutRole = (db: Reader, before: Date, accountId: string | null = null) =>
  db.all<{ accountId: string }>(sql`
    select id as account_id from account
     where without_role_since <= ${before} and status <> 'ended' and collecting_role is null
       and not exists (select from unit_access where unit_access.account_id = account.id)
       and id = coalesce(${accountId}::uuid, id)
     order by id`);

/** Accounts whose invitation ran out before then and was never used; one of them, when it is named. */
export const invitationsLeft = (db: Reader, before: Date, accountId: string | null = null) =>
  db.all<{ accountId: string }>(sql`
    select id as account_id from account
     where status = 'invited' and invitation_expires_at <= ${before} and id = coalesce(${accountId}::uuid, id)
     order by id`);

/** What the account itself holds of a person, credentials left out. */
export const accountFacts = (db: Reader, accountId: string) =>
  db.maybe<{
    id: string;
    pseudonym: string;
    name: string;
    email: string;
    phone: string;
    collectingRole: CollectingRole | null;
    createdAt: Date;
    invitedAt: Date;
    lastSignedInAt: Date | null;
    passwordChangedAt: Date | null;
  }>(sql`
    select id, pseudonym, name, email_normalised as email, phone, collecting_role, created_at, invited_at, last_signed_in_at, password_changed_at
      from account
     where id = ${accountId} and email_normalised is not null`);

export const acknowledgementsOf = (db: Reader, accountId: string) =>
  db.all<{ version: string; at: Date }>(
    sql`select version, at from notice_acknowledgement where account_id = ${accountId} order by at desc`,
  );

export const sessionFactsOf = (db: Reader, accountId: string) =>
  db.all<{ id: string; createdAt: Date; lastSeenAt: Date; userAgent: string }>(
    sql`select id, created_at, last_seen_at, user_agent from session where account_id = ${accountId} order by last_seen_at desc`,
  );

export const passkeyFactsOf = (db: Reader, accountId: string) =>
  db.all<{ name: string; createdAt: Date; lastUsedAt: Date | null }>(
    sql`select name, created_at, last_used_at from passkey where account_id = ${accountId} order by created_at`,
  );

export const recoveryCodeFactsOf = (db: Reader, accountId: string) =>
  db.all<{ createdAt: Date; usedAt: Date | null }>(
    sql`select created_at, used_at from recovery_code where account_id = ${accountId} order by used_at, created_at`,
  );

export const providerFactsOf = (db: Reader, accountId: string) =>
  db.all<{ name: string; linkedAt: Date; lastUsedAt: Date | null }>(
    sql`select issuer as name, linked_at, last_used_at from provider_link where account_id = ${accountId} order by linked_at`,
  );

export const deviceFactsOf = (db: Reader, accountId: string) =>
  db.all<{ firstSeenAt: Date; lastSeenAt: Date }>(
    sql`select first_seen_at, last_seen_at from device where account_id = ${accountId} order by last_seen_at desc`,
  );

/** Names by the pseudonym of the audit log, of those that have a name. */
export const namesByPseudonym = (db: Reader, pseudonyms: readonly string[]) =>
  db.all<{ pseudonym: string; name: string }>(
    sql`select pseudonym, name from account where pseudonym = any(${[...new Set(pseudonyms)]}::text[]) and name <> ''`,
  );

export interface AccountSummary {
  readonly accountId: string;
  readonly email: string | null;
  readonly name: string;
  readonly phone: string;
  readonly status: AccountStatus;
  readonly collectingRole: CollectingRole | null;
  /** Until when an invitation or a reset can be used. */
  readonly invitationExpiresAt: Date | null;
  readonly lastSignedInAt: Date | null;
}

/** Who the accounts are, in no certain order; an id that nobody has is left out. */
export const accountSummary = (db: Reader, accountIds: readonly string[]) =>
  db.all<AccountSummary>(sql`
    select id as account_id, email_normalised as email, name, phone, status, collecting_role, invitation_expires_at, last_signed_in_at
      from account
     where id = any(${[...accountIds]}::uuid[])`);

/** Finished accounts with one of the roles on the collecting side. */
export const staffWithRole = (db: Reader, roles: readonly CollectingRole[]) =>
  db.all<{ accountId: string; email: string; name: string; collectingRole: CollectingRole }>(sql`
    select id as account_id, email_normalised as email, name, collecting_role
      from account
     where status = 'active' and email_normalised is not null and collecting_role = any(${[...roles]}::text[])
     order by name, id`);

export interface StandingAccount {
  readonly accountId: string;
  readonly status: AccountStatus;
  readonly collectingRole: CollectingRole | null;
  readonly administratorUntil: Date | null;
}

/** How the accounts stand now, held until the transaction ends so that two who act on each other come one after the other. */
export const lockAccounts = (db: Reader, accountIds: readonly string[]) =>
  db.all<StandingAccount>(sql`
    select id as account_id, status, collecting_role, administrator_until
      from account
     where id = any(${[...accountIds]}::uuid[])
     order by id
       for no key update`);
