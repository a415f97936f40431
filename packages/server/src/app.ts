import { join } from 'node:path';
import { problemText } from '@insamling/texts';
import type { FastifyInstance } from 'fastify';
import { errorPage, identify, spendElevation } from './accounts/index.ts';
import type { Services } from './context.ts';
import { addWebClient, openApi, requestQuota, serve } from './platform/http/index.ts';
import { addLiveStream } from './platform/live/index.ts';
import { routes } from './routes.ts';
import { findUnit, unitCodesOf } from './units/index.ts';

const builtClient = join(import.meta.dirname, '../../web/dist');

/** The whole portal as one web server; `main.ts` lets it listen, tests ask it by `inject`. */
export async function buildApp(services: Services, webFolder: string | null = builtClient): Promise<FastifyInstance> {
  const count = requestQuota(services);
  const app = await serve(services, routes(services), {
    async identify(cookies, now) {
      const actor = await identify(services, cookies, now);
      if (actor) await count(actor.accountId, now);
      return actor;
    },
    findUnit,
    say: problemText,
    errorPage: (fault) => errorPage(services.config, fault),
    spendElevation: (db, actor, purpose, now) => spendElevation(db, actor.sessionId, purpose, now),
  });
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(openApi(services.config.serviceName)),
  );
  await addLiveStream(app, services, {
    identify: (cookies) => identify(services, cookies, services.clock.now()),
    unitsOf: (actor) => services.database.transaction({ account: actor.accountId }, (db) => unitCodesOf(db, actor)),
  });
  if (webFolder !== null)
    await addWebClient(app, webFolder, async (request) => (await identify(services, request.cookies, services.clock.now())) !== undefined);
  return app;
}
