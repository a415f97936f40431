import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptInvitation, appCode, type Credentials } from './account.ts';
import { focusOn, inspectPage, openBrowser, openWindow, pictureFailures } from './browser.ts';
import { novemberFile } from './november-file.ts';
import { startDemonstration } from './first-start.ts';
import { descendantsOf } from './processes.ts';
import type { RunningPortal } from './running-portal.ts';

/** What goes wrong on an ordinary day: hands that collide, wires that break, time that runs out, a mouse that is missing. */
let portal: RunningPortal;
let browser: Browser;
let uno: Page;
let kaj: Page;
let kajsApp: Credentials;
const faults: string[][] = [];
beforeAll(async () => {
  [portal, browser] = await Promise.all([startDemonstration(), openBrowser()]);
  uno = await open();
  await acceptInvitation(uno, portal, 'uno.latsasson@example.se', 'Räkna-alla-fåglar-9');
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
const fileField = (page: Page) => page.getByLabel(/Välj (fil eller dra den hit|en annan fil)/);

const rate = (record: number, text: string) => ({ record, field: 21, text });
const file = novemberFile('1480', 40, rate(2, '15000'), rate(4, '16000'), rate(6, '17000'));

test('a broken connection loses nothing: the file is sent again from the same page', async () => {
  await uno.goto('/e/1480/inlamning/ladda-upp');
  await fileField(uno).setInputFiles({ name: 'goteborg.csv', mimeType: 'text/csv', buffer: file });
  await uno.getByRole('button', { name: 'Skicka ändå' }).waitFor();
  await uno.context().setOffline(true);
  await uno.getByText('Du är offline.').waitFor();
  await uno.getByRole('button', { name: 'Skicka ändå' }).click();
  await uno.getByText(/^Anslutningen bröts vid \d+ %\. Filen är kvar på din dator\./).waitFor();
  await inspectPage(uno, 'ladda-upp-avbrott');
  await uno.context().setOffline(false);
  await uno.getByRole('button', { name: 'Försök nu' }).click();
  await uno.getByText('Filen är uppladdad och kontrollerad.').waitFor();
});

test('a file is checked here also when the portal does not say what it knows of last year', async () => {
  await uno.route('**/delivery/last-year', () => undefined);
  await uno.goto('/e/1480/inlamning/ladda-upp');
  await fileField(uno).setInputFiles({ name: 'goteborg.csv', mimeType: 'text/csv', buffer: file });
  await uno.getByText('Finns en inlämning från förra året jämförs filen med den när den är skickad.').waitFor();
  await uno.unroute('**/delivery/last-year');
});

test('what checks the file in the browser may run the kernels there', async () => {
  const started = uno.waitForEvent('worker');
  await uno.evaluate(() => {
    const script = performance.getEntriesByType('resource').find(({ name }) => name.includes('validation-worker'));
    // Kept by the page: a worker that nobody holds may be ended.
    Object.assign(globalThis, { kept: new Worker(script?.name ?? 'none', { type: 'module' }) });
  });
  const emptyModule = [0, 97, 115, 109, 1, 0, 0, 0];
  const mayRun = await (
    await started
  ).evaluate((bytes) => new WebAssembly.Module(Uint8Array.from(bytes)) instanceof WebAssembly.Module, emptyModule);
  expect(mayRun).toBe(true);
});

test('a colleague who was invited sees the same delivery', async () => {
  await uno.goto('/e/1480/profil');
  await uno.getByRole('button', { name: 'Bjud in en person' }).click();
  await uno.getByLabel(/^För- och efternamn/).fill('Kaj Kollegasson');
  await uno.getByLabel(/^E-postadress/).fill('kaj.kollegasson@example.se');
  await uno.getByRole('button', { name: 'Skicka inbjudan' }).click();
  await portal.nextLetterTo('kaj.kollegasson@example.se', 0);
  kaj = await open({ size: 'phone' });
  kajsApp = await acceptInvitation(kaj, portal, 'kaj.kollegasson@example.se', 'Ostron-och-kaffe-31');
  await kaj.getByText('goteborg.csv, 40 rader').waitFor();
});

test('two who correct the same cell: the second sees what the first wrote and chooses', async () => {
  for (const page of [uno, kaj]) {
    await page.goto('/e/1480/inlamning/granska/P21-02');
    await page.getByRole('article', { name: 'Rad 2' }).waitFor();
  }
  // The second page must not hear of the first correction before it has sent its own.
  await kaj.route('**/api/events*', (route) => route.abort());
  await kaj.reload();
  const card = (page: Page) => page.getByRole('article', { name: 'Rad 2' });
  await card(kaj)
    .getByLabel(/^Nytt värde för Fält 21/)
    .waitFor();
  await card(uno)
    .getByLabel(/^Nytt värde för Fält 21/)
    .fill('10000');
  await card(uno)
    .getByLabel(/^Nytt värde för Fält 21/)
    .press('Enter');
  await card(uno).getByText('Rättad').waitFor();
  await card(kaj)
    .getByLabel(/^Nytt värde för Fält 21/)
    .fill('09000');
  await card(kaj)
    .getByLabel(/^Nytt värde för Fält 21/)
    .press('Enter');
  await kaj.getByText(/^Uno Låtsasson ändrade cellen kl\. \d\d[.:]\d\d till 10000\./).waitFor();
  await inspectPage(kaj, 'granska-krock');
  await kaj.getByRole('button', { name: 'Använd mitt värde' }).click();
  await kaj.getByText('Rättad').waitFor();
  await uno.goto('/e/1480/inlamning/rattelser');
  await uno.getByRole('cell', { name: '09000' }).first().waitFor();
  await kaj.getByRole('button', { name: 'Ångra rättelsen på rad 2' }).click();
  await kaj.getByText('Rättelsen är ångrad.').waitFor();
});

test('the same file again is recognised before it is sent', async () => {
  await uno.goto('/e/1480/inlamning/ladda-upp');
  await fileField(uno).setInputFiles({ name: 'goteborg-igen.csv', mimeType: 'text/csv', buffer: file });
  await uno
    .getByText(/^(Filen|Samma fil) .*(redan|tidigare|förut)/i)
    .first()
    .waitFor();
  await inspectPage(uno, 'ladda-upp-igen');
});

test('a file that is little like last year’s is commented on, check by check', async () => {
  await uno.goto('/e/1480/inlamning/granska?visa=varningar');
  const links = uno.getByRole('link', { name: /^Öppna / });
  await links.first().waitFor();
  const checks = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')!));
  expect(checks.join()).toMatch(/D-02.*D-06.*Y-07/);
  for (const check of checks) {
    await uno.goto(check);
    await uno.getByRole('button', { name: 'Kommentera alla' }).click();
    await uno.getByLabel('Ändrad organisation').check();
    await uno.getByRole('button', { name: /^Kommentera \d+$/ }).click();
    await uno.getByText(/^(\d+) anmärkning(ar)?, \1 hanterade$/).waitFor();
  }
});

test('the way from sign-in to receipt needs no mouse', async () => {
  const page = await open();
  await page.goto('/e/1480');
  await heading(page, 'Logga in');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Hoppa till innehållet');
  await page.context().close();

  const keys = kaj.keyboard;
  await kaj.unroute('**/api/events*');
  await kaj.setViewportSize({ width: 1280, height: 800 });
  await kaj.goto('/e/1480/inlamning/granska/P21-02');
  await kaj.getByRole('article', { name: 'Rad 4' }).waitFor();
  for (const row of [4, 6]) {
    await tabTo(kaj, new RegExp(`^Nytt värde för Fält 21.*rad ${row}$`), 'INPUT');
    await keys.press('Control+A');
    await keys.type('10000');
    await keys.press('Enter');
    await kaj
      .getByRole('article', { name: `Rad ${row}` })
      .getByText('Rättad')
      .waitFor();
  }
  await kaj.goto('/e/1480/inlamning/lamna-in');
  await kaj.getByLabel('Jag har gått igenom uppgifterna').waitFor();
  await tabTo(kaj, /Jag har gått igenom uppgifterna/, 'INPUT');
  await keys.press('Space');
  await tabTo(kaj, /^Lämna in$/, 'BUTTON');
  await keys.press('Enter');
  await kaj.getByRole('dialog', { name: 'Bekräfta att det är du' }).waitFor();
  await portal.wait(30);
  await tabTo(kaj, /^Kod från appen/, 'INPUT');
  await keys.type(appCode(kajsApp.key, portal.now()));
  await keys.press('Enter');
  await heading(kaj, 'Uppgifterna är inlämnade');
  expect(await kaj.evaluate('document.activeElement.tagName')).toBe('H1');
});

test('a period that closes while the page is open: the wish is refused in words and nothing is lost', async () => {
  await kaj.goto('/e/1480/inlamning');
  await kaj.getByRole('button', { name: 'Ta tillbaka inlämningen' }).click();
  await kaj.getByRole('dialog').getByRole('button', { name: 'Ta tillbaka inlämningen' }).click();
  await kaj.getByRole('dialog').waitFor({ state: 'detached' });
  await focusOn(kaj.locator('h1'));
  await kaj.route('**/api/events*', (route) => route.abort());
  await kaj.goto('/e/1480/inlamning/lamna-in');
  await kaj.getByLabel('Jag har gått igenom uppgifterna').check();
  const iris = await open();
  await acceptInvitation(iris, portal, 'iris.exempelsson@example.se', 'Snöstormar-i-mars-77');
  // The wish comes before the data are erased, which begins within a minute.
  const [worker, ...others] = descendantsOf(portal.pid).filter(({ pid }) => roleOf(pid) === 'worker');
  expect(others).toEqual([]);
  process.kill(worker!.pid, 'SIGSTOP');
  try {
    await closeTheTestPeriod(iris);
    await kaj.getByRole('button', { name: 'Lämna in' }).click();
    await kaj
      .getByText(/Inlämningsperioden är stängd/)
      .first()
      .waitFor();
  } finally {
    process.kill(worker!.pid, 'SIGCONT');
  }
  await inspectPage(kaj, 'lamna-in-stangd');
});

test('a page that was left open goes to the sign-in page once, however many of its questions are refused', async () => {
  // What the page asks is answered before the hour has passed, or not before somebody has clicked.
  let isLeft = false;
  const answers: Promise<unknown>[] = [];
  let release = (): void => undefined;
  const clicked = new Promise<void>((resolve) => (release = resolve));
  await uno.route('**/api/**', async (route) => {
    if (isLeft) await clicked;
    else answers.push(route.request().response());
    await route.continue();
  });
  await uno.goto('/e/1480');
  await heading(uno, 'Personalstatistik');
  isLeft = true;
  await Promise.all(answers);
  await portal.wait(3700);
  const ways: string[] = [];
  const refused: string[] = [];
  uno.on('request', (request) => {
    if (request.isNavigationRequest()) ways.push(new URL(request.url()).pathname);
  });
  uno.on('response', (response) => {
    if (response.status() === 401) refused.push(response.url());
  });
  // The way is long enough for more than one to be refused before its end.
  await uno.route('**/logga-in?*', async (route) => {
    await expect.poll(() => refused.length).toBeGreaterThan(1);
    await route.continue();
  });
  await uno.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Profil & enheter' }).click();
  release();
  await heading(uno, 'Logga in');
  expect(ways).toEqual(['/logga-in']);
});

test('no page has complained in the console', () => {
  expect(faults.flat()).toEqual([]);
});

const roleOf = (pid: number) => /(?:^|\0)ROLE=(\w+)/.exec(readFileSync(`/proc/${pid}/environ`, 'utf8'))?.[1];

/** The manager moves the test period to the past. */
async function closeTheTestPeriod(iris: Page): Promise<void> {
  await iris.goto('/granskning/insamling');
  await iris.getByRole('button', { name: 'Ändra testperiod' }).click();
  const day = (daysAgo: number) => new Date(portal.now().getTime() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  await iris.getByLabel(/^Öppnar/).fill(day(20));
  for (const label of [/^Senaste dag/, /^Sista dag för ny fil/, /^Stänger/]) await iris.getByLabel(label).fill(day(2));
  await iris.getByRole('button', { name: 'Publicera' }).click();
  const dialog = iris.getByRole('dialog');
  await dialog.getByText('raderas inom några minuter och går inte att få tillbaka').waitFor();
  await dialog.getByRole('button', { name: 'Publicera' }).click();
  await dialog.getByText('Skriv periodens namn precis som det står ovan.').waitFor();
  const [, name] = (await dialog.getByText(/^Skriv «.+» för att stänga perioden/).innerText()).match(/«(.+)»/)!;
  await dialog.getByLabel('Periodens namn').fill(name!);
  await dialog.getByRole('button', { name: 'Publicera' }).click();
  await iris.getByText('Perioden är ändrad.').waitFor();
}

/** Presses Tab until the element with the name has the focus. */
async function tabTo(page: Page, name: RegExp, tag: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    const [is, called] = await page.evaluate<[string, string]>(
      `[document.activeElement.tagName, document.activeElement.getAttribute('aria-label') ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent ?? '']`,
    );
    if (name.test(called.trim()) && tag === is) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to ${name.source} by Tab`);
}
