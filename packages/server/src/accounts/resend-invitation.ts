import type { Services } from '../context.ts';
import type { Writer } from '../platform/db/index.ts';
import { postLetter } from '../platform/mail/index.ts';
import { invitationLetter } from './invitation.mail.ts';
import { extendInvitation } from './writer.ts';

/** So that nobody's mailbox is filled by impatience. */
const pauseMilliseconds = 60_000;

/**
 * Sends the letter of invitation again and lets it hold from now, also when it had run out.
 * @returns until when it holds; undefined when nobody waits for the letter any more, or it was sent within a minute
 */
export async function resendInvitation(db: Writer, services: Services, now: Date, accountId: string): Promise<Date | undefined> {
  const expiresAt = new Date(now.getTime() + services.config.limits.invitationDays * 86_400_000);
  const invited = await extendInvitation(db, accountId, now, expiresAt, new Date(now.getTime() - pauseMilliseconds));
  if (!invited) return undefined;
  await postLetter(db, services, now, 'invitation', invited.email, invitationLetter(services.config));
  return expiresAt;
}
