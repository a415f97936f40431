import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { browserHeaders, startPortal, type Portal, type TestPerson } from '../../testing/portal.ts';
import { requestCounts } from './request-quota.ts';

/** Two web processes of one portal. */
let database: TestDatabase;
let portals: readonly [Portal, Portal];
beforeAll(async () => {
  database = await testDatabase();
  const start = () => startPortal({ database, worker: false, at: '2026-11-25T10:00:10Z', settings: { REQUESTS_PER_MINUTE: '100' } });
  portals = [await start(), await start()];
});
afterAll(async () => {
  for (const portal of portals) await portal.close();
  await database.drop();
});

const ask = ({ app }: Portal, { cookie }: TestPerson, url = '/api/me') => app.inject({ url, headers: { ...browserHeaders, cookie } });

test('R75: who asks too much, in all processes together, is told in Swedish when to come back; others are not held up', async () => {
  const [anna, bo] = [await portals[0].person({}), await portals[0].person({})];
  let taken = 0;
  let asking = portals[0];
  let refused = await ask(asking, anna);
  for (let asked = 1; asked < 200 && refused.statusCode === 200; asked += 1) {
    taken += 1;
    asking = portals[asked % 2]!;
    refused = await ask(asking, anna);
  }
  // A process knows of the others' requests when it books its own, five at a time.
  expect(taken).toBeGreaterThanOrEqual(100);
  expect(taken).toBeLessThanOrEqual(110);
  expect(refused.statusCode).toBe(429);
  const { code, message, details } = refused.json<{ code: string; message: string; details: { seconds: number } }>();
  expect(code).toBe('request.too-many');
  expect(refused.headers['retry-after']).toBe(String(details.seconds));
  expect(details.seconds).toBeGreaterThan(20);
  expect(details.seconds).toBeLessThanOrEqual(60);
  expect(message).toBe(`Du har gjort ovanligt många anrop på kort tid. Försök igen om ${details.seconds} sekunder.`);
  expect(refused.headers['x-content-type-options']).toBe('nosniff');
  const page = await ask(asking, anna, '/e/0114/kvittens/2026-0114-AAAAAA');
  expect(page.statusCode).toBe(429);
  expect(page.body).toContain('<h1>Vänta en stund</h1>');
  expect((await ask(portals[0], bo)).statusCode).toBe(200);
  portals.forEach(({ clock }) => clock.advance(details.seconds));
  expect((await ask(portals[0], anna)).statusCode).toBe(200);
});

test('counts are kept for minutes, and hold nothing but whose and how many', async () => {
  const { database: db, clock } = portals[0].services;
  await db.transaction({}, (writer) => requestCounts.erase(writer, new Date(clock.now().getTime() + 60_000)));
  expect(await database.ask('select * from request_count')).toEqual([]);
});

test('without the table nobody is refused: the limit is a comfort and no door', async () => {
  await database.ask('alter table request_count rename to request_count_gone');
  const eva = await portals[0].person({});
  for (let asked = 0; asked < 20; asked += 1) expect((await ask(portals[0], eva)).statusCode).toBe(200);
  await database.ask('alter table request_count_gone rename to request_count');
});
