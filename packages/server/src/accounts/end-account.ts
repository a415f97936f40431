import type { Services } from '../context.ts';
import type { Writer } from '../platform/db/index.ts';
import { forgetLettersTo } from '../platform/mail/index.ts';
import { addressMac } from './address-mac.ts';
import { goesWithAccount } from './goes-with-account.ts';
import { lockAccount } from './reader.ts';
import { deleteRowsOf, emptyReasonsOf, eraseAccount, forgetCounts, forgetJourneysTo } from './writer.ts';

/**
 * Erases who somebody was: name, address, telephone, every way in and every role, at once and for good. What the person has done
 * stays under the pseudonym that the audit log has always used, so its chains still hold. The caller writes the audit event; of the
 * letters that wait only those of this very moment are still sent.
 * @param db a transaction of the collecting side, which sees the roles in every organisation
 * @returns false when there is no such account, or it has ended already
 */
export async function endAccount(db: Writer, { keys }: Pick<Services, 'keys'>, now: Date, accountId: string): Promise<boolean> {
  const account = await lockAccount(db, accountId);
  if (!account || account.status === 'ended') return false;
  for (const { table, column } of goesWithAccount) await deleteRowsOf(db, table, column, accountId);
  if (account.email !== null) {
    await forgetJourneysTo(db, account.email);
    for (const keyId of keys.keyIds) await forgetCounts(db, addressMac(keys, account.email, keyId));
    await forgetLettersTo(db, keys, account.email, now);
  }
  await emptyReasonsOf(db, accountId);
  return eraseAccount(db, accountId, now);
}
