import { readConfig, type Config } from '../config.ts';
import type { Services } from '../context.ts';
import { openLog } from '../platform/log.ts';
import { openServices } from '../services.ts';
import { environmentOfRunning } from '../supervisor/operator.ts';

/** The operator's own settings above those of the portal that runs on the data folder, if one does. */
export function operatorConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const { dataDir } = readConfig(environment);
  return readConfig({ LOG_LEVEL: 'silent', ...environmentOfRunning(dataDir), ...environment });
}

/** Runs the work with the operator's database. @returns undefined when there is none */
export async function withServices<Result>(work: (services: Services) => Promise<Result>): Promise<Result | undefined> {
  const config = operatorConfig();
  if (!config.databaseUrl || config.secretKeys.length === 0) return undefined;
  const services = await openServices(config, openLog(config), { isWorker: false });
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}
