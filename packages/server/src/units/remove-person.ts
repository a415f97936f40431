import { accountSummary, lockAccounts, withdrawInvitation } from '../accounts/index.ts';
import type { Writer } from '../platform/db/index.ts';
import { publish } from '../platform/live/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { askerOf } from './asker.ts';
import { mayAdministerPeople } from './policy.ts';
import { hasAnyUnit } from './reader.ts';
import { deleteAccess } from './writer.ts';

/**
 * Takes a person out of the unit. The account stays, and so does what the person has done; from the next request on the
 * unit is not there for that person. An invitation that led nowhere else is withdrawn.
 */
export const removePerson = unitOperation('removePerson', {
  stepUp: 'any',
  audit: ({ accountId }) => ['unit.person-removed', accountId],
  async run(call, { accountId }) {
    const { actor, db, unit } = call;
    insist(mayAdministerPeople(askerOf(call)), 'unit.not-allowed');
    insist(accountId !== actor.accountId, 'unit.own-role');
    insist(await deleteAccess(db, unit, accountId), 'request.not-found');
    await withdrawUnlessNeeded(db, accountId);
    await publish(db, 'access', unit);
    return { done: true as const };
  },
});

/** Somebody who never came and has no role left is asked no more: the address is as unknown as before. */
async function withdrawUnlessNeeded(db: Writer, accountId: string): Promise<void> {
  await lockAccounts(db, [accountId]);
  const [account] = await accountSummary(db, [accountId]);
  if (account?.status !== 'invited' || account.collectingRole !== null || (await hasAnyUnit(db, accountId))) return;
  await withdrawInvitation(db, accountId);
}
