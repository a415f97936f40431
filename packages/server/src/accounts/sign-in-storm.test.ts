import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserHeaders, startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

let portal: Portal;
let person: TestPerson;
let port: number;
beforeAll(async () => {
  portal = await startPortal({ worker: false });
  person = await portal.person({});
  await portal.app.listen({ port: 0, host: '127.0.0.1' });
  port = (portal.app.server.address() as AddressInfo).port;
});
afterAll(() => portal.close());

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}
const ask = (method: 'GET' | 'POST', path: string, form = '', cookie = '') =>
  new Promise<Answer>((resolve, reject) => {
    const sent = request({
      port,
      method,
      path,
      agent: false,
      headers: {
        ...browserHeaders,
        cookie,
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(form) } : {}),
      },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      response.on('end', () => resolve({ status: response.statusCode!, retryAfter: response.headers['retry-after'], body }));
    });
    sent.end(form);
  });

test('300 sign-ins at once: bounded memory, the others are told in Swedish when to come back, and nobody else is held up', async () => {
  await ask('POST', '/logga-in', 'epost=a%40example.se&losenord=Fel-losenord-1');
  const [before, times] = [process.memoryUsage().rss, [] as number[]];
  let most = 0;
  let isOver = false;
  const storm = Promise.all(
    Array.from({ length: 300 }, (_, index) => ask('POST', '/logga-in', `epost=p${index}%40example.se&losenord=Fel-losenord-1`)),
  ).finally(() => (isOver = true));
  while (!isOver) {
    const askedAt = performance.now();
    const [alive, me] = await Promise.all([ask('GET', '/healthz'), ask('GET', '/api/me', '', person.cookie)]);
    times.push(performance.now() - askedAt);
    expect([alive.status, me.status]).toEqual([200, 200]);
    most = Math.max(most, process.memoryUsage().rss);
    await pause(20);
  }
  const answers = await storm;
  const busy = answers.filter(({ status }) => status === 503);
  const judged = answers.filter(({ status }) => status !== 503);
  expect(judged.every(({ body }) => body.includes('Fel e-postadress eller lösenord') || body.includes('stämmer inte'))).toBe(true);
  expect(judged.length).toBeGreaterThanOrEqual(availableParallelism() + 50);
  expect(busy.length).toBeGreaterThan(0);
  for (const { retryAfter, body } of busy) {
    expect(retryAfter).toBe('5');
    expect(body).toContain('Ovanligt många loggar in just nu. Försök igen om 5 sekunder.');
    expect(body).toContain('<html lang="sv">');
  }
  // 300 hashes at once would take 5.7 GB.
  expect(most - before).toBeLessThan(availableParallelism() * 20e6 + 250e6);
  expect(times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.5)]).toBeLessThan(2000);
  expect((await ask('POST', '/logga-in', 'epost=a%40example.se&losenord=Fel-losenord-1')).status).not.toBe(503);
});

test('no database connection is held while a password waits for its hash', async () => {
  const storm = Promise.all(
    Array.from({ length: 45 }, (_, index) => ask('POST', '/logga-in', `epost=q${index}%40example.se&losenord=Fel-losenord-1`)),
  );
  const { pool } = portal.services.database;
  const isIdle = () => pool.totalCount === pool.idleCount && pool.waitingCount === 0;
  // Between the two transactions of each there is a time when all wait for a hash and no connection is taken.
  let wasIdle = false;
  const watch = setInterval(() => (wasIdle ||= isIdle()), 1);
  await pause(100);
  wasIdle = false;
  await storm;
  clearInterval(watch);
  expect(wasIdle).toBe(true);
});
