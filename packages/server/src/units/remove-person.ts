import { publish } from '../platform/live/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { askerOf } from './asker.ts';
import { mayAdministerPeople } from './policy.ts';
import { deleteAccess } from './writer.ts';

/**
 * Takes a person out of the unit. The account stays, and so does what the person has done; from the next request on the
 * unit is not there for that person.
 */
export const removePerson = unitOperation('removePerson', {
  stepUp: 'any',
  audit: ({ accountId }) => ['unit.person-removed', accountId],
  async run(call, { accountId }) {
    const { actor, db, unit } = call;
    insist(mayAdministerPeople(askerOf(call)), 'unit.not-allowed');
    insist(accountId !== actor.accountId, 'unit.own-role');
    insist(await deleteAccess(db, unit, accountId), 'request.not-found');
    await publish(db, 'access', unit);
    return { done: true as const };
  },
});
