import { randomUUID } from 'node:crypto';
import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insistNoPersonalNumber } from '../platform/personal-number.ts';
import { insist } from '../platform/problem.ts';
import { managed } from './managed.ts';
import { performReset } from './perform-reset.ts';
import { answerableUntil, needsSecondPerson } from './policy.ts';
import { tellOfWaitingReset } from './tell.ts';
import { insertReset, lapseRequests } from './writer.ts';

/**
 * Somebody has lost the app. The reason is kept with the case and nowhere else. The app of an administrator is reset when a second
 * one agrees; whoever asks sees and sets neither password nor key.
 */
export const resetUser = collectingOperation('resetUser', 'collectionManager', {
  stepUp: 'any',
  audit: ({ accountId }, { outcome }) => [outcome === 'done' ? 'user.reset' : 'user.reset-asked', accountId],
  async run(call, { accountId, reason }) {
    const { actor, db, now } = call;
    insistNoPersonalNumber([reason], 'user.reason-holds-personal-number');
    const { subject, status } = await managed(call, accountId);
    insist(status === 'active' || status === 'reset', 'user.wrong-state');
    const needsSecond = needsSecondPerson(subject, now);
    await lapseRequests(db, 'second_factor_reset', accountId, now);
    const asked = {
      id: randomUUID(),
      accountId,
      askedBy: actor.accountId,
      reason,
      needsSecond,
      at: now,
      expiresAt: answerableUntil(now),
    };
    insist(await insertReset(db, asked), 'user.reset-waiting');
    if (needsSecond) await tellOfWaitingReset(call, accountId);
    else await performReset(call, accountId);
    await publish(db, 'access');
    return { outcome: needsSecond ? ('waiting' as const) : ('done' as const) };
  },
});
