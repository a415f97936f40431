import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptInvitation, appCode, confirmWithCode, proveAddress, signIn, type Credentials } from './account.ts';
import { fitsEnlarged, focusOn, inspectPage, notThereToHear, openBrowser, openWindow, pictureFailures, widths } from './browser.ts';
import { novemberFile, wholeNovemberFile } from './november-file.ts';
import { startDemonstration } from './first-start.ts';
import type { RunningPortal } from './running-portal.ts';

/** A whole collection, as its people live it: each test goes on where the one before ended. */
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
const lettersAbout = async (word: string) => (await portal.lettersTo(rut.email)).filter(({ subject }) => subject.includes(word));
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const menu = (page: Page, name: string) => page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name }).click();

let rut: Credentials;
let iris: Credentials;
let officer: Page;
let statistician: Page;

test('a payroll officer makes her account on a phone, with scripts off', async () => {
  const page = await open({ size: 'phone', javaScriptEnabled: false });
  rut = await acceptInvitation(page, portal, 'rut.testberg@example.se', 'Vintergröna-tallar-26');
  await page.waitForURL('**/');
  await page.context().close();
});

test('a statistician makes her account, and every page on the way is in order', async () => {
  statistician = await open();
  iris = await acceptInvitation(statistician, portal, 'iris.exempelsson@example.se', 'Snöstormar-i-mars-77', (name) =>
    inspectPage(statistician, name),
  );
  await heading(statistician, 'Novemberstatistik 2026, läget i dag');
  await inspectPage(statistician, 'oversikt');
});

test('the officer signs in with password and app, and Start says which period runs and what to do', async () => {
  await portal.wait(60);
  officer = await open();
  await officer.goto('/logga-in');
  await officer.getByLabel('E-postadress').fill(rut.email);
  await officer.getByLabel('Lösenord').fill('Fel-lösenord-26');
  await officer.getByRole('button', { name: 'Logga in', exact: true }).click();
  await officer.getByText('E-postadressen eller lösenordet stämmer inte.').waitFor();
  await inspectPage(officer, 'logga-in-fel');
  await signIn(officer, portal, rut);
  await heading(officer, 'Personalstatistik');
  await officer.getByRole('heading', { level: 2, name: /^Testperiod - från den \d+:[ae] \S+ 20\d\d till och med den / }).waitFor();
  await officer.getByText('Data som laddas upp under denna period kommer att raderas när testperioden är slut').waitFor();
  await officer.getByRole('heading', { level: 2, name: /^Nästa inlämningsperiod börjar den / }).waitFor();
  await officer.getByText('Ej påbörjad').first().waitFor();
  await inspectPage(officer, 'start');
});

test('a unit is chosen in the header, and each tab keeps its own', async () => {
  await officer.getByRole('button', { name: /^Enhet: / }).click();
  await officer.getByRole('link', { name: /Östersund|1498|Tidaholm/ }).click();
  await officer.waitForURL('**/e/1498');
  await officer.goto('/e/2403');
  await heading(officer, 'Personalstatistik');
});

test('nonsense and the file of another municipality are turned away before anything is sent', async () => {
  await menu(officer, 'Inlämning');
  await heading(officer, 'Inlämning');
  await inspectPage(officer, 'inlamning-tom');
  await officer.setViewportSize(widths.phone);
  const menuButton = officer.getByRole('button', { name: 'Meny', exact: true }).locator('visible=true').first();
  await menuButton.press('Enter');
  await officer.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Start' }).focus();
  await officer.keyboard.press('Escape');
  await focusOn(menuButton);
  expect(await menuButton.getAttribute('aria-expanded')).toBe('false');
  await officer.setViewportSize(widths.desk);
  await officer.getByRole('link', { name: 'Ladda upp', exact: true }).click();
  await heading(officer, 'Ladda upp fil');
  await inspectPage(officer, 'ladda-upp');
  const [example] = await Promise.all([officer.waitForEvent('download'), officer.getByRole('link', { name: 'Exempelfil' }).click()]);
  expect(example.suggestedFilename()).toBe('exempelfil.csv');
  expect(await officer.getByRole('link', { name: 'Postbeskrivning' }).getAttribute('href')).toBe('/postbeskrivning');
  const choose = (name: string, buffer: Buffer) =>
    officer.getByLabel(/Välj (fil eller dra den hit|en annan fil)/).setInputFiles({ name, mimeType: 'text/csv', buffer });
  await choose('tom.csv', Buffer.alloc(0));
  await officer.getByText('Filen är tom.').first().waitFor();
  await choose('bild.csv', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb00430008', 'hex'));
  await officer.getByText('Filen kan inte skickas.').waitFor();
  await inspectPage(officer, 'ladda-upp-bild');
  await choose('fel-kommun.csv', novemberFile('1498', 20));
  await officer.getByText('Filen kan inte skickas.').waitFor();
  await inspectPage(officer, 'ladda-upp-fel-kommun');
});

const file = wholeNovemberFile(
  '2403',
  { record: 3, field: 21, text: '15000' },
  { record: 7, field: 14, text: '' },
  { record: 9, field: 14, text: '' },
);

test('a file is checked in the browser, sent, and checked again by the server', async () => {
  await officer
    .getByLabel(/Välj (fil eller dra den hit|en annan fil)/)
    .setInputFiles({ name: 'bjurholm-2026.csv', mimeType: 'text/csv', buffer: file });
  await officer.getByText('351 rader, 42 kolumner, teckenkodning UTF-8').waitFor();
  await officer.getByText('Medellönen för etiketten har ändrats ovanligt').waitFor();
  await officer.getByText('Antal och summor är jämförda med förra årets inlämning.').waitFor();
  await inspectPage(officer, 'ladda-upp-last');
  await officer.getByRole('button', { name: 'Skicka ändå' }).click();
  await officer.getByText('Filen är uppladdad och kontrollerad.').waitFor();
  await inspectPage(officer, 'ladda-upp-klar');
  await officer.getByRole('link', { name: 'Gå till Granska' }).click();
  await heading(officer, 'Granska');
  await officer.getByText('351 rader · 1 fel · 3 varningar · 2 upplysningar').waitFor();
  await inspectPage(officer, 'granska');
  await fitsEnlarged(officer, 'granska');
  const [list] = await Promise.all([officer.waitForEvent('download'), officer.getByRole('link', { name: 'Hämta som CSV' }).click()]);
  expect(list.suggestedFilename()).toBe('bjurholm-2026-anmarkningar.csv');
  expect((await readFile(await list.path(), 'utf8')).split('\r\n')).toHaveLength(8);
});

test('an error is corrected where it stands, undone, and corrected again', async () => {
  await officer
    .getByRole('link', { name: /^Öppna / })
    .first()
    .click();
  const card = officer.getByRole('article', { name: 'Rad 3' });
  await card.waitFor();
  await inspectPage(officer, 'granska-kontroll');
  const correct = async (text: string) => {
    await card.getByLabel(/^Nytt värde för Fält 21/).fill(text);
    await card.getByLabel(/^Nytt värde för Fält 21/).press('Enter');
  };
  const right = wholeNovemberFile('2403').toString('latin1').split('\r\n')[2]!.split(';')[20]!;
  await correct(right);
  await card.getByText('Rättad').waitFor();
  await focusOn(card);
  await card.getByRole('button', { name: 'Ångra rättelsen på rad 3' }).press('Enter');
  await focusOn(card.getByLabel(/^Nytt värde för Fält 21/));
  // Twice, before the list has been asked for again.
  const lists = '**/checks/*/findings*';
  await officer.route(lists, async (route) => {
    await new Promise((resolve) => {
      setTimeout(resolve, 3000);
    });
    await route.continue();
  });
  await correct('12000');
  await card.getByText('Värdet är sparat men anmärkningen är kvar.').waitFor();
  await correct(right);
  await card.getByText('Rättad').waitFor();
  await officer.unrouteAll({ behavior: 'wait' });
  await inspectPage(officer, 'granska-rattad');
  await officer.goto('/e/2403/inlamning/rattelser');
  await heading(officer, 'Rättelser');
  await inspectPage(officer, 'rattelser');
  const [table] = await Promise.all([officer.waitForEvent('download'), officer.getByRole('link', { name: 'Hämta som CSV' }).click()]);
  expect(table.suggestedFilename()).toMatch(/-rattelser\.csv$/);
  expect((await readFile(await table.path(), 'utf8')).split('\r\n')[1]).toContain(`;${right};Rut Testberg;`);
});

test('warnings stand in the way until they are explained, one or all at once', async () => {
  await officer.goto('/e/2403/inlamning/lamna-in');
  await officer.getByText('3 varningar saknar rättelse eller kommentar.').waitFor();
  await inspectPage(officer, 'lamna-in-hinder');
  await officer.getByRole('link', { name: 'Hantera varningar' }).click();
  await officer.getByRole('link', { name: 'Öppna Befattningskoden har fel form' }).click();
  // With the keyboard: what is pressed gives way to what it led to, and the focus goes there.
  const card = officer.getByRole('article', { name: 'Rad 7' });
  const begin = card.getByRole('button', { name: 'Kommentera rad 7' });
  await begin.press('Enter');
  await focusOn(card.getByRole('radio').first());
  await card.getByRole('button', { name: 'Avbryt' }).press('Enter');
  await focusOn(begin);
  await begin.press('Enter');
  await card.getByLabel('Annat').check();
  await card.getByRole('button', { name: 'Spara kommentar' }).press('Enter');
  await focusOn(card.getByRole('textbox', { name: 'Kommentar' }));
  await card.getByLabel('Ny anställning').check();
  await card.getByRole('button', { name: 'Spara kommentar' }).press('Enter');
  await card.getByText('Kommenterad').waitFor();
  await focusOn(card);
  await card.getByRole('button', { name: 'Ta bort kommentaren' }).press('Enter');
  await begin.waitFor();
  await focusOn(card);
  await begin.press('Enter');
  await card.getByLabel('Ny anställning').check();
  await card.getByRole('button', { name: 'Spara kommentar' }).press('Enter');
  await card.getByText('Kommenterad').waitFor();
  await officer.getByRole('button', { name: 'Kommentera alla' }).press('Enter');
  await officer.getByLabel('Annat').check();
  await inspectPage(officer, 'kommentera-alla');
  await officer.getByRole('textbox', { name: 'Kommentar' }).fill('Vi använder inte koderna i år.');
  await officer.getByRole('button', { name: /^Kommentera 1$/ }).press('Enter');
  await officer.getByText('2 anmärkningar, 2 hanterade').waitFor();
  await focusOn(officer.locator('h1'));
});

test('what has changed since last year is a warning like any other', async () => {
  await officer.goto('/e/2403');
  await officer.getByText('Granskas av uppgiftslämnaren').first().waitFor();
  await fitsEnlarged(officer, 'start');
  await officer.goto('/e/2403/inlamning/granska');
  await officer.getByRole('link', { name: 'Öppna Medellönen för etiketten har ändrats ovanligt' }).click();
  await officer
    .getByText(/medellönen har ändrats −2,7 procent/)
    .first()
    .waitFor();
  await inspectPage(officer, 'granska-forra-aret');
  await officer.getByRole('button', { name: 'Kommentera alla' }).click();
  await officer.getByLabel('Ändrad organisation').check();
  await officer.getByRole('button', { name: /^Kommentera 1$/ }).click();
  await officer.getByText('1 anmärkning, 1 hanterade').waitFor();
});

test('the delivery is submitted once, with a receipt and a letter without personal data', async () => {
  await officer.goto('/e/2403/inlamning/lamna-in');
  await officer.getByRole('button', { name: 'Lämna in' }).click();
  await officer.getByText('Kryssa i att du har gått igenom uppgifterna.').first().waitFor();
  await officer.getByLabel('Jag har gått igenom uppgifterna').check();
  await inspectPage(officer, 'lamna-in');
  const dialog = officer.getByRole('dialog', { name: 'Bekräfta att det är du' });
  // Thinking better of it is no fault, and leads back to where one was.
  for (const leave of [() => dialog.getByRole('button', { name: 'Avbryt' }).press('Enter'), () => officer.keyboard.press('Escape')]) {
    await officer.getByRole('button', { name: 'Lämna in' }).press('Enter');
    await dialog.waitFor();
    await leave();
    await focusOn(officer.getByRole('button', { name: 'Lämna in' }));
    expect(await officer.getByRole('main').getByRole('alert').count()).toBe(0);
  }
  await officer.getByRole('button', { name: 'Lämna in' }).dblclick();
  const checksum = createHash('sha256').update(file).digest('hex');
  await dialog.getByText('2403 Bjurholms kommun').waitFor();
  const focused = () => officer.evaluate('document.activeElement.labels?.[0]?.textContent ?? ""');
  await expect.poll(focused).toMatch(/^Kod från appen/);
  // The second click of the two, met by a dialog that opened in between.
  for (const met of [dialog.getByText('2403 Bjurholms kommun'), dialog.getByRole('button', { name: 'Avbryt' })]) {
    const { x, y } = (await met.boundingBox())!;
    await officer.mouse.move(x + 3, y + 3);
    await officer.mouse.down({ clickCount: 2 });
    await officer.mouse.up({ clickCount: 2 });
    expect(await focused()).toMatch(/^Kod från appen/);
  }
  await dialog.getByText('Novemberstatistik 2026, testperiod').waitFor();
  await dialog.getByText((checksum.slice(0, 16).match(/.{4}/g) ?? []).join(' ')).click();
  await dialog.getByText(checksum).waitFor();
  await inspectPage(officer, 'lamna-in-bekrafta');
  await dialog.getByRole('button', { name: 'Bekräfta' }).click();
  await dialog.getByText('Ange koden.').waitFor();
  await confirmWithCode(officer, portal, rut);
  await heading(officer, 'Uppgifterna är inlämnade');
  await officer.getByText(checksum).waitFor();
  await inspectPage(officer, 'kvittens');
  await expect.poll(() => lettersAbout('inlämnade')).toHaveLength(1);
  expect((await lettersAbout('inlämnade'))[0]!.text).not.toMatch(/\d{6}-?\d{4}|15000|Testberg/);
  // Why nothing can be changed, and what one can do about it oneself.
  await officer.goto('/e/2403/inlamning/granska');
  await officer.getByText(/^Inlämnad .+ Ta tillbaka inlämningen om något måste ändras\./).waitFor();
  await officer.goto('/e/2403/inlamning/ladda-upp');
  await officer.getByText(/^Inlämnad .+ Ta tillbaka inlämningen om du vill ladda upp en ny fil\./).waitFor();
  await inspectPage(officer, 'ladda-upp-inlamnad');
});

test('the statistician finds the unit among 310, reads it, and asks for more', async () => {
  await menu(statistician, 'Organisationer');
  await heading(statistician, 'Organisationer');
  await statistician.getByText('310 enheter').waitFor();
  await inspectPage(statistician, 'organisationer');
  await statistician.getByLabel('Sök namn eller kod').fill('bjur');
  await statistician.getByText('1 av 310 enheter').waitFor();
  await inspectPage(statistician, 'organisationer-sok');
  await statistician.getByRole('link', { name: 'Bjurholms kommun' }).click();
  await heading(statistician, 'Bjurholms kommun');
  await statistician.getByRole('button', { name: 'Börja granska' }).press('Enter');
  await statistician.getByText('Under granskning').first().waitFor();
  await focusOn(statistician.locator('h1'));
  await inspectPage(statistician, 'enhet');
  const tab = async (name: string, words: string) => {
    await statistician.getByRole('navigation', { name: 'Organisationens sidor' }).getByRole('link', { name, exact: true }).click();
    await statistician.getByText(words).first().waitFor();
    await inspectPage(statistician, `enhet-${name.toLowerCase()}`);
  };
  await tab('Granska', 'Befattningskoden har fel form');
  // An address that asks for what does not exist shows the ordinary page.
  await statistician.goto('/granskning/organisationer/2403/granska?visa=foo');
  await statistician.getByText('Befattningskoden har fel form').first().waitFor();
  await statistician.goto('/granskning/organisationer/2403/rader?sida=abc');
  await statistician.getByText(/^Visar 1–/).waitFor();
  // Past the end is the last page.
  await statistician.goto('/granskning/organisationer/2403/rader?sida=999');
  await statistician.waitForURL(/rader\?sida=\d$/);
  await statistician.getByText(/^Visar \d+–(\d+) av \1$/).waitFor();
  await statistician.goto('/granskning/organisationer/2403/granska');
  await statistician
    .getByRole('link', { name: /^Öppna / })
    .first()
    .click();
  const findings = statistician.getByRole('article');
  await findings.first().waitFor();
  await statistician.goto(`${statistician.url()}?sida=99`);
  await findings.first().waitFor();
  await tab('Rättelser', 'Originalfilen ändras inte.');
  await tab('Kommentarer', 'Vi använder inte koderna i år.');
  await tab('Rader', 'De går bara att läsa.');
  await tab('Meddelanden', 'Nytt meddelande');
  await tab('Kontakter', 'Rut Testberg');
  await tab('Inlämning', 'Under granskning');
  await statistician.getByRole('button', { name: 'Begär komplettering' }).click();
  await statistician.getByRole('dialog').getByRole('button', { name: 'Begär komplettering' }).click();
  await statistician.getByText('Skriv vad som behöver kompletteras.').waitFor();
  await inspectPage(statistician, 'begar-komplettering');
  await statistician.getByLabel('Vad behöver kompletteras?').fill('Hur många månadsavlönade hade ni?');
  // A colleague is quicker: what is written stays, and is told why it is not sent.
  const colleague = await statistician.context().newPage();
  await colleague.goto('/granskning/organisationer/2403');
  await colleague.getByRole('button', { name: 'Begär komplettering' }).click();
  await colleague.getByLabel('Vad behöver kompletteras?').fill('Hur många timavlönade hade ni?');
  await colleague.getByRole('dialog').getByRole('button', { name: 'Begär komplettering' }).click();
  await colleague.getByText('Komplettering begärd').first().waitFor();
  await colleague.close();
  await statistician.getByText('Komplettering begärd').first().waitFor();
  expect(await statistician.getByLabel('Vad behöver kompletteras?').inputValue()).toBe('Hur många månadsavlönade hade ni?');
  await statistician.getByRole('dialog').getByRole('button', { name: 'Begär komplettering' }).click();
  await statistician
    .getByRole('dialog')
    .getByText(/^Inlämningen har (ett annat läge nu|ändrats sedan)/)
    .waitFor();
  expect(await statistician.getByLabel('Vad behöver kompletteras?').inputValue()).toBe('Hur många månadsavlönade hade ni?');
  await statistician.getByRole('button', { name: 'Avbryt' }).click();
  await statistician.getByRole('button', { name: 'Begär komplettering' }).waitFor({ state: 'detached' });
});

test('the question reaches the officer, and each answer the other side within two seconds, without reload', async () => {
  await expect.poll(() => lettersAbout('kompletteras')).toHaveLength(1);
  await officer.goto('/e/2403');
  await officer.getByText('Komplettering begärd').first().waitFor();
  await officer.getByRole('link', { name: /^Meddelanden \(1 nytt\)/ }).click();
  await heading(officer, 'Meddelanden');
  await inspectPage(officer, 'meddelanden');
  const newThread = officer.getByRole('button', { name: 'Nytt meddelande' });
  await newThread.press('Enter');
  await focusOn(officer.getByLabel(/^Ämne/));
  await officer.getByRole('button', { name: 'Skicka' }).press('Enter');
  await focusOn(officer.getByLabel(/^Ämne/));
  await officer.getByRole('button', { name: 'Avbryt' }).press('Enter');
  await focusOn(newThread);
  await officer.getByRole('link', { name: /Begäran om komplettering/ }).click();
  await officer.getByText('Hur många timavlönade hade ni?').waitFor();
  await statistician.goto('/granskning/organisationer/2403/meddelanden');
  await statistician.getByRole('link', { name: /Begäran om komplettering/ }).click();
  await statistician.getByText('Hur många timavlönade hade ni?').waitFor();
  await officer.getByLabel('Ditt svar').fill('Tolv stycken i november.');
  await officer.getByRole('button', { name: 'Svara' }).click();
  await officer.getByText('Tolv stycken i november.').waitFor();
  await statistician.getByText('Tolv stycken i november.').waitFor({ timeout: 2000 });
  await inspectPage(statistician, 'trad');
  await statistician.getByLabel('Ditt svar').fill('Tack, då ser det rätt ut.');
  await statistician.getByRole('button', { name: 'Svara' }).click();
  await officer.getByText('Tack, då ser det rätt ut.').waitFor({ timeout: 4000 });
  await inspectPage(officer, 'trad-uppgiftslamnare');
  await expect.poll(async () => (await lettersAbout('nytt meddelande')).length).toBeGreaterThan(0);
  expect(JSON.stringify(await lettersAbout('nytt meddelande'))).not.toContain('ser det rätt ut');
});

test('a personal number in a message is noticed before it is sent', async () => {
  await officer.getByLabel('Ditt svar').fill('Det gäller 8001019804.');
  await officer.getByRole('button', { name: 'Svara' }).click();
  await officer.getByText('Texten ser ut att innehålla ett personnummer.').first().waitFor();
  await officer.getByLabel('Ditt svar').fill('');
});

test('more time is asked for, granted, and seen as the new last day', async () => {
  await menu(officer, 'Uppskov');
  await heading(officer, 'Uppskov');
  const due = (await officer.getByText(/^Senaste dag för er är/).textContent()) ?? '';
  await officer.getByRole('button', { name: 'Skicka begäran' }).click();
  await officer.getByText('Ange dag, månad och år.').first().waitFor();
  await officer.getByText('Det gäller inlämningsperioden.').waitFor();
  for (const [label, text] of [
    ['Dag', '31'],
    ['Månad', '2'],
    ['År', '2027'],
  ] as const)
    await officer.getByLabel(label, { exact: true }).fill(text);
  await officer.getByRole('button', { name: 'Skicka begäran' }).click();
  await officer.getByText('Dagen finns inte i kalendern. Kontrollera dag och månad.').first().waitFor();
  await inspectPage(officer, 'uppskov-fel');
  const wished = new Date(portal.now().getTime() + 75 * 86_400_000);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', ...options }).format(wished);
  await officer.getByLabel('Dag', { exact: true }).fill(part({ day: 'numeric' }));
  await officer.getByLabel('Månad', { exact: true }).fill(part({ month: 'numeric' }));
  await officer.getByLabel('År', { exact: true }).fill(part({ year: 'numeric' }));
  await officer.getByLabel(/^Orsak/).selectOption({ label: 'Lönesystemet' });
  await officer.getByRole('button', { name: 'Skicka begäran' }).press('Enter');
  await officer.getByText('Väntar på svar', { exact: true }).waitFor();
  await focusOn(officer.locator('h1'));
  await inspectPage(officer, 'uppskov');
  await menu(statistician, 'Uppskov');
  await heading(statistician, 'Uppskov');
  await inspectPage(statistician, 'uppskov-granskning');
  await statistician.getByRole('button', { name: 'Svara Bjurholms kommun' }).click();
  const day = statistician.getByRole('dialog').getByLabel('Bevilja till');
  const asked = await day.inputValue();
  await day.fill('');
  await statistician.getByRole('dialog').getByRole('button', { name: 'Bevilja' }).click();
  await statistician.getByText('Ange vilken dag det beviljas till.').waitFor();
  await day.fill('2020-01-01');
  await statistician.getByRole('dialog').getByRole('button', { name: 'Bevilja' }).click();
  await statistician.getByText(/^Ange ett datum efter .+ och senast /).waitFor();
  await statistician.getByRole('dialog').getByRole('button', { name: 'Avslå' }).click();
  await statistician.getByText('Skriv varför begäran avslås.').waitFor();
  expect(await statistician.getByText(/^Ange ett datum efter/).count()).toBe(0);
  expect(await statistician.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
  await inspectPage(statistician, 'uppskov-svar');
  await day.fill(asked);
  await statistician.getByRole('dialog').getByRole('button', { name: 'Bevilja' }).click();
  await officer.getByText(/^Beviljat till den? ?\d+:[ae]|^Beviljat till \d+:[ae]/).waitFor({ timeout: 4000 });
  await expect.poll(() => officer.getByText(/^Senaste dag för er är/).textContent()).not.toBe(due);
  await expect.poll(() => lettersAbout('uppskov')).toHaveLength(1);
  await statistician.goto('/granskning/organisationer/2403');
  await statistician.getByRole('navigation', { name: 'Organisationens sidor' }).getByRole('link', { name: 'Uppskov' }).click();
  await statistician.getByText(/^Besvarad av Iris Exempelsson, /).waitFor();
  await statistician.getByText(/^Beviljat till \d+:[ae]/).waitFor();
  await inspectPage(statistician, 'enhet-uppskov');
  await menu(statistician, 'Uppskov');
});

test('the officer completes, submits again with a new receipt, and the statistician accepts', async () => {
  await officer.goto('/e/2403/inlamning/lamna-in');
  await officer.getByLabel('Jag har gått igenom uppgifterna').check();
  await officer.getByRole('button', { name: 'Lämna in' }).click();
  await confirmWithCode(officer, portal, rut);
  await heading(officer, 'Uppgifterna är inlämnade');
  await statistician.goto('/granskning/organisationer/2403');
  await statistician.getByRole('button', { name: 'Börja granska' }).click();
  await statistician.getByRole('button', { name: 'Godkänn' }).click();
  await statistician.getByText('Godkänn inlämningen från Bjurholms kommun?').waitFor();
  await inspectPage(statistician, 'godkann');
  await statistician.getByRole('dialog').getByRole('button', { name: 'Godkänn' }).press('Enter');
  await statistician.getByText('Godkänd').first().waitFor();
  await focusOn(statistician.locator('h1'));
  await officer.goto('/e/2403/inlamning/granska');
  await officer.getByText(/^Inlämnad .+ Be oss öppna inlämningen om något måste ändras\./).waitFor();
  await inspectPage(officer, 'granska-last');
  await officer.goto('/e/2403/inlamning');
  await officer.getByText('Godkänd').first().waitFor();
  await inspectPage(officer, 'inlamning-godkand');
  await statistician.getByRole('button', { name: 'Öppna för ändring' }).click();
  await statistician.getByLabel('Orsak').fill('Enheten vill rätta befattningskoderna.');
  await statistician.getByRole('dialog').getByRole('button', { name: 'Öppna för ändring' }).click();
  await officer.getByText('Granskas av uppgiftslämnaren').first().waitFor({ timeout: 5000 });
});

test('own details and the payroll system are changed', async () => {
  await menu(officer, 'Profil & enheter');
  await heading(officer, 'Profil & enheter');
  await inspectPage(officer, 'profil');
  const change = officer.getByRole('button', { name: 'Ändra', exact: true }).first();
  await change.press('Enter');
  await focusOn(officer.getByLabel(/^Namn/));
  await officer.getByLabel('Telefon').fill('070-174 06 05');
  await officer.getByRole('button', { name: 'Spara' }).press('Enter');
  await officer.getByText('Dina uppgifter är sparade.').waitFor();
  await focusOn(change);
  await officer.getByRole('definition').filter({ hasText: '070-174 06 05' }).waitFor();
  await officer.getByRole('button', { name: 'Ändra lönesystem för Bjurholms kommun' }).click();
  await officer
    .getByRole('dialog')
    .getByRole('combobox', { name: /^Lönesystem/ })
    .selectOption({ index: 1 });
  await officer.getByRole('button', { name: 'Spara' }).click();
  await officer.getByText('Lönesystemet är sparat.').waitFor();
});

test('a unit administrator invites a colleague and takes the access back', async () => {
  const administrator = await open();
  await acceptInvitation(administrator, portal, 'uno.latsasson@example.se', 'Räkna-alla-fåglar-9');
  await heading(administrator, 'Personalstatistik');
  await menu(administrator, 'Profil & enheter');
  const invite = administrator.getByRole('button', { name: 'Bjud in en person' });
  await invite.click();
  await administrator.getByRole('button', { name: 'Skicka inbjudan' }).press('Enter');
  await focusOn(administrator.getByLabel(/^För- och efternamn/));
  await administrator.getByLabel(/^För- och efternamn/).fill('Kaj Kollegasson');
  await administrator.getByLabel(/^E-postadress/).fill('kaj.kollegasson@example.se');
  await inspectPage(administrator, 'bjud-in');
  await administrator.getByRole('button', { name: 'Skicka inbjudan' }).click();
  await administrator.getByText('Kaj Kollegasson är inbjuden.').waitFor();
  await focusOn(invite);
  await portal.nextLetterTo('kaj.kollegasson@example.se', 0);
  await inspectPage(administrator, 'profil-administrator');
  await administrator.getByRole('button', { name: 'Dra tillbaka inbjudan till Kaj Kollegasson' }).click();
  await administrator.getByText('Kaj Kollegasson kan inte längre skapa ett konto med inbjudan.').waitFor();
  await inspectPage(administrator, 'dra-tillbaka');
  await administrator.getByRole('dialog').getByRole('button', { name: 'Dra tillbaka' }).click();
  await administrator.getByText('Inbjudan till Kaj Kollegasson är tillbakadragen.').waitFor();
  await administrator.goto('/e/2403');
  await heading(administrator, 'Sidan finns inte.');
  await inspectPage(administrator, 'finns-inte');
  await administrator.context().close();
});

test('a forgotten password is replaced through mail and app, and never shows a new QR code', async () => {
  await notThereToHear(officer);
  await portal.wait(120);
  const page = await open({ size: 'phone' });
  await page.goto('/logga-in');
  await page.getByRole('link', { name: 'Har du fått en inbjudan eller har du glömt ditt lösenord?' }).click();
  await proveAddress(page, portal, rut.email);
  await page.getByText('Ange verifieringskoden från din Authenticator-app.').waitFor();
  expect(await page.getByRole('img', { name: 'QR-kod för autentiseringsappen' }).count()).toBe(0);
  await page.getByLabel('Ange koden').fill(appCode(rut.key, portal.now()));
  await page.getByRole('button', { name: 'Verifiera' }).click();
  rut = { ...rut, password: 'Höstregn-över-älven-4' };
  await page.getByLabel('Nytt lösenord', { exact: false }).first().fill(rut.password);
  await page.getByLabel('Bekräfta nytt lösenord').fill(rut.password);
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await heading(page, 'Personalstatistik');
  await page.context().close();
  await officer.goto('/e/2403');
  await heading(officer, 'Logga in');
  await portal.wait(60);
  await signIn(officer, portal, rut);
  await heading(officer, /Profil & enheter|Personalstatistik/);
});

test('the manager moves the last day and rewrites a notice, and Start says so', async () => {
  await menu(statistician, 'Insamling');
  await heading(statistician, 'Insamling');
  await inspectPage(statistician, 'insamling');
  await statistician.getByRole('button', { name: 'Ändra testperiod' }).first().click();
  await statistician.getByLabel(/^Rubrik \*|^Rubrik$/).fill('Prova gärna till och med den {slut}');
  await inspectPage(statistician, 'insamling-andra');
  await statistician.getByRole('button', { name: 'Publicera' }).click();
  await statistician.getByRole('dialog').getByText('Rubrik').first().waitFor();
  await inspectPage(statistician, 'insamling-publicera');
  await statistician.getByRole('dialog').getByRole('button', { name: 'Publicera' }).click();
  await statistician.getByText('Perioden är ändrad.').waitFor();
  await officer.goto('/e/2403');
  await officer.getByRole('heading', { level: 2, name: /^Prova gärna till och med den \d+:[ae]/ }).waitFor();
});

test('an hour of silence ends the session, and the next sign-in comes back to the same page', async () => {
  await officer.goto('/e/2403/uppskov');
  await heading(officer, 'Uppskov');
  await notThereToHear(officer);
  await portal.wait(3700);
  await officer.goto('/e/2403/uppskov');
  await officer.getByText('Du har loggats ut efter 60 minuter utan aktivitet. Det du hade sparat finns kvar.').waitFor();
  await officer.getByLabel('E-postadress').fill(rut.email);
  await officer.getByLabel('Lösenord').fill(rut.password);
  await officer.getByRole('button', { name: 'Logga in', exact: true }).click();
  await officer.getByLabel('Ange koden').fill(appCode(rut.key, portal.now()));
  await officer.getByRole('button', { name: 'Verifiera' }).click();
  await heading(officer, 'Uppskov');
});

test('when the test period has ended its data are gone, and the submission period begins empty', async () => {
  await Promise.all([officer, statistician].map(notThereToHear));
  await portal.wait(26 * 86_400);
  await signIn(officer, portal, rut);
  await heading(officer, 'Personalstatistik');
  await expect
    .poll(
      async () => {
        await officer.reload();
        const said = officer.getByText('Ingen fil är uppladdad.');
        return said.waitFor({ timeout: 2000 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(true);
  await inspectPage(officer, 'start-inlamningsperiod');
  await signIn(statistician, portal, iris);
  await menu(statistician, 'Insamling');
  await statistician.getByText(/^Uppgifterna raderades /).waitFor();
});

test('signing out ends it, also for the back button', async () => {
  await officer.getByRole('button', { name: /Rut Testberg/ }).click();
  await officer.getByRole('button', { name: 'Logga ut' }).click();
  await officer.getByText('Du är utloggad.').waitFor();
  await inspectPage(officer, 'utloggad');
  await officer.goto('/e/2403');
  await heading(officer, 'Logga in');
});

test('help, personal data and accessibility are open to everybody', async () => {
  for (const [path, name] of [
    ['/hjalp', 'Hjälp och kontakt'],
    ['/postbeskrivning', 'Postbeskrivning'],
    ['/personuppgifter', 'Information om personuppgiftsbehandling'],
    ['/tillganglighet', 'Tillgänglighetsredogörelse för Personalstatistik'],
    ['/finns-inte', 'Sidan finns inte'],
  ] as const) {
    await officer.goto(path);
    await heading(officer, name);
    await inspectPage(officer, path.slice(1));
  }
});

test('no page has complained in the console', () => {
  expect(faults.flat()).toEqual([]);
});
