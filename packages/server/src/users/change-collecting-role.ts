import { saveCollectingRole } from '../accounts/index.ts';
import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { askForAdministrator } from './ask-for-administrator.ts';
import { managed } from './managed.ts';
import { mayChangeRole, roleNeedsSecondPerson } from './policy.ts';
import { tellUser } from './tell.ts';

/**
 * Gives, changes or takes away a role on the collecting side; it holds from that person's next request. An administrator is made when a
 * second one agrees.
 */
export const changeCollectingRole = collectingOperation('changeCollectingRole', 'administrator', {
  stepUp: 'any',
  audit: ({ accountId, role }, { outcome }) =>
    outcome === 'waiting' ? ['user.administrator-asked', accountId] : ['user.role-changed', accountId, { role }],
  async run(call, { accountId, role }) {
    const { asker, subject, status } = await managed(call, accountId);
    insist(mayChangeRole(asker, subject, role), 'user.role-not-grantable');
    insist(status !== 'ended' && subject.role !== role, 'user.wrong-state');
    const needsSecond = roleNeedsSecondPerson(role);
    if (needsSecond) {
      await askForAdministrator(call, accountId);
    } else {
      insist(await saveCollectingRole(call.db, accountId, role, call.now), 'user.wrong-state');
      await tellUser(call, accountId, 'roleChanged');
    }
    await publish(call.db, 'access');
    return { outcome: needsSecond ? ('waiting' as const) : ('done' as const) };
  },
});
