import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insist, problem } from '../platform/problem.ts';
import { requestById } from './reader.ts';
import { declineWaiting } from './writer.ts';

/** Another administrator's no, or the second thought of the one who asked. */
export const declineAdministrator = collectingOperation('declineAdministrator', 'administrator', {
  stepUp: 'any',
  audit: (_input, { accountId }) => ['user.administrator-declined', accountId],
  async run({ actor, db, now }, { administratorRequest }) {
    const asked = await requestById(db, 'administrator_request', administratorRequest);
    if (!asked) throw problem('request.not-found');
    insist(asked.accountId !== actor.accountId, 'user.own-account');
    insist(await declineWaiting(db, 'administrator_request', administratorRequest, actor.accountId, now), 'user.wrong-state');
    await publish(db, 'access');
    return { accountId: asked.accountId };
  },
});
