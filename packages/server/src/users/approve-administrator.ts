import { saveCollectingRole } from '../accounts/index.ts';
import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insist, problem } from '../platform/problem.ts';
import { managed } from './managed.ts';
import { mayApprove } from './policy.ts';
import { requestById } from './reader.ts';
import { tellOfAdministrator, tellUser } from './tell.ts';
import { approveWaiting } from './writer.ts';

/** The second administrator's yes, and with it the role. Neither who asked nor whom it is about can give it. */
export const approveAdministrator = collectingOperation('approveAdministrator', 'administrator', {
  stepUp: 'any',
  audit: (_input, { accountId }) => ['user.administrator-approved', accountId, { role: 'administrator' }],
  async run(call, { administratorRequest }) {
    const { actor, db, now } = call;
    const asked = await requestById(db, 'administrator_request', administratorRequest);
    if (!asked) throw problem('request.not-found');
    insist(mayApprove({ accountId: actor.accountId, role: actor.collectingRole }, asked.askedBy, asked), 'user.second-person-needed');
    await managed(call, asked.accountId);
    insist(await approveWaiting(db, 'administrator_request', administratorRequest, actor.accountId, now), 'user.wrong-state');
    insist(await saveCollectingRole(db, asked.accountId, 'administrator', now), 'user.wrong-state');
    await tellUser(call, asked.accountId, 'roleChanged');
    await tellOfAdministrator(call, asked.accountId);
    await publish(db, 'access');
    return { accountId: asked.accountId };
  },
});
