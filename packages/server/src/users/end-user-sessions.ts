import { endSessionsOf } from '../accounts/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { publish } from '../platform/live/index.ts';
import { managed } from './managed.ts';
import { tellUser } from './tell.ts';

/** Signs a person out everywhere, for instance when a computer has been lost. */
export const endUserSessions = collectingOperation('endUserSessions', 'collectionManager', {
  stepUp: 'any',
  audit: ({ accountId }, { ended }) => ['user.sessions-ended', accountId, { ended }],
  async run(call, { accountId }) {
    await managed(call, accountId);
    const ended = await endSessionsOf(call.db, accountId);
    if (ended > 0) await tellUser(call, accountId, 'sessionsEnded');
    await publish(call.db, 'access');
    return { ended };
  },
});
