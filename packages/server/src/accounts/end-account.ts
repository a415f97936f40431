import type { Services } from '../context.ts';
import type { Writer } from '../platform/db/index.ts';
import { endJourneysOf, endSessionsOf, eraseAccount } from './writer.ts';

/**
 * Ends an account for good: name, address, telephone and every way in are gone, and what the person did stays under the pseudonym.
 * @returns false when it had ended already
 */
export async function endAccount(db: Writer, _services: Services, _now: Date, accountId: string): Promise<boolean> {
  const ended = await eraseAccount(db, accountId);
  await endSessionsOf(db, accountId);
  await endJourneysOf(db, accountId);
  return ended;
}
