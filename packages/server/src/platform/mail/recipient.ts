import { sql } from 'kysely';
import type { Writer } from '../db/index.ts';
import type { KeyRing } from '../keys.ts';

/** Whom a waiting letter is for, kept beside the sealed letter so that it can be found without opening any. */
export const recipientMac = (keys: KeyRing, address: string, keyId = keys.currentKeyId): Buffer =>
  keys.mac('outbox', `recipient ${address}`, keyId);

/** Throws away the letters that have waited for an address since before then, also under an older key. @returns how many */
export const forgetLettersTo = (db: Writer, keys: KeyRing, address: string, before: Date): Promise<number> =>
  db.run(
    sql`delete from mail_outbox where recipient_mac = any(${keys.keyIds.map((keyId) => recipientMac(keys, address, keyId))}::bytea[]) and created_at < ${before}`,
  );

/** Throws away letters that no mail server has taken for too long. @returns how many */
export const forgetLettersBefore = (db: Writer, at: Date): Promise<number> => db.run(sql`delete from mail_outbox where created_at < ${at}`);

export const countLettersBefore = async (db: Writer, at: Date): Promise<number> =>
  Number((await db.all<{ count: number }>(sql`select count(*) as count from mail_outbox where created_at < ${at}`))[0]?.count ?? 0);
