import { demonstrationTexts } from '@insamling/texts';
import { accountsByAddress } from '../accounts/index.ts';
import type { Services } from '../context.ts';
import { persons } from './persons.ts';

/** The people of the demonstration who have not finished their account yet: role in Swedish, address, unit codes. */
export async function invitedPersons({ database }: Services): Promise<{ role: string; email: string; units: string[] }[]> {
  const accounts = await database.transaction({}, (db) =>
    accountsByAddress(
      db,
      persons.map(({ email }) => email),
    ),
  );
  const status = new Map(accounts.map((account) => [account.email, account.status]));
  return persons
    .filter(({ email }) => status.get(email) === 'invited')
    .map(({ email, collectingRole, units = [] }) => ({
      role: demonstrationTexts.roles[collectingRole ?? units[0]?.role ?? 'respondent'],
      email,
      units: units.map(({ code }) => code),
    }));
}
