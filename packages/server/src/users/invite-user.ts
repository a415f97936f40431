import { inviteAccount, normaliseAddress } from '../accounts/index.ts';
import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { giveAccess, unitKeysByCode } from '../units/index.ts';
import { askForAdministrator } from './ask-for-administrator.ts';
import { grantableRoles, roleNeedsSecondPerson } from './policy.ts';

/**
 * Invites somebody to the collecting side, to units, or to both. Whoever has an account is changed there and not invited anew. Who is to
 * be an administrator makes the account meanwhile, and gets the role when a second one agrees.
 */
export const inviteUser = collectingOperation('inviteUser', 'collectionManager', {
  stepUp: 'any',
  audit: ({ collectingRole, units }, { accountId, awaitsSecond }) => [
    'user.invited',
    accountId,
    {
      role: collectingRole,
      ...(awaitsSecond && { awaitsSecond }),
      units: units.map(({ unit, role }) => `${unit} ${role}`).join(', '),
    },
  ],
  async run(call, { email, name, collectingRole, units }) {
    const { actor, db, now, services } = call;
    if (collectingRole !== null)
      insist(
        grantableRoles({ accountId: actor.accountId, role: actor.collectingRole }).includes(collectingRole),
        'user.role-not-grantable',
      );
    insist(collectingRole !== null || units.length > 0, 'request.invalid', { field: 'units' });
    const address = normaliseAddress(email);
    insist(address, 'unit.invalid-email');
    const keys = await unitKeysByCode(
      db,
      units.map(({ unit }) => unit),
    );
    insist(
      units.every(({ unit }) => keys.has(unit)),
      'user.unit-unknown',
    );
    const awaitsSecond = roleNeedsSecondPerson(collectingRole);
    const invited = await inviteAccount(db, services, now, {
      email: address,
      name,
      invitedBy: actor.accountId,
      collectingRole: awaitsSecond ? undefined : (collectingRole ?? undefined),
    });
    insist(invited.isNew, 'user.exists', { accountId: invited.accountId });
    for (const { unit, role } of units)
      await giveAccess(db, keys.get(unit)!, {
        accountId: invited.accountId,
        role,
        isContact: false,
        grantedBy: actor.accountId,
        since: now,
      });
    if (awaitsSecond) await askForAdministrator(call, invited.accountId);
    await publish(db, 'access');
    return { accountId: invited.accountId, expiresAt: invited.expiresAt.toISOString(), awaitsSecond };
  },
});
