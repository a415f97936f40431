import type { PasskeyRequest } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newAuthenticator, type Authenticator } from '../../testing/authenticator.ts';
import { appCode, goodPassword, mailedCode, openBrowser, walkTo, type Browser } from '../../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { letterSaying } from '../../testing/letters.ts';
import { ask, startPortal, type Portal, type TestPerson } from '../../testing/portal.ts';
import { applyRetention } from '../../privacy/index.ts';
import { deactivateAccount, inviteAccount } from '../index.ts';

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

/** Somebody with a passkey, added in Profil. */
async function withPasskey(authenticator = newAuthenticator()): Promise<TestPerson & { authenticator: Authenticator; passkey: string }> {
  const person = await portal.person();
  const answer = authenticator.create(await person.ask('beginPasskey', {}));
  const { id } = await person.ask('addPasskey', { name: 'Jobbdatorn', answer });
  return { ...person, authenticator, passkey: id };
}

/** What the sign-in page's script asks for. */
async function question(browser: Browser, path = '/logga-in/passkey', retur = ''): Promise<PasskeyRequest> {
  return JSON.parse((await browser.post(`${path}/fraga`, { retur })).body) as PasskeyRequest;
}
const give = (browser: Browser, signed: object, path = '/logga-in/passkey') => browser.post(path, { svar: JSON.stringify(signed) });
const isInside = async (browser: Browser) => (await browser.get('/api/me')).status === 200;
const refused = 'Det gick inte att logga in med passkeyn. Försök igen, eller logga in med lösenord.';
const auditOf = async ({ accountId }: { accountId: string }) =>
  (await database.ask(`select kind, details from audit_event where object = '${accountId}' order by number`)) as {
    kind: string;
    details: Record<string, unknown>;
  }[];

test('a passkey is added in Profil, named, used, listed and removed, and the person is told by mail', async () => {
  const person = await withPasskey();
  expect((await person.ask('showMyFactors', {})).passkeys).toMatchObject([{ id: person.passkey, name: 'Jobbdatorn', lastUsedAt: null }]);
  expect(await person.ask('renamePasskey', { passkey: person.passkey, name: ' Telefonen ' })).toMatchObject({ name: 'Telefonen' });
  const browser = openBrowser(portal);
  const reply = await give(browser, person.authenticator.sign(await question(browser, undefined, '/e/0488/uppskov')));
  expect([reply.status, reply.to]).toEqual([303, '/e/0488/uppskov']);
  expect(await isInside(browser)).toBe(true);
  expect((await person.ask('showMyFactors', {})).passkeys[0]?.lastUsedAt).not.toBeNull();
  await person.ask('removePasskey', { passkey: person.passkey });
  expect((await person.ask('showMyFactors', {})).passkeys).toEqual([]);
  await letterSaying(portal, person.email, 'En passkey lades till');
  expect(await letterSaying(portal, person.email, 'En passkey togs bort')).not.toMatch(/Jobbdatorn|Telefonen|https?:/);
});

test('R52: to add, name or remove a passkey one proves anew who one is, and is told so by a code', async () => {
  const person = await portal.person();
  const needed = { status: 403, body: { code: 'account.step-up-needed', details: { purpose: '' } } };
  await expect(ask(portal.app, person.cookie, 'beginPasskey', {})).rejects.toMatchObject(needed);
  const [passkey, answered] = ['00000000-0000-4000-8000-000000000000', newAuthenticator()];
  const made = answered.create({ challenge: 'AAAA', user: { id: 'AAAA' } } as never);
  await expect(ask(portal.app, person.cookie, 'addPasskey', { name: 'x', answer: made })).rejects.toMatchObject(needed);
  await expect(ask(portal.app, person.cookie, 'renamePasskey', { passkey, name: 'x' })).rejects.toMatchObject(needed);
  await expect(ask(portal.app, person.cookie, 'removePasskey', { passkey })).rejects.toMatchObject(needed);
});

test("R54: somebody else's passkey is not found", async () => {
  const [mine, theirs] = [await portal.person(), await withPasskey()];
  await expect(mine.ask('renamePasskey', { passkey: theirs.passkey, name: 'x' })).rejects.toMatchObject({ status: 404 });
  await expect(mine.ask('removePasskey', { passkey: theirs.passkey })).rejects.toMatchObject({ status: 404 });
  expect((await theirs.ask('showMyFactors', {})).passkeys).toHaveLength(1);
});

test.each([
  ['at another address', { origin: 'http://localhost:3001' }],
  ['for another host', { rpId: 'portal.example' }],
  ['without knowing the person', { isUnverified: true }],
  ['in answer to another question', { challenge: Buffer.alloc(32).toString('base64url') }],
  ['as a signature', { type: 'webauthn.get' }],
])('a passkey made %s is not added', async (_, lies) => {
  const person = await portal.person();
  const creation = await person.ask('beginPasskey', {});
  await expect(person.ask('addPasskey', { name: 'x', answer: newAuthenticator().create(creation, lies) })).rejects.toMatchObject({
    body: { code: 'account.passkey-refused' },
  });
  expect((await person.ask('showMyFactors', {})).passkeys).toEqual([]);
});

test("a passkey that somebody has is nobody else's, and one question makes one passkey", async () => {
  const [first, second] = [await withPasskey(), await portal.person()];
  const creation = await second.ask('beginPasskey', {});
  const taken = second.ask('addPasskey', { name: 'x', answer: first.authenticator.copy().create(creation) });
  await expect(taken).rejects.toMatchObject({ status: 422 });
  const once = await second.ask('beginPasskey', {});
  await second.ask('addPasskey', { name: 'x', answer: newAuthenticator().create(once) });
  await expect(second.ask('addPasskey', { name: 'y', answer: newAuthenticator().create(once) })).rejects.toMatchObject({ status: 422 });
});

test.each([
  ['at another address', { origin: 'https://personalstatistik.example' }],
  ['for another host', { rpId: 'portal.example' }],
  ['without knowing the person', { isUnverified: true }],
  ['as a new passkey', { type: 'webauthn.create' }],
  ['by a passkey nobody has', { credentialId: Buffer.alloc(32, 7).toString('base64url') }],
  ['without saying who the person is', { userHandle: null }],
  ['in the name of another', { userHandle: Buffer.alloc(16, 1).toString('base64url') }],
])('R03: what is signed %s lets nobody in, and the answer does not tell why', async (_, lies) => {
  const { authenticator } = await withPasskey();
  const browser = openBrowser(portal);
  const reply = await give(browser, authenticator.sign(await question(browser), lies));
  expect(reply.status).toBe(422);
  expect(reply.body).toContain(refused);
  expect(browser.cookies.has('__Host-resa')).toBe(false);
  expect(await isInside(browser)).toBe(false);
});

test.each(['', 'null', '{}', '[]', '"x"', '{"id":"*"}', `{"id":"${'A'.repeat(2000)}"}`, '{"__proto__":{"id":"AAAA"}}'])(
  'R28: «%s» as an answer is an ordinary error',
  async (svar) => {
    const browser = openBrowser(portal);
    await question(browser);
    const reply = await browser.post('/logga-in/passkey', { svar });
    expect([reply.status, reply.body.includes(refused)]).toEqual([422, true]);
  },
);

test('R09, R10: a signature is accepted once, within five minutes, in the browser that was asked, and only where it was asked for', async () => {
  const { authenticator, email } = await withPasskey();
  const asked = await (async () => {
    const browser = openBrowser(portal);
    return { browser, signed: authenticator.sign(await question(browser)) };
  })();
  const other = openBrowser(portal);
  await question(other);
  expect((await give(other, asked.signed)).status).toBe(422);
  expect((await give(asked.browser, asked.signed)).status).toBe(303);
  const again = openBrowser(portal);
  await question(again);
  expect((await give(again, asked.signed)).status).toBe(422);
  expect((await give(openBrowser(portal), asked.signed)).status).toBe(409);
  const late = openBrowser(portal);
  const signed = authenticator.sign(await question(late));
  portal.clock.advance(301);
  expect((await give(late, signed)).status).toBe(422);
  expect(portal.log.join('')).not.toContain(email);
});

test('the same signature twenty times at once lets one in', async () => {
  const { authenticator, accountId } = await withPasskey(newAuthenticator(false));
  const browser = openBrowser(portal);
  const signed = authenticator.sign(await question(browser));
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const replies = await Promise.all(
    Array.from({ length: 20 }, () =>
      portal.app.inject({
        method: 'POST',
        url: '/logga-in/passkey',
        headers: { host: 'localhost:3000', 'sec-fetch-site': 'same-origin', cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ svar: JSON.stringify(signed) }).toString(),
      }),
    ),
  );
  expect(replies.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1);
  expect(await database.ask(`select count(*)::int as n from session where account_id = '${accountId}'`)).toEqual([{ n: 2 }]);
});

test('a copy of a passkey that counts is found out: its count has fallen behind', async () => {
  const { authenticator } = await withPasskey();
  const copy = authenticator.copy();
  const signIn = async (by: Authenticator) => {
    const browser = openBrowser(portal);
    return (await give(browser, by.sign(await question(browser)))).status;
  };
  expect([await signIn(authenticator), await signIn(authenticator)]).toEqual([303, 303]);
  expect(await signIn(copy)).toBe(422);
  expect(await signIn(authenticator)).toBe(303);
});

test('R49: a removed passkey, a blocked account and a reset one let nobody in', async () => {
  const removed = await withPasskey();
  await removed.ask('removePasskey', { passkey: removed.passkey });
  const blocked = await withPasskey();
  await portal.services.database.transaction({}, (db) => deactivateAccount(db, blocked.accountId));
  const reset = await withPasskey();
  await database.ask(`update account set status = 'reset' where id = '${reset.accountId}'`);
  for (const { authenticator } of [removed, blocked, reset]) {
    const browser = openBrowser(portal);
    expect((await give(browser, authenticator.sign(await question(browser)))).body).toContain(refused);
  }
  // A reset is about the app: the passkey is there again when the account is.
  expect(await database.ask(`select count(*)::int as n from passkey where account_id = '${reset.accountId}'`)).toEqual([{ n: 1 }]);
});

test('the information on personal data stands before the door for a passkey too', async () => {
  const { authenticator, accountId } = await withPasskey();
  await database.ask(`update account set notice_version = 'older' where id = '${accountId}'`);
  const browser = openBrowser(portal);
  expect((await give(browser, authenticator.sign(await question(browser)))).to).toBe('/konto/information');
  expect(await isInside(browser)).toBe(false);
  await browser.post('/konto/information');
  expect(await isInside(browser)).toBe(true);
});

test('R52: a passkey confirms that it is still the person, for the purpose that was asked about and no other', async () => {
  const person = await withPasskey();
  const stranger = await withPasskey();
  const asked = await person.ask('askForPasskey', { purpose: 'submit:one' });
  const confirm = (purpose: string, signed: ReturnType<Authenticator['sign']>) =>
    ask(portal.app, person.cookie, 'stepUpWithPasskey', { purpose, answer: signed });
  const signed = person.authenticator.sign(asked);
  expect(await confirm('submit:two', signed)).toEqual({ outcome: 'refused' });
  expect(await confirm('submit:one', signed)).toEqual({ outcome: 'confirmed' });
  const [session] = await database.ask(`select elevated_for as purpose from session where account_id = '${person.accountId}'`);
  expect(session).toEqual({ purpose: 'submit:one' });
  expect((await auditOf(person)).at(-1)).toMatchObject({ kind: 'account.stepped-up', details: { purpose: 'submit', with: 'passkey' } });
  // The old cookie still answers, for a few seconds.
  const other = await person.ask('askForPasskey', { purpose: '' });
  expect(await confirm('', stranger.authenticator.sign(other))).toEqual({ outcome: 'refused' });
});

test('R26: one answer given twenty times at once confirms once, and makes one passkey', async () => {
  const person = await withPasskey(newAuthenticator(false));
  const answer = person.authenticator.sign(await person.ask('askForPasskey', { purpose: 'x' }));
  const confirmed = await Promise.all(
    Array.from({ length: 20 }, () => ask(portal.app, person.cookie, 'stepUpWithPasskey', { purpose: 'x', answer })),
  );
  expect(confirmed.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(1);
  const other = await portal.person();
  const made = newAuthenticator().create(await other.ask('beginPasskey', {}));
  const added = await Promise.allSettled(Array.from({ length: 20 }, () => other.ask('addPasskey', { name: 'x', answer: made })));
  expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await other.ask('showMyFactors', {})).passkeys).toHaveLength(1);
});

test('questions that nobody answered are forgotten', async () => {
  const count = async () => (await database.ask('select count(*)::int as n from passkey_challenge'))[0]?.['n'];
  await question(openBrowser(portal));
  expect(await count()).toBeGreaterThan(0);
  portal.clock.advance(301);
  await applyRetention(portal.services);
  expect(await count()).toBe(0);
});

/** Somebody with a password of their own, who came by an invitation. */
async function invited(): Promise<{ email: string; key: string; browser: Browser; accountId: string }> {
  const email = `passkey-${(people += 1)}@example.se`;
  const { services } = portal;
  const { accountId } = await services.database.transaction({}, (db) =>
    inviteAccount(db, services, portal.clock.now(), { email, name: 'Test Testsson', invitedBy: null }),
  );
  const browser = openBrowser(portal);
  const key = await walkTo(portal, browser, email, 'app');
  portal.clock.advance(60);
  return { email, key, browser, accountId };
}
const sessionOf = ({ browser }: { browser: Browser }) => `__Host-session=${browser.cookies.get('__Host-session')}`;
async function addPasskey(person: { browser: Browser }, authenticator: Authenticator): Promise<void> {
  const creation = await ask(portal.app, sessionOf(person), 'beginPasskey', {});
  await ask(portal.app, sessionOf(person), 'addPasskey', { name: 'x', answer: authenticator.create(creation) });
}
const confirmByApp = (person: { browser: Browser; key: string }) =>
  person.browser.post('/konto/bekrafta', { kod: appCode(portal, person.key) });

test('a passkey takes the place of the app code after the password, but not that of somebody else', async () => {
  const person = await invited();
  const [own, strange] = [newAuthenticator(), (await withPasskey()).authenticator];
  await confirmByApp(person);
  await addPasskey(person, own);
  const browser = openBrowser(portal);
  await browser.post('/logga-in', { epost: person.email, losenord: goodPassword });
  expect((await browser.get('/logga-in/kod')).body).toContain('Använd passkey');
  const path = '/logga-in/kod/passkey';
  expect((await question(browser, path)).allowCredentials).toHaveLength(1);
  const wrong = await give(browser, strange.sign(await question(browser, path)), path);
  expect(wrong.body).toContain('Passkeyn godtogs inte.');
  expect((await give(browser, own.sign(await question(browser, path)), path)).status).toBe(303);
  expect(await isInside(browser)).toBe(true);
  expect((await auditOf(person)).findLast(({ kind }) => kind === 'account.signed-in')?.details).toEqual({ by: 'sign-in', with: 'passkey' });
});

/** The person acts for an organisation that lets people in with a passkey only. */
async function requirePasskeyOf({ accountId }: { accountId: string }): Promise<void> {
  const code = String(2000 + (people += 1));
  const { organisationId, unitId } = await portal.unit(code, { organisationNumber: '5560000000' });
  await database.ask(`insert into unit_access (organisation_id, unit_id, account_id, role, since)
    values ('${organisationId}', '${unitId}', '${accountId}', 'respondent', now())`);
  await database.ask(`insert into organisation_policy (organisation_id, requires_passkey) values ('${organisationId}', true)`);
}

test('R02: where an organisation asks for passkeys, who has one comes in by nothing else, and who has none adds one first', async () => {
  const person = await invited();
  await requirePasskeyOf(person);
  // None yet: password and app lead to the page that adds one, and nowhere else.
  const first = openBrowser(portal);
  await first.post('/logga-in', { epost: person.email, losenord: goodPassword });
  expect((await first.post('/logga-in/kod', { kod: appCode(portal, person.key) })).to).toBe('/konto/passkey');
  expect(await isInside(first)).toBe(false);
  for (const path of ['/konto/information', '/logga-in/kod', '/konto/losenord', '/konto/app'])
    expect((await first.get(path)).status, path).toBe(409);
  expect((await first.get('/konto/passkey')).body).toContain('Din organisation kräver att du loggar in med passkey.');
  const authenticator = newAuthenticator();
  expect((await give(first, { made: 'up' }, '/konto/passkey')).status).toBe(422);
  const creation = JSON.parse((await first.post('/konto/passkey/fraga')).body) as never;
  expect((await give(first, authenticator.create(creation), '/konto/passkey')).status).toBe(303);
  expect(await isInside(first)).toBe(true);

  // Now it is asked for: the app's code, a recovery code and a new password do not do.
  portal.clock.advance(60);
  const second = openBrowser(portal);
  expect((await second.post('/logga-in', { epost: person.email, losenord: goodPassword })).to).toBe('/logga-in/med-passkey');
  expect((await second.get('/logga-in/med-passkey')).body).toContain('Lösenord och kod från appen räcker inte.');
  expect((await second.post('/logga-in/kod', { kod: appCode(portal, person.key) })).status).toBe(409);
  expect((await second.post('/logga-in/aterstallningskod', { aterstallningskod: 'x' })).status).toBe(409);
  const path = '/logga-in/med-passkey';
  expect((await give(second, authenticator.sign(await question(second, path)), path)).status).toBe(303);
  expect(await isInside(second)).toBe(true);

  const forgotten = openBrowser(portal);
  await forgotten.post('/konto/inbjudan', { epost: person.email });
  await forgotten.post('/konto/kod', { kod: await mailedCode(portal, person.email, 2) });
  await forgotten.post('/konto/verifierad');
  expect((await forgotten.post('/konto/appkod', { kod: appCode(portal, person.key) })).to).toBe('/konto/losenord');
  const fresh = 'Rimfrost-i-november-7';
  expect((await forgotten.post('/konto/losenord', { losenord: fresh, bekrafta: fresh })).to).toBe('/logga-in/med-passkey');
  expect(await isInside(forgotten)).toBe(false);
  expect((await give(forgotten, authenticator.sign(await question(forgotten, path)), path)).status).toBe(303);
});

test('the last passkey stays while an organisation asks for one', async () => {
  const person = await withPasskey();
  await requirePasskeyOf(person);
  expect(await person.ask('showMyFactors', {})).toMatchObject({ requiresPasskey: true });
  await expect(person.ask('removePasskey', { passkey: person.passkey })).rejects.toMatchObject({
    body: { code: 'account.passkey-needed' },
  });
  const second = await person.ask('addPasskey', {
    name: 'Den andra',
    answer: newAuthenticator().create(await person.ask('beginPasskey', {})),
  });
  await person.ask('removePasskey', { passkey: person.passkey });
  expect((await person.ask('showMyFactors', {})).passkeys).toMatchObject([{ id: second.id }]);
});
