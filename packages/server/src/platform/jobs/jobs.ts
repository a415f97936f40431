import type { Logger } from 'pino';
import { PgBoss } from 'pg-boss';
import type { Writer } from '../db/index.ts';

/** What the queues carry: ids only. */
export interface JobData {
  readonly 'send-mail': { readonly mailId: string };
  readonly 'check-delivery': { readonly organisationId: string; readonly deliveryId: string; readonly fileId: string };
  readonly 'recount-delivery': { readonly organisationId: string; readonly deliveryId: string };
  readonly 'erase-test-period': { readonly periodId: string };
  readonly housekeeping: Record<string, never>;
  readonly retention: Record<string, never>;
}
export type QueueName = keyof JobData;

interface QueueRules {
  readonly retryLimit: number;
  readonly retryDelay: number;
  readonly expireInSeconds: number;
  readonly concurrency: number;
  /** Jobs taken at a time. A queue that takes several goes on at once while there are more; one that takes one looks again after a while. */
  readonly batch?: number;
  /** A dead worker's job is taken over this long after its last sign of life (10 is the least). */
  readonly heartbeatSeconds: number;
  /** Put in the queue by itself, this often, once however many workers there are. */
  readonly everySeconds?: number;
}

const queues: Record<QueueName, QueueRules> = {
  'send-mail': { retryLimit: 500, retryDelay: 2, expireInSeconds: 60, concurrency: 2, batch: 8, heartbeatSeconds: 10 },
  'check-delivery': { retryLimit: 5, retryDelay: 1, expireInSeconds: 300, concurrency: 2, batch: 2, heartbeatSeconds: 10 },
  'recount-delivery': { retryLimit: 5, retryDelay: 1, expireInSeconds: 300, concurrency: 1, heartbeatSeconds: 10 },
  'erase-test-period': { retryLimit: 20, retryDelay: 30, expireInSeconds: 900, concurrency: 1, heartbeatSeconds: 10 },
  housekeeping: { retryLimit: 2, retryDelay: 10, expireInSeconds: 300, concurrency: 1, heartbeatSeconds: 10, everySeconds: 15 },
  retention: { retryLimit: 5, retryDelay: 60, expireInSeconds: 900, concurrency: 1, heartbeatSeconds: 10, everySeconds: 3600 },
};

/** Every handler is idempotent: a job whose worker died after its effect runs again. */
export type JobHandlers = { readonly [Name in QueueName]: (data: JobData[Name]) => Promise<void> };

export interface Jobs {
  /** Puts a job in its queue in the caller's transaction: rolled back with it, seen when it commits. */
  enqueue<Name extends QueueName>(db: Writer, name: Name, data: JobData[Name]): Promise<void>;
  /** Starts to take jobs; called by worker processes only. */
  work(handlers: JobHandlers): Promise<void>;
  stop(): Promise<void>;
}

/** What a job failed of is kept in the job's row: of the database's words only the code, since they quote values. */
function inPlainWords(error: unknown): { message: string } {
  const { code, message, name } = error as { code?: unknown; message?: unknown; name?: unknown };
  return { message: typeof code === 'string' ? `${String(name)} ${code}` : String(message) };
}

/** Opens the queues (tables made by `migrate`). Queues that are new are made. */
export async function openJobs(databaseUrl: string, log: Logger, isWorker: boolean): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'jobs',
    migrate: false,
    createSchema: false,
    supervise: isWorker,
    schedule: false,
    // Nobody looks at its list of processes, for which each would wake up fifty times a second.
    registerInstance: false,
    maintenanceIntervalSeconds: 60,
    monitorIntervalSeconds: 2,
    // A dead worker's jobs are looked for this often, not once a minute.
    superviseIntervalSeconds: 3,
    useListenNotify: true,
    max: 4,
    application_name: 'personalstatistik-jobs',
  });
  boss.on('error', (error) => log.warn({ reason: error.message }, 'the job queue met an error'));
  await boss.start();
  for (const [name, rules] of Object.entries(queues)) {
    await boss.createQueue(name, {
      retryLimit: rules.retryLimit,
      retryDelay: rules.retryDelay,
      retryBackoff: true,
      retryDelayMax: 60,
      expireInSeconds: rules.expireInSeconds,
      heartbeatSeconds: rules.heartbeatSeconds,
      notify: true,
      deleteAfterSeconds: 3600,
    });
  }
  const timers: NodeJS.Timeout[] = [];
  /** The queue takes one job a slot of so many seconds; a database that is away is asked again at the next. */
  const repeat = (name: QueueName, seconds: number) => {
    const send = () =>
      void boss
        .send(name, {}, { singletonSeconds: seconds })
        .catch((error: Error) => log.warn({ reason: error.message }, 'a repeated job could not be put in its queue'));
    send();
    return setInterval(send, seconds * 1000);
  };
  return {
    async enqueue(db, name, data) {
      await boss.send(name, data, { db });
    },
    async work(handlers) {
      for (const name of Object.keys(queues) as QueueName[]) {
        const rules = queues[name];
        const handle = handlers[name] as (data: object) => Promise<void>;
        await boss.work(
          name,
          {
            localConcurrency: rules.concurrency,
            pollingIntervalSeconds: 2,
            notifyPollingIntervalSeconds: 4,
            batchSize: rules.batch ?? 1,
            burstWhenBatchFull: true,
            perJobResults: true,
          },
          (jobs) =>
            Promise.all(
              jobs.map(({ id, data }) =>
                handle(data as object).then(
                  () => ({ id, status: 'completed' as const }),
                  (error: unknown) => ({ id, status: 'failed' as const, output: inPlainWords(error) }),
                ),
              ),
            ),
        );
        if (rules.everySeconds) timers.push(repeat(name, rules.everySeconds));
      }
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await boss.stop({ graceful: true, timeout: 3000 });
    },
  };
}
