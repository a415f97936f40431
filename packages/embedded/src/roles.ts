import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface DatabaseUrls {
  /** The running application's login: bound by row-level security. */
  readonly applicationUrl: string;
  /** The owner of the tables: migrations only. */
  readonly ownerUrl: string;
}

/**
 * Sees to it that the database and its two logins exist, with the passwords given (made anew when they are not).
 * Safe to call at every start.
 */
export async function ensureDatabase(
  adminUrl: string,
  database: string,
  passwords = { owner: randomBytes(24).toString('base64url'), application: randomBytes(24).toString('base64url') },
): Promise<DatabaseUrls> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7201)');
    const exists = async (query: string, name: string) => ((await client.query(query, [name])).rowCount ?? 0) > 0;
    const roleExists = (name: string) => exists('select from pg_roles where rolname = $1', name);
    if (!(await roleExists('insamling_app'))) await client.query('create role insamling_app nologin');
    for (const [name, password, rights] of [
      ['insamling_owner', passwords.owner, 'createrole'],
      ['insamling_web', passwords.application, ''],
    ] as const) {
      const verb = (await roleExists(name)) ? 'alter' : 'create';
      await client.query(`${verb} role ${name} login ${rights} password '${password}'`);
    }
    await client.query('grant insamling_app to insamling_owner with admin option');
    await client.query('grant insamling_app to insamling_web');
    if (!(await exists('select from pg_database where datname = $1', database)))
      await client.query(`create database ${pg.escapeIdentifier(database)} owner insamling_owner`);
  } finally {
    await client.end();
  }
  const urlFor = (name: string, password: string) => {
    const url = new URL(adminUrl);
    url.username = name;
    url.password = password;
    url.pathname = `/${database}`;
    return url.href;
  };
  return { applicationUrl: urlFor('insamling_web', passwords.application), ownerUrl: urlFor('insamling_owner', passwords.owner) };
}
