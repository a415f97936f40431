import { sql, type Reader } from '../../platform/db/index.ts';

export interface PasskeyRow {
  readonly passkeyId: string;
  readonly accountId: string;
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly name: string;
  readonly isBackedUp: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

const columns = sql`id as passkey_id, account_id, credential_id, public_key, counter, transports, name, is_backed_up, created_at, last_used_at`;

export const passkeysOf = (db: Reader, accountId: string) =>
  db.all<PasskeyRow>(sql`select ${columns} from passkey where account_id = ${accountId} order by created_at, id`);

export const passkeyByCredential = (db: Reader, credentialId: Buffer) =>
  db.maybe<PasskeyRow>(sql`select ${columns} from passkey where credential_id = ${credentialId}`);

/** An organisation of the person's lets people in with a passkey only. */
export const requiresPasskey = async (db: Reader, accountId: string): Promise<boolean> =>
  (await db.maybe<{ requires: boolean }>(sql`select account_requires_passkey(${accountId}) as requires`))?.requires ?? false;

/** Others who change the account's passkeys wait until the transaction ends. */
export const lockPasskeysOf = (db: Reader, accountId: string) => db.maybe(sql`select id from account where id = ${accountId} for update`);
