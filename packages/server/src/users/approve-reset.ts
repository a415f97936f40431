import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insist, problem } from '../platform/problem.ts';
import { performReset } from './perform-reset.ts';
import { mayApprove } from './policy.ts';
import { requestById } from './reader.ts';
import { approveWaiting } from './writer.ts';

/** The second administrator's yes, and with it the reset. Neither who asked nor whom it is about can give it. */
export const approveReset = collectingOperation('approveReset', 'administrator', {
  stepUp: 'any',
  audit: (_input, { accountId }) => ['user.reset-approved', accountId],
  async run(call, { reset }) {
    const { actor, db, now } = call;
    const asked = await requestById(db, 'second_factor_reset', reset);
    if (!asked) throw problem('request.not-found');
    insist(mayApprove({ accountId: actor.accountId, role: actor.collectingRole }, asked.askedBy, asked), 'user.second-person-needed');
    insist(await approveWaiting(db, 'second_factor_reset', reset, actor.accountId, now), 'user.wrong-state');
    await performReset(call, asked.accountId);
    await publish(db, 'access');
    return { accountId: asked.accountId };
  },
});
