import { publish } from '../platform/live/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { askerOf } from './asker.ts';
import { mayAdministerPeople, mayGrantRole } from './policy.ts';
import { updateAccess } from './writer.ts';

/** Changes what a person may do in the unit; it holds from that person's next request. */
export const changePerson = unitOperation('changePerson', {
  stepUp: 'any',
  audit: ({ accountId, role, isContact }) => ['unit.person-changed', accountId, { role, isContact }],
  async run(call, { accountId, role, isContact }) {
    const { actor, db, unit } = call;
    const asker = askerOf(call);
    insist(mayAdministerPeople(asker), 'unit.not-allowed');
    insist(accountId !== actor.accountId, 'unit.own-role');
    insist(mayGrantRole(asker, role), 'unit.role-not-grantable');
    insist(await updateAccess(db, unit, accountId, { role, isContact }), 'request.not-found');
    await publish(db, 'access', unit);
    return { done: true as const };
  },
});
