import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDatabase, startPostgres } from '@insamling/embedded';
import type { TestProject } from 'vitest/node';
import { migrate } from '../platform/db/index.ts';

/** Starts one throw-away cluster for the whole run and migrates the template that every test file's database is copied from. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'cluster-'));
  const server = await startPostgres({ folder, durable: false });
  const urls = await ensureDatabase(server.adminUrl, 'template_app');
  await migrate(urls.ownerUrl, urls.applicationUrl);
  project.provide('cluster', { adminUrl: server.adminUrl, ...urls });
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
