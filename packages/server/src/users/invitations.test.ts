import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openBrowser, walkTo, type PageAnswer } from '../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

let database: TestDatabase;
let portal: Portal;
let administrator: TestPerson;
let head: TestPerson;
let officer: TestPerson;
const unit = '0488';
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  await portal.unit(unit);
  await portal.unit('0331');
  administrator = await portal.person({ collectingRole: 'administrator' });
  head = await portal.person({ units: [{ code: unit, role: 'unitAdministrator' }] });
  officer = await portal.person({ units: [{ code: unit }] });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

const refused = (status: number, code: string) => ({ status, body: { code } });
let people = 0;
async function invited(): Promise<{ email: string; accountId: string }> {
  const email = `inbjuden-${(people += 1)}@example.se`;
  return { email, ...(await administrator.ask('inviteUser', { email, name: 'Nyna Nysson', collectingRole: 'reviewer' })) };
}

/** What a browser can see of asking for a code: status, headers, cookies and both pages, with what differs from time to time left out. */
async function askForCode(email: string): Promise<object> {
  const browser = openBrowser(portal);
  const seen = ({ status, to, body, headers, setCookies }: PageAnswer) => ({
    status,
    to,
    body: body.replaceAll(email, 'ADDRESS').replace(/nonce="[^"]+"/g, 'nonce'),
    headers: Object.fromEntries(
      Object.entries(headers).filter(([name]) => !['date', 'set-cookie', 'content-security-policy', 'content-length'].includes(name)),
    ),
    cookies: setCookies.map((line) => line.replace(/=[^;]+/, '=')),
  });
  return [
    seen(await browser.post('/konto/inbjudan', { epost: email })),
    seen(await browser.get('/konto/kod')),
    seen(await browser.post('/konto/kod', { kod: '000000' })),
  ];
}

test('R18, R03: an invitation that has run out, was withdrawn or was used answers as an address that nobody knows', async () => {
  const [late, withdrawn, used] = [await invited(), await invited(), await invited()];
  await administrator.ask('withdrawInvitation', { accountId: withdrawn.accountId });
  await walkTo(portal, openBrowser(portal), used.email, 'app');
  const letters = async ({ email }: { email: string }) =>
    (await portal.mailsTo(email, 0)).filter(({ text }) => text.includes('Din kod är')).length;
  const at = portal.clock.now();
  onTestFinished(() => portal.clock.set(at));
  portal.clock.advance(31 * 86_400);
  const unknown = await askForCode('ingen-alls@example.se');
  for (const { email } of [late, withdrawn, used]) expect(await askForCode(email)).toEqual(unknown);
  // The one who has an account gets a code; the others get nothing, however long one waits for the letter that came last.
  await expect.poll(() => letters(used), { timeout: 30_000 }).toBe(2);
  expect([await letters(late), await letters(withdrawn)]).toEqual([0, 0]);
});

test('R18: an invitation is sent again, also after it has run out, at most once a minute, and holds from then', async () => {
  const { email, accountId } = await invited();
  await expect(administrator.ask('resendInvitation', { accountId })).rejects.toMatchObject(refused(409, 'user.invited-just-now'));
  const at = portal.clock.now();
  onTestFinished(() => portal.clock.set(at));
  portal.clock.advance(40 * 86_400);
  const later = await portal.person({ collectingRole: 'administrator' });
  expect((await later.ask('showUser', { accountId })).status).toBe('expired');
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => later.ask('resendInvitation', { accountId })));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await portal.mailsTo(email, 2)).toHaveLength(2);
  await walkTo(portal, openBrowser(portal), email, 'app');
  expect((await later.ask('showUser', { accountId })).status).toBe('active');
  await expect(later.ask('resendInvitation', { accountId })).rejects.toMatchObject(refused(409, 'user.wrong-state'));
  await expect(later.ask('withdrawInvitation', { accountId })).rejects.toMatchObject(refused(409, 'user.wrong-state'));
});

test('R18: who is half way when the invitation is withdrawn gets no further, and the address can be invited anew', async () => {
  const { email, accountId } = await invited();
  const browser = openBrowser(portal);
  await walkTo(portal, browser, email, 'password');
  await administrator.ask('withdrawInvitation', { accountId });
  expect((await browser.post('/konto/losenord', { losenord: 'Vintergröna-tallar-26', bekrafta: 'Vintergröna-tallar-26' })).status).toBe(
    409,
  );
  expect(await database.ask(`select status, name, email_normalised, collecting_role from account where id = '${accountId}'`)).toEqual([
    { status: 'ended', name: '', email_normalised: null, collecting_role: null },
  ]);
  portal.clock.advance(61);
  const again = await administrator.ask('inviteUser', { email, name: 'Nyna Nysson', collectingRole: 'reader' });
  expect(again.accountId).not.toBe(accountId);
});

test('an invitation finished and withdrawn at the same time is one of the two', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { email, accountId } = await invited();
    const browser = openBrowser(portal);
    await walkTo(portal, browser, email, 'password');
    const [finished, withdrawn] = await Promise.allSettled([
      browser.post('/konto/losenord', { losenord: 'Vintergröna-tallar-26', bekrafta: 'Vintergröna-tallar-26' }),
      administrator.ask('withdrawInvitation', { accountId }),
    ]);
    const isIn = finished.status === 'fulfilled' && finished.value.status === 303;
    expect(isIn).toBe(withdrawn.status === 'rejected');
    expect(await database.ask(`select status from account where id = '${accountId}'`)).toEqual([{ status: isIn ? 'active' : 'ended' }]);
  }
});

test('R18: a role on the collecting side lapses with its invitation and does not come back by a unit’s', async () => {
  const { email, accountId } = await invited();
  const at = portal.clock.now();
  onTestFinished(() => portal.clock.set(at));
  portal.clock.advance(31 * 86_400);
  const later = await portal.person({ units: [{ code: unit, role: 'unitAdministrator' }] });
  await later.ask('invitePerson', { unit, email, name: 'Nyna Nysson', role: 'reader', isContact: false });
  expect(await database.ask(`select status, collecting_role from account where id = '${accountId}'`)).toEqual([
    { status: 'invited', collecting_role: null },
  ]);
});

test('R56: a unit’s administrator sends a colleague’s invitation again and takes it back; others in the unit see neither end nor visits', async () => {
  const email = `kollega-${(people += 1)}@example.se`;
  const { accountId, expiresAt } = await head.ask('invitePerson', {
    unit,
    email,
    name: 'Kaj Kollegasson',
    role: 'reader',
    isContact: false,
  });
  expect(expiresAt).not.toBeNull();
  const seenBy = async (person: TestPerson) => (await person.ask('showUnit', { unit })).people.find((one) => one.accountId === accountId);
  expect(await seenBy(head)).toMatchObject({ expiresAt, lastSignedInAt: null });
  expect(await seenBy(officer)).toMatchObject({ expiresAt: null, lastSignedInAt: null });
  await expect(officer.ask('resendPersonInvitation', { unit, accountId })).rejects.toMatchObject(refused(403, 'unit.not-allowed'));
  await expect(head.ask('resendPersonInvitation', { unit, accountId })).rejects.toMatchObject(refused(409, 'user.invited-just-now'));
  portal.clock.advance(61);
  expect(Date.parse((await head.ask('resendPersonInvitation', { unit, accountId })).expiresAt)).toBeGreaterThan(Date.parse(expiresAt!));
  expect(await portal.mailsTo(email, 2)).toHaveLength(2);
  const elsewhere = await portal.person({ units: [{ code: '0331', role: 'unitAdministrator' }] });
  await expect(elsewhere.ask('resendPersonInvitation', { unit: '0331', accountId })).rejects.toMatchObject({ status: 404 });
  await head.ask('removePerson', { unit, accountId });
  expect(await database.ask(`select status, email_normalised from account where id = '${accountId}'`)).toEqual([
    { status: 'ended', email_normalised: null },
  ]);
});

test('an invitation to units of two organisations lives on when one of them takes it back', async () => {
  const email = `tva-${(people += 1)}@example.se`;
  const other = await portal.person({ units: [{ code: '0331', role: 'unitAdministrator' }] });
  const ask = { email, name: 'Tvåla Tvåsson', role: 'reader', isContact: false } as const;
  const { accountId } = await head.ask('invitePerson', { unit, ...ask });
  await other.ask('invitePerson', { unit: '0331', ...ask });
  await head.ask('removePerson', { unit, accountId });
  expect(await database.ask(`select status from account where id = '${accountId}'`)).toEqual([{ status: 'invited' }]);
  await other.ask('removePerson', { unit: '0331', accountId });
  expect(await database.ask(`select status from account where id = '${accountId}'`)).toEqual([{ status: 'ended' }]);
});

test('R56: a unit’s administrator cannot revive an invitation to the collecting side', async () => {
  const { accountId, email } = await invited();
  await head.ask('invitePerson', { unit, email, name: 'Nyna Nysson', role: 'reader', isContact: false });
  portal.clock.advance(61);
  await expect(head.ask('resendPersonInvitation', { unit, accountId })).rejects.toMatchObject(refused(403, 'unit.role-not-grantable'));
});
