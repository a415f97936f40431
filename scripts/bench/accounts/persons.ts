import { randomUUID } from 'node:crypto';
import { generateSecret } from 'otplib';
import { hashPassword } from '../../../packages/server/src/accounts/password-hash.ts';
import { readConfig } from '../../../packages/server/src/config.ts';
import { sql } from '../../../packages/server/src/platform/db/index.ts';
import { openLog } from '../../../packages/server/src/platform/log.ts';
import { openServices } from '../../../packages/server/src/services.ts';
import { environmentOfRunning } from '../../../packages/server/src/supervisor/operator.ts';

export interface Person {
  readonly email: string;
  /** Key of the authenticator app, base32. */
  readonly key: string;
}
export const password = 'Vintergröna-tallar-26';

/** Finished accounts in the database of a portal that runs, each with an app of its own: an app's code works once. */
export async function addPersons(dataDir: string, count: number): Promise<Person[]> {
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...environmentOfRunning(dataDir) });
  const services = await openServices(config, openLog(config), { isWorker: false });
  try {
    const [now, stored] = [services.clock.now(), await hashPassword(password)];
    const made = Array.from({ length: count }, (_, index) => {
      const [id, key] = [randomUUID(), generateSecret({ length: 20 })];
      return { id, key, email: `person-${index}@example.se`, totp: services.keys.seal('totp', Buffer.from(key), id) };
    });
    await services.database.transaction({}, (db) =>
      db.run(sql`
        insert into account (id, pseudonym, email_normalised, name, status, password, totp_secret, totp_key_id, notice_version, notice_at, invited_at, created_at)
        select id, 'p-' || id, email, 'Test Testsson', 'active', ${stored}, totp, ${made[0]!.totp.keyId}, ${config.noticeVersion}, ${now}, ${now}, ${now}
          from unnest(${made.map(({ id }) => id)}::uuid[], ${made.map(({ email }) => email)}::text[], ${made.map(({ totp }) => totp.sealed)}::bytea[]) as made (id, email, totp)`),
    );
    return made.map(({ email, key }) => ({ email, key }));
  } finally {
    await services.close();
  }
}
