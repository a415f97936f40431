import { endAccount } from '../accounts/index.ts';
import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { removeFromUnits } from '../units/index.ts';
import { managed } from './managed.ts';
import { mayEnd } from './policy.ts';
import { tellUser } from './tell.ts';
import { forgetReasons } from './writer.ts';

/** Ends an account for good; what the person did stays, without a name. The letter is written while there is an address. */
export const endUser = collectingOperation('endUser', 'administrator', {
  stepUp: 'any',
  audit: ({ accountId }) => ['user.ended', accountId],
  async run(call, { accountId }) {
    const { asker, subject, status } = await managed(call, accountId);
    insist(mayEnd(asker, subject), 'user.not-allowed');
    if (status !== 'invited' && status !== 'ended') await tellUser(call, accountId, 'ended');
    insist(await endAccount(call.db, call.services, call.now, accountId), 'user.wrong-state');
    await removeFromUnits(call.db, accountId);
    await forgetReasons(call.db, accountId);
    await publish(call.db, 'access');
    return { done: true as const };
  },
});
