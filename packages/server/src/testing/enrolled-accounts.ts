import { randomUUID } from 'node:crypto';
import { hashPassword } from '../accounts/password-hash.ts';
import { newSecret } from '../accounts/totp.ts';
import { sql } from '../platform/db/index.ts';
import { goodPassword } from './browser.ts';
import type { Portal } from './portal.ts';

export interface Enrolled {
  readonly accountId: string;
  readonly email: string;
  /** Base32 key in the person's app. */
  readonly key: string;
}

/** So many finished accounts at once, with a real password (`goodPassword`, hashed once for all) and an app each; nobody is signed in. */
export async function enrolledAccounts(portal: Portal, many: number, name = 'konto'): Promise<Enrolled[]> {
  const { database, keys, config } = portal.services;
  const [password, now] = [await hashPassword(goodPassword), portal.clock.now()];
  const accounts = Array.from({ length: many }, (_, place) => ({
    accountId: randomUUID() as string,
    email: `${name}-${place}@example.se`,
    key: newSecret(),
  }));
  await database.transaction({}, async (db) => {
    for (const { accountId, email, key } of accounts) {
      const totp = keys.seal('totp', Buffer.from(key), accountId);
      await db.run(sql`
        insert into account (id, pseudonym, email_normalised, name, status, password, totp_secret, totp_key_id, notice_version, notice_at, invited_at, created_at)
        values (${accountId}, ${`p-${accountId}`}, ${email}, 'Test Testsson', 'active', ${password}, ${totp.sealed}, ${totp.keyId}, ${config.noticeVersion}, ${now}, ${now}, ${now})`);
    }
  });
  return accounts;
}
