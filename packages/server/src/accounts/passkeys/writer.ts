import { sql, type Writer } from '../../platform/db/index.ts';
import type { PasskeyRow } from './reader.ts';

export const insertChallenge = (db: Writer, challenge: { challenge: Buffer; purpose: string; boundTo: string; expiresAt: Date }) =>
  db.run(sql`
    insert into passkey_challenge (challenge, purpose, bound_to, expires_at)
    values (${challenge.challenge}, ${challenge.purpose}, ${challenge.boundTo}, ${challenge.expiresAt})`);

/** @returns false for one that is not there, has run out or was spent, or was made for something or somebody else */
export const spendChallenge = async (
  db: Writer,
  challenge: { challenge: Buffer; purpose: string; boundTo: string },
  at: Date,
): Promise<boolean> =>
  (await db.run(sql`
    delete from passkey_challenge
     where challenge = ${challenge.challenge} and purpose = ${challenge.purpose} and bound_to = ${challenge.boundTo} and expires_at > ${at}`)) ===
  1;

/** @returns false when somebody has the credential already, or the account has `most` passkeys */
export const insertPasskey = async (
  db: Writer,
  passkey: Omit<PasskeyRow, 'lastUsedAt'> & { isBackupEligible: boolean; aaguid: string },
  most: number,
): Promise<boolean> =>
  (await db.run(sql`
    insert into passkey (id, account_id, credential_id, public_key, counter, is_backup_eligible, is_backed_up, transports, aaguid, name, created_at)
    select ${passkey.passkeyId}, ${passkey.accountId}, ${passkey.credentialId}, ${passkey.publicKey}, ${passkey.counter}, ${passkey.isBackupEligible},
           ${passkey.isBackedUp}, ${passkey.transports}::text[], ${passkey.aaguid}::uuid, ${passkey.name}, ${passkey.createdAt}::timestamptz
      from account
     where id = ${passkey.accountId} and status = 'active'
       and (select count(*) from passkey where account_id = ${passkey.accountId}) < ${most}
    on conflict (credential_id) do nothing`)) === 1;

/**
 * Notes that a passkey has signed, for an account that is active. One that counts must have counted on.
 * @returns false for a copy that has fallen behind, a removed passkey, and an account that is shut
 */
export const useCounter = async (db: Writer, passkeyId: string, counter: number, isBackedUp: boolean, at: Date): Promise<boolean> =>
  (await db.run(sql`
    update passkey set counter = ${counter}, is_backed_up = ${isBackedUp}, last_used_at = ${at}
     where id = ${passkeyId} and (counter < ${counter} or (counter = 0 and ${counter}::bigint = 0))
       and exists (select from account where account.id = passkey.account_id and account.status = 'active')`)) === 1;

export const renamePasskeyRow = async (db: Writer, accountId: string, passkeyId: string, name: string): Promise<boolean> =>
  (await db.run(sql`update passkey set name = ${name} where id = ${passkeyId} and account_id = ${accountId}`)) === 1;

export const deletePasskey = async (db: Writer, accountId: string, passkeyId: string): Promise<boolean> =>
  (await db.run(sql`delete from passkey where id = ${passkeyId} and account_id = ${accountId}`)) === 1;
