import type { Writer } from '../platform/db/index.ts';
import { dropRecoveryCodes } from './recovery/writer.ts';
import { endSessionsOf } from './sessions/writer.ts';
import { endJourneysOf, eraseFactors } from './writer.ts';

/** How long the person has to register a new app. */
const hours = 72;

/**
 * Lets somebody who has lost the app register a new one: with a code by mail, a new key and a new password. Until that is done
 * there is no way in; every session and every journey ends. A passkey stays registered and counts again afterwards.
 * @returns the address and until when it can be done; undefined for an account that has no app to lose
 */
export async function resetSecondFactor(db: Writer, now: Date, accountId: string): Promise<{ email: string; until: Date } | undefined> {
  const until = new Date(now.getTime() + hours * 3_600_000);
  const reset = await eraseFactors(db, accountId, until);
  if (!reset) return undefined;
  await endSessionsOf(db, accountId);
  await endJourneysOf(db, accountId);
  await dropRecoveryCodes(db, accountId);
  return { email: reset.email, until };
}
