import type { PasskeyRequest } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newAuthenticator, type Authenticator } from '../../testing/authenticator.ts';
import { appCode, openBrowser, type Browser } from '../../testing/browser.ts';
import { enrolledAccounts } from '../../testing/enrolled-accounts.ts';
import { startFederation, type Federation } from '../../testing/federation.ts';
import { givePassword } from '../../testing/owner.ts';
import { Refused, type TestPerson } from '../../testing/portal.ts';

/** An organisation changes its mind about a way in: what was opened by it is over at once. */
let federation: Federation;
beforeAll(async () => {
  federation = await startFederation();
});
afterAll(() => federation.close());

const isInside = async (browser: Browser) => (await browser.get('/api/me')).status === 200;
const isOut = async (person: TestPerson) =>
  person.ask('whoAmI', {}).then(
    () => false,
    (error: unknown) => error instanceof Refused && error.status === 401,
  );
const overtaken = ({ accountId }: { accountId: string }) =>
  federation.database.ask(
    `select actor, details from audit_event where kind = 'account.sessions-overtaken' and object = '${accountId}' order by number`,
  );
const lastDecision = async () =>
  (await federation.database.ask(`select details from audit_event where kind = 'organisation.sign-in-changed' order by number`)).at(-1);

let places = 0;
/** An organisation of its own, so that nobody of another test is in it. */
async function organisation(): Promise<string> {
  const code = String(9000 + (places += 1));
  await federation.portal.unit(code);
  return code;
}
async function passkeyOf(person: TestPerson): Promise<Authenticator> {
  const authenticator = newAuthenticator();
  await person.ask('addPasskey', { name: 'Datorn', answer: authenticator.create(await person.ask('beginPasskey', {})) });
  return authenticator;
}
async function signInWithPasskey(authenticator: Authenticator): Promise<Browser> {
  const browser = openBrowser(federation.portal);
  const question = JSON.parse((await browser.post('/logga-in/passkey/fraga')).body) as PasskeyRequest;
  await browser.post('/logga-in/passkey', { svar: JSON.stringify(authenticator.sign(question)) });
  return browser;
}

test('R02, R78: when an organisation begins to ask for passkeys, its people are signed out who came in by anything else, and nobody else', async () => {
  const { portal, choose, manager } = federation;
  const [unit, elsewhere] = [await organisation(), await organisation()];
  const withoutAny = await portal.person({ units: [{ code: unit }] });
  const withOne = await portal.person({ units: [{ code: unit }, { code: elsewhere }] });
  const other = await portal.person({ units: [{ code: elsewhere }] });
  const byPasskey = await signInWithPasskey(await passkeyOf(withOne));
  const older = await portal.person({ units: [{ code: unit }] });
  await federation.database.ask(`update session set proven_by = null where account_id = '${older.accountId}'`);

  expect(await choose(unit, null, true)).toEqual({ signedOut: 3 });
  expect(await Promise.all([withoutAny, withOne, older].map(isOut))).toEqual([true, true, true]);
  expect(await isInside(byPasskey)).toBe(true);
  expect(await isOut(other)).toBe(false);
  expect(await isOut(manager)).toBe(false);
  expect(await lastDecision()).toEqual({ details: { provider: null, requiresPasskey: true, signedOut: 3 } });
  for (const person of [withoutAny, withOne, older])
    expect(await overtaken(person)).toEqual([{ actor: `p-${manager.accountId}`, details: { ended: 1 } }]);
  expect(await overtaken(other)).toEqual([]);
  // Saying the same again, and taking it back, signs nobody out.
  expect(await choose(unit, null, true)).toEqual({ signedOut: 0 });
  expect(await choose(unit, null, false)).toEqual({ signedOut: 0 });
  expect(await isInside(byPasskey)).toBe(true);
});

test('who has no passkey yet comes in again by password and app, and makes one on the way; that session is one of a passkey', async () => {
  const { portal, choose, database } = federation;
  const unit = await organisation();
  const [account] = await enrolledAccounts(portal, 1, 'utan-passkey');
  await database.ask(`insert into unit_access (organisation_id, unit_id, account_id, role, since)
    select organisation_id, id, '${account!.accountId}', 'respondent', now() from reporting_unit where code = '${unit}'`);
  const enter = async () => {
    const browser = openBrowser(portal);
    await givePassword(browser, account!.email);
    return { browser, answer: await browser.post('/logga-in/kod', { kod: appCode(portal, account!.key) }) };
  };
  const before = (await enter()).browser;
  expect(await isInside(before)).toBe(true);
  await choose(unit, null, true);
  expect(await isInside(before)).toBe(false);
  portal.clock.advance(60);
  const { browser, answer } = await enter();
  expect(answer.to).toBe('/konto/passkey');
  const creation = JSON.parse((await browser.post('/konto/passkey/fraga')).body) as never;
  await browser.post('/konto/passkey', { svar: JSON.stringify(newAuthenticator().create(creation)) });
  expect(await isInside(browser)).toBe(true);
  expect(await choose(unit, null, true)).toEqual({ signedOut: 0 });
  expect(await isInside(browser)).toBe(true);
});

test('who decides is treated as everybody else: signed out only when she works for the organisation too, and she is told so before', async () => {
  const { portal } = federation;
  const unit = await organisation();
  const both = await portal.person({ collectingRole: 'administrator', units: [{ code: unit, role: 'unitAdministrator' }] });
  expect(await both.ask('showSignInPolicy', { unit })).toMatchObject({ concernsYou: true });
  expect(await federation.manager.ask('showSignInPolicy', { unit })).toMatchObject({ concernsYou: false });
  expect(await both.ask('changeSignInPolicy', { unit, provider: null, requiresPasskey: true })).toEqual({ signedOut: 1 });
  expect(await isOut(both)).toBe(true);
});

test('who is given a role in an organisation that asks for passkeys is signed out, unless a passkey opened the session', async () => {
  const { portal, choose, manager } = federation;
  const unit = await organisation();
  await choose(unit, null, true);
  const [plain, keyed] = [await portal.person(), await portal.person()];
  const byPasskey = await signInWithPasskey(await passkeyOf(keyed));
  for (const { email } of [plain, keyed])
    await manager.ask('invitePerson', { unit, email, name: 'Test Testsson', role: 'reader', isContact: false });
  expect(await isOut(plain)).toBe(true);
  expect(await isInside(byPasskey)).toBe(true);
  expect(await overtaken(plain)).toHaveLength(1);
});

test.each([[null], ['other']])(
  'an organisation turns from its provider to %s: what it had opened is over, what password and app opened goes on',
  async (next) => {
    const { linked, signIn, choose, portal } = federation;
    const person = await linked();
    const elsewhere = openBrowser(portal);
    await signIn(elsewhere, person.subject);
    expect(await isInside(elsewhere)).toBe(true);
    expect(await choose('0488', next)).toEqual({ signedOut: 1 });
    expect(await isInside(elsewhere)).toBe(false);
    expect(await isOut(person)).toBe(false);
    expect(await overtaken(person)).toMatchObject([{ details: { ended: 1 } }]);
    await choose('0488', 'broker');
  },
);

test('a provider that the operator has taken out of the configuration holds no session open', async () => {
  const { linked, signIn, portal, database } = federation;
  const person = await linked();
  const browser = openBrowser(portal);
  await signIn(browser, person.subject);
  expect(await isInside(browser)).toBe(true);
  await database.ask(`update session set provider = 'gone' where account_id = '${person.accountId}' and provider = 'broker'`);
  expect(await isInside(browser)).toBe(false);
  expect(await isOut(person)).toBe(false);
});

test('R51: who unlinks a provider in a session that it opened is signed out there, too', async () => {
  const { linked, signIn, portal, database } = federation;
  const person = await linked();
  const browser = openBrowser(portal);
  await signIn(browser, person.subject);
  const cookie = `__Host-session=${browser.cookies.get('__Host-session')}`;
  const answer = await portal.app.inject({
    method: 'DELETE',
    url: '/api/me/providers/broker',
    headers: { host: 'localhost:3000', 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', cookie },
    payload: '{}',
  });
  expect(answer.json()).toEqual({ wasLinked: true, ended: 2, isSignedOut: true });
  expect(await isInside(browser)).toBe(false);
  expect(await isOut(person)).toBe(true);
  const events = await database.ask(
    `select details from audit_event where kind = 'account.provider-unlinked' and object = '${person.accountId}'`,
  );
  expect(events).toEqual([{ details: { provider: 'broker', ended: 2 } }]);
});

test('who reads the information when the organisation changes its mind does not slip through', async () => {
  const { linked, signIn, choose, portal, database } = federation;
  const person = await linked();
  await database.ask(`update account set notice_version = 'older' where id = '${person.accountId}'`);
  const browser = openBrowser(portal);
  expect((await signIn(browser, person.subject)).to).toBe('/konto/information');
  await choose('0488', null);
  expect((await browser.post('/konto/information')).to).toBe('/logga-in/organisation/broker/nekat');
  expect(await isInside(browser)).toBe(false);
  expect((await browser.post('/konto/information')).status).toBe(409);
  await choose('0488', 'broker');

  const unit = await organisation();
  const [account] = await enrolledAccounts(portal, 1, 'laser-informationen');
  await database.ask(`update account set notice_version = 'older' where id = '${account!.accountId}'`);
  await database.ask(`insert into unit_access (organisation_id, unit_id, account_id, role, since)
    select organisation_id, id, '${account!.accountId}', 'respondent', now() from reporting_unit where code = '${unit}'`);
  const reader = openBrowser(portal);
  await givePassword(reader, account!.email);
  expect((await reader.post('/logga-in/kod', { kod: appCode(portal, account!.key) })).to).toBe('/konto/information');
  await choose(unit, null, true);
  expect((await reader.post('/konto/information')).to).toBe('/konto/passkey');
  expect(await isInside(reader)).toBe(false);
});

test('of twenty who come in at the moment in which an organisation begins to ask for passkeys, none is left inside', async () => {
  const { portal, choose, database } = federation;
  const unit = await organisation();
  const accounts = await enrolledAccounts(portal, 20, 'samtidigt');
  await database.ask(`insert into unit_access (organisation_id, unit_id, account_id, role, since)
    select organisation_id, unit.id, account.id, 'respondent', now() from reporting_unit unit, account
     where unit.code = '${unit}' and account.email_normalised like 'samtidigt-%'`);
  const ready = await Promise.all(
    accounts.map(async ({ email, key }) => {
      const browser = openBrowser(portal);
      await givePassword(browser, email);
      return { browser, key };
    }),
  );
  await Promise.all([
    ...ready.slice(0, 10).map(({ browser, key }) => browser.post('/logga-in/kod', { kod: appCode(portal, key) })),
    choose(unit, null, true),
    ...ready.slice(10).map(({ browser, key }) => browser.post('/logga-in/kod', { kod: appCode(portal, key) })),
  ]);
  expect(await Promise.all(ready.map(({ browser }) => isInside(browser)))).toEqual(ready.map(() => false));
});
