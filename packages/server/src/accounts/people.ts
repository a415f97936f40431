import type { CollectingRole } from '@insamling/contract';
import type { Reader } from '../platform/db/index.ts';
import { hasCollectingRole } from '../platform/operation.ts';
import { formerUser } from './former-user.page.ts';
import { accountSummary, staffWithRole } from './reader.ts';

/** Names by account id: who somebody is today. Of an account that has ended nobody knows, and an id that nobody has is left out. */
export async function displayNamesOf(db: Reader, accountIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(accountIds.filter((id): id is string => id !== null))];
  if (ids.length === 0) return new Map();
  return new Map(
    (await accountSummary(db, ids)).map(({ accountId, name, email, status }) => [
      accountId,
      status === 'ended' ? formerUser : name || email || '',
    ]),
  );
}

const roles: readonly CollectingRole[] = ['reader', 'reviewer', 'collectionManager', 'administrator'];

/** Those on the collecting side with at least the role, and a finished account. */
export const collectingStaff = (db: Reader, least: CollectingRole) =>
  staffWithRole(
    db,
    roles.filter((role) => hasCollectingRole(role, least)),
  );
