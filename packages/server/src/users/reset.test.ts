import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { sql } from '../platform/db/index.ts';
import { appCode, goodPassword, openBrowser, walkTo, type Browser } from '../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { letterTo } from '../testing/letter-to.ts';
import { startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

let database: TestDatabase;
let portal: Portal;
let administrator: TestPerson;
let second: TestPerson;
let manager: TestPerson;
let head: TestPerson;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  await portal.unit('0488');
  administrator = await portal.person({ name: 'Astrid Påhittsson', collectingRole: 'administrator' });
  second = await portal.person({ name: 'Bodil Påhittsson', collectingRole: 'administrator' });
  manager = await portal.person({ name: 'Iris Exempelsson', collectingRole: 'collectionManager' });
  head = await portal.person({ name: 'Hilda Huvudsson', units: [{ code: '0488', role: 'unitAdministrator' }] });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

const reason = 'Tappade telefonen i en isvak.';
const refused = (status: number, code: string) => ({ status, body: { code } });
const statusOf = async (accountId: string) => (await database.ask(`select status from account where id = '${accountId}'`))[0]!['status'];
const resetsOf = async (accountId: string) => (await administrator.ask('showUser', { accountId })).resets;
const kinds = async (accountId: string) =>
  (await database.ask(`select kind from audit_event where object = '${accountId}' and kind like 'user.reset%' order by at, number`)).map(
    ({ kind }) => kind,
  );

let people = 0;
/** Somebody who came in by an invitation, with a real password and a real app. */
async function respondent(): Promise<{ accountId: string; email: string; key: string; browser: Browser }> {
  const email = `lost-${(people += 1)}@example.se`;
  const { accountId } = await manager.ask('inviteUser', { email, name: 'Rut Testberg', units: [{ unit: '0488', role: 'respondent' }] });
  const browser = openBrowser(portal);
  return { accountId, email, key: await walkTo(portal, browser, email, 'app'), browser };
}
const isInside = async (browser: Browser) =>
  (
    await portal.app.inject({
      url: '/api/me',
      headers: { host: 'localhost:3000', cookie: `__Host-session=${browser.cookies.get('__Host-session') ?? ''}` },
    })
  ).statusCode === 200;
const signIn = (browser: Browser, email: string, losenord = goodPassword) => browser.post('/logga-in', { epost: email, losenord });

test('R43, R39: a lost app is reset: nothing of the old way in holds, both the person and a colleague are told, and a new app is registered', async () => {
  const { accountId, email, key, browser } = await respondent();
  portal.clock.advance(60);
  const begun = openBrowser(portal);
  expect((await signIn(begun, email)).to).toBe('/logga-in/kod');
  const answer = await manager.ask('resetUser', { accountId, reason });
  expect(answer).toEqual({ outcome: 'done' });

  expect(await isInside(browser)).toBe(false);
  expect((await begun.post('/logga-in/kod', { kod: appCode(portal, key) })).status).toBe(409);
  const refusedPage = await signIn(openBrowser(portal), email);
  expect(refusedPage.status).toBe(422);
  expect(refusedPage.body).toContain('E-postadressen eller lösenordet stämmer inte.');
  expect(await database.ask(`select status, password, totp_secret from account where id = '${accountId}'`)).toEqual([
    { status: 'reset', password: null, totp_secret: null },
  ]);

  const own = await letterTo(portal, email, 'återställts');
  expect(own.subject).toBe('Din inloggning i Personalstatistik har återställts');
  expect(own.text).toMatch(/senast (lördag )?(den )?28/);
  expect(own.text.match(/https?:\/\/\S+/g)).toEqual(['http://localhost:3000/logga-in']);
  const notice = await letterTo(portal, head.email, 'En persons');
  expect(notice.subject).toBe('En persons inloggning i Personalstatistik har återställts');
  expect(notice.text.match(/https?:\/\/\S+/g)).toEqual(['http://localhost:3000/e/0488/profil']);
  expect(notice.text + notice.subject).not.toMatch(/Rut|Testberg|lost-/);
  expect(await kinds(accountId)).toEqual(['user.reset']);

  const fresh = openBrowser(portal);
  const newKey = await walkTo(portal, fresh, email, 'app', 'Höstregn-över-älven-4');
  expect(newKey).not.toBe(key);
  expect(await isInside(fresh)).toBe(true);
  expect(await administrator.ask('showUser', { accountId })).toMatchObject({ status: 'active', expiresAt: null });
  portal.clock.advance(60);
  expect((await signIn(openBrowser(portal), email)).status).toBe(422);
  const again = openBrowser(portal);
  expect((await signIn(again, email, 'Höstregn-över-älven-4')).to).toBe('/logga-in/kod');
  expect((await again.post('/logga-in/kod', { kod: appCode(portal, key) })).status).toBe(422);
  expect((await again.post('/logga-in/kod', { kod: appCode(portal, newKey) })).to).toBe('/');
});

test('R43: the reason stands with the case only, and who resets is shown neither password nor key', async () => {
  const { accountId, email } = await respondent();
  const seen = JSON.stringify([await manager.ask('resetUser', { accountId, reason }), await manager.ask('showUser', { accountId })]);
  expect(seen).toContain(reason);
  expect(seen).not.toMatch(/password|secret|argon2|totp/i);
  const written = [
    portal.log.join(''),
    JSON.stringify(await database.ask('select * from audit_event')),
    JSON.stringify(await database.ask('select * from jobs.job')),
    JSON.stringify(await portal.mailsTo(email, 3)),
  ].join('');
  expect(written).not.toMatch(/isvak|Tappade/);
  await expect(manager.ask('resetUser', { accountId, reason: 'Ringde 19800101-9804 själv.' })).rejects.toMatchObject(
    refused(422, 'user.reason-holds-personal-number'),
  );
  await expect(manager.ask('resetUser', { accountId, reason: ' ' })).rejects.toMatchObject({ status: 400 });
});

test('fault 20: a reset that is not used lapses after 72 hours, also half way through, and can be made anew', async () => {
  const { accountId, email } = await respondent();
  const at = portal.clock.now();
  onTestFinished(() => portal.clock.set(at));
  await administrator.ask('resetUser', { accountId, reason });
  portal.clock.advance(72 * 3600 - 600);
  const slow = openBrowser(portal);
  await walkTo(portal, slow, email, 'password');
  portal.clock.advance(660);
  expect((await slow.post('/konto/losenord', { losenord: goodPassword, bekrafta: goodPassword })).status).toBe(409);
  expect(await statusOf(accountId)).toBe('reset');
  const codeLetters = async () => (await portal.mailsTo(email, 0)).filter(({ text }) => text.includes('Din kod är')).length;
  const codes = await codeLetters();
  const late = openBrowser(portal);
  expect((await late.post('/konto/inbjudan', { epost: email })).to).toBe('/konto/kod');
  portal.clock.advance(120);
  const back = await administrator2At();
  expect((await back.ask('showUser', { accountId })).status).toBe('expired');
  expect(await codeLetters()).toBe(codes);
  await back.ask('resetUser', { accountId, reason });
  await walkTo(portal, openBrowser(portal), email, 'app');
  expect(await statusOf(accountId)).toBe('active');
});

/** A session that has not grown old while days passed. */
const administrator2At = () => portal.person({ collectingRole: 'administrator' });

test('R43: an administrator’s app is reset by two; until then nothing happens', async () => {
  const lost = await portal.person({ name: 'Lova Påhittsson', collectingRole: 'administrator' });
  const { accountId } = lost;
  await expect(manager.ask('resetUser', { accountId, reason })).rejects.toMatchObject(refused(403, 'user.not-allowed'));
  expect(await administrator.ask('resetUser', { accountId, reason })).toEqual({ outcome: 'waiting' });
  expect(await statusOf(accountId)).toBe('active');
  expect((await lost.ask('whoAmI', {})).collectingRole).toBe('administrator');
  await letterTo(portal, second.email, 'väntar på en andra administratör');
  expect((await second.ask('listUsers', {})).waitingResets).toEqual([{ accountId, name: 'Lova Påhittsson' }]);
  expect((await manager.ask('listUsers', {})).waitingResets).toEqual([]);

  const [waiting] = await resetsOf(accountId);
  const { id } = waiting!;
  expect(waiting).toMatchObject({ outcome: 'waiting', reason, askedBy: 'Astrid Påhittsson', may: { approve: false, decline: true } });
  await expect(administrator.ask('resetUser', { accountId, reason })).rejects.toMatchObject(refused(409, 'user.reset-waiting'));
  await expect(administrator.ask('approveReset', { reset: id })).rejects.toMatchObject(refused(403, 'user.second-person-needed'));
  await expect(lost.ask('approveReset', { reset: id })).rejects.toMatchObject(refused(403, 'user.second-person-needed'));
  await expect(manager.ask('approveReset', { reset: id })).rejects.toMatchObject(refused(403, 'account.not-allowed'));
  expect(await statusOf(accountId)).toBe('active');

  expect(await second.ask('approveReset', { reset: id })).toEqual({ accountId });
  expect(await statusOf(accountId)).toBe('reset');
  await expect(lost.ask('whoAmI', {})).rejects.toMatchObject({ status: 401 });
  await letterTo(portal, lost.email, 'Din inloggning i Personalstatistik har återställts');
  await letterTo(portal, administrator.email, 'En persons inloggning i Personalstatistik har återställts');
  expect(await resetsOf(accountId)).toMatchObject([{ outcome: 'done', decidedBy: 'Bodil Påhittsson' }]);
  expect(await kinds(accountId)).toEqual(['user.reset-asked', 'user.reset-approved']);
});

test('R43: twenty approvals at once are one, and twenty requests at once wait as one', async () => {
  const { accountId } = await portal.person({ collectingRole: 'administrator' });
  const asked = await Promise.allSettled(Array.from({ length: 20 }, () => administrator.ask('resetUser', { accountId, reason })));
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { id } = (await resetsOf(accountId))[0]!;
  const third = await portal.person({ collectingRole: 'administrator' });
  const approved = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) => (index % 2 ? second : third).ask('approveReset', { reset: id })),
  );
  expect(approved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await kinds(accountId)).toEqual(['user.reset-asked', 'user.reset-approved']);
  await administrator.ask('endUser', { accountId: third.accountId });
});

test('R43: yes and no at once are one of the two', async () => {
  const { accountId } = await portal.person({ collectingRole: 'administrator' });
  await administrator.ask('resetUser', { accountId, reason });
  const { id } = (await resetsOf(accountId))[0]!;
  const answers = await Promise.allSettled([second.ask('approveReset', { reset: id }), administrator.ask('declineReset', { reset: id })]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [reset] = await resetsOf(accountId);
  expect([reset!.outcome, await statusOf(accountId)]).toEqual(reset!.outcome === 'done' ? ['done', 'reset'] : ['declined', 'active']);
});

test('R43: a declined or lapsed request does nothing any more, and can be asked anew', async () => {
  const { accountId } = await portal.person({ collectingRole: 'administrator' });
  await administrator.ask('resetUser', { accountId, reason });
  const { id } = (await resetsOf(accountId))[0]!;
  await second.ask('declineReset', { reset: id });
  await expect(second.ask('approveReset', { reset: id })).rejects.toMatchObject(refused(409, 'user.wrong-state'));
  await administrator.ask('resetUser', { accountId, reason });
  const at = portal.clock.now();
  onTestFinished(() => portal.clock.set(at));
  portal.clock.advance(73 * 3600);
  const [fresh, other] = [await administrator2At(), await administrator2At()];
  const [lapsed] = (await fresh.ask('showUser', { accountId })).resets;
  expect(lapsed).toMatchObject({ outcome: 'lapsed', may: { approve: false, decline: false } });
  await expect(fresh.ask('approveReset', { reset: lapsed!.id })).rejects.toMatchObject(refused(409, 'user.wrong-state'));
  expect(await other.ask('resetUser', { accountId, reason })).toEqual({ outcome: 'waiting' });
  expect(await statusOf(accountId)).toBe('active');
});

test('R43: demoting an administrator is no way past the second person, and who is no administrator any more has asked in vain', async () => {
  const lost = await portal.person({ collectingRole: 'administrator' });
  const { accountId } = lost;
  await administrator.ask('changeCollectingRole', { accountId, role: null });
  expect((await administrator.ask('showUser', { accountId })).may.resetNeedsSecond).toBe(true);
  expect(await administrator.ask('resetUser', { accountId, reason })).toEqual({ outcome: 'waiting' });
  expect(await statusOf(accountId)).toBe('active');

  const asking = await portal.person({ collectingRole: 'administrator' });
  const { accountId: whose } = await portal.person({ collectingRole: 'administrator' });
  await asking.ask('resetUser', { accountId: whose, reason });
  const { id } = (await resetsOf(whose))[0]!;
  await administrator.ask('changeCollectingRole', { accountId: asking.accountId, role: 'reader' });
  await expect(second.ask('approveReset', { reset: id })).rejects.toMatchObject(refused(409, 'user.wrong-state'));
  expect(await statusOf(whose)).toBe('active');
});

test('R43: the database itself refuses a second person who is the first, or the one it is about', async () => {
  const { accountId } = await portal.person({ collectingRole: 'administrator' });
  await administrator.ask('resetUser', { accountId, reason });
  for (const by of [administrator.accountId, accountId])
    await expect(
      database.ask(
        `update second_factor_reset set outcome = 'done', decided_by = '${by}', decided_at = now() where account_id = '${accountId}'`,
      ),
    ).rejects.toThrow(/check constraint/);
});

test('R57: a unit sees no reset in the database, and learns of a person in another organisation only whether there is a role at all', async () => {
  const { database: db } = portal.services;
  const other = await portal.unit('0330');
  const { accountId } = await portal.person({ units: [{ code: '0488' }] });
  await manager.ask('resetUser', { accountId, reason });
  const seen = await db.transaction({ organisation: other.organisationId, account: head.accountId }, async (inside) => ({
    resets: await inside.all(sql`select id from second_factor_reset`),
    access: await inside.all(sql`select unit_id from unit_access where account_id = ${accountId}`),
    has: await inside.all(sql`select account_has_unit(${accountId}) as has`),
  }));
  expect(seen).toEqual({ resets: [], access: [], has: [{ has: true }] });
});

test('a respondent without other administrators in the unit: those of the collecting side are told', async () => {
  await portal.unit('0331');
  const { accountId } = await portal.person({ units: [{ code: '0331', role: 'unitAdministrator' }] });
  const told = await portal.person({ collectingRole: 'administrator' });
  await manager.ask('resetUser', { accountId, reason });
  const letter = await letterTo(portal, told.email, 'En persons inloggning i Personalstatistik har återställts');
  expect(letter.text).toContain('http://localhost:3000/granskning/anvandare');
});
