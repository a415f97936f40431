import { afterAll, beforeAll, expect, test } from 'vitest';
import { appCode } from '../testing/browser.ts';
import { ask, startPortal, type Portal, type TestPerson } from '../testing/portal.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { elevateSession } from './sessions/session.ts';
import { spendElevation } from './sessions/writer.ts';

let database: TestDatabase;
let portal: Portal;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z', worker: false });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

const stepUp = (person: TestPerson, code: string, purpose = '') =>
  portal.app.inject({
    method: 'POST',
    url: '/api/me/step-up',
    headers: { host: 'localhost:3000', 'sec-fetch-site': 'same-origin', cookie: person.cookie, 'content-type': 'application/json' },
    payload: { purpose, code },
  });
const cookieOf = (answer: Awaited<ReturnType<typeof stepUp>>) => String(answer.headers['set-cookie']).split(';')[0]!;
const elevation = async ({ accountId }: TestPerson) =>
  (await database.ask(`select elevated_for as purpose, elevated_until as until from session where account_id = '${accountId}'`))[0];

test('R52: a fresh code of the app confirms for five minutes, and only for what it was given for', async () => {
  const person = await portal.person();
  const answer = await stepUp(person, appCode(portal, person.appKey), 'submit:abc');
  expect(answer.json()).toEqual({ outcome: 'confirmed', minutes: null });
  const { purpose, until } = (await elevation(person))!;
  expect(purpose).toBe('submit:abc');
  expect(Math.round(((until as Date).getTime() - portal.clock.now().getTime()) / 10_000)).toBe(30);
});

test('R23, R52: a code confirms once; one that was used to sign in or to confirm is refused', async () => {
  const person = await portal.person();
  const code = appCode(portal, person.appKey);
  const first = await stepUp(person, code);
  const again = await stepUp({ ...person, cookie: cookieOf(first) }, code);
  expect(again.json()).toEqual({ outcome: 'wrong', minutes: null });
});

test('R26: the same code twenty times at once confirms once', async () => {
  const person = await portal.person();
  const code = appCode(portal, person.appKey);
  const answers = await Promise.all(Array.from({ length: 20 }, () => stepUp(person, code)));
  expect(answers.filter((answer) => answer.json<{ outcome: string }>().outcome === 'confirmed')).toHaveLength(1);
});

test('R27: wrong codes are counted for the account, and ten in a row pause it', async () => {
  const person = await portal.person();
  const wrong = String((Number(appCode(portal, person.appKey)) + 1) % 1_000_000).padStart(6, '0');
  for (let attempt = 0; attempt < 10; attempt += 1) expect((await stepUp(person, wrong)).json()).toMatchObject({ outcome: 'wrong' });
  expect((await stepUp(person, appCode(portal, person.appKey))).json()).toMatchObject({ outcome: 'paused', minutes: 15 });
  expect(await elevation(person)).toMatchObject({ until: null });
});

test('R44: who has confirmed has a new token; the one before answers for a few seconds, confirms nothing, and is dead then', async () => {
  const person = await portal.person();
  const answer = await stepUp(person, appCode(portal, person.appKey));
  const fresh = cookieOf(answer);
  expect(fresh).toMatch(/^__Host-session=[A-Za-z0-9_-]{43}$/);
  expect(fresh).not.toBe(person.cookie);
  await ask(portal.app, fresh, 'whoAmI', {});
  await ask(portal.app, person.cookie, 'whoAmI', {});
  portal.clock.advance(11);
  await ask(portal.app, fresh, 'whoAmI', {});
  await expect(ask(portal.app, person.cookie, 'whoAmI', {})).rejects.toMatchObject({ status: 401 });
});

test('R52: a proof for one thing is spent by it, once, also when it is asked for twenty times at once', async () => {
  const person = await portal.person();
  const { services, clock } = portal;
  const id = (await database.ask(`select id from session where account_id = '${person.accountId}'`))[0]!['id'] as string;
  await services.database.transaction({}, (db) => elevateSession(db, id, 'submit:one', clock.now()));
  const spend = (purpose: string) => services.database.transaction({}, (db) => spendElevation(db, id, purpose, clock.now()));
  expect(await spend('submit:other')).toBe(false);
  const spent = await Promise.all(Array.from({ length: 20 }, () => spend('submit:one')));
  expect(spent.filter(Boolean)).toHaveLength(1);
  await services.database.transaction({}, (db) => elevateSession(db, id, 'submit:one', clock.now()));
  portal.clock.advance(301);
  expect(await spend('submit:one')).toBe(false);
});

test('R28: nonsense as a code or a purpose is an ordinary answer, and the code is in no log', async () => {
  const person = await portal.person();
  for (const code of ['', 'abcdef', '１２３４５６', '1234567', ' '])
    expect((await stepUp(person, code)).json()).toMatchObject({ outcome: 'wrong' });
  const code = appCode(portal, person.appKey);
  for (const [payload, purpose] of [
    [code, '<script>'],
    ['x'.repeat(41), ''],
    [code, 'x'.repeat(201)],
  ] as const)
    expect((await stepUp(person, payload, purpose)).statusCode).toBe(400);
  expect(portal.log.join('')).not.toContain(code);
});
