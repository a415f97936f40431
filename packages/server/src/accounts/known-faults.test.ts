import { afterAll, beforeAll, expect, test } from 'vitest';
import { appCode, goodPassword, keyOn, mailedCode, openBrowser, walkTo } from '../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { enrolledAccounts } from '../testing/enrolled-accounts.ts';
import { startPortal, type Portal } from '../testing/portal.ts';
import { untilSent } from '../testing/until-sent.ts';
import { inviteAccount } from './index.ts';
import { newSecret, stepOf } from './totp.ts';
import { generateSync } from 'otplib';

/** Faults that others have had in this very flow: see docs/security/faults.md. */
let database: TestDatabase;
let portal: Portal;
let people = 0;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

async function invited(): Promise<string> {
  const email = `fault-${(people += 1)}@example.se`;
  const { services, clock } = portal;
  await services.database.transaction({}, (db) =>
    inviteAccount(db, services, clock.now(), { email, name: 'Test Testsson', invitedBy: null }),
  );
  return email;
}
const tables = async () =>
  JSON.stringify([
    await database.ask('select email_normalised, status, invitation_expires_at from account order by id'),
    await database.ask('select stage, address, tries from journey order by token_hash'),
  ]);

test('R18: a mail scanner that opens the link of an invitation, five times and by HEAD too, burns nothing', async () => {
  const email = await invited();
  const [letter] = await portal.mailsTo(email);
  const link = new URL(/https?:\/\/\S+/.exec(letter!.text)![0]);
  expect(link.search + link.hash).toBe('');
  const before = await tables();
  for (let visit = 0; visit < 5; visit += 1)
    for (const method of ['GET', 'HEAD'] as const)
      expect((await portal.app.inject({ method, url: link.pathname, headers: { host: 'localhost:3000' } })).statusCode).toBe(200);
  expect(await tables()).toBe(before);
  await walkTo(portal, openBrowser(portal), email, 'app');
});

test('R08, R11: a code that is sent again has a life of its own, and the first is not made to live longer by it', async () => {
  const email = await invited();
  const browser = openBrowser(portal);
  await walkTo(portal, browser, email, 'code');
  const first = await mailedCode(portal, email);
  portal.clock.advance(9 * 60);
  await browser.post('/konto/kod/ny');
  const second = await mailedCode(portal, email, 2);
  portal.clock.advance(2 * 60);
  if (first !== second) expect((await browser.post('/konto/kod', { kod: first })).status).toBe(422);
  expect((await browser.post('/konto/kod', { kod: second })).status).toBe(303);
});

test('R79: the mailed code stands in the text of its letter alone: no subject, no log, no job, no row once it is sent', async () => {
  const email = await invited();
  await walkTo(portal, openBrowser(portal), email, 'code');
  const code = await mailedCode(portal, email);
  const letter = (await portal.mailsTo(email)).at(-1)!;
  expect(letter.subject).not.toMatch(/\d/);
  await untilSent(database);
  const elsewhere =
    JSON.stringify(await database.ask('select data, output from jobs.job_common')) +
    JSON.stringify(await database.ask('select * from audit_event')) +
    portal.log.join('\n');
  expect(elsewhere).not.toMatch(new RegExp(`["' ]${code}["' ]`));
  expect(elsewhere).not.toContain(email);
});

test('R25: one moment decides which half-minute it is, also in its last millisecond', () => {
  const secret = newSecret();
  const boundary = Date.parse('2026-11-25T10:00:30.000Z');
  for (const late of [-1, 0, 1, 29_999, 30_000]) {
    const now = new Date(boundary + late);
    const here = Math.floor(now.getTime() / 30_000);
    for (const [by, isRight] of [
      [-2, false],
      [-1, true],
      [0, true],
      [1, true],
      [2, false],
    ] as const)
      expect(stepOf(secret, generateSync({ secret, epoch: (here + by) * 30 }), now, 0)).toBe(isRight ? here + by : undefined);
  }
});

test('R28: digits typed in groups, with any kind of space, are the same code; other digits are none', () => {
  const secret = newSecret();
  const now = new Date('2026-11-25T10:00:05Z');
  const code = generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });
  for (const space of [' ', '\u00a0', '\u202f', '\t', '\n'])
    expect(stepOf(secret, `${space}${code.slice(0, 3)}${space}${code.slice(3)}${space}`, now, 0)).toBeDefined();
  for (const other of [
    [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''),
    [...code].map((digit) => String.fromCodePoint(0x0660 + Number(digit))).join(''),
    `+${code.slice(1)}`,
    `${code}0`,
    `0x${code.slice(2)}`,
  ])
    expect(stepOf(secret, other, now, 0)).toBeUndefined();
});

test('R02: no field asks to be trusted: who sends one is asked for the app as always, and gets no lasting cookie', async () => {
  const [person] = await enrolledAccounts(portal, 1, 'trusting');
  const wishes = { trustDevice: 'true', rememberMe: 'true', remember: '1', kom_ihag: 'ja', skipTotp: '1', stage: 'app' };
  for (let visit = 0; visit < 2; visit += 1) {
    const browser = openBrowser(portal);
    const first = await browser.post('/logga-in', { epost: person!.email, losenord: goodPassword, ...wishes });
    expect(first.to).toBe('/logga-in/kod');
    expect((await browser.get('/api/me')).status).toBe(401);
    const second = await browser.post('/logga-in/kod', { kod: appCode(portal, person!.key), ...wishes });
    expect(second.status).toBe(303);
    for (const line of [...first.setCookies, ...second.setCookies].filter((one) => /^__Host-(session|resa)=[^;]/.test(one)))
      expect(line).not.toMatch(/expires|max-age/i);
    portal.clock.advance(60);
  }
});

test('R19: whoever has the mailbox of an enrolled person and nothing else gets no further than to the app’s code', async () => {
  const [person] = await enrolledAccounts(portal, 1, 'mailbox');
  const thief = openBrowser(portal);
  await thief.post('/konto/inbjudan', { epost: person!.email });
  await thief.post('/konto/kod', { kod: await mailedCode(portal, person!.email) });
  expect((await thief.post('/konto/verifierad')).to).toBe('/konto/appkod');
  for (const path of ['/konto/app', '/konto/losenord', '/konto/information', '/logga-in/kod']) {
    const [shown, sent] = [
      await thief.get(path),
      await thief.post(path, { losenord: goodPassword, bekrafta: goodPassword, kod: '123456' }),
    ];
    expect([shown.status, sent.status, keyOn(shown), keyOn(sent)], path).toEqual([409, 409, '', '']);
  }
  expect((await thief.get('/api/me')).status).toBe(401);
  const [row] = await database.ask(`select status, totp_secret is not null as enrolled from account where id = '${person!.accountId}'`);
  expect(row).toEqual({ status: 'active', enrolled: true });
});

test('R01: what was proved for one account does not count for another in the same browser', async () => {
  const [one, other] = await enrolledAccounts(portal, 2, 'mixed');
  const browser = openBrowser(portal);
  await browser.post('/konto/inbjudan', { epost: one!.email });
  await browser.post('/konto/kod', { kod: await mailedCode(portal, one!.email) });
  await browser.post('/konto/verifierad');
  const halfWay = browser.cookies.get('__Host-resa')!;
  await browser.post('/logga-in', { epost: other!.email, losenord: goodPassword });
  expect((await browser.post('/konto/appkod', { kod: appCode(portal, one!.key) })).status).toBe(409);
  expect((await browser.post('/logga-in/kod', { kod: appCode(portal, one!.key) })).status).toBe(422);
  const back = openBrowser(portal);
  back.cookies.set('__Host-resa', halfWay);
  expect((await back.post('/konto/appkod', { kod: appCode(portal, other!.key) })).status).not.toBe(303);
});

test('R30: a form of a megabyte is refused before it is read, and a password of ten thousand characters costs no hashing', async () => {
  expect((await openBrowser(portal).post('/logga-in', { epost: 'a@example.se', losenord: 'x'.repeat(1_000_000) })).status).toBe(413);
  const [person] = await enrolledAccounts(portal, 1, 'long');
  const long = await openBrowser(portal).post('/logga-in', { epost: person!.email, losenord: `${goodPassword}${'x'.repeat(10_000)}` });
  expect(long.status).toBe(422);
});
