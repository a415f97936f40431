import { PassThrough } from 'node:stream';
import { eventsPath, type LiveEvent } from '@insamling/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../../context.ts';
import type { Actor } from '../operation.ts';
import { Problem } from '../problem.ts';
import { openFeed, type Feed, type FeedEvent } from './feed.ts';

/** What the stream must ask of capabilities to its right; `app.ts` hands the answers over. */
export interface StreamKeeper {
  /** The person behind the cookies, if the session still holds. */
  identify(cookies: Readonly<Record<string, string | undefined>>): Promise<Actor | undefined>;
  /** Codes of the units that a respondent acts for. */
  unitsOf(actor: Actor): Promise<readonly string[]>;
}

const heartbeatMilliseconds = 20_000;
const streamsPerAccount = 10;
/** A reader that has let this much pile up is gone or too slow; it comes back and catches up by its last event id. */
const mostBytesWaiting = 256 * 1024;

/** Registers the event stream. Streams end when the server closes, since they would keep it waiting. */
export async function addLiveStream(app: FastifyInstance, services: Services, keeper: StreamKeeper): Promise<void> {
  const feed = await openFeed(services.database, services.config.databaseListenUrl, services.log);
  const streams = new Set<Stream>();

  app.route({
    method: 'GET',
    url: eventsPath,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const actor = await keeper.identify(request.cookies);
      if (!actor) throw new Problem('account.not-signed-in');
      if ([...streams].filter(({ accountId }) => accountId === actor.accountId).length >= streamsPerAccount)
        throw new Problem('service.unavailable', {}, 60);
      const stream = await openStream(feed, keeper, request, actor);
      streams.add(stream);
      stream.body.once('close', () => streams.delete(stream));
      return reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(stream.body);
    },
  });
  app.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'],
    url: eventsPath,
    handler: async () => {
      throw new Problem('request.method-not-allowed', { allowed: 'GET' });
    },
  });
  app.addHook('preClose', async () => {
    for (const { body } of streams) body.end();
    await feed.stop();
  });
}

interface Stream {
  readonly accountId: string;
  readonly body: PassThrough;
}

/**
 * One reader's stream: what was missed since its last event id, then everything as it happens. A respondent hears of the own
 * units and of what concerns everybody, the collecting side of everything. Who may hear is asked again at every heartbeat
 * and when somebody's access changes.
 */
async function openStream(feed: Feed, keeper: StreamKeeper, request: FastifyRequest, first: Actor): Promise<Stream> {
  const body = new PassThrough();
  const seen = Number(request.headers['last-event-id'] ?? Number.NaN);
  let hears = await hearingOf(keeper, first);
  let queue = Promise.resolve();

  const inTurn = (work: () => Promise<void> | void) => {
    queue = queue.then(work).catch(() => undefined);
  };
  const isFor = ({ unit, account }: FeedEvent) => (account === null ? hears(unit) : account === first.accountId);
  const tell = (event: FeedEvent) => {
    if (body.writableEnded || body.destroyed) return;
    if (body.writableLength > mostBytesWaiting) return void body.destroy();
    const data: LiveEvent = { topic: event.topic, unit: event.unit };
    body.write(`id: ${event.id}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const checkAgain = async () => {
    const actor = await keeper.identify(request.cookies);
    if (!actor) return void body.end();
    hears = await hearingOf(keeper, actor);
  };

  const unsubscribe = feed.subscribe((event) =>
    inTurn(async () => {
      const heardBefore = isFor(event);
      if (event.topic === 'access' && (event.account ?? first.accountId) === first.accountId) await checkAgain();
      if (heardBefore || isFor(event)) tell(event);
    }),
  );
  const heartbeat = setInterval(
    () =>
      inTurn(async () => {
        await checkAgain();
        if (!body.writableEnded) body.write(': still here\n\n');
      }),
    heartbeatMilliseconds,
  );
  const leave = () => {
    clearInterval(heartbeat);
    unsubscribe();
  };
  body.once('close', leave);
  request.raw.once('close', () => body.destroy());

  // The id alone is an event without data: a reader that hears nothing before the line breaks still knows where it was.
  const from = Number.isSafeInteger(seen) && seen >= 0 && seen <= feed.newest ? seen : feed.newest;
  body.write(`retry: 2000\nid: ${from}\n\n`);
  const upTo = feed.newest;
  inTurn(async () => {
    if (from === upTo) return;
    for (const event of await feed.after(from)) if (event.id <= upTo && isFor(event)) tell(event);
  });
  return { accountId: first.accountId, body };
}

async function hearingOf(keeper: StreamKeeper, actor: Actor): Promise<(unit: string | null) => boolean> {
  if (actor.collectingRole !== null) return () => true;
  const units = new Set(await keeper.unitsOf(actor));
  return (unit) => unit === null || units.has(unit);
}
