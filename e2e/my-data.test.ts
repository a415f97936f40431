import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptInvitation, appCode, codeIn, type Credentials } from './account.ts';
import { inspectPage, openBrowser, openWindow, pictureFailures } from './browser.ts';
import { novemberFile } from './november-file.ts';
import { startDemonstration } from './first-start.ts';
import type { RunningPortal } from './running-portal.ts';

/** What a person sees of what is kept about them, and how little anybody sees of those in the file. */
let portal: RunningPortal;
let browser: Browser;
let rut: Page;
let credentials: Credentials;
const faults: string[][] = [];
beforeAll(async () => {
  [portal, browser] = await Promise.all([startDemonstration(), openBrowser()]);
  rut = await open();
  credentials = await acceptInvitation(rut, portal, 'rut.testberg@example.se', 'Vintergröna-tallar-26');
  await rut.waitForURL('**/e/*');
});
afterAll(async () => {
  await browser?.close();
  await portal?.discard();
});
pictureFailures(() => browser);

async function open(): Promise<Page> {
  const window = await openWindow(browser, portal.url, { acceptDownloads: true });
  faults.push(window.faults);
  return window.page;
}
/** The dialog that asks for a new code of the app. */
async function confirmIdentity(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Bekräfta att det är du' });
  await dialog.getByLabel(/^Kod från appen/).fill(appCode(credentials.key, portal.now()));
  await dialog.getByRole('button', { name: 'Bekräfta' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

const number = novemberFile('2403', 20).toString('latin1').split('\r\n')[2]!.split(';')[6]!;
const wrong = number.slice(0, 9) + String((Number(number[9]) + 1) % 10);

test('a wrong personal number is masked until it is asked for, and is corrected where it stands', async () => {
  await rut.goto('/e/2403/inlamning/ladda-upp');
  await rut
    .getByLabel(/Välj (fil eller dra den hit|en annan fil)/)
    .setInputFiles({ name: 'bjurholm.csv', mimeType: 'text/csv', buffer: novemberFile('2403', 20, { record: 3, field: 7, text: wrong }) });
  await rut.getByRole('button', { name: 'Skicka ändå' }).click();
  await rut.getByText('Filen är uppladdad och kontrollerad.').waitFor();
  await rut.goto('/e/2403/inlamning/granska/P07-04');
  const card = rut.getByRole('article', { name: 'Rad 3' });
  await card
    .getByText(`${wrong.slice(0, 6)}-••••`)
    .first()
    .waitFor();
  expect(await rut.content()).not.toContain(wrong);
  await inspectPage(rut, 'personnummer-dolt');
  await card.getByRole('button', { name: 'Visa personnummer på rad 3' }).click();
  await card.getByText(wrong).first().waitFor();
  const field = card.getByLabel(/^Nytt värde för Fält 7/);
  expect(await field.inputValue()).toBe(wrong);
  await inspectPage(rut, 'personnummer-visat');
  await field.fill(number);
  await field.press('Enter');
  await card.getByText('Rättad').waitFor();
  expect(await card.textContent()).not.toContain(number);
  await rut.goto('/e/2403/inlamning/rattelser');
  await rut.getByRole('table').getByText('••••').first().waitFor();
  expect(await rut.content()).not.toContain(number);
  await inspectPage(rut, 'rattelser-dolda');
  await rut.getByRole('button', { name: 'Visa personnummer' }).click();
  await rut.getByRole('cell', { name: number }).waitFor();
});

test('Mina uppgifter shows what is kept about oneself, and is fetched as a file after a new code', async () => {
  await portal.wait(600);
  await rut.goto('/e/2403/profil');
  await rut.getByRole('button', { name: 'Visa mina uppgifter' }).click();
  await rut.getByText('Filer du har laddat upp (1)').click();
  await rut.getByRole('cell', { name: 'bjurholm.csv' }).waitFor();
  await rut.getByText(/^Vad du har gjort/).click();
  await inspectPage(rut, 'mina-uppgifter');
  const coming = rut.waitForEvent('download');
  await rut.getByRole('button', { name: 'Hämta mina uppgifter' }).click();
  await confirmIdentity(rut);
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^mina-uppgifter-\d{4}-\d\d-\d\d\.json$/);
  const file = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    avsnitt: { rubrik: string; antal: number; rader: Record<string, string>[] }[];
    data: { account: { email: string } };
  };
  expect(file.data.account.email).toBe(credentials.email);
  expect(file.avsnitt.find(({ rubrik }) => rubrik === 'Filer du har laddat upp')?.rader).toMatchObject([{ Filnamn: 'bjurholm.csv' }]);
  expect(JSON.stringify(file)).not.toContain(number);
});

test('a new e-mail address is proved with the code that came there', async () => {
  await rut.getByRole('button', { name: 'Ändra e-postadress' }).click();
  const dialog = rut.getByRole('dialog', { name: 'Ändra e-postadress' });
  const seen = (await portal.lettersTo(credentials.email)).length;
  await dialog.getByLabel(/^Ny e-postadress/).fill('rut.nyadress@example.se');
  await inspectPage(rut, 'andra-epost');
  await dialog.getByRole('button', { name: 'Skicka kod' }).click();
  const letter = await portal.nextLetterTo('rut.nyadress@example.se', 0);
  await dialog.getByLabel(/^Kod från mejlet/).fill(codeIn(letter.text));
  await inspectPage(rut, 'andra-epost-kod');
  await dialog.getByRole('button', { name: 'Byt e-postadress' }).click();
  await rut.getByRole('definition').getByText('rut.nyadress@example.se').waitFor();
  expect((await portal.nextLetterTo(credentials.email, seen)).subject).toContain('Din e-postadress är ändrad');
});

test('an administrator sees what the erasing would take', async () => {
  const astrid = await open();
  await acceptInvitation(astrid, portal, 'astrid.pahittsson@example.se', 'Snöstormar-i-mars-77');
  await astrid.waitForURL('**/granskning');
  await astrid.goto('/granskning/profil');
  await astrid.getByRole('rowheader', { name: 'Konton utan roll' }).waitFor();
  await inspectPage(astrid, 'gallring');
});

test('no page of the story met a fault in its scripts', () => {
  expect(faults.flat()).toEqual([]);
});
