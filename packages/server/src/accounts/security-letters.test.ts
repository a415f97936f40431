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
  'wrong-codes-after-mail',
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

test('R40: who gives the right password and stops there is told of, unless the owner came in that way or the browser is known', async () => {
  const owner = await newOwner(portal);
  await givePassword(openBrowser(portal), owner.email);
  await givePassword(owner.browser, owner.email);
  await signInWith(portal, owner, owner.browser);
  expect((await warningOf(owner)).warning).toMatchObject({ failures: 0, unfinished: 1, mailFailures: 0 });
  // From a browser of their own that is new: nothing is left of it when they have come in, mistyped or not.
  const fresh = openBrowser(portal);
  await signInWith(portal, owner, fresh);
  const other = openBrowser(portal);
  await givePassword(other, owner.email);
  await other.post('/logga-in/kod', { kod: wrong(owner) });
  expect((await other.post('/logga-in/kod', { kod: appCode(portal, owner.key) })).status).toBe(303);
  portal.clock.advance(60);
  expect((await warningOf({ ...owner, browser: fresh })).warning).toMatchObject({ failures: 0, unfinished: 1 });
  // A wrong code makes one thing of the two.
  await tryCodes(owner, 2);
  expect((await warningOf({ ...owner, browser: fresh })).warning).toMatchObject({ failures: 2, unfinished: 1 });
});

test('R40: the time that is told is that of the last attempt that counts, and not of the owner’s own sign-in', async () => {
  const owner = await newOwner(portal);
  const start = portal.clock.now().getTime();
  const minuteOf = (instant: string | null) => instant && Math.round((Date.parse(instant) - start) / 60_000);
  await tryCodes(owner, 1);
  portal.clock.advance(6 * 60);
  const fresh = openBrowser(portal);
  await givePassword(fresh, owner.email);
  portal.clock.advance(2 * 60);
  // Somebody else comes between.
  await givePassword(openBrowser(portal), owner.email);
  portal.clock.advance(2 * 60);
  await fresh.post('/logga-in/kod', { kod: wrong(owner) });
  expect((await fresh.post('/logga-in/kod', { kod: appCode(portal, owner.key) })).status).toBe(303);
  const { lastAt, failedAt, unfinishedAt, ...rest } = (await warningOf({ ...owner, browser: fresh })).warning!;
  expect([lastAt, failedAt, unfinishedAt].map(minuteOf)).toEqual([8, 0, 8]);
  expect(rest).toEqual({ failures: 1, unfinished: 1, mailFailures: 0, mailFailedAt: null, hasNewPassword: false });
});

test('R40: once the password has been changed nobody is advised to change it', async () => {
  const owner = await newOwner(portal);
  await tryCodes(owner, 1);
  portal.clock.advance(60);
  const browser = openBrowser(portal);
  await browser.post('/konto/inbjudan', { epost: owner.email });
  await browser.post('/konto/kod', { kod: await mailedCode(portal, owner.email, 2) });
  await browser.post('/konto/verifierad');
  await browser.post('/konto/appkod', { kod: appCode(portal, owner.key) });
  await browser.post('/konto/losenord', { losenord: 'Höstregn-över-älven-4', bekrafta: 'Höstregn-över-älven-4' });
  expect((await warningOf({ ...owner, browser })).warning).toMatchObject({ failures: 1, hasNewPassword: true });
  portal.clock.advance(60);
  const outsider = openBrowser(portal);
  await givePassword(outsider, owner.email, 'Höstregn-över-älven-4');
  await outsider.post('/logga-in/kod', { kod: wrong(owner) });
  expect((await warningOf({ ...owner, browser })).warning).toMatchObject({ failures: 2, hasNewPassword: false });
});

/** Somebody with the mailbox asks for a new password and types wrong codes of the app. */
async function tryCodesAfterMail(owner: Owner, codes: number, times: number): Promise<void> {
  const outsider = openBrowser(portal);
  await outsider.post('/konto/inbjudan', { epost: owner.email });
  await outsider.post('/konto/kod', { kod: await mailedCode(portal, owner.email, codes) });
  await outsider.post('/konto/verifierad');
  for (let attempt = 0; attempt < times; attempt += 1)
    expect((await outsider.post('/konto/appkod', { kod: wrong(owner) })).status).toBe(422);
}

test('R40: who has the mailbox but not the app is told of, and by letter after five; what the owner mistyped is not', async () => {
  const owner = await newOwner(portal);
  await tryCodesAfterMail(owner, 2, 4);
  await expect.poll(() => database.ask(`select count(*)::int as n from mail_outbox`), { timeout: 10_000 }).toEqual([{ n: 0 }]);
  expect(await lettersAbout(owner, 'Fel kod efter kod med e-post')).toHaveLength(0);
  await tryCodesAfterMail(owner, 3, 1);
  await expect.poll(() => lettersAbout(owner, 'Fel kod efter kod med e-post')).toHaveLength(1);
  await signInWith(portal, owner, owner.browser);
  expect((await warningOf(owner)).warning).toMatchObject({ failures: 0, unfinished: 0, mailFailures: 5 });

  const forgetful = await newOwner(portal);
  const browser = openBrowser(portal);
  await browser.post('/konto/inbjudan', { epost: forgetful.email });
  await browser.post('/konto/kod', { kod: await mailedCode(portal, forgetful.email, 2) });
  await browser.post('/konto/verifierad');
  await browser.post('/konto/appkod', { kod: wrong(forgetful) });
  expect((await browser.post('/konto/appkod', { kod: appCode(portal, forgetful.key) })).to).toBe('/konto/losenord');
  await browser.post('/konto/losenord', { losenord: 'Höstregn-över-älven-4', bekrafta: 'Höstregn-över-älven-4' });
  expect(await warningOf({ ...forgetful, browser })).toEqual({ warning: null });
});

test('R40: a wrong passkey after the right password is told of as a wrong code is', async () => {
  const owner = await newOwner(portal);
  const outsider = openBrowser(portal);
  await givePassword(outsider, owner.email);
  for (let attempt = 0; attempt < 2; attempt += 1) expect((await outsider.post('/logga-in/kod/passkey', { svar: '{}' })).status).toBe(422);
  await signInWith(portal, owner, owner.browser);
  expect((await warningOf(owner)).warning).toMatchObject({ failures: 2, unfinished: 0 });
});

test('R03, R05, R40: what is told to the owner changes nothing of what is answered to others', async () => {
  const [warned, other] = [await newOwner(portal), await newOwner(portal)];
  await tryCodes(warned, 3);
  const answers = [];
  for (const { email } of [warned, other]) {
    const outsider = openBrowser(portal);
    const right = await givePassword(outsider, email);
    const page = await outsider.get('/logga-in/kod');
    const falsely = await givePassword(openBrowser(portal), email, 'Fel-lösenord-1');
    answers.push([right.status, right.to, page.status, plain(page.body, email), falsely.status, plain(falsely.body, email)]);
  }
  expect(answers[0]).toEqual(answers[1]);
});
const plain = (body: string, email: string) => body.replace(/nonce="[^"]*"/g, '').replaceAll(email, 'X');
