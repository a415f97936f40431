import { accountSummary, resendInvitation } from '../accounts/index.ts';
import { publish } from '../platform/live/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { askerOf } from './asker.ts';
import { mayAdministerPeople, mayGrantRole } from './policy.ts';
import { accessOf } from './reader.ts';

/** Sends the invitation of a colleague again; nobody revives a right that they could not give. */
export const resendPersonInvitation = unitOperation('resendPersonInvitation', {
  stepUp: 'any',
  audit: ({ accountId }) => ['unit.person-invited-again', accountId],
  async run(call, { accountId }) {
    const { db, now, services, unit } = call;
    const asker = askerOf(call);
    insist(mayAdministerPeople(asker), 'unit.not-allowed');
    const access = (await accessOf(db, unit)).find((one) => one.accountId === accountId);
    insist(access, 'request.not-found');
    insist(mayGrantRole(asker, access.role), 'unit.role-not-grantable');
    const [account] = await accountSummary(db, [accountId]);
    insist(account?.status === 'invited', 'user.wrong-state');
    insist(account.collectingRole === null, 'unit.role-not-grantable');
    const expiresAt = await resendInvitation(db, services, now, accountId);
    insist(expiresAt, 'user.invited-just-now');
    await publish(db, 'access', unit);
    return { expiresAt: expiresAt.toISOString() };
  },
});
