import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insist, problem } from '../platform/problem.ts';
import { requestById } from './reader.ts';
import { declineWaiting } from './writer.ts';

/** Another administrator's no, or the second thought of the one who asked. */
export const declineReset = collectingOperation('declineReset', 'administrator', {
  stepUp: 'any',
  audit: (_input, { accountId }) => ['user.reset-declined', accountId],
  async run({ actor, db, now }, { reset }) {
    const asked = await requestById(db, 'second_factor_reset', reset);
    if (!asked) throw problem('request.not-found');
    insist(asked.accountId !== actor.accountId, 'user.own-account');
    insist(await declineWaiting(db, 'second_factor_reset', reset, actor.accountId, now), 'user.wrong-state');
    await publish(db, 'access');
    return { accountId: asked.accountId };
  },
});
