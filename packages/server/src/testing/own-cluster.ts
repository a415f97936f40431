import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDatabase, startPostgres } from '@insamling/embedded';
import { migrate } from '../platform/db/index.ts';
import { askAt, type TestDatabase } from './database.ts';

/** A database in a cluster of its own, started as the product starts its own, whose log can be read. */
export async function databaseWithLog(): Promise<TestDatabase & { log(): Promise<string> }> {
  const folder = await mkdtemp(join(tmpdir(), 'own-cluster-'));
  const server = await startPostgres({ folder, durable: false });
  const urls = await ensureDatabase(server.adminUrl, 'canaries');
  await migrate(urls.ownerUrl, urls.applicationUrl);
  return {
    ...urls,
    ask: (statement) => askAt(urls.ownerUrl, statement),
    log: () => readFile(join(folder, 'postgres-18', 'server.log'), 'utf8'),
    async drop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
