import type { LiveTopic } from '@insamling/contract';
import pg from 'pg';
import type { Logger } from 'pino';
import { sql, type Database } from '../db/index.ts';

/** Something changed; `unit` is null for what concerns everybody, or one person alone. */
export interface FeedEvent {
  readonly id: number;
  readonly topic: LiveTopic;
  readonly unit: string | null;
  /** Nobody but this person is told. */
  readonly account: string | null;
}

export interface Feed {
  /** Id of the newest event told of so far. */
  readonly newest: number;
  /** Calls the listener with every event from now on. @returns how to stop */
  subscribe(listener: (event: FeedEvent) => void): () => void;
  /** Events after an id that a reader had seen; none when they are forgotten already. */
  after(id: number): Promise<FeedEvent[]>;
  stop(): Promise<void>;
}

const pollMilliseconds = 2000;
const pauseMilliseconds = 1000;
/** Ids are given before commit, so a lower id may appear after a higher one: this far back is read again. */
const overlap = 500;

/**
 * What changed, for this process: the table is the truth and is read every two seconds; a notification only says "look now".
 * The database may go away and come back.
 */
export async function openFeed(database: Database, listenUrl: string, log: Logger): Promise<Feed> {
  const listeners = new Set<(event: FeedEvent) => void>();
  const read = (id: number) =>
    database.transaction({}, (db) =>
      db.all<FeedEvent>(sql`select id, topic, unit_code as unit, account_id as account from live_event where id > ${id} order by id`),
    );
  const newestNow = async () =>
    (await database.transaction({}, (db) => db.maybe<{ id: number | null }>(sql`select max(id) as id from live_event`)))?.id ?? 0;

  let newest: number | undefined;
  let told = new Set<number>();
  let isAway = false;

  async function tellNew(): Promise<void> {
    if (newest === undefined) {
      newest = await newestNow();
      told = new Set((await read(newest - overlap)).map(({ id }) => id));
      return;
    }
    const events = await read(newest - overlap);
    const unheard = events.filter(({ id }) => !told.has(id));
    told = new Set(events.map(({ id }) => id));
    for (const event of unheard) {
      newest = Math.max(newest, event.id);
      for (const listener of listeners) listener(event);
    }
  }

  const drain = oneAtATime(async () => {
    try {
      await tellNew();
      isAway = false;
    } catch (error) {
      if (!isAway) log.warn({ reason: (error as Error).message }, 'the live events cannot be read');
      isAway = true;
    }
  });

  await drain();
  const timer = setInterval(() => void drain(), pollMilliseconds);
  const ear = keepListening(listenUrl, log, () => void drain());

  return {
    get newest() {
      return newest ?? 0;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    after: (id) => read(id),
    async stop() {
      clearInterval(timer);
      listeners.clear();
      await ear.stop();
      await drain.idle();
    },
  };
}

/** Runs the work one at a time; a call during a run makes it run once more after it, however many calls there were. */
function oneAtATime(work: () => Promise<void>): (() => Promise<void>) & { idle(): Promise<void> } {
  let again = false;
  let running: Promise<void> | undefined;
  const run = async () => {
    do {
      again = false;
      await work();
    } while (again);
    running = undefined;
  };
  const start = () => {
    if (running) again = true;
    else running = run();
    return running ?? Promise.resolve();
  };
  return Object.assign(start, { idle: async () => running });
}

/** One connection of its own that listens, and is made anew as long as it is wanted. */
function keepListening(url: string, log: Logger, onNotice: () => void): { stop(): Promise<void> } {
  let isStopping = false;
  let hangUp: () => void = () => undefined;
  const loop = (async () => {
    while (!isStopping) {
      const client = new pg.Client({
        connectionString: url,
        connectionTimeoutMillis: 5000,
        keepAlive: true,
        application_name: 'personalstatistik-live',
      });
      try {
        const ended = new Promise<void>((resolve) => {
          hangUp = resolve;
          client.on('error', () => resolve());
          client.on('end', () => resolve());
        });
        client.on('notification', onNotice);
        await client.connect();
        await client.query('listen live');
        onNotice();
        if (!isStopping) await ended;
      } catch (error) {
        log.warn({ reason: (error as Error).message }, 'the listening connection could not be made');
      }
      await client.end().catch(() => undefined);
      if (!isStopping)
        await new Promise<void>((resolve) => {
          hangUp = resolve;
          setTimeout(resolve, pauseMilliseconds);
        });
    }
  })();
  return {
    stop: () => {
      isStopping = true;
      hangUp();
      return loop;
    },
  };
}
