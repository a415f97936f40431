import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appCode, goodPassword, keyOn, mailedCode, openBrowser, type Browser, type PageAnswer } from '../../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { enrolledAccounts, type Enrolled } from '../../testing/enrolled-accounts.ts';
import { startPortal, type Portal } from '../../testing/portal.ts';
import { inviteAccount } from '../index.ts';
import { hashOf, newToken } from '../token.ts';

let database: TestDatabase;
let portal: Portal;
let people: Enrolled[];
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  people = await enrolledAccounts(portal, 20);
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

const session = '__Host-session';
const journey = '__Host-resa';
async function signIn({ email, key }: Enrolled, browser = openBrowser(portal)): Promise<{ browser: Browser; answers: PageAnswer[] }> {
  const answers = [
    await browser.post('/logga-in', { epost: email, losenord: goodPassword }),
    await browser.post('/logga-in/kod', { kod: appCode(portal, key) }),
  ];
  expect(answers[1]!.status).toBe(303);
  return { browser, answers };
}
const isInside = async (browser: Browser) => (await browser.get('/api/me')).status === 200;

test('R44: tokens are 256 bits of chance: of ten thousand none comes twice, and every bit is as often set as not', () => {
  const tokens = Array.from({ length: 10_000 }, newToken);
  expect(new Set(tokens.map(({ value }) => value)).size).toBe(10_000);
  const bits = Array.from({ length: 256 }, () => 0);
  for (const { value, hash } of tokens) {
    const bytes = Buffer.from(value, 'base64url');
    expect(bytes).toHaveLength(32);
    expect(hash).toEqual(hashOf(value));
    for (let bit = 0; bit < 256; bit += 1) if (bytes[bit >> 3]! & (1 << (bit & 7))) bits[bit]! += 1;
  }
  // Binomial, σ = 50: one of 256 bits lies more than 5.5 σ away once in a hundred thousand runs.
  for (const [bit, count] of bits.entries()) expect(Math.abs(count - 5000), `bit ${bit}`).toBeLessThan(275);
});

test('R44: every step of the way in has a new token, and the one before is nobody’s', async () => {
  const email = 'step-by-step@example.se';
  const { services, clock } = portal;
  await services.database.transaction({}, (db) => inviteAccount(db, services, clock.now(), { email, name: 'Test', invitedBy: null }));
  const browser = openBrowser(portal);
  const seen: string[] = [];
  let key = '';
  const steps: readonly (() => Promise<PageAnswer>)[] = [
    () => browser.post('/konto/inbjudan', { epost: email }),
    async () => browser.post('/konto/kod', { kod: await mailedCode(portal, email) }),
    () => browser.post('/konto/verifierad'),
    async () => {
      key = keyOn(await browser.get('/konto/app'));
      return browser.post('/konto/app');
    },
    () => browser.post('/konto/appkod', { kod: appCode(portal, key) }),
    () => browser.post('/konto/losenord', { losenord: goodPassword, bekrafta: goodPassword }),
    () => browser.post('/konto/information'),
  ];
  for (const step of steps) {
    expect((await step()).status).toBe(303);
    for (const old of seen) {
      const copy = openBrowser(portal);
      copy.cookies.set(journey, old);
      for (const page of ['/konto/kod', '/konto/verifierad', '/konto/app', '/konto/appkod', '/konto/losenord'])
        expect((await copy.get(page)).status).toBe(409);
    }
    seen.push(browser.cookies.get(journey) ?? browser.cookies.get(session)!);
  }
  expect(new Set(seen).size).toBe(7);
  expect(browser.cookies.has(journey)).toBe(false);
});

test('R45: what a browser brings is never taken up: the session and the journey are ours, and what was brought opens nothing', async () => {
  const planted = randomBytes(32).toString('base64url');
  const victim = openBrowser(portal);
  victim.cookies.set(session, planted);
  victim.cookies.set(journey, planted);
  await signIn(people[0]!, victim);
  expect(victim.cookies.get(session)).not.toBe(planted);
  expect(await isInside(victim)).toBe(true);
  const attacker = openBrowser(portal);
  attacker.cookies.set(session, planted);
  attacker.cookies.set(journey, planted);
  expect(await isInside(attacker)).toBe(false);
  expect((await attacker.get('/logga-in/kod')).status).toBe(409);
});

test('R45: a session of somebody else that a browser carries dies when another person signs in there', async () => {
  const { browser } = await signIn(people[1]!);
  const first = browser.cookies.get(session)!;
  await signIn(people[2]!, browser);
  expect(browser.cookies.get(session)).not.toBe(first);
  const again = openBrowser(portal);
  again.cookies.set(session, first);
  expect(await isInside(again)).toBe(false);
});

test('R45: a token is no session when it comes by another way than its cookie', async () => {
  const { browser } = await signIn(people[3]!);
  const token = browser.cookies.get(session)!;
  for (const [url, headers] of [
    [`/api/me?${session}=${token}`, {}],
    ['/api/me', { authorization: `Bearer ${token}` }],
    ['/api/me', { 'x-session': token }],
    ['/api/me', { cookie: `session=${token}` }],
    ['/api/me', { cookie: `__host-session=${token}` }],
    ['/api/me', { cookie: `__Secure-session=${token}` }],
  ] as const)
    expect([400, 401]).toContain((await portal.app.inject({ url, headers: { host: 'localhost:3000', ...headers } })).statusCode);
});

test('R46: cookies are for this host and its server alone, and end with the browser or before', async () => {
  const { answers, browser } = await signIn(people[4]!);
  // The mark of a known browser outlives the session; it opens nothing by itself.
  const lines = [...answers, await browser.post('/logga-ut')]
    .flatMap(({ setCookies }) => setCookies)
    .filter((line) => !line.startsWith('__Host-enhet='));
  expect(lines.length).toBeGreaterThanOrEqual(4);
  const allowed = new Set(['path', 'httponly', 'secure', 'samesite', 'expires', 'max-age']);
  for (const line of lines) {
    const [pair = '', ...rest] = line.split('; ');
    const attributes = Object.fromEntries(rest.map((part) => [part.split('=')[0]!.toLowerCase(), part.split('=')[1] ?? '']));
    expect(pair).toMatch(/^__Host-/);
    for (const name of Object.keys(attributes)) expect([...allowed]).toContain(name);
    expect(attributes).toMatchObject({ path: '/', httponly: '', secure: '', samesite: expect.stringMatching(/^(Lax|Strict)$/) });
    // Only a cookie that is taken away has a date, and that has passed.
    const isTakenAway = pair.endsWith('=');
    if ('expires' in attributes) expect([isTakenAway, Date.parse(attributes['expires']!) < Date.now()]).toEqual([true, true]);
    if ('max-age' in attributes) expect([isTakenAway, Number(attributes['max-age'])]).toEqual([true, 0]);
  }
});

test('R47: the server ends a session by its own clock, whatever the browser still sends', async () => {
  const { browser } = await signIn(people[5]!);
  portal.clock.advance(59 * 60);
  expect(await isInside(browser)).toBe(true);
  portal.clock.advance(60 * 60);
  expect(await isInside(browser)).toBe(false);
  portal.clock.advance(-60 * 60);
});

test('R48: signing out ends this session and no other, and the token is dead wherever it was copied', async () => {
  const one = (await signIn(people[6]!)).browser;
  portal.clock.advance(60);
  const other = (await signIn(people[6]!)).browser;
  const copy = openBrowser(portal);
  copy.cookies.set(session, one.cookies.get(session)!);
  expect(await isInside(copy)).toBe(true);
  await one.post('/logga-ut');
  expect([await isInside(copy), await isInside(other)]).toEqual([false, true]);
});

test('R44: a thousand journeys have a thousand tokens', async () => {
  const tokens = new Set<string>();
  for (let from = 0; from < 1000; from += 10)
    await Promise.all(
      Array.from({ length: 10 }, async (_, place) => {
        const browser = openBrowser(portal);
        await browser.post('/konto/inbjudan', { epost: `unknown-${from + place}@example.se` });
        tokens.add(browser.cookies.get(journey)!);
      }),
    );
  expect(tokens.size).toBe(1000);
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
});
