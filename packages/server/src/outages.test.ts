import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDatabase, startInbox, startPostgres, type Inbox, type RunningPostgres } from '@insamling/embedded';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inviteAccount } from './accounts/index.ts';
import { migrate } from './platform/db/index.ts';
import { appCode, goodPassword, openBrowser, type PageAnswer } from './testing/browser.ts';
import { askAt } from './testing/database.ts';
import { enrolledAccounts, type Enrolled } from './testing/enrolled-accounts.ts';
import { browserHeaders, startPortal, type Portal, type TestPerson } from './testing/portal.ts';

/** A mail server and a database that are taken away and come back, at the same addresses; no door opens meanwhile. */
let folder: string;
let postgres: RunningPostgres;
let ownerUrl: string;
let inbox: Inbox;
let smtpPort: number;
let portal: Portal;
let person: TestPerson;
let enrolled: Enrolled[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outages-'));
  postgres = await startPostgres({ folder, durable: false });
  const urls = await ensureDatabase(postgres.adminUrl, 'outages');
  ownerUrl = urls.ownerUrl;
  await migrate(urls.ownerUrl, urls.applicationUrl);
  inbox = await startInbox({ folder: join(folder, 'mail'), smtpPort: 0, webPort: 0 });
  smtpPort = Number(new URL(inbox.smtpUrl).port);
  const ask = (statement: string) => askAt(urls.ownerUrl, statement);
  portal = await startPortal({
    at: '2026-11-25T10:00:00Z',
    database: { ...urls, ask, drop: async () => undefined },
    settings: { SMTP_URL: inbox.smtpUrl },
  });
  await portal.round({});
  await portal.unit('0488');
  person = await portal.person({ units: [{ code: '0488' }] });
  enrolled = await enrolledAccounts(portal, 5);
});
afterAll(async () => {
  await portal.close();
  await inbox.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const api = (url: string) => portal.app.inject({ url, headers: { ...browserHeaders, cookie: person.cookie } });
const withoutAddress = ({ status, to, body }: PageAnswer, address: string) => ({
  status,
  to,
  body: body.replaceAll(address, '').replace(/nonce="[^"]+"/g, ''),
});

test('R82: while the mail server is away the answer is the usual one, and the letter comes when it is back', async () => {
  const { services, clock } = portal;
  const email = 'anna@example.se';
  await services.database.transaction({}, (db) => inviteAccount(db, services, clock.now(), { email, name: 'Anna', invitedBy: null }));
  await expect.poll(async () => (await inbox.mailsTo(email)).length, { timeout: 15_000 }).toBe(1);
  const usual = await openBrowser(portal).post('/konto/inbjudan', { epost: 'nobody@example.se' });
  await inbox.stop();
  const browser = openBrowser(portal);
  const answer = await browser.post('/konto/inbjudan', { epost: email });
  expect(withoutAddress(answer, email)).toEqual(withoutAddress(usual, 'nobody@example.se'));
  await expect
    .poll(async () => (await askAt(ownerUrl, `select last_error from mail_outbox where attempts > 0 and kind = 'code'`)).length, {
      timeout: 15_000,
    })
    .toBeGreaterThan(0);
  // Nothing of it lies open while it waits.
  expect(
    JSON.stringify(await askAt(ownerUrl, `select id, kind, last_error, encode(sealed, 'escape') as sealed from mail_outbox`)),
  ).not.toContain(email);
  inbox = await startInbox({ folder: join(folder, 'mail'), smtpPort, webPort: 0 });
  await expect.poll(async () => (await inbox.mailsTo(email)).length, { timeout: 40_000, interval: 250 }).toBe(2);
  const code = /^Din kod är: (\d{6})$/m.exec((await inbox.mailsTo(email)).at(-1)!.text)?.[1] ?? '';
  expect((await browser.post('/konto/kod', { kod: code })).status).toBe(303);
});

test('R82: while the database is away every door is shut with 503 and words in Swedish, and all is well when it is back', async () => {
  const signedIn = openBrowser(portal);
  await signedIn.post('/logga-in', { epost: enrolled[0]!.email, losenord: goodPassword });
  await postgres.stop();
  try {
    for (const [path, form] of [
      ['/konto/inbjudan', { epost: enrolled[1]!.email }],
      ['/logga-in', { epost: enrolled[1]!.email, losenord: goodPassword }],
      ['/logga-in/kod', { kod: appCode(portal, enrolled[0]!.key) }],
      ['/konto/kod', { kod: '123456' }],
    ] as const) {
      const answer = await signedIn.post(path, form);
      expect(answer.status, path).toBe(503);
      expect(answer.headers['retry-after'], path).toBeTruthy();
      expect(answer.body, path).toContain('<h1>Tjänsten går inte att nå just nu</h1>');
      expect(answer.setCookies, path).toEqual([]);
      expect(answer.body, path).not.toMatch(/ECONN|postgres|127\.0\.0\.1|\.ts:/);
    }
    for (const url of ['/api/me', '/api/e/0488/delivery', '/api/e/0488/threads']) {
      const answer = await api(url);
      expect(answer.statusCode, url).toBe(503);
      expect(answer.json(), url).toMatchObject({
        code: 'service.unavailable',
        message: 'Tjänsten går inte att nå just nu. Försök igen om en stund.',
      });
    }
    expect((await portal.app.inject({ url: '/readyz', headers: browserHeaders })).statusCode).toBe(503);
    expect((await portal.app.inject({ url: '/healthz', headers: browserHeaders })).statusCode).toBe(200);
  } finally {
    postgres = await startPostgres({ folder, durable: false });
  }
  await expect.poll(async () => (await api('/api/me')).statusCode, { timeout: 20_000, interval: 200 }).toBe(200);
  expect((await signedIn.post('/logga-in/kod', { kod: appCode(portal, enrolled[0]!.key) })).status).toBe(303);
  expect((await signedIn.get('/api/me')).status).toBe(200);
  await openBrowser(portal).post('/konto/inbjudan', { epost: enrolled[2]!.email });
  await expect.poll(async () => (await inbox.mailsTo(enrolled[2]!.email)).length, { timeout: 40_000, interval: 250 }).toBe(1);
});

test('R81: a defect is told in Swedish with a number that the log has too, and with nothing of the machine', async () => {
  const secret = 'Hemlig Hemligsson';
  await askAt(ownerUrl, 'alter table message rename to message_away; alter table journey rename to journey_away');
  try {
    const asked = [
      { url: '/api/e/0488/threads', ...(await api('/api/e/0488/threads')) },
      {
        url: 'a write',
        ...(await portal.app.inject({
          method: 'POST',
          url: '/api/e/0488/threads',
          headers: { ...browserHeaders, cookie: person.cookie, 'content-type': 'application/json' },
          payload: JSON.stringify({ subject: secret, text: secret, requestId: '9b8f7a76-5d5c-4f47-9c32-93d2a2b1c0aa' }),
        })),
      },
    ];
    const page = await openBrowser(portal).post('/konto/inbjudan', { epost: 'hemlig.hemligsson@example.se' });
    expect([...asked.map(({ statusCode }) => statusCode), page.status]).toEqual([500, 500, 500]);
    for (const body of [...asked.map(({ body: one }) => one), page.body]) {
      expect(body).toMatch(/Något gick fel hos oss\. Försök igen\. Hjälper inte det, skriv till oss och ange felnumret\./);
      expect(body).not.toMatch(/relation|select |message_|journey|node_modules|\.ts|fastify|postgres|42P01|Error/i);
      const reference = /(?:"reference":"|Felnummer )([^".]+)/.exec(body)?.[1] ?? '';
      const line = portal.log.find((one) => one.includes(`"reference":"${reference}"`));
      expect(line).toContain('a request failed');
    }
    expect(portal.log.join('\n')).not.toMatch(/hemligsson/i);
  } finally {
    await askAt(ownerUrl, 'alter table message_away rename to message; alter table journey_away rename to journey');
  }
});
