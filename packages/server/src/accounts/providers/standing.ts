import type { SignInProvider } from '../../config.ts';
import type { Reader } from '../../platform/db/index.ts';
import { mayUseProvider } from './policy.ts';
import { waysOfOrganisations } from './reader.ts';

/** Whether a provider opens an account as things stand now; asked in the person's own scope. */
export const isOpenFor = async (
  db: Reader,
  provider: SignInProvider,
  account: { readonly accountId: string; readonly collectingRole: string | null },
): Promise<boolean> =>
  mayUseProvider(provider, {
    isCollecting: account.collectingRole !== null,
    organisations: await waysOfOrganisations(db, account.accountId),
  });
