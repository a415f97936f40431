import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appCode, goodPassword, keyOn, mailedCode, openBrowser, walkTo } from '../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { enrolledAccounts, type Enrolled } from '../testing/enrolled-accounts.ts';
import { startPortal, type Portal } from '../testing/portal.ts';
import { inviteAccount } from './index.ts';
import { untilSent } from '../testing/until-sent.ts';

/** An outsider who knows an address can be a nuisance, and never keeps its owner out for long. */
let database: TestDatabase;
let portal: Portal;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

async function invited(): Promise<string> {
  const email = `${randomUUID()}@example.se`;
  const { services, clock } = portal;
  await services.database.transaction({}, (db) =>
    inviteAccount(db, services, clock.now(), { email, name: 'Test Testsson', invitedBy: null }),
  );
  return email;
}
const give = (email: string, losenord = goodPassword, browser = openBrowser(portal)) =>
  browser.post('/logga-in', { epost: email, losenord });
const flood = async (email: string, many: number) => {
  for (let request = 0; request < many; request += 1) await openBrowser(portal).post('/konto/inbjudan', { epost: email });
};
/** Pauses sign-in with the address, as anybody can. */
const lock = async ({ email }: Enrolled) => {
  for (let attempt = 0; attempt < portal.services.config.limits.passwordFailuresInRow; attempt += 1) await give(email, 'Fel-lösenord-1');
  expect((await give(email)).body).toContain('För många försök.');
};

test('R15: a flood of requests for an address does not kill the code its owner holds', async () => {
  const email = await invited();
  const browser = openBrowser(portal);
  await walkTo(portal, browser, email, 'code');
  const code = await mailedCode(portal, email);
  await flood(email, 20);
  expect((await browser.post('/konto/kod', { kod: code })).to).toBe('/konto/verifierad');
});

test('R15: nor does «send a new code» kill it when no more mails go to the address', async () => {
  const email = await invited();
  const browser = openBrowser(portal);
  await walkTo(portal, browser, email, 'code');
  const code = await mailedCode(portal, email);
  await flood(email, 20);
  portal.clock.advance(61);
  expect((await browser.post('/konto/kod/ny')).status).toBe(200);
  expect((await browser.post('/konto/kod', { kod: code })).to).toBe('/konto/verifierad');
});

test('R15: what an outsider types as the code of somebody else is tried in the outsider’s own journey', async () => {
  const email = await invited();
  const [owner, outsider] = [openBrowser(portal), openBrowser(portal)];
  await walkTo(portal, owner, email, 'code');
  const code = await mailedCode(portal, email);
  await outsider.post('/konto/inbjudan', { epost: email });
  for (let attempt = 0; attempt < 12; attempt += 1) await outsider.post('/konto/kod', { kod: '000000' });
  expect((await owner.post('/konto/kod', { kod: code })).status).toBe(303);
});

test('R70: while sign-in with an address pauses, its owner comes in through mail and app', async () => {
  const [person] = await enrolledAccounts(portal, 1, randomUUID());
  await lock(person!);
  const browser = openBrowser(portal);
  await browser.post('/konto/inbjudan', { epost: person!.email });
  await browser.post('/konto/kod', { kod: await mailedCode(portal, person!.email) });
  expect((await browser.post('/konto/verifierad')).to).toBe('/konto/appkod');
  expect((await browser.post('/konto/appkod', { kod: appCode(portal, person!.key) })).to).toBe('/konto/losenord');
  const fresh = 'Höstregn-över-älven-4';
  expect((await browser.post('/konto/losenord', { losenord: fresh, bekrafta: fresh })).status).toBe(303);
  expect((await browser.get('/api/me')).status).toBe(200);
});

test('R70: a pause is over after its quarter of an hour, however often somebody knocks meanwhile', async () => {
  const [person] = await enrolledAccounts(portal, 1, randomUUID());
  await lock(person!);
  for (let minute = 0; minute < 14; minute += 1) {
    portal.clock.advance(60);
    expect((await give(person!.email, 'Fel-lösenord-1')).body).toContain('För många försök.');
  }
  portal.clock.advance(61);
  expect((await give(person!.email)).to).toBe('/logga-in/kod');
});

test('R70: a pause does not end the session of who is inside', async () => {
  const [person] = await enrolledAccounts(portal, 1, randomUUID());
  const inside = openBrowser(portal);
  await give(person!.email, goodPassword, inside);
  await inside.post('/logga-in/kod', { kod: appCode(portal, person!.key) });
  await lock(person!);
  expect((await inside.get('/api/me')).status).toBe(200);
});

test('R27, R70: app codes cannot be tried, and so no account paused by them, without its password', async () => {
  const [person] = await enrolledAccounts(portal, 1, randomUUID());
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const browser = openBrowser(portal);
    await give(person!.email, `Fel-lösenord-${attempt}`, browser);
    expect((await browser.post('/logga-in/kod', { kod: '000000' })).status).toBe(409);
  }
  expect(await database.ask(`select totp_failures_total as n from account where id = '${person!.accountId}'`)).toEqual([{ n: 0 }]);
});

test('R69: two hundred persons behind one address come in within ten minutes', async () => {
  const people = await enrolledAccounts(portal, 200, randomUUID());
  const begun = portal.clock.now();
  const signIn = async ({ email, key }: Enrolled) => {
    const browser = openBrowser(portal);
    await give(email, goodPassword, browser);
    return (await browser.post('/logga-in/kod', { kod: appCode(portal, key) })).status;
  };
  const statuses: number[] = [];
  for (let from = 0; from < people.length; from += 10) {
    statuses.push(...(await Promise.all(people.slice(from, from + 10).map(signIn))));
    portal.clock.advance(20);
  }
  expect(statuses).toEqual(people.map(() => 303));
  expect(portal.clock.now().getTime() - begun.getTime()).toBeLessThan(600_000);
});

test('R18: an invitation that ran out opens nothing, and one that was used shows no new key', async () => {
  const [late, used] = [await invited(), await invited()];
  const first = await walkTo(portal, openBrowser(portal), used, 'app');
  const again = openBrowser(portal);
  portal.clock.advance(60);
  await again.post('/konto/inbjudan', { epost: used });
  await again.post('/konto/kod', { kod: await mailedCode(portal, used, 2) });
  expect((await again.post('/konto/verifierad')).to).toBe('/konto/appkod');
  const page = await again.get('/konto/app');
  expect([page.status, keyOn(page)]).toEqual([409, '']);
  expect((await again.post('/konto/appkod', { kod: appCode(portal, first) })).to).toBe('/konto/losenord');
  portal.clock.advance(31 * 86_400);
  try {
    await openBrowser(portal).post('/konto/inbjudan', { epost: late });
    await untilSent(database);
    expect((await portal.mailsTo(late)).filter(({ text }) => text.includes('Din kod är'))).toEqual([]);
  } finally {
    portal.clock.advance(-31 * 86_400);
  }
});
