import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptInvitation, appCode, confirmWithCode, signIn, proveAddress, type Credentials } from './account.ts';
import { inspectPage, notThereToHear, openBrowser, openWindow, pictureFailures } from './browser.ts';
import { startDemonstration } from './first-start.ts';
import type { RunningPortal } from './running-portal.ts';

/** One person, two browsers, and somebody who knows the password. */
let portal: RunningPortal;
let browser: Browser;
let uno: Credentials;
let desk: Page;
let phone: Page;
const faults: string[][] = [];
beforeAll(async () => {
  [portal, browser] = await Promise.all([startDemonstration(), openBrowser()]);
  desk = await open();
  uno = await acceptInvitation(desk, portal, 'uno.latsasson@example.se', 'Räkna-alla-fåglar-9');
  await heading(desk, 'Personalstatistik');
});
afterAll(async () => {
  await browser?.close();
  await portal?.discard();
});
pictureFailures(() => browser);

async function open(options: Parameters<typeof openWindow>[2] = {}): Promise<Page> {
  const window = await openWindow(browser, portal.url, options);
  faults.push(window.faults);
  return window.page;
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const lettersAbout = async (subject: string) => (await portal.lettersTo(uno.email)).filter((letter) => letter.subject.startsWith(subject));
async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Uno Låtsasson/ }).click();
  await page.getByRole('button', { name: 'Logga ut', exact: true }).first().click();
  await heading(page, 'Logga in');
}

test('the browser of the first sign-in is known: signing out and in again sends no letter', async () => {
  await portal.wait(60);
  await signOut(desk);
  await signIn(desk, portal, uno);
  await heading(desk, 'Personalstatistik');
  await expect.poll(() => lettersAbout('Ditt konto är klart')).toHaveLength(1);
  expect(await lettersAbout('Ny inloggning')).toHaveLength(0);
});

test('a sign-in from a telephone is told by letter, and both stand in Profil', async () => {
  await portal.wait(60);
  phone = await open({
    size: 'phone',
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  });
  await signIn(phone, portal, uno);
  await heading(phone, 'Personalstatistik');
  await expect.poll(() => lettersAbout('Ny inloggning')).toHaveLength(1);
  expect((await lettersAbout('Ny inloggning'))[0]!.text).toContain('Safari på iPhone');
  await desk.goto('/e/1480/profil');
  await desk.getByText('Safari på iPhone').waitFor();
  await desk.getByText('Den här enheten').waitFor();
  await inspectPage(desk, 'profil-enheter');
});

test('signing the telephone out needs a code, and the telephone is out', async () => {
  await notThereToHear(phone);
  await portal.wait(301);
  await desk.getByRole('button', { name: /^Logga ut Safari på iPhone, inloggad / }).click();
  await desk.getByRole('dialog', { name: 'Bekräfta att det är du' }).waitFor();
  await inspectPage(desk, 'bekrafta-att-det-ar-du');
  await confirmWithCode(desk, portal, uno);
  await desk.getByText('Enheten är utloggad.').waitFor();
  await expect.poll(() => desk.getByText('Safari på iPhone').count()).toBe(0);
  await desk.getByText('Du är bara inloggad här.').waitFor();
  expect(await desk.evaluate('document.activeElement.textContent')).toBe('Inloggade enheter');
  await phone.goto('/e/1480');
  await heading(phone, 'Logga in');
});

test('all others are signed out at once, without another code', async () => {
  await portal.wait(60);
  await signIn(phone, portal, uno);
  await heading(phone, 'Personalstatistik');
  await notThereToHear(phone);
  await desk.reload();
  await desk.getByRole('button', { name: 'Logga ut alla andra' }).click();
  await desk.getByText('Alla andra enheter är utloggade.').waitFor();
  await phone.goto('/e/1480');
  await heading(phone, 'Logga in');
  expect(await lettersAbout('Ny inloggning')).toHaveLength(1);
});

test('who knew the password but not the code is told of until it has been read', async () => {
  const outsider = await open();
  await outsider.goto('/logga-in');
  await outsider.getByLabel('E-postadress').fill(uno.email);
  await outsider.getByLabel('Lösenord').fill(uno.password);
  await outsider.getByRole('button', { name: 'Logga in', exact: true }).click();
  const wrong = String((Number(appCode(uno.key, portal.now())) + 1) % 1_000_000).padStart(6, '0');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await outsider.getByLabel('Ange koden').fill(wrong);
    await outsider.getByRole('button', { name: 'Verifiera' }).click();
    await outsider.getByText('Koden stämmer inte.').first().waitFor();
  }
  await outsider.context().close();
  // Another has the password and stops there, a third has the mailbox.
  const other = await open();
  await other.goto('/logga-in');
  await other.getByLabel('E-postadress').fill(uno.email);
  await other.getByLabel('Lösenord').fill(uno.password);
  await other.getByRole('button', { name: 'Logga in', exact: true }).click();
  await other.getByLabel('Ange koden').waitFor();
  await other.context().close();
  const reader = await open();
  await reader.goto('/konto/inbjudan');
  await proveAddress(reader, portal, uno.email);
  await reader.getByLabel('Ange koden').fill(wrong);
  await reader.getByRole('button', { name: 'Verifiera' }).click();
  await reader.getByText('Koden stämmer inte.').first().waitFor();
  await reader.context().close();
  await expect.poll(() => lettersAbout('Fel kod efter rätt lösenord')).toHaveLength(1);
  await desk.goto('/e/1480');
  await desk.getByText(/^Någon har angett rätt lösenord men fel kod för ditt konto 5 gånger, senast/).waitFor();
  await desk.getByText(/^Någon angav rätt lösenord för ditt konto i en webbläsare vi inte känner igen, men gick inte vidare\./).waitFor();
  await desk.getByText(/^Någon bad om ett nytt lösenord och angav rätt kod från mejlet men fel kod från appen/).waitFor();
  await inspectPage(desk, 'start-varning');
  await desk.getByRole('button', { name: 'Jag har läst' }).press('Enter');
  await expect.poll(() => desk.getByText('Någon har angett ditt lösenord').count()).toBe(0);
  await desk.reload();
  await heading(desk, 'Personalstatistik');
  await desk.getByRole('navigation', { name: 'Huvudmeny' }).waitFor();
  expect(await desk.getByText('Någon har angett ditt lösenord').count()).toBe(0);
});

test('no page has complained in the console', () => {
  expect(faults.flat()).toEqual([]);
});
