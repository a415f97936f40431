import type { UnitPerson, UnitRole } from '@insamling/contract';
import { accountSummary } from '../accounts/index.ts';
import type { Reader } from '../platform/db/index.ts';
import { accessOf } from './reader.ts';
import type { Access, UnitKey } from './unit.ts';

/** Somebody who may act for a unit, with the address that notices go to. */
export interface Person extends Access {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly status: UnitPerson['status'];
  /** Until when an invitation or a reset can be used. */
  readonly expiresAt: Date | null;
  readonly lastSignedInAt: Date | null;
}

/** The people of a unit, longest there first. Accounts that have lost their address (ended) are left out. */
export async function peopleOf(db: Reader, unit: UnitKey): Promise<Person[]> {
  const access = await accessOf(db, unit);
  const accounts = new Map(
    (
      await accountSummary(
        db,
        access.map(({ accountId }) => accountId),
      )
    ).map((account) => [account.accountId, account]),
  );
  return access.flatMap((one) => {
    const account = accounts.get(one.accountId);
    if (!account?.email) return [];
    const { name, email, phone, status, invitationExpiresAt: expiresAt, lastSignedInAt } = account;
    return [{ ...one, name, email, phone, status, expiresAt, lastSignedInAt }];
  });
}

/** Who is told by mail that something has happened: those with a finished account and at least the role named. */
export const peopleToTell = async (
  db: Reader,
  unit: UnitKey,
  roles: readonly UnitRole[] = ['respondent', 'unitAdministrator'],
): Promise<Person[]> => (await peopleOf(db, unit)).filter(({ status, role }) => status === 'active' && roles.includes(role));

/** A person as the contract shows one; when an invitation runs out and when somebody was last here only who may invite is told. */
export const personView = ({ since, expiresAt, lastSignedInAt, ...person }: Person, mayInvite: boolean): UnitPerson => ({
  ...person,
  since: since.toISOString(),
  expiresAt: (mayInvite && expiresAt?.toISOString()) || null,
  lastSignedInAt: (mayInvite && lastSignedInAt?.toISOString()) || null,
});
