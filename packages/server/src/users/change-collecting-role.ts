import { saveCollectingRole } from '../accounts/index.ts';
import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { managed } from './managed.ts';
import { mayChangeRole } from './policy.ts';
import { tellOfAdministrator, tellUser } from './tell.ts';

/** Gives, changes or takes away a role on the collecting side; it holds from that person's next request. */
export const changeCollectingRole = collectingOperation('changeCollectingRole', 'administrator', {
  stepUp: 'any',
  audit: ({ accountId, role }) => ['user.role-changed', accountId, { role }],
  async run(call, { accountId, role }) {
    const { asker, subject } = await managed(call, accountId);
    insist(mayChangeRole(asker, subject, role), 'user.role-not-grantable');
    insist(await saveCollectingRole(call.db, accountId, role, call.now), 'user.wrong-state');
    await tellUser(call, accountId, 'roleChanged');
    if (role === 'administrator') await tellOfAdministrator(call, accountId);
    await publish(call.db, 'access');
    return { done: true as const };
  },
});
