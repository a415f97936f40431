import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { compilingWorkerPolicy } from './guards.ts';

/** The worker that checks a file before it is sent, by the name that it is built under. */
const isCompilingWorker = (path: string): boolean => /[/\\]assets[/\\]validation-worker-[\w-]+\.js$/.test(path);

/**
 * The built web client: hashed assets for ever, style sheets and fonts for an hour, and the application's one HTML page for
 * every signed-in address. Who is not signed in is sent to sign in and comes back.
 */
export async function addWebClient(
  app: FastifyInstance,
  folder: string,
  isSignedIn: (request: FastifyRequest) => Promise<boolean>,
): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`The web client is not built: ${folder} has no index.html`);
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders(response, path) {
      response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
      if (isCompilingWorker(path)) response.header('content-security-policy', compilingWorkerPolicy);
    },
    globIgnore: ['index.html'],
  });
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  for (const path of ['/', '/e/:unit', '/e/:unit/*', '/granskning', '/granskning/*']) {
    app.get(path, async (request, reply) => {
      if (!(await isSignedIn(request)))
        return reply.redirect(request.url === '/' ? '/logga-in' : `/logga-in?retur=${encodeURIComponent(request.url)}`, 303);
      return reply.type('text/html; charset=utf-8').send(page);
    });
  }
}
