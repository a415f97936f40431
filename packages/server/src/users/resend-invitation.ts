import { resendInvitation as resend } from '../accounts/index.ts';
import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { managed } from './managed.ts';

/** Sends an invitation again, also one that has run out; it holds from now. */
export const resendInvitation = collectingOperation('resendInvitation', 'collectionManager', {
  stepUp: 'any',
  audit: ({ accountId }) => ['user.invited-again', accountId],
  async run(call, { accountId }) {
    const { status } = await managed(call, accountId);
    insist(status === 'invited', 'user.wrong-state');
    const expiresAt = await resend(call.db, call.services, call.now, accountId);
    insist(expiresAt, 'user.invited-just-now');
    await publish(call.db, 'access');
    return { expiresAt: expiresAt.toISOString() };
  },
});
