import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  readonly applicationUrl: string;
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

/** A database of one's own, copied from the migrated template in some ten milliseconds. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = inject('cluster');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const asAdmin = async (statement: string) => {
    const client = new pg.Client({ connectionString: cluster.adminUrl });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await asAdmin(`create database ${name} template template_app strategy file_copy owner insamling_owner`);
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return {
    applicationUrl: at(cluster.applicationUrl),
    ownerUrl: at(cluster.ownerUrl),
    drop: () => asAdmin(`drop database ${name} with (force)`),
  };
}
