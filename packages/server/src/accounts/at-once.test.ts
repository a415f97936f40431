import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appCode, goodPassword, keyOn, mailedCode, openBrowser, walkTo, type Browser } from '../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { enrolledAccounts } from '../testing/enrolled-accounts.ts';
import { startPortal, type Portal } from '../testing/portal.ts';
import { inviteAccount } from './index.ts';
import { untilSent } from '../testing/until-sent.ts';

/**
 * What must happen once happens once, however many ask at the same moment: two portals with connections of their own share
 * one database, as two processes do, and every request goes over a socket.
 */
let database: TestDatabase;
let portals: readonly [Portal, Portal];
let addresses: readonly string[];
beforeAll(async () => {
  database = await testDatabase();
  portals = [
    await startPortal({ database, at: '2026-11-25T10:00:00Z' }),
    await startPortal({ database, at: '2026-11-25T10:00:00Z', worker: false }),
  ];
  addresses = await Promise.all(portals.map(({ app }) => app.listen({ port: 0, host: '127.0.0.1' })));
});
afterAll(async () => {
  for (const portal of portals) await portal.close();
  await database.drop();
});

async function invited(): Promise<string> {
  const email = `${randomUUID()}@example.se`;
  const [{ services, clock }] = portals;
  await services.database.transaction({}, (db) =>
    inviteAccount(db, services, clock.now(), { email, name: 'Test Testsson', invitedBy: null }),
  );
  return email;
}

/** So many forms sent at the same moment, every second to the other portal. @returns statuses and where they lead */
const atOnce = (cookies: ReadonlyMap<string, string>, path: string, forms: readonly Readonly<Record<string, string>>[]) =>
  Promise.all(
    forms.map(async (form, place) => {
      const answer = await fetch(`${addresses[place % 2]}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        body: new URLSearchParams(form).toString(),
      });
      return { status: answer.status, to: answer.headers.get('location'), body: await answer.text() };
    }),
  );
const times = <T>(many: number, one: (place: number) => T): T[] => Array.from({ length: many }, (_, place) => one(place));
const wrong = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0');
const ways = (answers: readonly { readonly status: number }[]) => answers.filter(({ status }) => status === 303).length;

test('R09: the right code twenty times at once is right once', async () => {
  const email = await invited();
  const browser = openBrowser(portals[0]);
  await walkTo(portals[0], browser, email, 'code');
  const code = await mailedCode(portals[0], email);
  const answers = await atOnce(
    browser.cookies,
    '/konto/kod',
    times(20, () => ({ kod: code })),
  );
  expect(ways(answers)).toBe(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
});

test('R12, R13: of sixty tries at once five are looked at, and the right one after them is not', async () => {
  const email = await invited();
  const browser = openBrowser(portals[0]);
  await walkTo(portals[0], browser, email, 'code');
  const code = await mailedCode(portals[0], email);
  const answers = await atOnce(
    browser.cookies,
    '/konto/kod',
    times(60, (place) => ({ kod: wrong(code, place + 1) })),
  );
  expect(ways(answers)).toBe(0);
  expect(answers.filter(({ body }) => body.includes('Koden stämmer inte.'))).toHaveLength(5);
  expect(
    ways(
      await atOnce(
        browser.cookies,
        '/konto/kod',
        times(2, () => ({ kod: code })),
      ),
    ),
  ).toBe(0);
});

test('R14: forty requests at once for an address give five mails and forty equal answers', async () => {
  const email = await invited();
  const answers = await atOnce(
    new Map(),
    '/konto/inbjudan',
    times(40, () => ({ epost: email })),
  );
  expect(new Set(answers.map(({ status, to, body }) => `${status} ${to} ${body}`)).size).toBe(1);
  await untilSent(database);
  const letters = (await portals[0].mailsTo(email)).filter(({ text }) => text.includes('Din kod är'));
  expect(letters).toHaveLength(5);
});

test('R14: twenty mails a day to an address and not one more, however the requests are spread', async () => {
  const email = await invited();
  for (let quarter = 0; quarter < 6; quarter += 1) {
    await atOnce(
      new Map(),
      '/konto/inbjudan',
      times(8, () => ({ epost: email })),
    );
    for (const { clock } of portals) clock.advance(16 * 60);
  }
  const [{ sent }] = (await database.ask(
    `select count(*)::int as sent from audit_event e join account a on a.id::text = e.object where a.email_normalised = '${email}' and e.kind = 'account.code-sent'`,
  )) as [{ sent: number }];
  expect(sent).toBe(20);
});

test('R26: one code of the app in twenty challenges at once, at two portals, lets one in', async () => {
  const [person] = await enrolledAccounts(portals[0], 1, randomUUID());
  const browsers: Browser[] = [];
  for (let place = 0; place < 20; place += 1) {
    const browser = openBrowser(portals[0]);
    await browser.post('/logga-in', { epost: person!.email, losenord: goodPassword });
    browsers.push(browser);
  }
  const kod = appCode(portals[0], person!.key);
  const answers = await Promise.all(
    browsers.map(async (browser, place) => {
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded', cookie };
      return fetch(`${addresses[place % 2]}/logga-in/kod`, { method: 'POST', redirect: 'manual', headers, body: `kod=${kod}` });
    }),
  );
  expect(ways(answers)).toBe(1);
});

test('R27: sixty wrong app codes at once are not more than five to a challenge, nor more than ten to the account', async () => {
  const [person] = await enrolledAccounts(portals[0], 1, randomUUID());
  const browser = openBrowser(portals[0]);
  await browser.post('/logga-in', { epost: person!.email, losenord: goodPassword });
  const code = appCode(portals[0], person!.key);
  const answers = await atOnce(
    browser.cookies,
    '/logga-in/kod',
    times(60, (place) => ({ kod: wrong(code, place + 1) })),
  );
  expect(ways(answers)).toBe(0);
  const failures = async () =>
    (await database.ask(`select totp_failures_total as n from account where id = '${person!.accountId}'`))[0]!['n'];
  expect(await failures()).toBe(5);
  const more = await Promise.all(
    times(6, async () => {
      const next = openBrowser(portals[0]);
      await next.post('/logga-in', { epost: person!.email, losenord: goodPassword });
      return next.cookies;
    }),
  );
  await Promise.all(
    more.map((cookies) =>
      atOnce(
        cookies,
        '/logga-in/kod',
        times(5, () => ({ kod: wrong(code) })),
      ),
    ),
  );
  expect(await failures()).toBe(10);
});

test('R22: of two browsers that enrol at once the first to choose a password has the account, and the other’s key is dead', async () => {
  const email = await invited();
  const [one, other] = [openBrowser(portals[0]), openBrowser(portals[0])];
  const keys = [await walkTo(portals[0], one, email, 'password'), await walkTo(portals[0], other, email, 'password')];
  const form = [{ losenord: goodPassword, bekrafta: goodPassword }];
  const answers = (
    await Promise.all([atOnce(one.cookies, '/konto/losenord', form), atOnce(other.cookies, '/konto/losenord', form)])
  ).flat();
  expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['303', '409']);
  const winner = answers[0]!.status === 303 ? 0 : 1;
  for (const { clock } of portals) clock.advance(60);
  const signIn = async (key: string) => {
    const browser = openBrowser(portals[0]);
    await browser.post('/logga-in', { epost: email, losenord: goodPassword });
    return (await browser.post('/logga-in/kod', { kod: appCode(portals[0], key) })).status;
  };
  expect(await signIn(keys[1 - winner]!)).toBe(422);
  expect(await signIn(keys[winner]!)).toBe(303);
});

test('R22: a password sent twenty times at once is set once, and the key that was shown is the one that counts', async () => {
  const email = await invited();
  const browser = openBrowser(portals[0]);
  await browser.post('/konto/inbjudan', { epost: email });
  await browser.post('/konto/kod', { kod: await mailedCode(portals[0], email) });
  await browser.post('/konto/verifierad');
  const key = keyOn(await browser.get('/konto/app'));
  await browser.post('/konto/app');
  await browser.post('/konto/appkod', { kod: appCode(portals[0], key) });
  const answers = await atOnce(
    browser.cookies,
    '/konto/losenord',
    times(20, () => ({ losenord: goodPassword, bekrafta: goodPassword })),
  );
  expect(ways(answers)).toBe(1);
  expect(
    await database.ask(
      `select count(*)::int as n from audit_event e join account a on a.id::text = e.object where a.email_normalised = '${email}' and kind = 'account.credentials-set'`,
    ),
  ).toEqual([{ n: 1 }]);
});

test('R44: a session is opened once, also when the last step is sent twenty times at once', async () => {
  const email = await invited();
  const browser = openBrowser(portals[0]);
  await walkTo(portals[0], browser, email, 'notice');
  expect(
    ways(
      await atOnce(
        browser.cookies,
        '/konto/information',
        times(20, () => ({})),
      ),
    ),
  ).toBe(1);
  expect(
    await database.ask(
      `select count(*)::int as n from session join account on account.id = account_id where email_normalised = '${email}'`,
    ),
  ).toEqual([{ n: 1 }]);
});
