import { sql, type Writer } from '../../platform/db/index.ts';

/** New codes in the place of all there were; whoever does it at the same time waits, and the later set is the one that holds. */
export async function replaceRecoveryCodes(db: Writer, accountId: string, hashes: readonly Buffer[], at: Date): Promise<void> {
  await db.maybe(sql`select id from account where id = ${accountId} for update`);
  await db.run(sql`delete from recovery_code where account_id = ${accountId}`);
  await db.run(sql`
    insert into recovery_code (account_id, code_hash, created_at)
    select ${accountId}, hash, ${at}::timestamptz from unnest(${[...hashes]}::bytea[]) as made (hash)`);
}

/** The codes go with the app they stood for when an administrator has reset it, and are offered again. */
export async function dropRecoveryCodes(db: Writer, accountId: string): Promise<void> {
  await db.run(sql`delete from recovery_code where account_id = ${accountId}`);
  await db.run(sql`update account set recovery_offer_declined_at = null where id = ${accountId}`);
}

/** Spends a code, once. @returns false for one that is unknown or spent */
export const spendRecoveryCode = async (db: Writer, accountId: string, hash: Buffer, at: Date): Promise<boolean> =>
  (await db.run(
    sql`update recovery_code set used_at = ${at} where account_id = ${accountId} and code_hash = ${hash} and used_at is null`,
  )) === 1;

/** The count of wrong codes begins anew for who has shown a right one. */
export const forgetCodeFailures = (db: Writer, accountId: string) =>
  db.run(sql`
    update account set totp_failures_in_row = 0, totp_failures_total = 0, totp_locked_until = null where id = ${accountId}`);

export const declineOffer = (db: Writer, accountId: string, at: Date) =>
  db.run(sql`update account set recovery_offer_declined_at = ${at} where id = ${accountId}`);
