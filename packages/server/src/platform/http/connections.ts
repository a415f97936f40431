import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { guardingHeaders } from './guards.ts';

type Limits = Config['limits'];

/** Requests of these routes have a pace of their own (uploads). */
declare module 'fastify' {
  interface FastifyContextConfig {
    hasOwnPace?: boolean;
  }
}

/** After an answer to somebody who is still sending, so long is listened on, so that the answer can be read before we hang up. */
const lingerSeconds = 10;
/** How often Node looks for headers that take too long, in milliseconds. */
const lookEvery = 1000;

/** What Node's own server must know: who is slow with the headers is hung up on, who asks for ever on one connection begins a new one. */
export const connectionOptions = (limits: Limits, say: (status: 400 | 408 | 431) => string) => ({
  http: { headersTimeout: limits.headersSeconds * 1000, connectionsCheckingInterval: lookEvery, maxHeaderSize: 16_384 },
  // Bodies are timed by `addConnectionLimits`: Node's own time would hold for uploads and ordinary requests alike.
  requestTimeout: 0,
  connectionTimeout: 0,
  keepAliveTimeout: 72_000,
  maxRequestsPerSocket: limits.requestsPerConnection,
  clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => answerBare(error, socket, say),
});

/** What is no HTTP, too slow or too large for a request: answered on the bare connection, with the headers of every answer. */
function answerBare(error: Error & { code?: string }, socket: Socket, say: (status: 400 | 408 | 431) => string): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const reason = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' }[status];
  const body = say(status);
  const headers = {
    ...guardingHeaders(''),
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  if (socket.writable) socket.write(`HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}\r\n${body}`);
  socket.destroySoon();
}

/** Caps the open connections of this process, and the time that the body of a request may take. */
export function addConnectionLimits(
  app: FastifyInstance,
  limits: Limits,
  log: Logger,
  tooSlow: (request: FastifyRequest) => { readonly type: string; readonly body: string },
): void {
  const server = app.server as typeof app.server & { dropMaxConnection: boolean };
  server.maxConnections = limits.connections;
  server.dropMaxConnection = true; // else a web process of several would hand the connection on for ever
  // Who goes on asking after «Connection: close» is hung up on; Node would answer without our headers.
  server.on('dropRequest', (_request, socket) => (socket as Socket).destroySoon());
  let droppedAt = 0;
  server.on('drop', () => {
    if (Date.now() - droppedAt < 60_000) return;
    droppedAt = Date.now();
    log.warn({ connections: limits.connections }, 'connections are turned away: as many as allowed are open');
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!bringsBody(request) || request.routeOptions.config.hasOwnPace) return;
    const timer = setTimeout(() => {
      if (request.raw.complete) return;
      if (reply.raw.headersSent) return void request.raw.destroy();
      log.info({ reference: request.id, route: request.routeOptions.url }, 'a request was too slow');
      reply.hijack();
      const { type, body } = tooSlow(request);
      reply.raw.writeHead(408, { ...guardingHeaders(''), 'content-type': type, connection: 'close' });
      reply.raw.end(body, () => request.raw.destroy());
    }, limits.requestSeconds * 1000);
    request.raw.once('close', () => clearTimeout(timer));
    request.raw.once('end', () => clearTimeout(timer));
  });
  app.addHook('onResponse', async (request) => {
    if (request.raw.complete || request.raw.destroyed) return;
    const timer = setTimeout(() => request.raw.destroy(), lingerSeconds * 1000);
    request.raw.once('close', () => clearTimeout(timer));
    request.raw.once('end', () => clearTimeout(timer));
  });
}

const bringsBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
