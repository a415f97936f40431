import { afterAll, beforeAll, expect, test } from 'vitest';
import { appCode, goodPassword, openBrowser, walkTo } from '../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { startPortal, type Portal } from '../testing/portal.ts';
import { inviteAccount } from './index.ts';

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

const email = 'signe@example.se';
let seen = 0;
/** What has been logged since it was last asked for. */
async function logged(): Promise<readonly { kind: string; outcome: string; actor: string; origin: string }[]> {
  const rows = await database.ask('select kind, outcome, actor, origin from audit_event order by number');
  const fresh = rows.slice(seen) as { kind: string; outcome: string; actor: string; origin: string }[];
  seen = rows.length;
  return fresh;
}
const kinds = async () => (await logged()).map(({ kind, outcome }) => `${kind} ${outcome}`);

test('R78: every step of the way in, right or wrong, is in the log with who, from where and how it went', async () => {
  const { services } = portal;
  await services.database.transaction({}, (db) =>
    inviteAccount(db, services, portal.clock.now(), { email, name: 'Signe Testsson', invitedBy: null }),
  );
  const browser = openBrowser(portal);
  await walkTo(portal, browser, email, 'verified');
  await walkTo(portal, openBrowser(portal), 'nobody@example.se', 'code');
  const begun = await logged();
  expect(begun.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual(['account.code-sent done', 'account.code-sent done']);
  expect(begun[1]).toMatchObject({ actor: 'unknown', origin: '127.0.0.1' });

  portal.clock.advance(90);
  const key = await walkTo(portal, openBrowser(portal), email, 'app');
  const entered = await logged();
  for (const kind of ['account.credentials-set', 'account.signed-in', 'account.notice-acknowledged'])
    expect(entered.map((event) => event.kind)).toContain(kind);
  const pseudonym = entered.at(-1)!.actor;
  expect(pseudonym).not.toContain('Signe');

  portal.clock.advance(60);
  const later = openBrowser(portal);
  await later.post('/logga-in', { epost: email, losenord: 'Fel-lösenord-26' });
  expect(await kinds()).toEqual(['account.sign-in-failed failed']);
  await later.post('/logga-in', { epost: 'nobody@example.se', losenord: 'Fel-lösenord-26' });
  expect(await logged()).toMatchObject([{ kind: 'account.sign-in-failed', actor: 'unknown' }]);
  await later.post('/logga-in', { epost: email, losenord: goodPassword });
  expect(await kinds()).toEqual(['account.password-accepted done']);
  await later.post('/logga-in/kod', { kod: String((Number(appCode(portal, key)) + 1) % 1_000_000).padStart(6, '0') });
  expect(await kinds()).toContain('account.app-code-failed failed');
  await later.post('/logga-in/kod', { kod: appCode(portal, key) });
  expect(await kinds()).toContain('account.signed-in done');
  await later.post('/logga-ut');
  expect(await logged()).toMatchObject([{ kind: 'account.signed-out', outcome: 'done', actor: pseudonym }]);

  const wrong = openBrowser(portal);
  portal.clock.advance(90);
  await walkTo(portal, wrong, email, 'code');
  await wrong.post('/konto/kod', { kod: '000000' });
  expect(await kinds()).toEqual(['account.code-sent done', 'account.code-failed failed']);
});
