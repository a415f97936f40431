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
const portal = await startPortal();
const browser = await openBrowser();
try {
  const { page } = await openWindow(browser, portal.url);
  await acceptInvitation(page, portal, 'uno.latsasson@example.se', 'Räkna-alla-fåglar-9');
  await page.goto('/e/1480/inlamning/ladda-upp');
  const field = page.getByLabel(/Välj (fil eller dra den hit|en annan fil)/);
  const seen: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await field.waitFor({ state: 'attached' });
    seen.push(await timeToText(page, /teckenkodning/, () => field.setInputFiles({ name: `${round}.csv`, mimeType: 'text/csv', buffer })));
    if (round < rounds - 1) await page.reload();
  }
  say(`file: ${records} records, ${(buffer.length / 1e6).toFixed(1)} MB`);
  say(`browser: chosen → checked (median of ${rounds}): ${median(seen)} ms`);

  const arrived = page
    .waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/delivery/file'))
    .then(() => performance.now());
  const sentAt = performance.now();
  await page.getByRole('button', { name: /^Skicka/ }).click();
  await page.getByText('Filen är uppladdad och kontrollerad').waitFor({ timeout: 120_000 });
  const doneAt = performance.now();
  say(
    `server: sent → stored: ${Math.round((await arrived) - sentAt)} ms; stored → checked, and seen on the page: ${Math.round(doneAt - (await arrived))} ms`,
  );

  await page.goto('/e/1480/inlamning/granska');
  await page.getByRole('link', { name: /^Öppna Mer än heltid/ }).click();
  const answered: number[] = [];
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
  }
  say(
    `one cell corrected, answered (median of ${corrections}): ${median(answered)} ms; the slowest ${Math.round(Math.max(...answered))} ms`,
  );
} finally {
  await browser.close();
  await portal.discard();
}

async function timeToText(page: Page, text: RegExp, act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  const handedOverAt = performance.now();
  await page.getByText(text).first().waitFor({ timeout: 120_000 });
  // The driver hands the file to the browser before the page knows of it; a person's file is on the disk already.
  return performance.now() - (handedOverAt - startedAt > 50 ? handedOverAt : startedAt);
}

function median(values: readonly number[]): number {
  return Math.round([...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
