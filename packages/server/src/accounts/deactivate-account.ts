import type { Writer } from '../platform/db/index.ts';
import { publishToAccount } from '../platform/live/index.ts';
import { endSessionsOf } from './sessions/writer.ts';
import { blockAccount, endJourneysOf } from './writer.ts';

/**
 * Shuts an account: its next request fails, and no code, password or link opens it again.
 * @returns false when it was shut already
 */
export async function deactivateAccount(db: Writer, accountId: string): Promise<boolean> {
  const blocked = await blockAccount(db, accountId);
  await endSessionsOf(db, accountId);
  await endJourneysOf(db, accountId);
  await publishToAccount(db, 'access', accountId);
  return blocked;
}
