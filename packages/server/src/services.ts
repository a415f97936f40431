import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Services } from './context.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { openDatabase } from './platform/db/index.ts';
import { diskStore } from './platform/files/index.ts';
import { openJobs } from './platform/jobs/index.ts';
import { keyRing } from './platform/keys.ts';
import { relyingParty } from './platform/oidc/index.ts';

/** Opens what every operation needs; the real things unless a test hands over its own clock. */
export async function openServices(
  config: Config,
  log: Logger,
  options: { readonly isWorker: boolean; readonly clock?: Clock },
): Promise<Services & { close(): Promise<void> }> {
  const keys = keyRing(config.secretKeys);
  const database = openDatabase(config.databaseUrl, log, { isPooled: config.databaseListenUrl !== config.databaseUrl });
  const jobs = await openJobs(config.databaseUrl, log, options.isWorker);
  const clock = options.clock ?? systemClock(config.testClockFile);
  return {
    config,
    clock,
    keys,
    database,
    files: diskStore(join(config.dataDir, 'files')),
    jobs,
    relyingParty: relyingParty(config.signInProviders, clock),
    log,
    async close() {
      await jobs.stop();
      await database.close();
    },
  };
}
