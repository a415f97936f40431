import { ConfigurationError, readConfig } from './config.ts';

/** One process of the portal: web, worker or both. Starts, and stops within seconds when told to or when its supervisor is gone. */
const config = readConfigOrExit();
const isWorker = config.role !== 'web';
const isWeb = config.role !== 'worker';
// Loaded behind the settings, so that a wrong one is told at once; and what the other role does is not loaded.
const [{ default: closeWithGrace }, { openLog }, { openServices }, web, worker] = await Promise.all([
  import('close-with-grace'),
  import('./platform/log.ts'),
  import('./services.ts'),
  isWeb ? import('./app.ts') : undefined,
  isWorker ? import('./workers.ts') : undefined,
]);
const log = openLog(config);

const services = await openServices(config, log, { isWorker });
const app = await web?.buildApp(services);

// Ctrl-C reaches every process of the group; under a supervisor it is the supervisor that decides in which order all stop.
const isSupervised = process.send !== undefined;
const grace = closeWithGrace({ delay: 8000, logger: false, skip: isSupervised ? ['SIGINT', 'SIGHUP', 'SIGTERM'] : [] }, async ({ err }) => {
  if (err) log.fatal({ fault: err.name, at: err.stack?.split('\n').slice(1, 6) }, 'the process stops because of a defect');
  await app?.close();
  await services.close();
});
let isStopping = false;
const stop = () => {
  if (isStopping) return; // a second SIGTERM must not cut the first one's work short
  isStopping = true;
  grace.close();
};
process.on('disconnect', stop);
if (isSupervised) {
  process.on('SIGTERM', stop);
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
}

if (worker) await services.jobs.work(worker.jobHandlers(services));
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
