import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptInvitation, appCode, proveAddress, scanQr, signIn, type Credentials } from './account.ts';
import { inspectPage, notThereToHear, openBrowser, openWindow, pictureFailures } from './browser.ts';
import { startDemonstration } from './first-start.ts';
import type { RunningPortal } from './running-portal.ts';

/** Looking after the accounts, as administrators live it: each test goes on where the one before ended. */
let portal: RunningPortal;
let browser: Browser;
const faults: string[][] = [];
beforeAll(async () => {
  [portal, browser] = await Promise.all([startDemonstration(), openBrowser()]);
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
const menu = (page: Page, name: string) => page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name }).click();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const said = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text).first().waitFor();
async function proveAnew(page: Page, { key }: Credentials): Promise<void> {
  await page.getByLabel(/^Kod från appen/).fill(appCode(key, portal.now()));
  await inDialog(page, 'Bekräfta');
}
/** The operator's command line, on the data of the running portal. */
const insamling = (...words: readonly string[]) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, '../packages/cli/bin/insamling.mjs'), ...words], {
    env: { ...process.env, DATA_DIR: portal.dataDir },
  });
/** Opens a person's page by searching for the name. */
async function find(page: Page, name: string): Promise<void> {
  await menu(page, 'Användare');
  await heading(page, 'Användare');
  await page.getByLabel('Sök namn eller e-postadress').fill(name.split(' ')[0]!);
  await page.getByText('1 användare', { exact: true }).waitFor();
  await page.getByRole('link', { name, exact: true }).click();
  await heading(page, name);
}

let astrid: Credentials;
let greta: Credentials;
let administrator: Page;
let reviewer: Page;

test('an administrator sees everybody, and what each role may do', async () => {
  administrator = await open();
  astrid = await acceptInvitation(administrator, portal, 'astrid.pahittsson@example.se', 'Snöstormar-i-mars-77');
  await heading(administrator, 'Novemberstatistik 2026, läget i dag');
  await menu(administrator, 'Användare');
  await heading(administrator, 'Användare');
  await administrator.getByText('5 användare', { exact: true }).waitFor();
  await inspectPage(administrator, 'anvandare');
  await administrator.getByRole('link', { name: 'Vad får de olika rollerna göra?' }).click();
  await heading(administrator, 'Vad rollerna får göra');
  await inspectPage(administrator, 'anvandare-roller');
  await administrator.getByRole('link', { name: /Alla användare/ }).click();
  await administrator.getByRole('combobox', { name: 'Roll' }).selectOption({ label: 'Insamlingsansvarig' });
  await administrator.getByText('1 användare', { exact: true }).waitFor();
  await administrator.waitForURL('**/granskning/anvandare?roll=collectionManager');
  await administrator.getByRole('combobox', { name: 'Roll' }).selectOption({ label: 'Alla' });
  await administrator.getByLabel('Sök namn eller e-postadress').fill('Påhittsson');
  await administrator.getByText('1 användare', { exact: true }).waitFor();
  expect(decodeURIComponent(administrator.url())).not.toContain('Påhittsson');
  await administrator.getByRole('link', { name: 'Astrid Påhittsson' }).click();
  await heading(administrator, 'Astrid Påhittsson');
  await administrator.getByText('Det här är ditt eget konto.').waitFor();
  await inspectPage(administrator, 'anvandare-egen');
});

test('a reviewer is invited, makes her account and is let in', async () => {
  await menu(administrator, 'Användare');
  await administrator.getByLabel('Sök namn eller e-postadress').fill('');
  await press(administrator, 'Bjud in en användare');
  await inDialog(administrator, 'Skicka inbjudan');
  await administrator.getByText('Ange personens namn.').waitFor();
  await inspectPage(administrator, 'anvandare-bjud-in-fel');
  await administrator.getByLabel(/^För- och efternamn/).fill('Greta Granskarsson');
  await administrator.getByLabel(/^E-postadress/).fill('greta.granskarsson@example.se');
  await administrator.getByLabel('I insamlingen').check();
  await administrator.getByRole('dialog').getByRole('combobox', { name: 'Roll' }).selectOption({ label: 'Granskare' });
  await inspectPage(administrator, 'anvandare-bjud-in');
  await inDialog(administrator, 'Skicka inbjudan');
  await said(administrator, /^Greta Granskarsson är inbjuden\. Inbjudan gäller till /);
  await find(administrator, 'Greta Granskarsson');
  await administrator.getByText('Inbjuden', { exact: true }).first().waitFor();
  await inspectPage(administrator, 'anvandare-inbjuden');
  reviewer = await open();
  greta = await acceptInvitation(reviewer, portal, 'greta.granskarsson@example.se', 'Vintergröna-tallar-26');
  await heading(reviewer, 'Novemberstatistik 2026, läget i dag');
  expect(await reviewer.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Användare' }).count()).toBe(0);
  await reviewer.goto('/granskning/anvandare');
  await heading(reviewer, 'Sidan finns inte.');
  await administrator.getByText('Aktiv', { exact: true }).waitFor();
});

test('her role is changed, once the administrator has proved anew who it is', async () => {
  await portal.wait(400);
  await press(administrator, 'Ändra roll');
  await administrator.getByLabel('Insamlingsansvarig').check();
  await inspectPage(administrator, 'anvandare-andra-roll');
  await inDialog(administrator, 'Spara');
  await proveAnew(administrator, astrid);
  await said(administrator, 'Rollen är ändrad.');
  await administrator.getByRole('definition').getByText('Insamlingsansvarig').waitFor();
  await reviewer.goto('/granskning');
  await menu(reviewer, 'Användare');
  await heading(reviewer, 'Användare');
  await reviewer.getByRole('link', { name: 'Astrid Påhittsson' }).click();
  await reviewer.getByText('Kontot hör till insamlingssidan. En administratör kan ändra det.').waitFor();
});

test('she is blocked, is out at once, and is let back in', async () => {
  await notThereToHear(reviewer);
  await press(administrator, 'Spärra kontot');
  await inspectPage(administrator, 'anvandare-sparra');
  await inDialog(administrator, 'Spärra kontot');
  await said(administrator, 'Kontot är spärrat.');
  await administrator.getByText('Spärrad', { exact: true }).waitFor();
  await reviewer.goto('/granskning');
  await heading(reviewer, 'Logga in');
  await press(administrator, 'Häv spärren');
  await inDialog(administrator, 'Häv spärren');
  await said(administrator, 'Spärren är hävd.');
  await signIn(reviewer, portal, greta);
  await heading(reviewer, 'Novemberstatistik 2026, läget i dag');
});

test('she has lost her phone: the administrator resets, and she registers a new app and a new password', async () => {
  await notThereToHear(reviewer);
  await press(administrator, 'Återställ inloggningen');
  await inDialog(administrator, 'Återställ inloggningen');
  await administrator.getByText('Skriv orsaken.').waitFor();
  await administrator.getByLabel(/^Orsak/).fill('Tappade telefonen. Uppringd på numret i växeln.');
  await inspectPage(administrator, 'anvandare-aterstall');
  const letters = (await portal.lettersTo(greta.email)).length;
  await inDialog(administrator, 'Återställ inloggningen');
  await said(administrator, 'Inloggningen är återställd.');
  await administrator.getByText('Återställs', { exact: true }).waitFor();
  await inspectPage(administrator, 'anvandare-aterstalls');
  expect((await portal.nextLetterTo(greta.email, letters)).text).toContain('Registrera en ny app');

  await reviewer.goto('/granskning');
  await heading(reviewer, 'Logga in');
  await reviewer.getByRole('link', { name: 'Har du fått en inbjudan eller har du glömt ditt lösenord?' }).click();
  await proveAddress(reviewer, portal, greta.email);
  const key = (await scanQr(reviewer)).searchParams.get('secret') ?? '';
  expect(key).not.toBe(greta.key);
  await reviewer.getByRole('button', { name: /^(Vidare|Fortsätt)$/ }).click();
  await reviewer.getByLabel('Ange koden').fill(appCode(key, portal.now()));
  await reviewer.getByRole('button', { name: 'Verifiera' }).click();
  greta = { ...greta, key, password: 'Höstregn-över-älven-4' };
  await reviewer.getByLabel('Nytt lösenord', { exact: false }).first().fill(greta.password);
  await reviewer.getByLabel('Bekräfta nytt lösenord').fill(greta.password);
  await reviewer.getByRole('button', { name: 'Fortsätt' }).click();
  await heading(reviewer, 'Novemberstatistik 2026, läget i dag');
  await administrator.getByText('Aktiv', { exact: true }).waitFor();
});

test('by keyboard only: somebody is invited to two units, and the invitation is taken back', async () => {
  const { keyboard } = administrator;
  await menu(administrator, 'Användare');
  await heading(administrator, 'Användare');
  await administrator.getByRole('button', { name: 'Bjud in en användare' }).focus();
  await keyboard.press('Enter');
  await administrator.getByLabel(/^För- och efternamn/).waitFor();
  const focused = () =>
    administrator.evaluate<string>('document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.textContent');
  const tabTo = async (name: string) => {
    for (let tabs = 0; tabs < 20 && (await focused()).trim() !== name; tabs += 1) await keyboard.press('Tab');
    expect((await focused()).trim()).toBe(name);
  };
  await tabTo('För- och efternamn *');
  await keyboard.type('Tvåla Tvåsson');
  await tabTo('E-postadress *');
  await keyboard.type('tvala.tvasson@example.se');
  await tabTo('Enhet *');
  await keyboard.type('Bjurholm');
  await tabTo('Lägg till en enhet');
  await keyboard.press('Enter');
  await keyboard.press('Shift+Tab');
  await tabTo('Lägg till en enhet');
  for (let tabs = 0; tabs < 20 && (await focused()).trim() !== 'Enhet 2 *'; tabs += 1) await keyboard.press('Shift+Tab');
  await keyboard.type('Tibro');
  await inspectPage(administrator, 'anvandare-bjud-in-enheter');
  await tabTo('Skicka inbjudan');
  await keyboard.press('Enter');
  await said(administrator, /^Tvåla Tvåsson är inbjuden\./);
  await find(administrator, 'Tvåla Tvåsson');
  await administrator.getByRole('row', { name: /Bjurholms kommun/ }).waitFor();
  await administrator.getByRole('row', { name: /Tibro kommun/ }).waitFor();
  await administrator.getByRole('button', { name: 'Ändra roll i Tibro kommun' }).focus();
  await keyboard.press('Enter');
  await administrator.getByRole('dialog').getByLabel('Enhetsadministratör').focus();
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await administrator.getByRole('row', { name: /Tibro kommun.*Enhetsadministratör/ }).waitFor();
  await inspectPage(administrator, 'anvandare-enheter');
  await administrator.getByRole('button', { name: 'Dra tillbaka inbjudan', exact: true }).focus();
  await keyboard.press('Enter');
  await administrator.getByRole('heading', { name: 'Dra tillbaka inbjudan till Tvåla Tvåsson?' }).waitFor();
  await administrator.getByRole('dialog').getByRole('button', { name: 'Dra tillbaka inbjudan' }).focus();
  await keyboard.press('Enter');
  await said(administrator, 'Inbjudan är tillbakadragen.');
  await heading(administrator, 'Tidigare användare');
  await inspectPage(administrator, 'anvandare-avslutad');
});

let bodil: Page;

test('a new administrator takes two: the operator invites the second one, who confirms what the first has asked', async () => {
  await insamling('admin', 'invite', 'bodil.andrasson@example.se', '--name', 'Bodil Andrasson');
  bodil = await open();
  await acceptInvitation(bodil, portal, 'bodil.andrasson@example.se', 'Räkna-alla-fåglar-9');
  await heading(bodil, 'Novemberstatistik 2026, läget i dag');

  await find(administrator, 'Greta Granskarsson');
  await press(administrator, 'Ändra roll');
  await administrator.getByLabel('Administratör', { exact: true }).check();
  await administrator.getByText('En annan administratör måste bekräfta inom 72 timmar.').waitFor();
  await inspectPage(administrator, 'anvandare-andra-roll-administrator');
  await inDialog(administrator, 'Spara');
  await said(administrator, 'Begäran väntar på en annan administratör.');
  await administrator.getByText('Väntar på en andra administratör').waitFor();
  await administrator.getByRole('definition').getByText('Insamlingsansvarig').waitFor();
  expect(await administrator.getByRole('button', { name: 'Bekräfta rollen' }).count()).toBe(0);
  await inspectPage(administrator, 'anvandare-ny-administrator-vantar');

  await menu(bodil, 'Användare');
  await bodil.getByText('1 ny administratör väntar på en andra administratör:').waitFor();
  await inspectPage(bodil, 'anvandare-vantande-administrator');
  await bodil.getByRole('listitem').getByRole('link', { name: 'Greta Granskarsson' }).click();
  await press(bodil, 'Bekräfta rollen');
  await inspectPage(bodil, 'anvandare-bekrafta-administrator');
  await inDialog(bodil, 'Bekräfta rollen');
  await said(bodil, 'Personen är administratör.');
  await administrator.getByRole('definition').getByText('Administratör', { exact: true }).waitFor();
});

test('an administrator’s lost phone takes two administrators', async () => {
  await find(administrator, 'Greta Granskarsson');
  await press(administrator, 'Återställ inloggningen');
  await administrator.getByText('Kontot är en administratörs. En annan administratör måste bekräfta innan något händer.').waitFor();
  await administrator.getByLabel(/^Orsak/).fill('Telefonen är stulen.');
  await inDialog(administrator, 'Återställ inloggningen');
  await said(administrator, 'Begäran väntar på en annan administratör.');
  await administrator.getByText('Väntar på en andra administratör').waitFor();
  expect(await administrator.getByRole('button', { name: 'Bekräfta återställningen' }).count()).toBe(0);
  await inspectPage(administrator, 'anvandare-vantar');
  await reviewer.reload();
  await heading(reviewer, 'Novemberstatistik 2026, läget i dag');
  await notThereToHear(reviewer);

  await menu(bodil, 'Användare');
  await bodil.getByText('1 återställning väntar på en andra administratör:').waitFor();
  await inspectPage(bodil, 'anvandare-vantande');
  await bodil.getByRole('listitem').getByRole('link', { name: 'Greta Granskarsson' }).click();
  await press(bodil, 'Bekräfta återställningen');
  await inspectPage(bodil, 'anvandare-bekrafta');
  await inDialog(bodil, 'Bekräfta återställningen');
  await said(bodil, 'Inloggningen är återställd.');
  await reviewer.goto('/granskning');
  await heading(reviewer, 'Logga in');
  await bodil.context().close();
});

test('no page has complained in the console', () => {
  expect(faults.flat()).toEqual([]);
});
