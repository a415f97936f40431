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
    return account?.email ? [{ ...one, name: account.name, email: account.email, phone: account.phone, status: account.status }] : [];
  });
}

/** Who is told by mail that something has happened: those with a finished account and at least the role named. */
export const peopleToTell = async (
  db: Reader,
  unit: UnitKey,
  roles: readonly UnitRole[] = ['respondent', 'unitAdministrator'],
): Promise<Person[]> => (await peopleOf(db, unit)).filter(({ status, role }) => status === 'active' && roles.includes(role));

/** A person as the contract shows one. */
export const personView = ({ since, ...person }: Person): UnitPerson => ({ ...person, since: since.toISOString() });
