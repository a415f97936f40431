import type { PasskeyRequest } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newAuthenticator, type Authenticator } from '../../testing/authenticator.ts';
import { mailedCode, openBrowser, type Browser } from '../../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { startPortal, type Portal, type TestPerson } from '../../testing/portal.ts';

/** Passkeys that the browser suggests in the address field, before anybody has asked to sign in. */
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

async function withPasskey(): Promise<TestPerson & { authenticator: Authenticator }> {
  const [person, authenticator] = [await portal.person(), newAuthenticator()];
  await person.ask('addPasskey', { name: 'Datorn', answer: authenticator.create(await person.ask('beginPasskey', {})) });
  return { ...person, authenticator };
}
const path = '/logga-in/passkey/forslag';
const question = async (browser: Browser, at = path): Promise<PasskeyRequest> =>
  JSON.parse((await browser.post(`${at}/fraga`)).body) as PasskeyRequest;
const give = (browser: Browser, signed: object, retur = '', at = path) => browser.post(at, { svar: JSON.stringify(signed), retur });
const isInside = async (browser: Browser) => (await browser.get('/api/me')).status === 200;

test('R02: a suggested passkey signs in, and leads to the page one came for', async () => {
  const { authenticator, accountId } = await withPasskey();
  const browser = openBrowser(portal);
  const asked = await question(browser);
  const waiting = browser.cookies.get('__Host-forslag')!;
  expect(asked).toMatchObject({ allowCredentials: [], userVerification: 'required' });
  const signed = authenticator.sign(asked);
  const reply = await give(browser, signed, '/e/0488/uppskov');
  expect([reply.status, reply.to]).toEqual([303, '/e/0488/uppskov']);
  expect(await isInside(browser)).toBe(true);
  expect(browser.cookies.has('__Host-forslag')).toBe(false);
  expect(await database.ask(`select details from audit_event where kind = 'account.signed-in' and object = '${accountId}'`)).toEqual([
    { details: { by: 'sign-in', with: 'passkey' } },
  ]);
  // R09: once.
  const thief = openBrowser(portal);
  thief.cookies.set('__Host-forslag', waiting);
  expect((await give(thief, signed)).status).toBe(422);
});

test('a question that waits ends nothing that the browser has begun; a passkey that is chosen does', async () => {
  const { authenticator } = await withPasskey();
  const owner = await portal.person();
  const browser = openBrowser(portal);
  await browser.post('/konto/inbjudan', { epost: owner.email });
  const journey = browser.cookies.get('__Host-resa');
  const asked = await question(browser);
  await question(browser);
  expect(browser.cookies.get('__Host-resa')).toBe(journey);
  expect((await browser.post('/konto/kod', { kod: await mailedCode(portal, owner.email) })).to).toBe('/konto/verifierad');
  // Two windows wait at once, and either may be answered.
  expect((await give(browser, authenticator.sign(asked))).to).toBe('/');
  expect((await browser.post('/konto/verifierad')).status).toBe(409);
});

test('R09, R10, R01: what is signed is good once, for five minutes, in the browser that waits, and nowhere else', async () => {
  const { authenticator } = await withPasskey();
  const refused = 'Det gick inte att logga in med passkeyn.';
  const [browser, other] = [openBrowser(portal), openBrowser(portal)];
  await question(other);
  const signed = authenticator.sign(await question(browser));
  const late = authenticator.sign(await question(browser));
  const elsewhere = authenticator.sign(await question(browser));
  for (const reply of [await give(other, signed), await give(openBrowser(portal), signed)]) {
    expect([reply.status, reply.body.includes(refused)]).toEqual([422, true]);
    // A refused one is not suggested again at once.
    expect(reply.body).not.toContain('data-suggest');
  }
  // Asked by the button, answered among the suggestions, and the other way about.
  const asked = authenticator.sign(await question(browser, '/logga-in/passkey'));
  expect((await give(browser, elsewhere, '', '/logga-in/passkey')).status).toBe(422);
  expect((await give(browser, asked)).status).toBe(422);
  expect(await isInside(browser)).toBe(false);
  const waiting = browser.cookies.get('__Host-forslag')!;
  // What others tried has spoiled nothing for the browser that waits.
  expect((await give(browser, signed)).to).toBe('/');
  await browser.post('/logga-ut');
  browser.cookies.set('__Host-forslag', waiting);
  expect((await give(browser, signed)).status).toBe(422);
  portal.clock.advance(301);
  expect((await give(browser, late)).status).toBe(422);
  for (const svar of ['', 'null', '{}', '{"id":"*"}']) expect((await browser.post(path, { svar })).status).toBe(422);
  expect(await isInside(browser)).toBe(false);
});

test('R36, R62: the address field says that it takes passkeys beside addresses, and the page is complete without them', async () => {
  const page = await openBrowser(portal).get('/logga-in');
  expect(page.body).toMatch(/id="epost"[^>]*autocomplete="username webauthn"/s);
  expect(page.body).toMatch(/id="losenord"[^>]*autocomplete="current-password"/s);
  expect(page.body).toMatch(/<form method="post" action="\/logga-in\/passkey\/forslag" data-suggest novalidate hidden>/);
  expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
  expect(String(page.headers['content-security-policy'])).not.toContain('unsafe');
  expect((await openBrowser(portal).get(path)).to).toBe('/logga-in');
});
