import { inviteAccount, normaliseAddress, signOutOvertaken } from '../accounts/index.ts';
import { publish } from '../platform/live/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { askerOf } from './asker.ts';
import { peopleOf, personView } from './people.ts';
import { mayAdministerPeople, mayGrantRole } from './policy.ts';
import { insertAccess } from './writer.ts';

/**
 * Lets a person act for the unit; somebody without an account is invited by mail in the same transaction. The role is given
 * at once, and is worth something when the account has been made.
 */
export const invitePerson = unitOperation('invitePerson', {
  stepUp: 'any',
  audit: ({ role, isContact }, { accountId }) => ['unit.person-invited', accountId, { role, isContact }],
  async run(call, { email, name, role, isContact }) {
    const { actor, db, now, services, unit } = call;
    const asker = askerOf(call);
    insist(mayAdministerPeople(asker), 'unit.not-allowed');
    insist(mayGrantRole(asker, role), 'unit.role-not-grantable');
    const address = normaliseAddress(email);
    insist(address, 'unit.invalid-email');
    const { accountId } = await inviteAccount(db, services, now, { email: address, name, invitedBy: actor.accountId });
    insist(accountId !== actor.accountId || unit.role !== null, 'unit.own-role');
    const given = await insertAccess(db, unit, { accountId, role, isContact, grantedBy: actor.accountId, since: now });
    insist(given, 'unit.already-member');
    // The organisation may ask for more than the person has shown today.
    await signOutOvertaken(call, [accountId]);
    await publish(db, 'access', unit);
    const person = (await peopleOf(db, unit)).find((one) => one.accountId === accountId);
    if (!person) throw new Error('a person just invited is not among the people of the unit');
    return personView(person, true);
  },
});
