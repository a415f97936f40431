import type { CollectingRole } from '@insamling/contract';
import { sql, type RawBuilder, type Writer } from '../platform/db/index.ts';
import type { AccountStatus } from './account.ts';
import type { OpenStage } from './journey.ts';
import type { JourneyKind, Proof } from './reader.ts';

export const insertJourney = (
  db: Writer,
  journey: {
    tokenHash: Buffer;
    kind: JourneyKind;
    stage: OpenStage;
    address: string;
    accountId: string | null;
    codeMac?: Buffer;
    codeKeyId?: string;
    codeExpiresAt?: Date;
    codeSentAt?: Date;
    provenBy?: Proof;
    provider?: string;
    returnPath: string | null;
    at: Date;
    expiresAt: Date;
  },
) =>
  db.run(sql`
    insert into journey (token_hash, kind, stage, address, account_id, code_mac, code_key_id, code_expires_at, code_sent_at, proven_by, provider, return_path, created_at, expires_at)
    values (${journey.tokenHash}, ${journey.kind}, ${journey.stage}, ${journey.address}, ${journey.accountId}, ${journey.codeMac ?? null}, ${journey.codeKeyId ?? null},
            ${journey.codeExpiresAt ?? null}, ${journey.codeSentAt ?? null}, ${journey.provenBy ?? null}, ${journey.provider ?? null}, ${journey.returnPath}, ${journey.at}, ${journey.expiresAt})`);

/**
 * Takes a journey from one stage to the next under a new token; the old token is nobody's then. A spent code is gone.
 * @returns false when another was first, or the account may not come in any more: its invitation has run out or was withdrawn
 */
export const moveJourney = async (
  db: Writer,
  tokenHash: Buffer,
  from: OpenStage,
  to: OpenStage,
  next: { tokenHash: Buffer; at: Date; expiresAt: Date },
): Promise<boolean> =>
  (await db.run(sql`
    update journey
       set token_hash = ${next.tokenHash}, stage = ${to}, expires_at = ${next.expiresAt}, tries = 0, code_mac = null, code_key_id = null, code_expires_at = null
     where token_hash = ${tokenHash} and stage = ${from}
       and exists (select from account
                    where account.id = journey.account_id
                      and (account.status = 'active' or account.status in ('invited', 'reset')
                           and (account.invitation_expires_at is null or account.invitation_expires_at > ${next.at})))`)) === 1;

export const endJourney = async (db: Writer, tokenHash: Buffer, from?: OpenStage): Promise<boolean> =>
  (await db.run(sql`delete from journey where token_hash = ${tokenHash} and stage = coalesce(${from ?? null}::text, stage)`)) === 1;

/** What the person has shown by now beside the password, or alone. */
export const keepProof = (db: Writer, tokenHash: Buffer, proof: Proof) =>
  db.run(sql`update journey set proven_by = ${proof}, provider = null where token_hash = ${tokenHash}`);

/** A passkey has said who the person is. @returns false when somebody was known already */
export const nameJourney = async (db: Writer, tokenHash: Buffer, account: { accountId: string; email: string }): Promise<boolean> =>
  (await db.run(sql`
    update journey set account_id = ${account.accountId}, address = ${account.email}
     where token_hash = ${tokenHash} and stage = 'passkey' and account_id is null`)) === 1;

/**
 * Ends what other browsers have begun for the account. Who has not yet entered the code from the mail may be anybody, and is not told:
 * the journey goes on as with an address that nobody has.
 */
export async function endJourneysOf(db: Writer, accountId: string, but: Buffer = Buffer.alloc(0)): Promise<void> {
  await db.run(sql`
    update journey set account_id = null, code_mac = null, code_key_id = null
     where account_id = ${accountId} and stage = 'code' and token_hash <> ${but}`);
  await db.run(sql`delete from journey where account_id = ${accountId} and token_hash <> ${but}`);
}

/** The account of a journey that stands at the stage and has tries left. */
export const accountTrying = (tokenHash: Buffer, stage: OpenStage, most: number) =>
  sql`(select account_id from journey where token_hash = ${tokenHash} and stage = ${stage} and tries < ${most})`;

/** Spends one of the tries of a stage. @returns false when none is left */
export const spendTry = async (db: Writer, tokenHash: Buffer, stage: OpenStage, most: number): Promise<boolean> =>
  (await db.run(sql`update journey set tries = tries + 1 where token_hash = ${tokenHash} and stage = ${stage} and tries < ${most}`)) === 1;

/** Puts a new code in the place of the old, if the pause between two has passed. */
export const renewCode = async (
  db: Writer,
  tokenHash: Buffer,
  code: { mac: Buffer; keyId: string; expiresAt: Date },
  at: Date,
  notSentAfter: Date,
  expiresAt: Date,
): Promise<boolean> =>
  (await db.run(sql`
    update journey
       set code_mac = ${code.mac}, code_key_id = ${code.keyId}, code_expires_at = ${code.expiresAt}, code_sent_at = ${at}, tries = 0, expires_at = ${expiresAt}
     where token_hash = ${tokenHash} and stage = 'code' and code_sent_at <= ${notSentAfter}`)) === 1;

/** Remembers a code mail to an address, unless too many were sent: one asker at a time, so that the limits hold. */
export async function claimCodeMail(
  db: Writer,
  addressMac: Buffer,
  id: string,
  at: Date,
  limits: { quarter: number; day: number },
): Promise<boolean> {
  await db.all(sql`select pg_advisory_xact_lock(hashtextextended(${addressMac.toString('hex')}, 0))`);
  return (
    (await db.run(sql`
    insert into code_mail (address_mac, sent_at, id)
    select ${addressMac}, ${at}, ${id}
     where (select count(*) from code_mail where address_mac = ${addressMac} and sent_at > ${new Date(at.getTime() - 900_000)}) < ${limits.quarter}
       and (select count(*) from code_mail where address_mac = ${addressMac} and sent_at > ${new Date(at.getTime() - 86_400_000)}) < ${limits.day}`)) ===
    1
  );
}

export const keepPendingSecret = (db: Writer, tokenHash: Buffer, pending: { keyId: string; sealed: Buffer }) =>
  db.run(
    sql`update journey set pending_totp = ${pending.sealed}, pending_totp_key_id = ${pending.keyId}, pending_totp_step = null where token_hash = ${tokenHash}`,
  );

export const keepPendingStep = (db: Writer, tokenHash: Buffer, step: number) =>
  db.run(sql`update journey set pending_totp_step = ${step} where token_hash = ${tokenHash}`);

/**
 * Counts a try of the account's app code before it is looked at, unless the account pauses.
 * @param account  its id, or a question that gives it
 * @returns the sealed key and the last spent step, or undefined while no code is looked at
 */
export const reserveAppCodeTry = (
  db: Writer,
  account: RawBuilder<unknown>,
  at: Date,
  limits: { inRow: number; total: number; pausedUntil: Date },
) =>
  db.maybe<{ sealed: Buffer; keyId: string; lastStep: number; inRow: number }>(sql`
    update account
       set totp_failures_in_row = case when totp_locked_until <= ${at} then 1 else totp_failures_in_row + 1 end,
           totp_failures_total = totp_failures_total + 1,
           totp_locked_until = case when totp_locked_until is null and totp_failures_in_row + 1 >= ${limits.inRow} then ${limits.pausedUntil}::timestamptz end
     where id = ${account} and status = 'active' and totp_failures_total < ${limits.total}
       and (totp_locked_until is null or totp_locked_until <= ${at})
    returning totp_secret as sealed, totp_key_id as key_id, totp_last_step as last_step, totp_failures_in_row as in_row`);

/** Spends a step of the app, once per account and never backwards. */
export const spendStep = async (db: Writer, accountId: string, step: number): Promise<boolean> =>
  (await db.run(sql`
    update account
       set totp_last_step = ${step}, totp_failures_in_row = 0, totp_failures_total = 0, totp_locked_until = null
     where id = ${accountId} and totp_last_step < ${step}`)) === 1;

/** Password and app become valid together, and only for an account that still waits for them and has not waited too long. */
export const saveFirstCredentials = async (
  db: Writer,
  accountId: string,
  credentials: { password: string; totp: { keyId: string; sealed: Buffer }; step: number },
  at: Date,
): Promise<boolean> =>
  (await db.run(sql`
    update account
       set status = 'active', password = ${credentials.password}, password_changed_at = ${at},
           totp_secret = ${credentials.totp.sealed}, totp_key_id = ${credentials.totp.keyId}, totp_last_step = ${credentials.step},
           totp_failures_in_row = 0, totp_failures_total = 0, totp_locked_until = null, invitation_expires_at = null
     where id = ${accountId} and status in ('invited', 'reset') and (invitation_expires_at is null or invitation_expires_at > ${at})`)) ===
  1;

/** Another app in the place of the old one, whose codes are worth nothing from now on. */
export const saveNewApp = async (
  db: Writer,
  accountId: string,
  app: { totp: { keyId: string; sealed: Buffer }; step: number },
): Promise<boolean> =>
  (await db.run(sql`
    update account
       set totp_secret = ${app.totp.sealed}, totp_key_id = ${app.totp.keyId}, totp_last_step = ${app.step},
           totp_failures_in_row = 0, totp_failures_total = 0, totp_locked_until = null
     where id = ${accountId} and status = 'active'`)) === 1;

export const saveNewPassword = async (db: Writer, accountId: string, password: string, at: Date): Promise<boolean> =>
  (await db.run(
    sql`update account set password = ${password}, password_changed_at = ${at} where id = ${accountId} and status = 'active'`,
  )) === 1;

/** The same password under dearer parameters, unless it was changed meanwhile. */
export const rehashPassword = (db: Writer, accountId: string, from: string, to: string) =>
  db.run(sql`update account set password = ${to} where id = ${accountId} and password = ${from}`);

/**
 * Counts a password tried before it is looked at. After `most` wrong ones sign-in pauses, the next time twice as long, and never
 * longer than four times: somebody else's wrong passwords must not keep a person out.
 * @returns false while it pauses
 */
export const reservePasswordTry = async (
  db: Writer,
  counted: Buffer,
  at: Date,
  { most, pauseMinutes }: { most: number; pauseMinutes: number },
): Promise<boolean> => {
  const pausedUntil = sql`case when tried.pauses = 0 then ${new Date(at.getTime() + pauseMinutes * 60_000)}::timestamptz
                               when tried.pauses = 1 then ${new Date(at.getTime() + pauseMinutes * 120_000)}::timestamptz
                               else ${new Date(at.getTime() + pauseMinutes * 240_000)}::timestamptz end`;
  return (
    (await db.run(sql`
    insert into sign_in_try as tried (address_mac, in_row, last_at, pauses, locked_until)
    values (${counted}, 1, ${at}, case when ${most}::int <= 1 then 1 else 0 end,
            case when ${most}::int <= 1 then ${new Date(at.getTime() + pauseMinutes * 60_000)}::timestamptz end)
    on conflict (address_mac) do update
       set in_row = case when tried.locked_until is null then tried.in_row + 1 else 1 end,
           last_at = ${at},
           pauses = case when tried.locked_until is null and tried.in_row + 1 >= ${most} then tried.pauses + 1 else tried.pauses end,
           locked_until = case when tried.locked_until is null and tried.in_row + 1 >= ${most} then ${pausedUntil} end
     where tried.locked_until is null or tried.locked_until <= ${at}`)) === 1
  );
};

export const forgetPasswordTries = (db: Writer, addressMac: Buffer) =>
  db.run(sql`delete from sign_in_try where address_mac = ${addressMac}`);

export async function saveAcknowledgement(db: Writer, accountId: string, version: string, at: Date): Promise<void> {
  await db.run(
    sql`insert into notice_acknowledgement (account_id, version, at) values (${accountId}, ${version}, ${at}) on conflict do nothing`,
  );
  await db.run(sql`update account set notice_version = ${version}, notice_at = ${at} where id = ${accountId}`);
}

export const insertInvited = async (
  db: Writer,
  account: {
    accountId: string;
    pseudonym: string;
    email: string;
    name: string;
    collectingRole: CollectingRole | null;
    invitedBy: string | null;
    at: Date;
    expiresAt: Date;
  },
): Promise<boolean> =>
  (await db.run(sql`
    insert into account (id, pseudonym, email_normalised, name, status, collecting_role, invited_at, invited_by, invitation_expires_at, created_at)
    values (${account.accountId}, ${account.pseudonym}, ${account.email}, ${account.name}, 'invited', ${account.collectingRole}, ${account.at}, ${account.invitedBy}, ${account.expiresAt}, ${account.at})
    on conflict (email_normalised) do nothing`)) === 1;

/** @returns id of the account of this pseudonym without a way in, made if there is none */
export async function insertFormer(db: Writer, account: { accountId: string; pseudonym: string; at: Date }): Promise<string> {
  await db.run(sql`
    insert into account (id, pseudonym, status, invited_at, created_at, ended_at)
    values (${account.accountId}, ${account.pseudonym}, 'ended', ${account.at}, ${account.at}, ${account.at})
    on conflict (pseudonym) do nothing`);
  const former = await db.maybe<{ id: string }>(sql`select id from account where pseudonym = ${account.pseudonym} and status = 'ended'`);
  if (!former) throw new Error('the pseudonym is that of somebody who has an account');
  return former.id;
}

/** Invites again; a role on the collecting side is given when named, and one that lapsed with the old invitation stays lapsed. A name is kept when there is one. */
export const renewInvitation = (
  db: Writer,
  email: string,
  again: { name: string; collectingRole: CollectingRole | null; at: Date; expiresAt: Date },
) =>
  db.maybe<{ accountId: string; status: AccountStatus }>(sql`
    update account
       set name = case when name = '' then ${again.name} else name end,
           collecting_role = coalesce(${again.collectingRole}::text, case when status <> 'invited' or invitation_expires_at is null or invitation_expires_at > ${again.at} then collecting_role end),
           invited_at = case when status = 'invited' then ${again.at}::timestamptz else invited_at end,
           invitation_expires_at = case when status = 'invited' then ${again.expiresAt}::timestamptz else invitation_expires_at end
     where email_normalised = ${email}
    returning id as account_id, status`);

export const saveProfile = (db: Writer, accountId: string, profile: { name: string; phone: string }) =>
  db.maybe<{ id: string; email: string; name: string; phone: string }>(sql`
    update account set name = ${profile.name}, phone = ${profile.phone} where id = ${accountId} and status = 'active'
    returning id, email_normalised as email, name, phone`);

/** Puts the address a person wants, and its code, in the place of one wanted before. */
export const saveAddressChange = (
  db: Writer,
  accountId: string,
  wish: { address: string; codeMac: Buffer; codeKeyId: string; expiresAt: Date },
) =>
  db.run(sql`
    insert into address_change (account_id, address, code_mac, code_key_id, code_expires_at)
    values (${accountId}, ${wish.address}, ${wish.codeMac}, ${wish.codeKeyId}, ${wish.expiresAt})
    on conflict (account_id) do update
       set address = excluded.address, code_mac = excluded.code_mac, code_key_id = excluded.code_key_id,
           code_expires_at = excluded.code_expires_at, tries = 0`);

/** Spends a try of the code before it is looked at. @returns undefined when there is no code, or none that still counts */
export const spendAddressTry = (db: Writer, accountId: string, at: Date, most: number) =>
  db.maybe<{ address: string; codeMac: Buffer; codeKeyId: string }>(sql`
    update address_change set tries = tries + 1
     where account_id = ${accountId} and code_expires_at > ${at} and tries < ${most}
    returning address, code_mac, code_key_id`);

export const endAddressChange = (db: Writer, accountId: string) => db.run(sql`delete from address_change where account_id = ${accountId}`);

/** @returns false for an account without a way in. @throws when somebody else has the address */
export const saveAddress = async (db: Writer, accountId: string, address: string): Promise<boolean> =>
  (await db.run(sql`update account set email_normalised = ${address} where id = ${accountId} and status = 'active'`)) === 1;

/** Deletes the rows of a table that are about an account; the names come from `goes-with-account.ts`. */
export const deleteRowsOf = (db: Writer, table: string, column: string, accountId: string) =>
  db.run(sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${accountId}`);

/** Ends what was begun for an address, also before anybody knew whose it was. */
export const forgetJourneysTo = (db: Writer, address: string) => db.run(sql`delete from journey where address = ${address}`);

export async function forgetCounts(db: Writer, addressMac: Buffer): Promise<void> {
  await db.run(sql`delete from code_mail where address_mac = ${addressMac}`);
  await db.run(sql`delete from sign_in_try where address_mac = ${addressMac}`);
}

/** Leaves the pseudonym and the dates of the account. @returns false when it has ended already */
export const eraseAccount = async (db: Writer, accountId: string, at: Date): Promise<boolean> =>
  (await db.run(sql`
    update account
       set status = 'ended', ended_at = ${at}, email_normalised = null, name = '', phone = '', collecting_role = null,
           password = null, password_changed_at = null, totp_secret = null, totp_key_id = null, totp_last_step = 0,
           totp_failures_in_row = 0, totp_failures_total = 0, totp_locked_until = null,
           invitation_expires_at = null, last_signed_in_at = null, without_role_since = null, administrator_until = null
     where id = ${accountId} and status <> 'ended'`)) === 1;

/** Empties what an administrator wrote of why the person's app was to be reset. */
export const emptyReasonsOf = (db: Writer, accountId: string) =>
  db.run(sql`update second_factor_reset set reason = '' where account_id = ${accountId}`);

/** Notes since when accounts have had no role, and forgets it of those that have one (again). */
export async function noteWithoutRole(db: Writer, at: Date): Promise<void> {
  const hasRole = sql`(collecting_role is not null or exists (select from unit_access where unit_access.account_id = account.id))`;
  await db.run(
    sql`update account set without_role_since = ${at} where without_role_since is null and status <> 'ended' and not ${hasRole}`,
  );
  await db.run(sql`update account set without_role_since = null where without_role_since is not null and ${hasRole}`);
}

/** @returns false when the account had no way in already */
export const blockAccount = async (db: Writer, accountId: string): Promise<boolean> =>
  (await db.run(sql`update account set status = 'blocked' where id = ${accountId} and status not in ('blocked', 'ended')`)) === 1;

/** Opens a blocked account as far as it was open before. @returns false when it was not blocked */
export const unblockAccount = async (db: Writer, accountId: string): Promise<boolean> =>
  (await db.run(sql`
    update account
       set status = case when password is not null and totp_secret is not null then 'active' when password_changed_at is null then 'invited' else 'reset' end
     where id = ${accountId} and status = 'blocked'`)) === 1;

/** Makes an invitation hold anew, unless it was sent a moment ago. */
export const extendInvitation = (db: Writer, accountId: string, at: Date, expiresAt: Date, notSentAfter: Date) =>
  db.maybe<{ email: string }>(sql`
    update account set invited_at = ${at}, invitation_expires_at = ${expiresAt}
     where id = ${accountId} and status = 'invited' and invited_at <= ${notSentAfter}
    returning email_normalised as email`);

/** Takes back an invitation that nobody has used: what was known of the person is gone. @returns false when it was used */
export const eraseInvited = async (db: Writer, accountId: string): Promise<boolean> =>
  (await db.run(sql`
    update account
       set status = 'ended', email_normalised = null, name = '', phone = '', collecting_role = null, invitation_expires_at = null
     where id = ${accountId} and status = 'invited'`)) === 1;

/** The app and the password are gone; new ones can be chosen until then. @returns the address, or undefined for an account without an app to lose */
export const eraseFactors = (db: Writer, accountId: string, until: Date) =>
  db.maybe<{ email: string }>(sql`
    update account
       set status = 'reset', password = null, totp_secret = null, totp_key_id = null, invitation_expires_at = ${until},
           totp_failures_in_row = 0, totp_failures_total = 0, totp_locked_until = null
     where id = ${accountId} and status in ('active', 'reset')
    returning email_normalised as email`);

/** @returns false when the account has that role already, or has ended */
export const saveCollectingRole = async (db: Writer, accountId: string, role: CollectingRole | null, at: Date): Promise<boolean> =>
  (await db.run(sql`
    update account
       set collecting_role = ${role}, administrator_until = case when collecting_role = 'administrator' then ${at}::timestamptz else administrator_until end
     where id = ${accountId} and status <> 'ended' and collecting_role is distinct from ${role}::text`)) === 1;
