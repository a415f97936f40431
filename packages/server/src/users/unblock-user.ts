import { unblockAccount } from '../accounts/index.ts';
import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { managed } from './managed.ts';
import { tellUser } from './tell.ts';

/** Opens a blocked account as far as it was open before; nothing that was shut with it is given back. */
export const unblockUser = collectingOperation('unblockUser', 'collectionManager', {
  stepUp: 'any',
  audit: ({ accountId }) => ['user.unblocked', accountId],
  async run(call, { accountId }) {
    await managed(call, accountId);
    insist(await unblockAccount(call.db, accountId), 'user.wrong-state');
    await tellUser(call, accountId, 'unblocked');
    await publish(call.db, 'access');
    return { done: true as const };
  },
});
