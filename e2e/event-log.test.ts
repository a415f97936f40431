import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptInvitation, appCode, type Credentials } from './account.ts';
import { inspectPage, openBrowser, openWindow, pictureFailures } from './browser.ts';
import { startDemonstration } from './first-start.ts';
import type { RunningPortal } from './running-portal.ts';

/** Händelselogg, as an administrator reads it. */
let portal: RunningPortal;
let browser: Browser;
let page: Page;
let faults: string[];
let asta: Credentials;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startDemonstration(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await portal?.discard();
});

pictureFailures(() => browser);

const rows = () => page.getByRole('region', { name: 'Händelser, den senaste först' }).getByRole('row');

test('an administrator finds the log in the menu, newest first, with her own sign-in', async () => {
  ({ page, faults } = await openWindow(browser, portal.url));
  asta = await acceptInvitation(page, portal, 'astrid.pahittsson@example.se', 'Snöstormar-i-mars-77');
  await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Händelselogg' }).click();
  await page.getByRole('heading', { level: 1, name: 'Händelselogg' }).waitFor();
  await page.getByRole('rowheader', { name: 'Loggade in' }).first().waitFor();
  expect(await rows().count()).toBeGreaterThan(5);
  await inspectPage(page, 'handelselogg');
});

test('the filter stands in the address, names nobody there, and can be sent to a colleague', async () => {
  await page.getByLabel('Händelse', { exact: true }).selectOption({ label: 'Loggade in' });
  await page.getByText('1 händelse visas').waitFor();
  await page.getByRole('rowheader', { name: 'Loggade in' }).waitFor();
  const name = await page.getByRole('region', { name: 'Händelser, den senaste först' }).getByRole('link').first().textContent();
  await page.getByRole('region', { name: 'Händelser, den senaste först' }).getByRole('link').first().click();
  await page.waitForURL(/handelse=account\.signed-in.*person=/);
  expect(decodeURIComponent(page.url())).not.toContain(name!);
  await page.reload();
  await page.getByText('1 händelse visas').waitFor();
  await page.getByLabel('Till och med').fill('2020-01-01');
  await page.getByText('Inga händelser passar filtret.').waitFor();
  await inspectPage(page, 'handelselogg-tom');
  await page.getByRole('button', { name: 'Rensa filter' }).click();
  await page.getByText(/händelser visas, de senaste först/).waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.goto('/granskning/handelselogg?resultat=foo&fran=2026-02-30&till=2026-99-99&fore=abc&handelse=abc&person=å');
  await page.getByText(/händelser visas, de senaste först/).waitFor();
  expect(await page.getByLabel('Från och med').inputValue()).toBe('');
});

test('the log is fetched as CSV with a fresh code, and that is in the log', async () => {
  await portal.wait(400);
  await page.getByRole('button', { name: 'Hämta som CSV' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByRole('textbox').fill(appCode(asta.key, portal.now()));
  const waiting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Bekräfta' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^handelselogg-\d{4}-\d\d-\d\d\.csv$/);
  const csv = await readFile((await download.path())!, 'utf8');
  expect(csv).toContain('Loggade in;account.signed-in;Genomfört');
  expect(csv).toContain('Genom: Inbjudan');
  expect(csv).not.toMatch(/purpose|\bby=|\bwith=/);
  await page.getByText(/händelser hämtades\./).waitFor();
  await page.getByLabel('Händelse', { exact: true }).selectOption({ label: 'Hämtade händelseloggen som fil' });
  await page.getByRole('rowheader', { name: 'Hämtade händelseloggen som fil' }).waitFor();
  expect(await page.getByText(/händelser hämtades\./).count()).toBe(0);
  expect(faults).toEqual([]);
});
