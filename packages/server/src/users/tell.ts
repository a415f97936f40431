import { accountSummary, collectingStaff } from '../accounts/index.ts';
import { postLetter, type Letter } from '../platform/mail/index.ts';
import type { Call } from '../platform/operation.ts';
import { peopleToTell, unitsOfPerson } from '../units/index.ts';
import {
  administratorLetter,
  resetLetter,
  resetNotice,
  userLetter,
  waitingAdministratorLetter,
  waitingResetLetter,
  type UserChange,
} from './users.mail.ts';

/** Tells the person what has been done to the account. */
export async function tellUser({ db, now, services }: Call, accountId: string, change: UserChange): Promise<void> {
  const [account] = await accountSummary(db, [accountId]);
  if (account?.email) await postLetter(db, services, now, `user-${change}`, account.email, userLetter(services.config, change));
}

/** By whom and when something is told; the operator, at the command line, is no actor. */
type Telling = Pick<Call, 'db' | 'now' | 'services'> & Partial<Pick<Call, 'actor'>>;

/** Tells the other administrators that there is a new one, so that none is made behind their backs. */
export const tellOfAdministrator = (call: Telling, accountId: string): Promise<void> =>
  tellAdministrators(call, [accountId], 'user-administrator', administratorLetter(call.services.config, accountId));

/** Asks the other administrators for a second opinion. */
export const tellOfWaitingReset = (call: Call, accountId: string): Promise<void> =>
  tellAdministrators(call, [accountId], 'user-reset-asked', waitingResetLetter(call.services.config, accountId));

/** Asks them whether there is to be a new one. */
export const tellOfWaitingAdministrator = (call: Call, accountId: string): Promise<void> =>
  tellAdministrators(call, [accountId], 'user-administrator-asked', waitingAdministratorLetter(call.services.config, accountId));

async function tellAdministrators(
  { actor, db, now, services }: Telling,
  but: readonly string[],
  kind: string,
  letter: Letter,
): Promise<void> {
  for (const { accountId, email } of await collectingStaff(db, 'administrator'))
    if (accountId !== actor?.accountId && !but.includes(accountId)) await postLetter(db, services, now, kind, email, letter);
}

/**
 * Tells the person whose app was reset, and somebody else who knows that person: the unit's other administrators, or, for the
 * collecting side and for a unit that has no other, the administrators of the collecting side.
 */
export async function tellOfReset(call: Call, accountId: string, { email, until }: { email: string; until: Date }): Promise<void> {
  const { actor, db, now, services } = call;
  await postLetter(db, services, now, 'user-reset', email, resetLetter(services.config, until));
  const told = new Set<string>();
  for (const unit of await unitsOfPerson(db, accountId))
    for (const colleague of await peopleToTell(db, unit, ['unitAdministrator'])) {
      if (colleague.accountId === accountId || colleague.accountId === actor.accountId || told.has(colleague.accountId)) continue;
      told.add(colleague.accountId);
      await postLetter(db, services, now, 'user-reset-notice', colleague.email, resetNotice(services.config, unit.code));
    }
  const [account] = await accountSummary(db, [accountId]);
  if (told.size === 0 || account?.collectingRole)
    await tellAdministrators(call, [accountId], 'user-reset-notice', resetNotice(services.config, null));
}
