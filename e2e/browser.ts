import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { findChromium } from '../scripts/find-chromium.mjs';

export const widths = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 800 },
  narrow: { width: 320, height: 640 },
} as const;

export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });

/** A browser of one person: own cookies, Swedish, Stockholm. Faults in a page's scripts fail the story. */
export async function openWindow(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions & { readonly size?: keyof typeof widths } = {},
): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const { size = 'desk', ...rest } = options;
  const context = await browser.newContext({
    baseURL,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: widths[size],
    reducedMotion: 'reduce',
    ...rest,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text());
  });
  return { context, page, faults };
}

/** The focus has come to the element and is still there when the page has had time to change again. */
export async function focusOn(one: Locator): Promise<void> {
  const has = () => one.evaluate((element) => element === element.ownerDocument.activeElement);
  await expect.poll(has, { message: `focus on ${one.toString()}`, timeout: 15_000 }).toBe(true);
  await one.page().waitForTimeout(150);
  expect(await has(), `focus still on ${one.toString()}`).toBe(true);
}

/** A page that is left open may hear of its session's end, and goes where it is told: its way would cross the story's. */
export async function notThereToHear(page: Page): Promise<void> {
  await page.goto('about:blank');
}

const folder = process.env['SCREENSHOTS'];

/** With SCREENSHOTS set, leaves pictures of every open page when a story goes wrong. */
export function pictureFailures(browser: () => Browser): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || !folder) return;
    const pages = browser()
      .contexts()
      .flatMap((context) => context.pages());
    for (const [place, page] of pages.entries()) await page.screenshot({ path: `${folder}/failed-${place}.png`, fullPage: true });
  });
}

/**
 * What every page must satisfy: one h1, a title, axe without violations in light and dark, no sideways scrolling at 320 px.
 * With SCREENSHOTS set to a folder it also leaves pictures at 390 and 1280 px.
 */
export async function inspectPage(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? widths.desk;
  expect(await page.locator('h1').count(), `${name}: one h1`).toBe(1);
  expect(await page.title(), `${name}: title`).not.toBe('');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const found = await violations(page, colorScheme === 'light' ? everything : whatColoursDecide);
    expect(found, `${name}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(widths.narrow);
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(overflow, `${name}: sideways scrolling at 320 px`).toBeLessThanOrEqual(0);
  if (folder) {
    for (const size of ['phone', 'desk', 'narrow'] as const) {
      await page.setViewportSize(widths[size]);
      await page.screenshot({ path: `${folder}/${name}-${widths[size].width}.png`, fullPage: true });
    }
    await page.setViewportSize(widths.desk);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: `${folder}/${name}-1280-dark.png`, fullPage: true });
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.setViewportSize(before);
}

/** Who reads with letters of twice the size on a phone scrolls in one direction only. */
export async function fitsEnlarged(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? widths.desk;
  await page.setViewportSize(widths.phone);
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(overflow, `${name}: sideways scrolling with letters of twice the size`).toBeLessThanOrEqual(0);
  await page.evaluate("document.documentElement.style.fontSize = ''");
  await page.setViewportSize(before);
}

const everything = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** The dark page is the same page in other colours. */
const whatColoursDecide = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** Each page reads it anew, hence the short one. */
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** axe is evaluated by the debugging protocol, which the page's content security policy does not bind. */
async function violations(page: Page, runOnly: object): Promise<string[]> {
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(axe);
  return page.evaluate<string[]>(`axe.run(document, { runOnly: ${JSON.stringify(runOnly)} })
    .then((result) => result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + node.target.join(' ') + ' ' + (node.failureSummary ?? '').replaceAll('\\n', ' '))))`);
}
