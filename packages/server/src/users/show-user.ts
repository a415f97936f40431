import { recordReading } from '../platform/audit/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { problem } from '../platform/problem.ts';
import type { Asker } from './policy.ts';
import { administratorRequestsOf, openSessions, resetsOf, userById } from './reader.ts';
import { mayDo, requestView, resetView, userRow } from './view.ts';

/**
 * One account: roles, how it stands, what was asked of two, and what the asker may do with it. That somebody else's was looked at
 * is an event once an hour.
 */
export const showUser = collectingOperation('showUser', 'collectionManager', {
  async run({ actor, db, now, origin, services: { config, keys } }, { accountId }) {
    const user = await userById(db, accountId, now);
    if (!user) throw problem('request.not-found');
    const asker: Asker = { accountId: actor.accountId, role: actor.collectingRole };
    const resets = (await resetsOf(db, accountId)).map((row) => resetView(asker, accountId, row, now));
    const isWaiting = resets.some(({ outcome }) => outcome === 'waiting');
    const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
    const sessions = await openSessions(db, accountId, ago(config.limits.sessionHours * 3600), ago(config.limits.sessionIdleMinutes * 60));
    if (accountId !== actor.accountId)
      await recordReading(db, keys, now, { actor: actor.pseudonym, kind: 'user.read', object: accountId, outcome: 'done', origin });
    return {
      ...userRow(user),
      phone: user.phone,
      sessions,
      resets,
      administratorRequests: (await administratorRequestsOf(db, accountId)).map((row) => requestView(asker, accountId, row, now)),
      isYou: accountId === actor.accountId,
      may: mayDo(asker, user, isWaiting, now),
    };
  },
});
