import { publishToAccount } from '../../platform/live/index.ts';
import { personalOperation } from '../../platform/operation.ts';
import { insist } from '../../platform/problem.ts';
import { endOtherSessions, endOwnSession } from './writer.ts';

/** Signs the person out somewhere: the next request from there is nobody's, and its event stream closes. Another person's session is not found. */
export const endMySession = personalOperation('endMySession', {
  stepUp: 'any',
  audit: ({ session }) => ['account.session-ended', session],
  async run({ actor, db }, { session }) {
    insist(await endOwnSession(db, actor.accountId, session), 'request.not-found');
    await publishToAccount(db, 'access', actor.accountId);
    return { done: true as const };
  },
});

/** The same everywhere but here. */
export const endMyOtherSessions = personalOperation('endMyOtherSessions', {
  stepUp: 'any',
  audit: (_input, { ended }, { actor }) => ['account.other-sessions-ended', actor.accountId, { ended }],
  async run({ actor, db }) {
    const ended = await endOtherSessions(db, actor.accountId, actor.sessionId);
    await publishToAccount(db, 'access', actor.accountId);
    return { ended };
  },
});
