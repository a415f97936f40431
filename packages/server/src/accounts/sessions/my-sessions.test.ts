import { get, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventsPath } from '@insamling/contract';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { publish } from '../../platform/live/index.ts';
import { appCode, mailedCode, openBrowser, type Browser } from '../../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { confirmIn, cookieOf, newOwner, signInWith, type Owner } from '../../testing/owner.ts';
import { ask, browserHeaders, startPortal, type Portal } from '../../testing/portal.ts';
import { deactivateAccount } from '../index.ts';

const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
let database: TestDatabase;
let portal: Portal;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  await portal.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

const list = (browser: Browser) => ask(portal.app, cookieOf(browser), 'listMySessions', {});
const isInside = async (browser: Browser) => (await browser.get('/api/me')).status === 200;
/** An owner who is signed in twice more, and has just proved who acts in the first browser. */
async function signedInThrice(): Promise<{ owner: Owner; here: Browser; mobile: Browser; other: Browser }> {
  const owner = await newOwner(portal, chrome);
  const mobile = await signInWith(portal, owner, openBrowser(portal, phone));
  const other = await signInWith(portal, owner, openBrowser(portal));
  await confirmIn(portal, owner, owner.browser);
  return { owner, here: owner.browser, mobile, other };
}

test('R51: a person sees where they are signed in, in words, and which of them is this one', async () => {
  const { here, mobile } = await signedInThrice();
  const sessions = await list(here);
  expect(sessions.map(({ browser, system, isThis }) => ({ browser, system, isThis }))).toEqual([
    { browser: null, system: null, isThis: false },
    { browser: 'Safari', system: 'iPhone', isThis: false },
    { browser: 'Chrome', system: 'Windows', isThis: true },
  ]);
  expect((await list(mobile)).find(({ isThis }) => isThis)?.browser).toBe('Safari');
  expect(JSON.stringify(sessions)).not.toMatch(/Mozilla|AppleWebKit/);
});

test('R51: sessions that have run out are not among them', async () => {
  const { owner, here } = await signedInThrice();
  portal.clock.advance(50 * 60);
  await here.get('/api/me');
  portal.clock.advance(15 * 60);
  expect(await list(here)).toHaveLength(1);
  await signInWith(portal, owner, openBrowser(portal));
  expect(await list(here)).toHaveLength(2);
});

test('R51: one that is ended is out with its next request, and the event says which, not where', async () => {
  const { here, mobile, other } = await signedInThrice();
  const session = (await list(here)).find(({ browser }) => browser === 'Safari')!.id;
  await ask(portal.app, cookieOf(here), 'endMySession', { session });
  expect(await isInside(mobile)).toBe(false);
  expect([await isInside(here), await isInside(other)]).toEqual([true, true]);
  await expect(ask(portal.app, cookieOf(here), 'endMySession', { session })).rejects.toMatchObject({ status: 404 });
  const [event] = await database.ask(
    `select outcome, details from audit_event where kind = 'account.session-ended' and object = '${session}'`,
  );
  expect(event).toEqual({ outcome: 'done', details: {} });
});

test('R51: all others at once', async () => {
  const { here, mobile, other } = await signedInThrice();
  expect(await ask(portal.app, cookieOf(here), 'endMyOtherSessions', {})).toEqual({ ended: 2 });
  expect([await isInside(here), await isInside(mobile), await isInside(other)]).toEqual([true, false, false]);
});

test("R51, R54: another person's session is not found, and goes on", async () => {
  const [mine, theirs] = [await signedInThrice(), await newOwner(portal)];
  const session = (await list(theirs.browser))[0]!.id;
  await expect(ask(portal.app, cookieOf(mine.here), 'endMySession', { session })).rejects.toMatchObject({
    status: 404,
    body: { code: 'request.not-found' },
  });
  expect(await isInside(theirs.browser)).toBe(true);
});

test('R51, R52: ending a session needs a code of the last five minutes', async () => {
  const { here } = await signedInThrice();
  portal.clock.advance(301);
  const session = (await list(here)).find(({ isThis }) => !isThis)!.id;
  for (const end of [
    () => ask(portal.app, cookieOf(here), 'endMySession', { session }),
    () => ask(portal.app, cookieOf(here), 'endMyOtherSessions', {}),
  ])
    await expect(end()).rejects.toMatchObject({ status: 403, body: { code: 'account.step-up-needed' } });
});

const open: ClientRequest[] = [];
afterEach(() => {
  for (const request of open.splice(0)) request.on('error', () => undefined).destroy();
});
/** Listens to what is told to a browser, until it is told no more. */
const listen = (browser: Browser) =>
  new Promise<{ heard: () => string; isOver: () => boolean }>((resolve, reject) => {
    const { port } = portal.app.server.address() as AddressInfo;
    const headers = { ...browserHeaders, cookie: cookieOf(browser) };
    let text = '';
    let isOver = false;
    const request = get({ port, host: '127.0.0.1', path: eventsPath, headers }, (response) => {
      response.on('data', (piece: Buffer) => (text += piece.toString()));
      response.on('end', () => (isOver = true));
      response.on('error', () => undefined);
      resolve({ heard: () => text, isOver: () => isOver });
    });
    request.on('error', reject);
    open.push(request);
  });

const newestEvent = async () => Number((await database.ask('select max(id) as id from live_event'))[0]!.id);
/** Ids of the events told; the first is where the stream began. */
const idsIn = (heard: string) => [...heard.matchAll(/^id: (\d+)$/gm)].slice(1).map(([, id]) => Number(id));

test('R51: the event stream of an ended session closes, and nobody else is told', async () => {
  const { here, mobile } = await signedInThrice();
  const bystander = await newOwner(portal);
  const [mine, ended, others] = [await listen(here), await listen(mobile), await listen(bystander.browser)];
  const session = (await list(here)).find(({ browser }) => browser === 'Safari')!.id;
  const before = await newestEvent();
  await ask(portal.app, cookieOf(here), 'endMySession', { session });
  const about = await newestEvent();
  // What everybody is told afterwards: whoever has heard it has heard, or was spared, all that came before.
  await portal.services.database.transaction({}, (db) => publish(db, 'period'));
  await expect.poll(() => ended.isOver(), { timeout: 3000 }).toBe(true);
  for (const { heard } of [mine, others]) await expect.poll(heard, { timeout: 3000 }).toContain('"period"');
  expect(about).toBe(before + 1);
  expect(idsIn(mine.heard())).toContain(about);
  expect(idsIn(others.heard())).not.toContain(about);
  expect([mine.isOver(), others.isOver()]).toEqual([false, false]);
});

test('R38, R49: so does the stream of who is shut out, or whose password was changed elsewhere', async () => {
  const [shut, changed] = [await newOwner(portal), await newOwner(portal)];
  const streams = [await listen(shut.browser), await listen(changed.browser)];
  const [{ id } = { id: '' }] = await database.ask(`select id from account where email_normalised = '${shut.email}'`);
  await portal.services.database.transaction({}, (db) => deactivateAccount(db, id as string));
  const elsewhere = openBrowser(portal);
  await elsewhere.post('/konto/inbjudan', { epost: changed.email });
  await elsewhere.post('/konto/kod', { kod: await mailedCode(portal, changed.email, 2) });
  await elsewhere.post('/konto/verifierad');
  await elsewhere.post('/konto/appkod', { kod: appCode(portal, changed.key) });
  const fresh = 'Höstregn-över-älven-4';
  expect((await elsewhere.post('/konto/losenord', { losenord: fresh, bekrafta: fresh })).to).toBe('/');
  await expect.poll(() => streams.map(({ isOver }) => isOver()), { timeout: 3000 }).toEqual([true, true]);
});

test('R50: another role holds from the next request, with the same cookie; so does the loss of the unit', async () => {
  await portal.round({});
  await portal.unit('0488');
  const person = await portal.person({ units: [{ code: '0488', role: 'unitAdministrator' }] });
  const manager = await portal.person({ collectingRole: 'collectionManager' });
  const invite = (email: string) =>
    ask(portal.app, person.cookie, 'invitePerson', { unit: '0488', email, name: 'Ny Nysson', role: 'reader', isContact: false });
  await person.confirm('');
  await invite('first@example.se');
  await manager.ask('changePerson', { unit: '0488', accountId: person.accountId, role: 'reader', isContact: false });
  await expect(invite('second@example.se')).rejects.toMatchObject({ status: 403, body: { code: 'unit.not-allowed' } });
  expect((await ask(portal.app, person.cookie, 'showUnit', { unit: '0488' })).unit).toBe('0488');
  await manager.ask('removePerson', { unit: '0488', accountId: person.accountId });
  await expect(ask(portal.app, person.cookie, 'showUnit', { unit: '0488' })).rejects.toMatchObject({ status: 404 });
  await expect(invite('third@example.se')).rejects.toMatchObject({ status: 404, body: { code: 'request.not-found' } });
});

test('R50: who loses the role on the collecting side is refused with the next request', async () => {
  const person = await portal.person({ collectingRole: 'reviewer' });
  await ask(portal.app, person.cookie, 'listUnits', {});
  await database.ask(`update account set collecting_role = null where id = '${person.accountId}'`);
  await expect(ask(portal.app, person.cookie, 'listUnits', {})).rejects.toMatchObject({
    status: 403,
    body: { code: 'account.not-allowed' },
  });
  await expect(ask(portal.app, person.cookie, 'showUnit', { unit: '0488' })).rejects.toMatchObject({ status: 404 });
});
