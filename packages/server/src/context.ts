import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/db/index.ts';
import type { FileStore } from './platform/files/index.ts';
import type { Jobs } from './platform/jobs/index.ts';
import type { KeyRing } from './platform/keys.ts';
import type { RelyingParty } from './platform/oidc/index.ts';

/** What every operation, page and job is handed; made once in `main.ts` and in tests. */
export interface Services {
  readonly config: Config;
  readonly clock: Clock;
  readonly keys: KeyRing;
  readonly database: Database;
  readonly files: FileStore;
  readonly jobs: Jobs;
  readonly relyingParty: RelyingParty;
  readonly log: Logger;
}
