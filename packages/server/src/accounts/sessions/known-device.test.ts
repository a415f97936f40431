import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, mailedCode, openBrowser, type Browser } from '../../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { givePassword, newOwner, signInWith, type Owner } from '../../testing/owner.ts';
import { startPortal, type Portal } from '../../testing/portal.ts';
import { applyRetention } from '../../privacy/index.ts';

/** A browser somebody has signed in from before: no way in, but a count of its own and no letter. */
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
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

const wrongPassword = 'Fel-lösenord-1';
const newDeviceLetters = async ({ email }: Owner) =>
  (await portal.mailsTo(email, 0)).filter(({ subject }) => subject.startsWith('Ny inloggning'));
/** Waits until every letter that was written has been sent. */
async function allSent(): Promise<void> {
  await expect.poll(() => database.ask(`select count(*)::int as n from mail_outbox`), { timeout: 10_000 }).toEqual([{ n: 0 }]);
}
async function failPasswords(email: string, times: number, browser: () => Browser = () => openBrowser(portal)): Promise<void> {
  for (let attempt = 0; attempt < times; attempt += 1) await givePassword(browser(), email, wrongPassword);
}
// The settings as they come.
const [most, mostMails] = [10, 5];
const paused = 'För många försök.';

test('R39: the first sign-in from another browser is told by letter; the very first of all, and the next from the same, are not', async () => {
  const owner = await newOwner(portal);
  await allSent();
  expect(await newDeviceLetters(owner)).toHaveLength(0);
  await owner.browser.post('/logga-ut');
  await signInWith(portal, owner, owner.browser);
  await allSent();
  expect(await newDeviceLetters(owner)).toHaveLength(0);
  const mobile = await signInWith(portal, owner, openBrowser(portal, phone));
  await expect.poll(() => newDeviceLetters(owner)).toHaveLength(1);
  await mobile.post('/logga-ut');
  await signInWith(portal, owner, mobile);
  await allSent();
  expect(await newDeviceLetters(owner)).toHaveLength(1);
});

test('R39: the letter says when, from what and what to do, and holds no secret, no name and no link', async () => {
  const owner = await newOwner(portal);
  const mobile = await signInWith(portal, owner, openBrowser(portal, phone));
  await expect.poll(() => newDeviceLetters(owner)).toHaveLength(1);
  const [{ text, html } = { text: '', html: '' }] = await newDeviceLetters(owner);
  expect(text).toMatch(/Safari på iPhone\./);
  expect(text).toMatch(/25:e november 2026 kl\. \d\d\.\d\d/);
  expect(text).toContain(portal.services.config.organisation.phone);
  for (const secret of [owner.key, goodPassword, 'Testsson', owner.email, 'http', 'Mozilla', ...mobile.cookies.values()])
    expect(`${text} ${html}`, secret).not.toContain(secret);
});

test('the cookie is another after every sign-in, and a copy of the one before is no known browser', async () => {
  const owner = await newOwner(portal);
  const copied = owner.browser.cookies.get('__Host-enhet')!;
  expect(copied).toMatch(/^[A-Za-z0-9_-]{43}$/);
  await signInWith(portal, owner, owner.browser);
  expect(owner.browser.cookies.get('__Host-enhet')).not.toBe(copied);
  await allSent();
  expect(await newDeviceLetters(owner)).toHaveLength(0);
  const thief = openBrowser(portal);
  thief.cookies.set('__Host-enhet', copied);
  await signInWith(portal, owner, thief);
  await expect.poll(() => newDeviceLetters(owner)).toHaveLength(1);
  expect(JSON.stringify(await database.ask(`select encode(token_hash, 'escape') from device`))).not.toContain(copied);
});

test('two who share a computer are both known there', async () => {
  const [one, other] = [await newOwner(portal), await newOwner(portal)];
  const shared = await signInWith(portal, one, openBrowser(portal));
  await expect.poll(() => newDeviceLetters(one)).toHaveLength(1);
  await signInWith(portal, other, shared);
  await expect.poll(() => newDeviceLetters(other)).toHaveLength(1);
  for (const person of [one, other, one]) await signInWith(portal, person, shared);
  for (const person of [one, other]) {
    await allSent();
    expect(await newDeviceLetters(person)).toHaveLength(1);
  }
});

test('R70: an outsider’s wrong passwords pause sign-in elsewhere, and not from a browser the person is known in', async () => {
  const owner = await newOwner(portal);
  await failPasswords(owner.email, most);
  expect((await givePassword(openBrowser(portal), owner.email)).body).toContain(paused);
  await signInWith(portal, owner, owner.browser);
  expect((await owner.browser.get('/api/me')).status).toBe(200);
  expect((await givePassword(openBrowser(portal), owner.email)).body).toContain(paused);
});

test('R70: a browser known for one account is an outsider to every other', async () => {
  const [owner, outsider] = [await newOwner(portal), await newOwner(portal)];
  const device = outsider.browser.cookies.get('__Host-enhet')!;
  const known = () => {
    const browser = openBrowser(portal);
    browser.cookies.set('__Host-enhet', device);
    return browser;
  };
  await failPasswords(owner.email, most, known);
  expect((await givePassword(openBrowser(portal), owner.email)).body).toContain(paused);
});

test('R69, R70: a known browser has the same number of tries and no more, also when they are made at once', async () => {
  const owner = await newOwner(portal);
  const device = owner.browser.cookies.get('__Host-enhet')!;
  const known = () => {
    const browser = openBrowser(portal);
    browser.cookies.set('__Host-enhet', device);
    return browser;
  };
  const answers = await Promise.all(Array.from({ length: 30 }, () => givePassword(known(), owner.email, wrongPassword)));
  expect(answers.filter(({ body }) => !body.includes(paused))).toHaveLength(most);
  expect((await givePassword(known(), owner.email)).body).toContain(paused);
  // The way through the mail stands open all the time.
  await openBrowser(portal).post('/konto/inbjudan', { epost: owner.email });
  expect(await mailedCode(portal, owner.email, 2)).toMatch(/^\d{6}$/);
});

test('R70: pauses grow, are never longer than four times the first, and are forgotten after a day', async () => {
  const owner = await newOwner(portal);
  const { lockMinutes } = portal.services.config.limits;
  for (const times of [1, 2, 4, 4]) {
    await failPasswords(owner.email, most);
    expect((await givePassword(openBrowser(portal), owner.email)).body).toContain(`${paused} Vänta ${times * lockMinutes} minuter`);
    portal.clock.advance(times * lockMinutes * 60 + 1);
  }
  portal.clock.advance(86_400);
  await applyRetention(portal.services);
  await failPasswords(owner.email, most);
  expect((await givePassword(openBrowser(portal), owner.email)).body).toContain(`${paused} Vänta ${lockMinutes} minuter`);
});

test('R15: a flood of code mails uses up the quota of the address, and not that of a browser the person is known in', async () => {
  const owner = await newOwner(portal);
  portal.clock.advance(16 * 60);
  const had = (await portal.mailsTo(owner.email, 0)).filter(({ text }) => text.includes('Din kod är')).length;
  for (let request = 0; request < mostMails + 3; request += 1) await openBrowser(portal).post('/konto/inbjudan', { epost: owner.email });
  await mailedCode(portal, owner.email, had + mostMails);
  await owner.browser.post('/konto/inbjudan', { epost: owner.email });
  const code = await mailedCode(portal, owner.email, had + mostMails + 1);
  expect((await owner.browser.post('/konto/kod', { kod: code })).to).toBe('/konto/verifierad');
});

test('R03, R05: with a cookie of another account, or one made up, the answers are the same for known and unknown addresses', async () => {
  const [owner, outsider] = [await newOwner(portal), await newOwner(portal)];
  for (const device of [outsider.browser.cookies.get('__Host-enhet')!, 'made-up']) {
    const answers = [];
    for (const email of [owner.email, 'nobody-here@example.se']) {
      const browser = openBrowser(portal);
      browser.cookies.set('__Host-enhet', device);
      const [signIn, code] = [await givePassword(browser, email, wrongPassword), await browser.post('/konto/inbjudan', { epost: email })];
      answers.push(
        [signIn, code].map(({ status, to, body, setCookies }) => ({
          status,
          to,
          body: body.replaceAll(email, 'EMAIL').replace(/nonce="[^"]+"/g, ''),
          cookies: setCookies.map((line) => line.replace(/=[^;]+/, '=')),
        })),
      );
    }
    expect(answers[0]).toEqual(answers[1]);
  }
});

test('what is kept of browsers is bounded: twenty an account, 400 days', async () => {
  const owner = await newOwner(portal);
  const { browser } = owner;
  for (let round = 0; round < 22; round += 1) {
    browser.cookies.delete('__Host-enhet');
    await signInWith(portal, owner, browser);
  }
  const known = async () =>
    (
      await database.ask(
        `select count(*)::int as n from device join account on account.id = account_id where email_normalised = '${owner.email}'`,
      )
    )[0]!['n'];
  expect(await known()).toBe(20);
  portal.clock.advance(401 * 86_400);
  await applyRetention(portal.services);
  expect(await known()).toBe(0);
});
