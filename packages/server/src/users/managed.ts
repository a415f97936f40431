import { lockAccounts, type StandingAccount } from '../accounts/index.ts';
import type { Call } from '../platform/operation.ts';
import { insist, problem } from '../platform/problem.ts';
import { mayManage, maySeeUsers, type Asker, type Subject } from './policy.ts';

export interface Managed {
  readonly asker: Asker;
  readonly subject: Subject;
  readonly status: StandingAccount['status'];
}

/**
 * Who asks and whose account it is about, as both stand now and until the transaction ends: of two administrators who act on
 * each other at once the second has lost the right by then. That is also why an administrator is always left.
 * @throws Problem when there is no such account, or it is none for the asker to look after
 */
export async function managed({ actor, db }: Pick<Call, 'actor' | 'db'>, accountId: string): Promise<Managed> {
  insist(accountId !== actor.accountId, 'user.own-account');
  const accounts = new Map((await lockAccounts(db, [actor.accountId, accountId])).map((one) => [one.accountId, one]));
  const own = accounts.get(actor.accountId);
  const asker: Asker = { accountId: actor.accountId, role: own?.status === 'active' ? own.collectingRole : null };
  insist(maySeeUsers(asker), 'user.not-allowed');
  const account = accounts.get(accountId);
  if (!account) throw problem('request.not-found');
  const subject: Subject = { accountId, role: account.collectingRole, administratorUntil: account.administratorUntil };
  insist(mayManage(asker, subject), 'user.not-allowed');
  return { asker, subject, status: account.status };
}
