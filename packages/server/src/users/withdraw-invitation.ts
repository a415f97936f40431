import { withdrawInvitation as withdraw } from '../accounts/index.ts';
import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { removeFromUnits } from '../units/index.ts';
import { managed } from './managed.ts';

/** Takes back an invitation that nobody has used: the roles are gone, and the address is as unknown as before. */
export const withdrawInvitation = collectingOperation('withdrawInvitation', 'collectionManager', {
  stepUp: 'any',
  audit: ({ accountId }) => ['user.invitation-withdrawn', accountId],
  async run(call, { accountId }) {
    await managed(call, accountId);
    insist(await withdraw(call.db, accountId), 'user.wrong-state');
    await removeFromUnits(call.db, accountId);
    await publish(call.db, 'access');
    return { done: true as const };
  },
});
