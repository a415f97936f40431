import { afterAll, beforeAll, expect, test } from 'vitest';
import { newAuthenticator } from '../testing/authenticator.ts';
import { appCode, goodPassword, keyOn, openBrowser, walkTo, type Browser } from '../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { letterSaying } from '../testing/letters.ts';
import { ask, startPortal, type Portal } from '../testing/portal.ts';
import { inviteAccount } from './index.ts';

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

interface Person {
  readonly accountId: string;
  readonly email: string;
  readonly key: string;
  readonly browser: Browser;
}
/** Somebody who came by an invitation and is inside; what was proved at the sign-in counts no more. */
async function enrolled(): Promise<Person> {
  const email = `changed-${(people += 1)}@example.se`;
  const { services } = portal;
  const { accountId } = await services.database.transaction({}, (db) =>
    inviteAccount(db, services, portal.clock.now(), { email, name: 'Test Testsson', invitedBy: null }),
  );
  const browser = openBrowser(portal);
  const key = await walkTo(portal, browser, email, 'app');
  portal.clock.advance(301);
  return { accountId, email, key, browser };
}
const confirm = ({ browser, key }: Person, retur = '/') => browser.post('/konto/bekrafta', { kod: appCode(portal, key), retur });
async function signIn({ email, key }: Person, password: string = goodPassword): Promise<Browser> {
  const browser = openBrowser(portal);
  await browser.post('/logga-in', { epost: email, losenord: password });
  await browser.post('/logga-in/kod', { kod: appCode(portal, key) });
  portal.clock.advance(60);
  return browser;
}
const isInside = async (browser: Browser) => (await browser.get('/api/me')).status === 200;
const fresh = 'Rimfrost-i-november-7';
const change = ({ browser }: Person, form: Readonly<Record<string, string>>) =>
  browser.post('/konto/byt-losenord', { nuvarande: goodPassword, losenord: fresh, bekrafta: fresh, ...form });

test.each(['/konto/byt-losenord', '/konto/byt-app', '/konto/bekrafta', '/konto/aterstallningskoder', '/konto/bekrafta/aterstallningskod'])(
  '%s is for who is signed in, who comes back to it',
  async (path) => {
    const browser = openBrowser(portal);
    expect((await browser.get(`${path}?retur=%2Fe%2F0488%2Fprofil`)).to).toBe(
      `/logga-in?retur=${encodeURIComponent(`${path}?retur=${encodeURIComponent('/e/0488/profil')}`)}`,
    );
    expect((await browser.post(path, { losenord: 'x' })).to).toMatch(/^\/logga-in\?retur=/);
  },
);

test('R34: another password needs the present one and a fresh code of the app', async () => {
  const person = await enrolled();
  expect((await person.browser.get('/konto/byt-losenord')).to).toBe('/konto/bekrafta?retur=%2Fkonto%2Fbyt-losenord');
  expect((await change(person, {})).to).toBe('/konto/bekrafta?retur=%2Fkonto%2Fbyt-losenord');
  expect((await confirm(person, '/konto/byt-losenord')).to).toBe('/konto/byt-losenord');
  const page = await person.browser.get('/konto/byt-losenord');
  expect(page.body).toContain('autocomplete="current-password"');
  for (const [form, text] of [
    [{ nuvarande: '' }, 'Ange ditt nuvarande lösenord.'],
    [{ nuvarande: 'Fel-lösenord-1' }, 'Lösenordet stämmer inte.'],
    [{ bekrafta: 'Rimfrost-i-november-8' }, 'Lösenorden är inte lika.'],
    [{ losenord: 'kort', bekrafta: 'kort' }, 'Lösenordet är för kort eller saknar någon av delarna ovan.'],
    [{ losenord: 'Sommar2026!', bekrafta: 'Sommar2026!' }, 'läckta lösenord'],
  ] as const) {
    const answer = await change(person, form);
    expect([answer.status, answer.body.includes(text)], text).toEqual([422, true]);
    expect(answer.body).not.toContain(fresh);
  }
  portal.clock.advance(60);
  const elsewhere = await signIn(person);
  expect(await isInside(elsewhere)).toBe(true);
  const before = person.browser.cookies.get('__Host-session');
  await person.browser.post('/konto/bekrafta', { kod: appCode(portal, person.key) });
  expect((await change(person, { retur: '/e/0488/profil' })).to).toBe('/e/0488/profil');
  expect(person.browser.cookies.get('__Host-session')).not.toBe(before);
  // R38: everybody else is out.
  expect([await isInside(person.browser), await isInside(elsewhere)]).toEqual([true, false]);
  portal.clock.advance(60);
  expect(await isInside(await signIn(person))).toBe(false);
  expect(await isInside(await signIn(person, fresh))).toBe(true);
  expect(await letterSaying(portal, person.email, 'Lösenordet till ditt konto')).not.toContain(fresh);
});

test('R34: what was proved counts for five minutes and no longer', async () => {
  const person = await enrolled();
  await confirm(person);
  portal.clock.advance(301);
  expect((await change(person, {})).to).toMatch(/^\/konto\/bekrafta/);
  expect(await isInside(await signIn(person))).toBe(true);
});

test('R23, R28: a wrong or used code does not confirm, and a path elsewhere is no place to go back to', async () => {
  const person = await enrolled();
  const code = appCode(portal, person.key);
  for (const kod of ['', 'abcdef', '123456x']) expect((await person.browser.post('/konto/bekrafta', { kod })).status).toBe(422);
  expect((await person.browser.post('/konto/bekrafta', { kod: code, retur: '//evil.example' })).to).toBe('/');
  expect((await person.browser.post('/konto/bekrafta', { kod: code })).status).toBe(422);
});

test('a passkey confirms as the code does', async () => {
  const person = await enrolled();
  const authenticator = newAuthenticator();
  await confirm(person);
  const cookie = `__Host-session=${person.browser.cookies.get('__Host-session')}`;
  const answer = authenticator.create(await ask(portal.app, cookie, 'beginPasskey', {}));
  await ask(portal.app, cookie, 'addPasskey', { name: 'x', answer });
  portal.clock.advance(301);
  expect((await person.browser.get('/konto/bekrafta')).body).toContain('Använd passkey');
  const question = JSON.parse((await person.browser.post('/konto/bekrafta/passkey/fraga')).body) as never;
  const post = (svar: object) => person.browser.post('/konto/bekrafta/passkey', { svar: JSON.stringify(svar), retur: '/konto/byt-app' });
  expect((await post(authenticator.sign(question, { isUnverified: true }))).status).toBe(422);
  const second = JSON.parse((await person.browser.post('/konto/bekrafta/passkey/fraga')).body) as never;
  expect((await post(authenticator.sign(second))).to).toBe('/konto/byt-app');
  expect((await person.browser.get('/konto/byt-app')).status).toBe(200);
});

/** Walks to the page that shows the key of the new app. @returns the key */
async function newKey({ browser }: Person): Promise<string> {
  expect((await browser.post('/konto/byt-app', { retur: '/e/0488/profil' })).to).toBe('/konto/byt-app/ny');
  return keyOn(await browser.get('/konto/byt-app/ny'));
}

test('R22: another app takes the place of the old one when its code is entered, and then the old one is dead', async () => {
  const person = await enrolled();
  expect((await person.browser.get('/konto/byt-app')).to).toBe('/konto/bekrafta?retur=%2Fkonto%2Fbyt-app');
  await confirm(person);
  portal.clock.advance(60);
  const elsewhere = await signIn(person);
  expect(await isInside(elsewhere)).toBe(true);
  const key = await newKey(person);
  expect(key).toMatch(/^[A-Z2-7]{32}$/);
  expect((await person.browser.post('/konto/byt-app/ny')).to).toBe('/konto/byt-app/kod');
  expect((await person.browser.get('/konto/byt-app/ny')).status).toBe(409); // R21: the key is shown no more
  expect((await person.browser.post('/konto/byt-app/kod', { kod: appCode(portal, person.key) })).status).toBe(422);
  const code = appCode(portal, key);
  expect((await person.browser.post('/konto/byt-app/kod', { kod: code })).to).toBe('/e/0488/profil');
  expect([await isInside(person.browser), await isInside(elsewhere)]).toEqual([true, false]);
  expect(await isInside(await signIn(person))).toBe(false);
  // R23: the code that proved the app is spent by it.
  const again = openBrowser(portal);
  await again.post('/logga-in', { epost: person.email, losenord: goodPassword });
  expect((await again.post('/logga-in/kod', { kod: code })).status).toBe(422);
  expect(await isInside(await signIn({ ...person, key }))).toBe(true);
  const letters = await letterSaying(portal, person.email, 'En ny autentiseringsapp registrerades');
  const everything = [letters, portal.log.join(''), JSON.stringify(await database.ask('select * from audit_event'))].join('\n');
  expect(everything).not.toContain(key);
});

test('R22: a change of app that is left half way has changed nothing, and begun again it has another key', async () => {
  const person = await enrolled();
  await confirm(person);
  const first = await newKey(person);
  await person.browser.post('/konto/byt-app/ny');
  const second = await newKey(person);
  expect(second).not.toBe(first);
  portal.clock.advance(60);
  expect(await isInside(await signIn(person))).toBe(true);
  expect(await isInside(await signIn({ ...person, key: first }))).toBe(false);
});

test('a change of app belongs to who began it: not to another account in the same browser, nor to who has signed out', async () => {
  const [person, other] = [await enrolled(), await enrolled()];
  await confirm(person);
  const key = await newKey(person);
  await person.browser.post('/konto/byt-app/ny');
  const mine = person.browser.cookies.get('__Host-session')!;
  person.browser.cookies.set('__Host-session', other.browser.cookies.get('__Host-session')!);
  expect((await person.browser.post('/konto/byt-app/kod', { kod: appCode(portal, key) })).status).toBe(409);
  person.browser.cookies.delete('__Host-session');
  expect((await person.browser.post('/konto/byt-app/kod', { kod: appCode(portal, key) })).status).toBe(409);
  person.browser.cookies.set('__Host-session', mine);
  expect((await person.browser.post('/konto/byt-app/kod', { kod: appCode(portal, key) })).status).toBe(303);
});

test('five wrong codes of the new app end the change, and the old one holds', async () => {
  const person = await enrolled();
  await confirm(person);
  const key = await newKey(person);
  await person.browser.post('/konto/byt-app/ny');
  const wrong = String((Number(appCode(portal, key)) + 1) % 1_000_000).padStart(6, '0');
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect((await person.browser.post('/konto/byt-app/kod', { kod: wrong })).status).toBe(422);
  expect((await person.browser.post('/konto/byt-app/kod', { kod: appCode(portal, key) })).body).toContain('Ingenting har ändrats.');
  expect((await person.browser.post('/konto/byt-app/kod', { kod: appCode(portal, key) })).status).toBe(409);
  portal.clock.advance(60);
  expect(await isInside(await signIn(person))).toBe(true);
});
