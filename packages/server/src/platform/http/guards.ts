import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../../config.ts';
import { Problem } from '../problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    nonce: string;
  }
}

const policy = (scripts: string): string =>
  `default-src 'none'; script-src ${scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'`;

/** For the script of a worker that compiles the engine's kernels, and is no page: WebAssembly, and nothing else that a page may not. */
export const compilingWorkerPolicy = policy("'self' 'wasm-unsafe-eval'");

/** What every answer carries, whatever it is. Without a nonce no script at all may run in it. */
export const guardingHeaders = (nonce: string): Record<string, string> => ({
  'content-security-policy': policy(nonce === '' ? "'none'" : `'self' 'nonce-${nonce}'`),
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cache-control': 'no-store',
});

/** Headers on every answer, errors included, and the checks that come before any handler. */
export function addGuards(app: FastifyInstance, config: Config): void {
  app.decorateRequest('nonce', '');
  app.addHook('onRequest', async (request, reply) => {
    request.nonce = randomBytes(16).toString('base64');
    reply.headers(guardingHeaders(request.nonce));
    if (!isOurHost(request, config)) throw new Problem('request.wrong-host');
    if (!['GET', 'HEAD'].includes(request.method) && !isSameOrigin(request, config)) throw new Problem('request.cross-site');
  });
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The name the browser used must be ours; when the portal's own address is a loopback one, its other loopback names are too. */
function isOurHost(request: FastifyRequest, config: Config): boolean {
  if (request.url === '/healthz' || request.url === '/readyz') return true;
  const host = request.headers.host ?? '';
  // A name and a port and nothing else: `evil@ours`, `ours/x` and `ours?x` are read as ours by one program and not by the next.
  return /^[\w.:[\]-]+$/.test(host) && isOurs(`http://${host}`, config, false);
}

function isOurs(address: string, config: Config, withScheme: boolean): boolean {
  const ours = new URL(config.publicUrl);
  let theirs: URL;
  try {
    theirs = new URL(address);
  } catch {
    return false;
  }
  if (loopback.has(ours.hostname)) return loopback.has(theirs.hostname);
  return withScheme ? theirs.origin === ours.origin : theirs.hostname === ours.hostname && theirs.port === ours.port;
}

/**
 * A state change must come from our own pages: `Sec-Fetch-Site: same-origin`; where the browser sends no such header, Origin
 * or else Referer must be ours. A request with a cookie and none of the three is refused.
 */
function isSameOrigin(request: FastifyRequest, config: Config): boolean {
  const site = request.headers['sec-fetch-site'];
  const { origin, referer } = request.headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined) return isOursExactly(origin, request, config);
  if (site !== undefined) return true;
  if (referer !== undefined) return isOursExactly(referer, request, config);
  return request.headers.cookie === undefined;
}

/** Origin in full: another port of this machine is another site, also when its name is a loopback one. */
function isOursExactly(address: string, request: FastifyRequest, config: Config): boolean {
  if (!isOurs(address, config, true)) return false;
  const [theirs, ours] = [new URL(address), new URL(config.publicUrl)];
  return theirs.protocol === ours.protocol && (theirs.host === request.headers.host || theirs.origin === ours.origin);
}
