import { sql, type Reader } from '../platform/db/index.ts';
import type { KeyRing } from '../platform/keys.ts';
import type { SealedColumn } from '../platform/sealed-column.ts';

/** What of the accounts is sealed: the secrets of the apps, also of those who have not finished their way in, and what a browser at a provider comes back with. */
export const accountSealedColumns: readonly SealedColumn[] = [
  { name: 'account.totp_key_id', sealed: 'totp_secret', purpose: 'totp', place: sql`id::text` },
  { name: 'journey.pending_totp_key_id', sealed: 'pending_totp', purpose: 'totp', place: sql`account_id::text` },
  { name: 'provider_visit.key_id', sealed: 'sealed', purpose: 'code', place: sql`'visit ' || encode(token_hash, 'hex')` },
];

/** Mailed codes that still hold and were made with another key; they are hashed, so all one can do is wait ten minutes. */
export const codesUnderOtherKeys = async (db: Reader, keys: KeyRing, now: Date): Promise<number> =>
  (await db.maybe<{ count: number }>(
    sql`select count(*) as count
          from (select code_key_id, code_expires_at from journey union all select code_key_id, code_expires_at from address_change) as mailed
         where code_key_id <> ${keys.currentKeyId} and code_expires_at > ${now}`,
  ))!.count;
