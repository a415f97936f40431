import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the throw-away cluster: the superuser's, and the two logins' of the migrated template. */
    cluster: { adminUrl: string; applicationUrl: string; ownerUrl: string };
  }
}

export interface TestDatabase {
  readonly applicationUrl: string;
  readonly ownerUrl: string;
  /** Asks as the owner of the tables, past every policy. */
  ask(statement: string): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
}

/** A database of one's own, copied from the migrated template in some ten milliseconds. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = inject('cluster');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const asAdmin = (statement: string) => askAt(cluster.adminUrl, statement);
  await asAdmin(`create database ${name} template template_app strategy file_copy owner insamling_owner`);
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const ownerUrl = at(cluster.ownerUrl);
  // Some tests ask every few milliseconds until something has happened: over one connection, which may be lost meanwhile.
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1, allowExitOnIdle: true, idleTimeoutMillis: 0 });
  owner.on('error', () => undefined);
  return {
    applicationUrl: at(cluster.applicationUrl),
    ownerUrl,
    ask: async (statement) => (await owner.query<Record<string, unknown>>(statement)).rows,
    async drop() {
      await owner.end();
      await asAdmin(`drop database ${name} with (force)`);
    },
  };
}

/** One statement over a connection of its own. */
export async function askAt(connectionString: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client
    .query(statement)
    .then((result) => result.rows as Record<string, unknown>[])
    .finally(() => client.end());
}
