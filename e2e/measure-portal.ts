import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { acceptInvitation } from './account.ts';
import { openBrowser, openWindow } from './browser.ts';
import { novemberFile } from './november-file.ts';
import { startPortal } from './running-portal.ts';

/**
 * Measures what a payroll officer waits for with a file of 60,000 records: checked in the browser after it was chosen, sent and
 * checked by the server, one cell corrected. Prints medians; tests nothing.
 */
const records = Number(process.argv[2] ?? 60_000);
const rounds = 5;
const corrections = 25;

const changes = Array.from({ length: corrections }, (_, index) => ({ record: 1 + index * 37, field: 21, text: '15000' }));
const buffer = novemberFile('1480', records, ...changes);
/** Tasks of the page above 50 ms, as the browser itself reports them; none is reported below. */
const watchLongTasks = `globalThis.longTasks = [];
  new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })`;

/** From the key that saves a cell to the frame after the page told what it did. */
const watchRepainting = `globalThis.repainted = NaN;
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Enter') return;
    const startedAt = performance.now();
    const main = document.querySelector('main');
    const told = () => main.textContent.split('Rättad').length;
    const before = told();
    const look = () => (told() > before ? (globalThis.repainted = performance.now() - startedAt) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  }, { capture: true })`;

const folder = mkdtempSync(join(tmpdir(), 'measure-'));
const portal = await startPortal();
const browser = await openBrowser();
try {
  const { page } = await openWindow(browser, portal.url);
  await acceptInvitation(page, portal, 'uno.latsasson@example.se', 'Räkna-alla-fåglar-9');
  await page.goto('/e/1480/inlamning/ladda-upp');
  const field = page.getByLabel(/Välj (fil eller dra den hit|en annan fil)/);
  const seen: number[] = [];
  const longest: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await field.waitFor({ state: 'attached' });
    await page.evaluate(watchLongTasks);
    seen.push(await timeToText(page, 'teckenkodning', () => field.setInputFiles(onDisk(`${round}.csv`, buffer))));
    longest.push(await page.evaluate<number>('Math.max(0, ...globalThis.longTasks)'));
    if (round < rounds - 1) await page.reload();
  }
  say(`file: ${records} records, ${(buffer.length / 1e6).toFixed(1)} MB`);
  say(`browser: chosen → checked (median of ${rounds}): ${median(seen)} ms`);

  say(`browser: longest task of the page meanwhile (worst of ${rounds}): ${worst(longest)} ms; P18 allows 50`);

  const stored: number[] = [];
  const checked: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0) {
      await page.goto('/e/1480/inlamning/ladda-upp');
      const again = novemberFile('1480', records, ...changes, { record: 2000 + round, field: 21, text: '15000' });
      await field.setInputFiles(onDisk(`${round}.csv`, again));
      await shown(page, 'teckenkodning');
    }
    const arrived = page
      .waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/delivery/file'))
      .then(() => performance.now());
    if (round > 0) await page.getByRole('button', { name: /^Skicka/ }).click();
    const sentAt = performance.now();
    await page.getByRole('button', { name: round > 0 ? 'Ersätt filen' : /^Skicka/ }).click();
    await shown(page, 'Filen är uppladdad och kontrollerad');
    const doneAt = performance.now();
    stored.push((await arrived) - sentAt);
    checked.push(doneAt - (await arrived));
  }
  say(`server: sent → stored (median of ${rounds}): ${median(stored)} ms; the first ${Math.round(stored[0]!)} ms`);
  say(
    `server: stored → checked, and seen on the page (median of ${rounds}): ${median(checked)} ms; the first ${Math.round(checked[0]!)} ms`,
  );

  await page.goto('/e/1480/inlamning/granska');
  await page.getByRole('link', { name: /^Öppna Mer än heltid/ }).click();
  const answered: number[] = [];
  const repainted: number[] = [];
  await page.evaluate(watchRepainting);
  for (let index = 0; index < corrections; index += 1) {
    const box = page.getByLabel(/^Nytt värde för Fält 21/).first();
    await box.fill('10000');
    const startedAt = performance.now();
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === 'POST' && one.url().includes('/corrections')),
      box.press('Enter'),
    ]);
    await response.finished();
    answered.push(performance.now() - startedAt);
    await page.getByText('Rättad').nth(index).waitFor();
    repainted.push(await page.evaluate<number>('globalThis.repainted'));
  }
  say(
    `one cell corrected, answered (median of ${corrections}): ${median(answered)} ms; the slowest ${Math.round(Math.max(...answered))} ms`,
  );
  say(
    `one cell corrected, counts repainted (median of ${corrections}): ${median(repainted)} ms; the slowest ${worst(repainted)} ms; P18 allows 100`,
  );
} finally {
  await browser.close();
  await portal.discard();
  rmSync(folder, { recursive: true });
}

/** A person's file is on the disk: handed over as bytes, the driver would keep the page busy. */
function onDisk(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function timeToText(page: Page, text: string, act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  await shown(page, text);
  return performance.now() - startedAt;
}

/** Waits until the page shows a text, looking at every frame: the driver's own waiting looks twice a second. */
async function shown(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector('main')?.textContent.includes(wanted), text, {
    polling: 'raf',
    timeout: 120_000,
  });
}

function median(values: readonly number[]): number {
  return Math.round([...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN);
}

function worst(values: readonly number[]): number {
  return Math.round(Math.max(...values));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
