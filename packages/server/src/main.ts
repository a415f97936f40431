import closeWithGrace from 'close-with-grace';
import { buildApp } from './app.ts';
import { ConfigurationError, readConfig } from './config.ts';
import { openLog } from './platform/log.ts';
import { openServices } from './services.ts';
import { jobHandlers } from './workers.ts';

/** One process of the portal: web, worker or both. Starts, and stops within seconds when told to or when its supervisor is gone. */
const config = readConfigOrExit();
const log = openLog(config);
const isWorker = config.role !== 'web';
const isWeb = config.role !== 'worker';

const services = await openServices(config, log, { isWorker });
const app = isWeb ? await buildApp(services) : undefined;

const grace = closeWithGrace({ delay: 8000, logger: false }, async ({ err }) => {
  if (err) log.fatal({ fault: err.name, at: err.stack?.split('\n').slice(1, 6) }, 'the process stops because of a defect');
  await app?.close();
  await services.close();
});
process.on('disconnect', () => void grace.close());

if (isWorker) await services.jobs.work(jobHandlers(services));
if (app) await app.listen({ port: config.port, host: config.host });
log.info({ role: config.role, port: isWeb ? config.port : undefined }, 'the process is ready');
process.send?.({ ready: true });

function readConfigOrExit() {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78);
  }
}
