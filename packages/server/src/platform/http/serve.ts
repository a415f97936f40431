import { isIP } from 'node:net';
import cookie from '@fastify/cookie';
import { endpoints, type ProblemCode } from '@insamling/contract';
import { schemas } from '@insamling/contract/schemas';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Services } from '../../context.ts';
import { recordEvent } from '../audit/index.ts';
import { clockWatch } from '../clock-watch.ts';
import { dayOf } from '../clock.ts';
import { isMigrated, type Scope, type Writer } from '../db/index.ts';
import { hasCollectingRole, type ActingUnit, type Actor, type Call, type Operation, type UnitCall } from '../operation.ts';
import { Problem } from '../problem.ts';
import { addConnectionLimits, connectionOptions } from './connections.ts';
import { describe, problemOf } from './faults.ts';
import { addGuards, guardingHeaders } from './guards.ts';
import type { Html } from './html.ts';
import type { Page, PageCookie, PageReply } from './page.ts';
import { onlyTexts, parseForm, parseJson, requireJson } from './parsers.ts';

/** What the HTTP frame must ask of capabilities to its right; `app.ts` hands the answers over. */
export interface Doorkeeper {
  /** The person behind the cookies, if the session still holds; also notes that it was used. */
  identify(cookies: Readonly<Record<string, string | undefined>>, now: Date): Promise<Actor | undefined>;
  /** The unit with this code, if the actor may know of it. */
  findUnit(db: Writer, actor: Actor, code: string): Promise<ActingUnit | undefined>;
  /** The Swedish sentence of a refusal. */
  say(code: ProblemCode, details: Readonly<Record<string, string | number | null>>): string;
  errorPage(fault: { status: number; message: string; reference: string }): Html;
  /** Spends the session's proof that it was given for the purpose. @returns false when there is none (left) */
  spendElevation(db: Writer, actor: Actor, purpose: string, now: Date): Promise<boolean>;
}

/** A route that moves bytes instead of JSON. Its body has not been read when `handle` is called. */
export interface StreamRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: (call: StreamCall, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

/** Like a call, but without a transaction held open while bytes move: `transaction` opens one in the unit's scope. */
export interface StreamCall {
  readonly actor: Actor;
  readonly unit: ActingUnit;
  readonly now: Date;
  readonly today: string;
  readonly origin: string;
  readonly services: Services;
  transaction<T>(work: (call: UnitCall) => Promise<T>): Promise<T>;
}

export interface Routes {
  readonly operations: readonly Operation[];
  readonly pages: readonly Page[];
  readonly streams: readonly StreamRoute[];
}

/** The web server, ready to listen or to be asked by `inject`. Static files and the event stream are added by `app.ts`. */
export async function serve(services: Services, routes: Routes, doorkeeper: Doorkeeper): Promise<FastifyInstance> {
  const { config, log, clock } = services;
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    ...connectionOptions(config.limits, (status) => doorkeeper.say(bareProblems[status], {})),
    frameworkErrors: (error, request, reply) => {
      request.nonce = '';
      answerFault(error, request, reply.headers(guardingHeaders('')));
    },
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    exposeHeadRoutes: true,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: 1_048_576 }, parseJson);
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: mostFormBytes },
    async (_request: FastifyRequest, body: string) => parseForm(body),
  );
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  await app.register(cookie);
  addGuards(app, config);
  addConnectionLimits(app, config.limits, log, (request) => written(new Problem('request.too-slow'), request));

  app.setErrorHandler(async (error, request, reply) => answerFault(error, request, reply));
  app.setNotFoundHandler(async (request, reply) =>
    answerFault(new Problem(ordinary.has(request.method) ? 'request.not-found' : 'request.method-not-allowed'), request, reply),
  );

  const lookAtClock = clockWatch(services.database, log);
  app.get('/healthz', async () => ({ alive: true }));
  app.get('/readyz', async (_request, reply) => {
    const ready = await isMigrated(services.database.pool).catch(() => false);
    if (ready) await lookAtClock().catch(() => undefined);
    return reply.code(ready ? 200 : 503).send({ ready });
  });

  const known = new Map<string, Set<string>>();
  const note = (method: string, path: string) => (known.get(path) ?? known.set(path, new Set()).get(path)!).add(method);
  for (const operation of routes.operations) {
    const { method, path } = endpoints[operation.name];
    note(method, path);
    app.route({
      method,
      url: path,
      // Who asks is known before a byte of the body is taken.
      onRequest: async (request) => void askers.set(request, await actorOf(request)),
      handler: async (request, reply) => {
        requireJson(request);
        const { output, cookies } = await perform(operation, request);
        return setCookies(reply, cookies).type('application/json; charset=utf-8').send(output);
      },
    });
  }
  for (const page of routes.pages) {
    note(page.method, page.path);
    app.route({
      method: page.method,
      url: page.path,
      bodyLimit: mostFormBytes,
      handler: async (request, reply) => answerPage(page, request, reply),
    });
  }
  for (const stream of routes.streams) {
    note(stream.method, stream.path);
    app.route({
      method: stream.method,
      url: stream.path,
      bodyLimit: Number.MAX_SAFE_INTEGER,
      config: { hasOwnPace: true },
      handler: async (request, reply) => stream.handle(await streamCall(request), request, reply),
    });
  }
  for (const [path, methods] of known) {
    const allowed = [...methods, ...(methods.has('GET') ? ['HEAD'] : [])];
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].filter((method) => !methods.has(method));
    if (others.length > 0)
      app.route({
        method: others as 'GET'[],
        url: path,
        exposeHeadRoute: false,
        onRequest: async () => {
          throw new Problem('request.method-not-allowed', { allowed: allowed.join(', ') });
        },
        handler: async () => undefined,
      });
  }

  const askers = new WeakMap<FastifyRequest, Actor>();
  const identify = (request: FastifyRequest) => doorkeeper.identify(request.cookies, clock.now());

  async function actorOf(request: FastifyRequest): Promise<Actor> {
    const actor = await identify(request);
    if (!actor) throw new Problem('account.not-signed-in');
    return actor;
  }

  async function perform(operation: Operation, request: FastifyRequest): Promise<{ output: unknown; cookies: readonly PageCookie[] }> {
    const actor = askers.get(request)!;
    const now = clock.now();
    const base = { actor, now, today: dayOf(now), services, origin: originOf(request) };
    const input = parseInput(operation.name, request);
    /** A transaction may be run again: it begins with no cookies each time. */
    const inTransaction = (unit: ActingUnit | undefined) =>
      services.database.transaction(
        { ...scopeOf(actor, unit), isOneMoment: operation.isOneMoment, isOneBreath: operation.isOneBreath },
        async (db) => {
          const cookies: PageCookie[] = [];
          const call = { ...base, db, answerCookies: cookies };
          return { output: await told(operation, unit ? { ...call, unit } : call, input), cookies };
        },
      );
    try {
      if (operation.of === 'unit') {
        return await inTransaction(await unitOf(actor, String((request.params as Record<string, string>)['unit'])));
      }
      if (operation.of === 'collecting' && !hasCollectingRole(actor.collectingRole, operation.least))
        throw new Problem('account.not-allowed');
      return await inTransaction(undefined);
    } catch (error) {
      await noteDenial(error, actor, operation.name, originOf(request));
      throw error;
    }
  }

  /** Runs the story and, in the same transaction and last, writes its audit event. */
  async function told(operation: Operation, call: Call | UnitCall, input: unknown): Promise<unknown> {
    if (operation.stepUp) await insistElevated(operation.stepUp, call, input);
    const output = await operation.run(call as never, input as never);
    const audit = operation.audit?.(input as never, output as never, call as never);
    if (audit) {
      const [kind, object, details] = audit;
      const unit = 'unit' in call ? call.unit : undefined;
      await recordEvent(call.db, services.keys, call.now, {
        organisationId: unit?.organisationId,
        unitId: unit?.unitId,
        actor: call.actor.pseudonym,
        kind,
        object,
        outcome: 'done',
        details: details ?? {},
        origin: call.origin,
      });
    }
    return output;
  }

  /** The refusal names what the proof is to be given for, so that the page can ask for it and try again. */
  async function insistElevated(stepUp: NonNullable<Operation['stepUp']>, call: Call | UnitCall, input: unknown): Promise<void> {
    const purpose = stepUp === 'any' ? '' : await stepUp(input as never, call as never);
    if (purpose === null) return;
    const { db, now, actor } = call;
    const { elevation } = actor;
    const holds =
      elevation !== null && elevation.until > now && (purpose === '' || (await doorkeeper.spendElevation(db, actor, purpose, now)));
    if (!holds) throw new Problem('account.step-up-needed', { purpose });
  }

  async function unitOf(actor: Actor, code: string): Promise<ActingUnit> {
    const scope = { ...scopeOf(actor, undefined), isOneBreath: true };
    const unit = await services.database.transaction(scope, (db) => doorkeeper.findUnit(db, actor, code));
    if (!unit) throw new Problem('request.not-found');
    return unit;
  }

  async function streamCall(request: FastifyRequest): Promise<StreamCall> {
    const actor = await actorOf(request);
    const unit = await unitOf(actor, String((request.params as Record<string, string>)['unit']));
    const now = clock.now();
    const base = { actor, unit, now, today: dayOf(now), services, origin: originOf(request) };
    return {
      ...base,
      transaction: (work) => services.database.transaction(scopeOf(actor, unit), (db) => work({ ...base, db, answerCookies: [] })),
    };
  }

  /** A refusal of rights is itself an event (R78); a wish that merely came too late is not. */
  async function noteDenial(error: unknown, actor: Actor, operation: string, origin: string): Promise<void> {
    if (
      !(error instanceof Problem) ||
      error.code === 'account.step-up-needed' ||
      (error.status !== 403 && error.code !== 'request.not-found')
    )
      return;
    await services.database
      .transaction({}, (db) =>
        recordEvent(db, services.keys, clock.now(), {
          actor: actor.pseudonym,
          kind: 'access.denied',
          object: operation,
          outcome: 'refused',
          details: { code: error.code },
          origin,
        }),
      )
      .catch((failure: Error) => log.error({ reason: failure.message }, 'a denial could not be recorded'));
  }

  async function answerPage(page: Page, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const cookies = Object.fromEntries(
      Object.entries(request.cookies).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    return sendPage(
      reply,
      await page.handle({
        method: page.method,
        path: request.url.split('?')[0] ?? '/',
        params: request.params as Record<string, string>,
        query: onlyTexts(request.query),
        form: onlyTexts(request.body),
        cookies,
        actor: await identify(request),
        origin: originOf(request),
        userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
        nonce: request.nonce,
        now: clock.now(),
      }),
    );
  }

  function answerFault(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const fault = problemOf(thrown);
    const reference = request.id;
    if (fault.status >= 500 && fault.code === 'service.defect')
      log.error({ reference, route: request.routeOptions.url, fault: describe(thrown) }, 'a request failed');
    else log.info({ reference, route: request.routeOptions.url, code: fault.code }, 'a request was refused');
    if (fault.retryAfter) reply.header('retry-after', String(fault.retryAfter));
    if (fault.code === 'request.method-not-allowed' && fault.details['allowed']) reply.header('allow', String(fault.details['allowed']));
    const { type, body } = written(fault, request);
    return reply.code(fault.status).type(type).send(body);
  }

  /** A refusal in the form that the asker reads. */
  function written(fault: Problem, { id: reference, url }: FastifyRequest): { type: string; body: string } {
    const message = doorkeeper.say(fault.code, fault.details);
    if (url.startsWith('/api/'))
      return {
        type: 'application/json; charset=utf-8',
        body: JSON.stringify({ code: fault.code, message, details: fault.details, reference }),
      };
    return { type: 'text/html; charset=utf-8', body: doorkeeper.errorPage({ status: fault.status, message, reference }).text };
  }

  return app;
}

const ordinary = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** The answer of a server-made page. Cookies are bound to this host and kept from scripts. */
export function sendPage(reply: FastifyReply, page: PageReply): FastifyReply {
  setCookies(reply, page.cookies ?? []);
  for (const [name, value] of Object.entries(page.headers ?? {})) reply.header(name, value);
  if (page.redirect !== undefined) return reply.redirect(page.redirect, 303);
  if (page.body)
    return reply
      .code(page.status ?? 200)
      .type(page.body.type)
      .send(page.body.content);
  return reply
    .code(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(page.html?.text ?? '');
}

function setCookies(reply: FastifyReply, cookies: readonly PageCookie[]): FastifyReply {
  for (const { name, value, maxAgeSeconds } of cookies) {
    const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;
    if (value === null) reply.clearCookie(name, attributes);
    else reply.setCookie(name, value, { ...attributes, ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }) });
  }
  return reply;
}

/** Forms have a few fields; anybody may send one. */
const mostFormBytes = 16_384;
const bareProblems = { 400: 'request.invalid', 408: 'request.too-slow', 431: 'request.too-large' } as const;

const scopeOf = (actor: Actor, unit: ActingUnit | undefined): Scope => ({
  organisation: unit?.organisationId,
  account: actor.accountId,
  side: actor.collectingRole ? 'collecting' : undefined,
});

/** Path, query and body in one object; whatever the contract does not name is refused, also where it names nothing at all. */
function parseInput(name: Operation['name'], request: FastifyRequest): unknown {
  const {
    params = nothing,
    query = nothing,
    body = nothing,
  } = schemas[name] as { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType };
  return {
    ...(params.parse(request.params) as object),
    ...(query.parse(request.query) as object),
    ...(body.parse(request.body === undefined ? {} : request.body) as object),
  };
}
const nothing = z.strictObject({});

const originOf = (request: FastifyRequest): string => (isIP(request.ip) ? request.ip : 'unknown');
