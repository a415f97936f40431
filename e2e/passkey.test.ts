import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptInvitation, appCode, scanQr, signIn, type Credentials } from './account.ts';
import { inspectPage, openBrowser, openWindow, pictureFailures } from './browser.ts';
import { startDemonstration } from './first-start.ts';
import type { RunningPortal } from './running-portal.ts';

/** Passkeys and recovery codes, and the day the telephone is lost: each test goes on where the one before ended. */
let portal: RunningPortal;
let browser: Browser;
let page: Page;
let rut: Credentials;
let codes: string[];
/** Whether the person touches the authenticator, or chooses a passkey among those suggested, as soon as they may; a question stays open otherwise. */
let touches: (does: boolean) => Promise<unknown>;
const faults: string[][] = [];
beforeAll(async () => {
  [portal, browser] = await Promise.all([startDemonstration(), openBrowser()]);
  const window = await openWindow(browser, portal.url);
  faults.push(window.faults);
  page = window.page;
  // Chromium's own authenticator: it keeps passkeys and knows the person, as a telephone or a computer does.
  const session = await window.context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  touches = (enabled) => session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
});
afterAll(async () => {
  await browser?.close();
  await portal?.discard();
});
pictureFailures(() => browser);

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const button = (name: string) => page.getByRole('button', { name, exact: true });
const profile = async () => {
  await page.goto('/e/1498/profil');
  await heading('Profil & enheter');
  await page.getByRole('heading', { level: 3, name: 'Passkeys' }).waitFor();
};
const signOut = async () => {
  await touches(false);
  await page.getByRole('button', { name: /^Användarmeny för / }).click();
  await button('Logga ut').click();
  await page.getByText('Du är utloggad.').waitFor();
};

/**
 * Touched from when a page asks what to sign: a question that was open before stays so. Of a button's that is when the suggestions
 * have been put away; the browser would else choose the passkey among them.
 */
const touchedWhenAsked = (path = '**/logga-in/passkey/fraga') =>
  page.route(
    path,
    async (route) => {
      await touches(true);
      await route.continue();
    },
    { times: 1 },
  );

test('Start offers recovery codes after the first sign-in, and they are shown once', async () => {
  rut = await acceptInvitation(page, portal, 'rut.testberg@example.se', 'Vintergröna-tallar-26');
  await heading('Personalstatistik');
  await page.getByRole('heading', { level: 2, name: 'Spara återställningskoder' }).waitFor();
  await inspectPage(page, 'start-erbjudande');
  await page.getByRole('link', { name: 'Skapa återställningskoder' }).click();
  await heading('Återställningskoder');
  await inspectPage(page, 'aterstallningskoder');
  await button('Skapa återställningskoder').click();
  await heading('Spara dina återställningskoder');
  codes = (await page.locator('#koder li').allTextContents()).map((code) => code.trim());
  expect(codes).toHaveLength(10);
  await inspectPage(page, 'aterstallningskoder-skapade');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Hämta som textfil' }).click()]);
  expect(download.suggestedFilename()).toBe('aterstallningskoder.txt');
  const text = await (await download.createReadStream()).toArray();
  for (const code of codes) expect(Buffer.concat(text as Buffer[]).toString()).toContain(code);
  await page.getByRole('link', { name: 'Klar, jag har sparat koderna' }).click();
  await heading('Personalstatistik');
  await page.getByRole('heading', { level: 2, name: 'Din inlämning' }).waitFor();
  expect(await page.getByText('Spara återställningskoder').count()).toBe(0);
});

test('a passkey is added in Profil after a code of the app, and gets another name', async () => {
  await portal.wait(400);
  await profile();
  await inspectPage(page, 'profil-utan-passkey');
  await button('Lägg till passkey').click();
  await button('Lägg till passkey').last().click();
  await page.getByText('Ange ett namn.').waitFor();
  await page.getByRole('textbox', { name: 'Namn på passkeyn' }).fill('Jobbdatorn');
  await inspectPage(page, 'passkey-lagg-till');
  await page.keyboard.press('Enter');
  await page.getByLabel('Kod från appen').fill(appCode(rut.key, portal.now()));
  await button('Bekräfta').click();
  await page.getByText('Passkeyn är tillagd.').waitFor();
  await button('Byt namn på Jobbdatorn').click();
  await page.getByRole('textbox', { name: 'Namn på passkeyn' }).fill('Datorn på jobbet');
  await button('Spara').click();
  await page.getByText('Datorn på jobbet').first().waitFor();
  await inspectPage(page, 'profil-med-passkey');
});

test('signing in takes the passkey alone, by keyboard too, and leads to the page one came for', async () => {
  await signOut();
  await page.goto('/e/1498/uppskov');
  await heading('Logga in');
  await button('Logga in med passkey').waitFor();
  await inspectPage(page, 'logga-in-med-passkey-knapp');
  await touchedWhenAsked();
  await button('Logga in med passkey').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/e/1498/uppskov');
  await heading('Uppskov');
});

test('the browser suggests the passkey in the address field, beside what is typed, pasted and filled in', async () => {
  await signOut();
  const asked = page.waitForRequest('**/logga-in/passkey/forslag/fraga');
  await page.goto('/e/1498/uppskov');
  await asked;
  const [email, password] = [page.getByLabel('E-postadress'), page.getByLabel('Lösenord')];
  expect(await email.getAttribute('autocomplete')).toBe('username webauthn');
  // The question is open, and nobody who uses the fields meets anything of it.
  await email.pressSequentially('rut.');
  await email.press('Control+A');
  await email.press('Control+C');
  await email.press('End');
  await email.press('Control+V');
  expect(await email.inputValue()).toBe('rut.rut.');
  await page.locator('input[autocomplete~="username"]').fill(rut.email);
  await page.locator('input[autocomplete="current-password"]').fill('Fel-lösenord-26');
  await button('Logga in').click();
  await page.getByText('E-postadressen eller lösenordet stämmer inte.').first().waitFor();
  expect([await email.inputValue(), await password.inputValue()]).toEqual([rut.email, '']);

  // Not before the new page asks: the one that is being left asks too. Then it may be left before it is loaded.
  await touchedWhenAsked('**/logga-in/passkey/forslag/fraga');
  await page.goto('/e/1498/uppskov', { waitUntil: 'commit' });
  await page.waitForURL('**/e/1498/uppskov');
  await heading('Uppskov');
});

test('a browser that cannot suggest passkeys has the button and the fields as before', async () => {
  const plain = await openWindow(browser, portal.url);
  faults.push(plain.faults);
  await plain.page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = undefined');
  const asked: string[] = [];
  plain.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await plain.page.goto('/logga-in');
  await plain.page.getByRole('button', { name: 'Logga in med passkey' }).waitFor();
  await plain.page.getByLabel('E-postadress').fill(rut.email);
  expect(asked.filter((path) => path.includes('passkey/forslag'))).toEqual([]);
  await plain.context.close();
});

test('a passkey takes the place of the app code after the password', async () => {
  await signOut();
  await page.getByLabel('E-postadress').fill(rut.email);
  await page.getByLabel('Lösenord').fill(rut.password);
  await button('Logga in').click();
  await button('Använd passkey').waitFor();
  await inspectPage(page, 'logga-in-kod-eller-passkey');
  await touches(true);
  await button('Använd passkey').click();
  await heading('Personalstatistik');
});

test('the passkey also confirms that it is still the person, and is then removed', async () => {
  await portal.wait(400);
  await profile();
  await button('Ta bort Datorn på jobbet').click();
  await inspectPage(page, 'passkey-ta-bort');
  await button('Ta bort').click();
  await page.getByRole('heading', { name: 'Bekräfta att det är du' }).waitFor();
  await button('Använd passkey').waitFor();
  await inspectPage(page, 'bekrafta-med-passkey');
  await button('Använd passkey').click();
  await page.getByText('Passkeyn är borttagen.').waitFor();
  await page.getByText('Du har inga passkeys.').waitFor();
  await signOut();
  await touchedWhenAsked();
  await button('Logga in med passkey').click();
  await page.getByText('Det gick inte att logga in med passkeyn.').waitFor();
  await inspectPage(page, 'passkey-godtogs-inte');
  await touches(false);
});

test('the telephone is lost: password and recovery code, another app, another password', async () => {
  await portal.wait(60);
  await page.goto('/logga-in');
  await page.getByLabel('E-postadress').fill(rut.email);
  await page.getByLabel('Lösenord').fill(rut.password);
  await button('Logga in').click();
  await page.getByRole('link', { name: 'Använd en återställningskod' }).click();
  await heading('Logga in med återställningskod');
  await page.getByLabel('Återställningskod').fill('ABCD');
  await button('Logga in').click();
  await page.getByText('Återställningskoden stämmer inte eller är redan använd. Försök med en annan.').first().waitFor();
  await inspectPage(page, 'aterstallningskod');
  await page.getByLabel('Återställningskod').fill(codes[0]!.toLowerCase());
  await button('Logga in').click();
  await heading('Byt app');
  await inspectPage(page, 'byt-app');
  await button('Visa QR-kod för den nya appen').click();
  await heading('Byt app');
  const key = (await scanQr(page)).searchParams.get('secret') ?? '';
  await inspectPage(page, 'byt-app-qr');
  await page.getByRole('button', { name: /^(Vidare|Fortsätt)$/ }).click();
  await page.getByLabel('Ange koden').fill(appCode(key, portal.now()));
  await inspectPage(page, 'byt-app-kod');
  await button('Byt app').click();
  await heading('Personalstatistik');

  await portal.wait(400);
  await profile();
  await page.getByText('Du har 9 av 10 koder kvar.').waitFor();
  await page.getByRole('link', { name: 'Byt lösenord' }).click();
  await heading('Bekräfta att det är du');
  await inspectPage(page, 'bekrafta');
  await page.getByRole('link', { name: 'Använd en återställningskod' }).click();
  await inspectPage(page, 'bekrafta-aterstallningskod');
  await page.getByRole('link', { name: 'Använd koden från appen i stället' }).click();
  await page.getByLabel('Kod från appen').fill(appCode(key, portal.now()));
  await button('Bekräfta').click();
  await heading('Byt lösenord');
  await inspectPage(page, 'byt-losenord');
  const password = 'Rimfrost-i-november-7';
  await page.getByLabel('Nuvarande lösenord').fill(rut.password);
  await page.getByLabel('Nytt lösenord', { exact: false }).first().fill(password);
  await page.getByLabel('Bekräfta nytt lösenord').fill(password);
  await button('Byt lösenord').click();
  await heading('Profil & enheter');
  await portal.wait(60);
  await signOut();
  await signIn(page, portal, { ...rut, password, key });
  await heading('Personalstatistik');
});

test('the help page says what to do without the app', async () => {
  await page.goto('/hjalp#app');
  await page.getByText('Har du återställningskoder').waitFor();
  await page.getByText('Med passkey: välj «Logga in med passkey»').waitFor();
  // Of providers nothing is said where there are none.
  expect(await page.getByText('Med din organisation:').count()).toBe(0);
  await inspectPage(page, 'hjalp');
  expect(faults.flat()).toEqual([]);
});
