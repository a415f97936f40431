import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptInvitation } from './account.ts';
import { openBrowser, openWindow, pictureFailures } from './browser.ts';
import { startDemonstration } from './first-start.ts';
import type { RunningPortal } from './running-portal.ts';

/** A statistician's day of small things: words that are searched by, dates that are mistyped, addresses that are wrong. */
let portal: RunningPortal;
let browser: Browser;
let iris: Page;
let faults: string[];
beforeAll(async () => {
  [portal, browser] = await Promise.all([startDemonstration(), openBrowser()]);
  ({ page: iris, faults } = await openWindow(browser, portal.url));
  await acceptInvitation(iris, portal, 'iris.exempelsson@example.se', 'Snöstormar-i-mars-77');
});
afterAll(async () => {
  await browser?.close();
  await portal?.discard();
});
pictureFailures(() => browser);

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const menu = (page: Page, name: string) => page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name }).click();
/** Longer than a search field waits for more. */
const aPause = () => iris.waitForTimeout(600);

test('a word that is cleared stays cleared, whichever way it is cleared', async () => {
  await menu(iris, 'Organisationer');
  const word = iris.getByLabel('Sök namn eller kod');
  const isCleared = async () => {
    await iris.getByText('310 enheter', { exact: true }).waitFor();
    await aPause();
    expect(await word.inputValue()).toBe('');
    expect(new URL(iris.url()).search).toBe('');
  };
  await word.fill('zzz');
  await iris.getByText('Inga organisationer matchar filtret.').waitFor();
  await iris.getByRole('button', { name: 'Rensa filter' }).click();
  await isCleared();
  await word.fill('bjur');
  await iris.getByText('1 av 310 enheter').waitFor();
  await iris.getByLabel('Typ').selectOption({ label: 'Kommun' });
  await iris.getByRole('button', { name: 'Ta bort filtret Typ: Kommun' }).waitFor();
  await iris.getByRole('button', { name: 'Rensa filter' }).click();
  await isCleared();
  await word.fill('bjur');
  await iris.getByText('1 av 310 enheter').waitFor();
  await menu(iris, 'Organisationer');
  await isCleared();
});

test('the way back from an organisation leads to what was chosen, and an address of nobody to no page', async () => {
  await iris.getByLabel('Sök namn eller kod').fill('bjur');
  await iris.getByText('1 av 310 enheter').waitFor();
  await iris.getByRole('link', { name: 'Bjurholms kommun' }).click();
  await heading(iris, 'Bjurholms kommun');
  await iris.getByRole('link', { name: '‹ Alla organisationer' }).click();
  await iris.getByText('1 av 310 enheter').waitFor();
  expect(new URL(iris.url()).search).toBe('?sok=bjur');
  await iris.goto('/granskning/anvandare/not-a-uuid');
  await heading(iris, 'Sidan finns inte');
});

test('a name is searched by with the space that was typed', async () => {
  await menu(iris, 'Användare');
  await heading(iris, 'Användare');
  const word = iris.getByRole('searchbox');
  await word.pressSequentially('Rut ');
  await iris.getByText('1 användare', { exact: true }).waitFor();
  await aPause();
  await word.pressSequentially('Testberg');
  await aPause();
  expect(await word.inputValue()).toBe('Rut Testberg');
  await iris.getByRole('link', { name: 'Rut Testberg' }).waitFor();
});

const period = (page: Page) => page.getByRole('region', { name: 'Novemberstatistik 2026 Inlämningsperiod' });
test('two who change the same period: the second is told, and takes nothing back', async () => {
  await menu(iris, 'Insamling');
  await period(iris).getByRole('button', { name: 'Ändra inlämningsperiod' }).click();
  await iris.getByLabel(/^Rubrik \*$/).fill('Lämna in i tid');
  const colleague = await iris.context().newPage();
  await colleague.goto('/granskning/insamling');
  await period(colleague).getByRole('button', { name: 'Ändra inlämningsperiod' }).click();
  const closes = await colleague.getByLabel(/^Stänger/).inputValue();
  const later = new Date(Date.parse(closes) + 86_400_000).toISOString().slice(0, 10);
  await colleague.getByLabel(/^Stänger/).fill(later);
  await publish(colleague);
  await colleague.getByText('Perioden är ändrad.').waitFor();
  await colleague.close();
  await expect.poll(() => period(iris).locator('dl.facts').innerText()).toContain(`${Number(later.slice(-2))}:`);
  await publish(iris);
  const dialog = iris.getByRole('dialog');
  await dialog.getByText(/^Någon annan har ändrat perioden medan du skrev\./).waitFor();
  expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual(['Rubriken är ändrad']);
  await dialog.getByRole('button', { name: 'Avbryt' }).click();
  expect(await iris.getByLabel(/^Rubrik \*$/).inputValue()).toBe('Lämna in i tid');
  await iris.getByRole('button', { name: 'Avbryt' }).click();
});

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publicera' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publicera' }).click();
}

test('a date that is missing or mistyped is told first in the form, with the focus', async () => {
  await period(iris).getByRole('button', { name: 'Ändra inlämningsperiod' }).click();
  await period(iris)
    .getByLabel(/^Öppnar/)
    .fill('');
  await iris.getByRole('button', { name: 'Publicera' }).click();
  await iris.getByRole('alert').getByRole('link', { name: 'Ange vilken dag perioden öppnar.' }).waitFor();
  expect(await iris.evaluate('document.activeElement.className')).toBe('error-summary');
  await iris.getByRole('link', { name: 'Ange vilken dag perioden öppnar.' }).click();
  expect(await iris.evaluate('document.activeElement.labels[0].textContent')).toMatch(/^Öppnar/);
  await iris.getByRole('button', { name: 'Avbryt' }).click();
});

test('no page has complained in the console', () => {
  expect(faults).toEqual([]);
});
