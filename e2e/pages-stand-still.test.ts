import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptInvitation } from './account.ts';
import { openBrowser, openWindow, pictureFailures, widths } from './browser.ts';
import { startDemonstration } from './first-start.ts';
import { novemberFile } from './november-file.ts';
import type { RunningPortal } from './running-portal.ts';

/** While a page comes, nothing that is there moves: who is about to press something presses that. */
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

async function open(): Promise<Page> {
  const window = await openWindow(browser, portal.url);
  faults.push(window.faults);
  return window.page;
}

/** Below a tenth is called good by who measures pages; a strip across the top that comes late is more. */
const hardlySeen = 0.05;

/** How much of the window moved, and how far, while each page came: every answer takes another time. */
async function movedOn(page: Page, paths: readonly string[]): Promise<Record<string, number>> {
  let asked = 0;
  let waiting = 0;
  await page.route('**/api/**', async (route) => {
    waiting += 1;
    await pause(80 + 70 * (asked++ % 4));
    await route.continue();
    if (route.request().resourceType() !== 'eventsource') await route.request().response();
    waiting -= 1;
  });
  await page.addInitScript(() => {
    const moves: number[] = Object.assign(globalThis, { moves: [] }).moves;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moves.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const moved: Record<string, number> = {};
  for (const size of ['phone', 'desk'] as const) {
    await page.setViewportSize(widths[size]);
    for (const path of paths) {
      await page.goto(path);
      await page.locator('h1').waitFor();
      for (let quiet = 0; quiet < 3; quiet += 1) {
        await expect.poll(() => waiting, { timeout: 15_000 }).toBe(0);
        await pause(60);
      }
      await page.locator('main [aria-busy]').waitFor({ state: 'detached' });
      moved[`${path}, ${size}`] = await page.evaluate<number>('moves.reduce((sum, move) => sum + move, 0)');
    }
  }
  return moved;
}
const thatMoved = (moved: Readonly<Record<string, number>>) => Object.entries(moved).filter(([, much]) => much > hardlySeen);

test('the pages of a unit stand still while they come', async () => {
  const uno = await open();
  await acceptInvitation(uno, portal, 'uno.latsasson@example.se', 'Räkna-alla-fåglar-9');
  await uno.goto('/e/1480/inlamning/ladda-upp');
  const file = novemberFile('1480', 40, ...[2, 4, 6].map((record) => ({ record, field: 21, text: '15000' })));
  await uno
    .getByLabel(/Välj (fil eller dra den hit|en annan fil)/)
    .setInputFiles({ name: 'goteborg.csv', mimeType: 'text/csv', buffer: file });
  await uno.getByRole('button', { name: 'Skicka ändå' }).click();
  await uno.getByText('Filen är uppladdad och kontrollerad.').waitFor();
  const pages = ['', '/inlamning', '/inlamning/ladda-upp', '/inlamning/granska', '/inlamning/granska/P21-02', '/inlamning/lamna-in'];
  const others = ['/inlamning/rattelser', '/uppskov', '/profil', '/meddelanden'];
  const moved = await movedOn(
    uno,
    [...pages, ...others].map((path) => `/e/1480${path}`),
  );
  expect(Object.keys(moved)).toHaveLength(20);
  expect(thatMoved(moved)).toEqual([]);
});

test('the pages of the collecting side stand still while they come', async () => {
  const iris = await open();
  await acceptInvitation(iris, portal, 'iris.exempelsson@example.se', 'Snöstormar-i-mars-77');
  const unit = ['', '/granska', '/granska/P21-02', '/rader', '/meddelanden'].map((path) => `/organisationer/1480${path}`);
  const pages = ['', '/organisationer', ...unit, '/meddelanden', '/uppskov', '/anvandare', '/insamling', '/handelselogg', '/profil'];
  expect(
    thatMoved(
      await movedOn(
        iris,
        pages.map((path) => `/granskning${path}`),
      ),
    ),
  ).toEqual([]);
});

test('no page has complained in the console', () => {
  expect(faults.flat()).toEqual([]);
});
