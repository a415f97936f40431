import { november2026 } from '@insamling/survey/editions/november-2026';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workbookOf } from '../packages/survey/src/testing/workbook.ts';
import { acceptInvitation } from './account.ts';
import { focusOn, inspectPage, openBrowser, openWindow, pictureFailures } from './browser.ts';
import { novemberFile, type Change } from './november-file.ts';
import { startDemonstration } from './first-start.ts';
import type { RunningPortal } from './running-portal.ts';

/** A file that is wrong in one way throughout, as a payroll system gives it: answered once. */
let portal: RunningPortal;
let browser: Browser;
let page: Page;
let faults: string[];
beforeAll(async () => {
  [portal, browser] = await Promise.all([startDemonstration(), openBrowser()]);
  const window = await openWindow(browser, portal.url);
  ({ page, faults } = window);
  await acceptInvitation(page, portal, 'rut.testberg@example.se', 'Vintergröna-tallar-26');
});
afterAll(async () => {
  await browser?.close();
  await portal?.discard();
});
pictureFailures(() => browser);

const unit = '2403';
const salary = 27;
const rows = novemberFile(unit, 80)
  .toString('latin1')
  .split('\r\n')
  .filter(Boolean)
  .map((row) => row.split(';'));
const inOre: Change[] = rows.flatMap((cells, index) =>
  Number(cells[salary - 1]) > 0 ? [{ record: index + 1, field: salary, text: String(Number(cells[salary - 1]) * 100) }] : [],
);
const choose = (name: string, mimeType: string, buffer: Buffer) =>
  page.getByLabel(/Välj (fil eller dra den hit|en annan fil)/).setInputFiles({ name, mimeType, buffer });

test('a workbook is read in the browser, and how it was read is told before anything is sent', async () => {
  await page.goto(`/e/${unit}/inlamning/ladda-upp`);
  await page.getByText('Textfil eller Excelfil (.xlsx)').waitFor();
  const titled = [['Personalstatistik'], ...rows.map((row) => row.map((text) => Buffer.from(text, 'latin1').toString('utf8')))];
  await choose(
    'november.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    Buffer.from(workbookOf({ name: 'November', rows: titled })),
  );
  await page.getByText('Bladet November är läst.').waitFor();
  await page.getByText('1 rad ovanför tabellen har hoppats över.').waitFor();
  expect(await page.getByText('är förvanskade').count()).toBe(0);
  await inspectPage(page, 'ladda-upp-excel');
  await choose('trasig.xlsx', 'application/zip', Buffer.from(workbookOf({ name: 'November', rows }).subarray(0, 4000)));
  await page.getByText('Excelfilen är skadad.').waitFor();
  // What the server would not take is told here, by the same code.
  await choose('november.csv', 'text/csv', Buffer.from(workbookOf({ name: 'November', rows })));
  await page.getByText('Filens innehåll stämmer inte med namnets slut, .csv.').waitFor();
  await choose('november.xlsx', 'application/zip', novemberFile(unit, 80));
  await page.getByText('Filens innehåll stämmer inte med namnets slut, .xlsx.').waitFor();
  await page.getByText('Filen kan inte skickas.').waitFor();
  expect(await page.getByRole('button', { name: /^Skicka/ }).count()).toBe(0);
});

test('columns in an order of their own are read by their names, and the page shows which is which', async () => {
  const names = november2026.variables.map(({ name }) => name);
  const header = [...names, 'Eget fält'].map((name) => Buffer.from(name).toString('latin1'));
  const turned = [header, ...rows.map((row) => [...row, 'x'])].map((row) => row.toReversed().join(';'));
  await choose('omkastad.csv', 'text/csv', Buffer.from(turned.join('\r\n'), 'latin1'));
  await page.getByText('De är lästa efter namnen i rubrikraden.').waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByText('Kolumnerna i filen och fälten de är lästa som').press('Enter');
  await page.getByRole('row', { name: `2. ${names.at(-1)} Fält 42 ${names.at(-1)}` }).waitFor();
  await page.getByRole('row', { name: '1. Eget fält Läses inte' }).waitFor();
  await inspectPage(page, 'ladda-upp-kolumner');
  await page.setViewportSize({ width: 1280, height: 800 });
  // Beside last year's file it is small, which is worth a warning.
  expect(await page.getByText(/^Fel$/).count()).toBe(0);
});

test('salaries in öre are one question, answered with one click, from a phone too, and taken back with another', async () => {
  await choose('november.csv', 'text/csv', novemberFile(unit, 80, ...inOre));
  await page.getByText('Rättas med ett klick när filen är skickad.').waitFor();
  await page.getByText(/^Står för \d+ anmärkningar\./).waitFor();
  expect(await page.getByText(/^Fel$/).count()).toBe(0);
  await inspectPage(page, 'ladda-upp-fraga');
  await page.getByRole('button', { name: 'Skicka ändå' }).click();
  await page.getByText('Filen är uppladdad och kontrollerad').waitFor();
  await page.goto(`/e/${unit}/inlamning/granska`);
  await page.getByRole('heading', { level: 2, name: 'Samma sak i hela filen?' }).waitFor();
  await page.getByRole('heading', { level: 3, name: /Överenskommen.* verkar vara i ören i alla \d+ poster/ }).waitFor();
  await inspectPage(page, 'granska-fraga');
  await page.setViewportSize({ width: 390, height: 844 });
  // By keyboard alone.
  await page.getByRole('button', { name: `Rätta alla ${inOre.length} värden` }).press('Enter');
  await page.getByText(`${inOre.length} värden är ändrade.`).waitFor();
  await page.getByText(/0 fel/).first().waitFor();
  await focusOn(page.locator('h1'));
  await inspectPage(page, 'granska-fraga-rattad');
  // The way back is there after leaving the page, after a reload, and among the corrections.
  await page.goto(`/e/${unit}/inlamning`);
  await page.getByRole('link', { name: 'Visa rättelser' }).click();
  await page.getByText(`${inOre.length} värden är ändrade: Fält ${salary} `).waitFor();
  await inspectPage(page, 'rattelser-tillsammans');
  await page.goto(`/e/${unit}/inlamning/granska`);
  await page.reload();
  const made = page.getByRole('region', { name: 'Ändrat med ett klick' });
  await made.getByText('Rut Testberg').waitFor();
  await made.getByRole('button', { name: `Ångra alla: ${inOre.length} värden` }).press('Enter');
  await page.getByRole('status').getByText(`${inOre.length} värden är återställda.`).waitFor();
  await focusOn(page.locator('h1'));
  await page.getByRole('heading', { level: 3, name: /verkar vara i ören/ }).waitFor();
  expect(await made.count()).toBe(0);
});

test('what no cell mends is told before the file is sent and afterwards, with the way to another file', async () => {
  const long = novemberFile(unit, 80)
    .toString('latin1')
    .split('\r\n')
    .map((row, index) => (index === 9 ? `${row};x;y` : row));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/e/${unit}/inlamning/ladda-upp`);
  await choose('rader.csv', 'text/csv', Buffer.from(long.join('\r\n'), 'latin1'));
  await page.getByText('Går inte att rätta här: Fel antal fält i raden.').waitFor();
  await inspectPage(page, 'ladda-upp-ny-fil');
  await page.getByRole('button', { name: 'Skicka ändå' }).click();
  await page.getByRole('button', { name: 'Ersätt filen' }).click();
  await page.getByText('Filen är uppladdad och kontrollerad').waitFor();
  await inspectPage(page, 'ladda-upp-klar-igen');
  // The mended one can be chosen from here.
  await choose('rattad.csv', 'text/csv', novemberFile(unit, 80));
  await page.getByRole('heading', { level: 2, name: 'rattad.csv' }).waitFor();
  await page.goto(`/e/${unit}/inlamning/granska/FIL-06`);
  const card = page.getByRole('article', { name: 'Rad 10' });
  await card.getByText('Det här går inte att rätta här.').waitFor();
  expect(await card.getByText('Förslag på rättelse').count()).toBe(0);
  await inspectPage(page, 'granska-ny-fil');
  await card.getByRole('link', { name: 'Ladda upp fil' }).click();
  await page.getByLabel('Välj fil eller dra den hit').waitFor({ state: 'attached' });
});

test('a code that is right although the list lacks it is answered with one comment, and the question stays answered', async () => {
  const label = 9;
  const inNewGroup = Array.from({ length: 20 }, (_, index) => ({ record: index + 1, field: label, text: '991199' }));
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`/e/${unit}/inlamning/ladda-upp`);
  await choose('etikett.csv', 'text/csv', novemberFile(unit, 80, ...inNewGroup, { record: 30, field: label, text: '882288' }));
  await page.getByText('När filen är skickad anger du den rätta koden en gång, så rättas alla.').waitFor();
  await page.getByRole('button', { name: 'Skicka ändå' }).click();
  await page.getByRole('button', { name: 'Ersätt filen' }).click();
  await page.getByText('Filen är uppladdad och kontrollerad').waitFor();
  await page.goto(`/e/${unit}/inlamning/granska`);
  await page.getByText('Står för 20 anmärkningar.').waitFor();
  await page.getByRole('button', { name: 'Det stämmer så här' }).press('Enter');
  await page.getByRole('button', { name: 'Kommentera 20' }).click();
  await page.getByRole('status').getByText('20 anmärkningar är kommenterade.').waitFor();
  await page.getByText('1 fråga är besvarad').waitFor();
  expect(await page.getByText('Samma sak i hela filen?').count()).toBe(0);
  await page.reload();
  await page.getByText('1 fråga är besvarad').click();
  await inspectPage(page, 'granska-fraga-besvarad');
  await page.getByText('20 av 21 hanterade').waitFor();
});

test('a single salary in öre has a proposal, tried beforehand and done with one click', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`/e/${unit}/inlamning/ladda-upp`);
  await choose('en.csv', 'text/csv', novemberFile(unit, 80, inOre[3]!));
  await page.getByRole('button', { name: 'Skicka ändå' }).click();
  await page.getByRole('button', { name: 'Ersätt filen' }).click();
  await page.getByText('Filen är uppladdad och kontrollerad').waitFor();
  await page.goto(`/e/${unit}/inlamning/granska/P27-05`);
  await page.getByText('Förslag på rättelse').click();
  const meant = String(Number(inOre[3]!.text) / 100);
  const proposal = page.getByRole('button', { name: new RegExp(`^Ändra .*27 .* till ${meant}$`) });
  await proposal.waitFor();
  await inspectPage(page, 'granska-forslag');
  await proposal.press('Enter');
  await page.getByText('Rättad').waitFor();
  await inspectPage(page, 'granska-forslag-rattad');
});

test('a proposal of two cells is taken back as one', async () => {
  const [agreed, actual] = [21, 22];
  const record = rows.findIndex((cells) => cells[agreed - 1] === '10000' && cells[actual - 1] === '10000') + 1;
  await page.goto(`/e/${unit}/inlamning/ladda-upp`);
  await choose('tva.csv', 'text/csv', novemberFile(unit, 80, { record, field: agreed, text: '5000' }));
  await page.getByRole('button', { name: /^Skicka/ }).click();
  await page.getByRole('button', { name: 'Ersätt filen' }).click();
  await page.getByText('Filen är uppladdad och kontrollerad').waitFor();
  await page.goto(`/e/${unit}/inlamning/granska/P22-01`);
  await page.getByText('Förslag på rättelse').click();
  await page.getByRole('button', { name: /^Ändra .* till 5000 och .* till 10000$/ }).press('Enter');
  await page.getByText('Rättad').waitFor();
  await page.getByText(/10000 → 5000, .*5000 → 10000/).waitFor();
  await inspectPage(page, 'granska-forslag-tva-rattade');
  await page.getByRole('button', { name: 'Ångra alla' }).press('Enter');
  await page.getByText('2 värden är återställda.').waitFor();
  await page.getByText('Förslag på rättelse').waitFor();
});

test('a statistician sees what is asked, how much each check may mean, and where to stop looking', async () => {
  const many = 2000;
  const plain = novemberFile(unit, many)
    .toString('latin1')
    .split('\r\n')
    .map((row) => row.split(';'));
  const paid = plain.flatMap((cells, index) => (Number(cells[salary - 1]) > 0 ? [index + 1] : []));
  const low: Change[] = paid.slice(0, 12).map((record) => ({ record, field: salary, text: '11000' }));
  const label: Change[] = Array.from({ length: 20 }, (_, index) => ({ record: 100 + index, field: 9, text: '991199' }));
  await page.goto(`/e/${unit}/inlamning/ladda-upp`);
  await choose('lag.csv', 'text/csv', novemberFile(unit, many, ...low, ...label));
  await page.getByRole('button', { name: /^Skicka/ }).click();
  await page.getByRole('button', { name: 'Ersätt filen' }).click();
  await page.getByText('Filen är uppladdad och kontrollerad').waitFor();
  expect(faults).toEqual([]);

  const { page: theirs, faults: theirFaults } = await openWindow(browser, portal.url);
  await acceptInvitation(theirs, portal, 'iris.exempelsson@example.se', 'Snöstormar-i-mars-77');
  await theirs.goto(`/granskning/organisationer/${unit}/granska`);
  await theirs.getByRole('heading', { level: 4, name: /Samma okända kod står i Fält 9/ }).waitFor();
  expect(await theirs.getByRole('button', { name: /Rätta alla|Det stämmer/ }).count()).toBe(0);
  await theirs.getByText(/Stopplinje: gå igenom de \d+ första/).waitFor();
  await inspectPage(theirs, 'granskning-granska-effekt');
  await theirs.getByLabel('Ordning', { exact: true }).selectOption('Som i filen');
  await theirs.waitForURL(/ordning=fil/);
  const titles = theirs.getByRole('link', { name: /^Öppna / });
  await titles.first().waitFor();
  expect(await titles.last().getAttribute('href')).toContain('P27-02');
  await titles.last().click();
  await theirs.getByText(/^Påverkar .* med omkring/).waitFor();
  await theirs.getByText('Stopplinje: resten betyder tillsammans lite för summan.').waitFor();
  await inspectPage(theirs, 'granskning-stopplinje');
  expect(theirFaults).toEqual([]);
});

test('a record with errors says which fields would have to change, and where to write, from a phone too', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/e/${unit}/inlamning/ladda-upp`);
  const { record } = inOre[3]!;
  const [agreement, agreedRate, actualRate] = [15, 21, 22];
  const wrong: Change[] = [
    { record, field: agreement, text: 'a' },
    { record, field: agreedRate, text: '5000' },
    { record, field: actualRate, text: '8000' },
  ];
  await choose('flera.csv', 'text/csv', novemberFile(unit, 80, ...wrong));
  await page.getByRole('button', { name: 'Skicka ändå' }).click();
  await page.getByRole('button', { name: 'Ersätt filen' }).click();
  await page.getByText('Filen är uppladdad och kontrollerad').waitFor();
  await page.goto(`/e/${unit}/inlamning/granska/P22-01`);
  await page.getByText('Förslag på rättelse').click();
  await page.getByText('Det räcker att ändra ett av följande').waitFor();
  await page.getByText('A (stor och liten bokstav)').first().waitFor();
  await page.getByText('tillåtet: mellan 8000 och 10000').waitFor();
  await inspectPage(page, 'granska-minsta');
  // A field that the check does not show comes to stand in the list, with the cursor in it.
  await page
    .getByRole('button', { name: /^Skriv värde i Fält 15 / })
    .first()
    .press('Enter');
  // What is typed there and in the card waits in the open page while another page is looked at, and nowhere else.
  await inputOf(/Fält 15 /).fill('Q7');
  const rate = page.getByLabel(/^Nytt värde för Fält 21/);
  await rate.fill('8765');
  await page.getByRole('link', { name: /Alla kontroller/ }).click();
  await page.locator('a[href$="/granska/P22-01"]').first().click();
  const code = page.getByLabel(/^Nytt värde för Fält 15/);
  await code.waitFor();
  expect([await code.inputValue(), await rate.inputValue()]).toEqual(['Q7', '8765']);
  const stored = await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href])');
  for (const typed of ['Q7', '8765']) expect(stored).not.toContain(typed);
  await rate.fill('5000');
  await code.fill('A');
  await inspectPage(page, 'granska-minsta-skriv');
  await code.press('Enter');
  await page.getByText('A (stor och liten bokstav)').first().waitFor({ state: 'detached' });
  // One that it does show is where it was.
  await page.getByRole('button', { name: /^Skriv värde i Fält 21 / }).press('Enter');
  await inputOf(/Fält 21 /).fill('8000');
  await inputOf(/Fält 21 /).press('Enter');
  await page.getByText('Rättad').waitFor();
  expect(faults).toEqual([]);
});

/** The input for a field, which holds the cursor. */
const inputOf = (field: RegExp) => page.locator('input:focus').and(page.getByLabel(field));
