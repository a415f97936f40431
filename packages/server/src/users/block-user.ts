import { deactivateAccount } from '../accounts/index.ts';
import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { managed } from './managed.ts';
import { tellUser } from './tell.ts';

/** Shuts an account until it is opened again: the next request fails, and roles and ways in wait. */
export const blockUser = collectingOperation('blockUser', 'collectionManager', {
  stepUp: 'any',
  audit: ({ accountId }) => ['user.blocked', accountId],
  async run(call, { accountId }) {
    const { status } = await managed(call, accountId);
    insist(await deactivateAccount(call.db, accountId), 'user.wrong-state');
    if (status !== 'invited') await tellUser(call, accountId, 'blocked');
    await publish(call.db, 'access');
    return { done: true as const };
  },
});
