import { collectingStaff } from '../accounts/index.ts';
import { publish } from '../platform/live/index.ts';
import { postLetter } from '../platform/mail/index.ts';
import type { UnitCall } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { peopleToTell } from '../units/index.ts';
import { messageLetter } from './message.mail.ts';
import { messageById } from './reader.ts';
import { sideOf } from './side.ts';
import type { MessageRow } from './thread.ts';
import { claimNotices, insertMessage, markRead, touchThread } from './writer.ts';

/**
 * Writes a message in a thread of the unit. The id is the client's: the same id again writes nothing and gives what stands.
 * The writer has read the thread up to here; the other side is told by mail, unless the caller tells it in another way.
 */
export async function writeMessage(
  call: UnitCall,
  threadId: string,
  message: { readonly id: string; readonly text: string },
  options: { readonly isTold: boolean },
): Promise<MessageRow> {
  const { actor, db, now, unit } = call;
  const side = sideOf(call);
  const written = { ...message, side, author: actor.accountId, at: now };
  if (!(await insertMessage(db, unit, threadId, written))) {
    const standing = await messageById(db, unit, threadId, message.id);
    insist(standing?.author === actor.accountId, 'request.invalid', { field: 'requestId' });
    return standing;
  }
  await touchThread(db, unit, threadId, side, now);
  await markRead(db, unit, threadId, actor.accountId, now);
  await publish(db, 'messages', unit);
  if (!options.isTold) await tellOtherSide(call, threadId);
  return written;
}

/** At most one notice per person and thread waits to be acted on, however many messages come. */
async function tellOtherSide(call: UnitCall, threadId: string): Promise<void> {
  const { actor, db, now, services, unit } = call;
  const to = sideOf(call) === 'respondent' ? ('collecting' as const) : ('respondent' as const);
  const people = to === 'collecting' ? await collectingStaff(db, 'reviewer') : await peopleToTell(db, unit);
  const others = people.filter(({ accountId }) => accountId !== actor.accountId);
  const claimed = new Set(
    (
      await claimNotices(
        db,
        unit,
        threadId,
        others.map(({ accountId }) => accountId),
        now,
      )
    ).map(({ accountId }) => accountId),
  );
  for (const { accountId, email } of others)
    if (claimed.has(accountId)) await postLetter(db, services, now, 'message', email, messageLetter(services.config, to, unit.code));
}
