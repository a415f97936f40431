import type { Services } from '../context.ts';
import type { Writer } from '../platform/db/index.ts';
import { postLetter } from '../platform/mail/index.ts';
import { addressOf } from './reader.ts';
import { securityLetter, type SecurityEvent } from './security.mail.ts';
import type { Device } from './sessions/user-agent.ts';

/**
 * Sends the owner of an account a letter about what has just happened to it, in the transaction in which it happens. An account
 * without an address gets none. When the address itself changes it is called twice: before and after.
 */
export async function tellOwner(
  { db, services, now }: { readonly db: Writer; readonly services: Services; readonly now: Date },
  accountId: string,
  event: SecurityEvent,
  device?: Device,
): Promise<void> {
  const to = await addressOf(db, accountId);
  if (to) await postLetter(db, services, now, `security-${event}`, to, securityLetter(services.config, event, now, device));
}
