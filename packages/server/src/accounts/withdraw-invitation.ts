import type { Writer } from '../platform/db/index.ts';
import { endJourneysOf, eraseInvited } from './writer.ts';

/**
 * Takes back an invitation that has not been used. The address is then as unknown as if nobody had ever been invited.
 * @returns false when the account is finished, or never was there
 */
export async function withdrawInvitation(db: Writer, accountId: string): Promise<boolean> {
  if (!(await eraseInvited(db, accountId))) return false;
  await endJourneysOf(db, accountId);
  return true;
}
