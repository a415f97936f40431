import { securityLetterWords, type SecurityEvent } from '@insamling/texts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appCode, goodPassword, mailedCode, openBrowser } from '../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { cookieOf, givePassword, newOwner, signInWith, type Owner } from '../testing/owner.ts';
import { ask, startPortal, type Portal } from '../testing/portal.ts';
import { endAccount } from './end-account.ts';
import { tellOwner } from './tell-owner.ts';

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

const lettersAbout = async ({ email }: Pick<Owner, 'email'>, subject: string) =>
  (await portal.mailsTo(email, 0)).filter((letter) => letter.subject.startsWith(subject));
const warningOf = ({ browser }: Owner) => ask(portal.app, cookieOf(browser), 'showSignInWarning', {});
const wrong = ({ key }: Owner) => String((Number(appCode(portal, key)) + 1) % 1_000_000).padStart(6, '0');
/** Somebody with the right password types wrong codes, then gives up. */
async function tryCodes(owner: Owner, times: number): Promise<void> {
  const outsider = openBrowser(portal);
  await givePassword(outsider, owner.email);
  for (let attempt = 0; attempt < times; attempt += 1) await outsider.post('/logga-in/kod', { kod: wrong(owner) });
}

test('R39: when password and app have been set there is one letter, to the stored address, without secrets', async () => {
  const owner = await newOwner(portal);
  await expect.poll(() => lettersAbout(owner, 'Ditt konto är klart')).toHaveLength(1);
  const [{ text, html } = { text: '', html: '' }] = await lettersAbout(owner, 'Ditt konto är klart');
  for (const secret of [owner.key, goodPassword, 'Testsson', 'http', ...owner.browser.cookies.values()])
    expect(`${text} ${html}`, secret).not.toContain(secret);
});

test('R39: a changed password is told by letter', async () => {
  const owner = await newOwner(portal);
  const browser = openBrowser(portal);
  await browser.post('/konto/inbjudan', { epost: owner.email });
  await browser.post('/konto/kod', { kod: await mailedCode(portal, owner.email, 2) });
  await browser.post('/konto/verifierad');
  await browser.post('/konto/appkod', { kod: appCode(portal, owner.key) });
  expect(await lettersAbout(owner, 'Ditt lösenord är ändrat')).toHaveLength(0);
  const fresh = 'Höstregn-över-älven-4';
  expect((await browser.post('/konto/losenord', { losenord: fresh, bekrafta: fresh })).to).toBe('/');
  await expect.poll(() => lettersAbout(owner, 'Ditt lösenord är ändrat')).toHaveLength(1);
  expect((await lettersAbout(owner, 'Ditt lösenord är ändrat'))[0]!.text).not.toContain(fresh);
});

const events: readonly SecurityEvent[] = [
  'credentials-set',
  'password-changed',
  'app-changed',
  'app-reset',
  'recovery-codes-made',
  'recovery-code-used',
  'passkey-added',
  'passkey-removed',
  'provider-linked',
  'provider-removed',
  'new-device',
  'wrong-app-codes',
  'email-changed',
];

test.each(events)('R39: %s can be told, with what happened, when and what to do', async (event) => {
  const { email, accountId } = await portal.person();
  const { services, clock } = portal;
  await services.database.transaction({}, (db) => tellOwner({ db, services, now: clock.now() }, accountId, event));
  await expect.poll(() => portal.mailsTo(email, 0)).toHaveLength(1);
  const [{ subject, text } = { subject: '', text: '' }] = await portal.mailsTo(email, 0);
  expect(subject).toMatch(/ – Personalstatistik$/);
  expect(text).toMatch(/25:e november 2026 kl\. \d\d\.\d\d/);
  expect(text).toContain('Var det inte du?');
  expect(text).not.toMatch(/https?:|undefined|null|\{/);
});

test('R39: an account without an address gets no letter, and nothing fails', async () => {
  const { accountId } = await portal.person();
  const { services, clock } = portal;
  await services.database.transaction({ side: 'collecting' }, (db) => endAccount(db, services, clock.now(), accountId));
  await services.database.transaction({}, (db) => tellOwner({ db, services, now: clock.now() }, accountId, 'app-reset'));
  expect(await database.ask(`select count(*)::int as n from mail_outbox`)).toEqual([{ n: 0 }]);
});

test('every event has a subject of its own', () => {
  const gaps = { at: '', service: 'X', organisation: '', phone: '', device: { browser: null, system: null } };
  expect(new Set(events.map((event) => securityLetterWords(event, gaps).subject)).size).toBe(events.length);
});

test('R40: a wrong code after the right password is told at the next sign-in until it has been read', async () => {
  const owner = await newOwner(portal);
  expect(await warningOf(owner)).toEqual({ warning: null });
  await tryCodes(owner, 2);
  await signInWith(portal, owner, owner.browser);
  const { warning } = await warningOf(owner);
  expect(warning).toMatchObject({ failures: 2 });
  await signInWith(portal, owner, owner.browser);
  expect((await warningOf(owner)).warning).toEqual(warning);
  // One more came after the page was opened: reading the old does not take the new away.
  portal.clock.advance(1);
  await tryCodes(owner, 1);
  await ask(portal.app, cookieOf(owner.browser), 'dismissSignInWarning', { seenAt: warning!.lastAt });
  const again = (await warningOf(owner)).warning!;
  expect(again.failures).toBe(3);
  await ask(portal.app, cookieOf(owner.browser), 'dismissSignInWarning', { seenAt: again.lastAt });
  expect(await warningOf(owner)).toEqual({ warning: null });
});

test('R40: codes the owner mistyped on the way in are no warning, and hide nobody else’s', async () => {
  const owner = await newOwner(portal);
  const enter = async () => {
    await givePassword(owner.browser, owner.email);
    for (let attempt = 0; attempt < 2; attempt += 1) await owner.browser.post('/logga-in/kod', { kod: wrong(owner) });
    expect((await owner.browser.post('/logga-in/kod', { kod: appCode(portal, owner.key) })).status).toBe(303);
    portal.clock.advance(60);
  };
  await enter();
  expect(await warningOf(owner)).toEqual({ warning: null });
  await tryCodes(owner, 1);
  await enter();
  expect((await warningOf(owner)).warning).toMatchObject({ failures: 1 });
});

test('R40: five wrong codes are told by letter at once', async () => {
  const owner = await newOwner(portal);
  await tryCodes(owner, 4);
  await expect.poll(() => database.ask(`select count(*)::int as n from mail_outbox`), { timeout: 10_000 }).toEqual([{ n: 0 }]);
  expect(await lettersAbout(owner, 'Fel kod efter rätt lösenord')).toHaveLength(0);
  await tryCodes(owner, 1);
  await expect.poll(() => lettersAbout(owner, 'Fel kod efter rätt lösenord')).toHaveLength(1);
  expect((await lettersAbout(owner, 'Fel kod efter rätt lösenord'))[0]!.text).toContain('Ingen har kommit in.');
});

test('R40: a wrong password is no warning, and nobody’s warning is another’s', async () => {
  const [owner, other] = [await newOwner(portal), await newOwner(portal)];
  await givePassword(openBrowser(portal), owner.email, 'Fel-lösenord-1');
  await tryCodes(other, 1);
  expect(await warningOf(owner)).toEqual({ warning: null });
  expect((await warningOf(other)).warning).toMatchObject({ failures: 1 });
});
