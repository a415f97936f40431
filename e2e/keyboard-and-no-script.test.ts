import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appCode, codeIn, codeLettersTo, nextCodeLetterTo, type Credentials } from './account.ts';
import { inspectPage, openBrowser, openWindow, pictureFailures } from './browser.ts';
import { wholeNovemberFile } from './november-file.ts';
import { startDemonstration } from './first-start.ts';
import type { RunningPortal } from './running-portal.ts';

/** The way in, through and out as those walk it who have no script, no mouse, or a program that keeps their passwords. */
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
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const hasFocus = (one: Locator) => one.evaluate((element) => element === element.ownerDocument.activeElement);

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, one: Locator): Promise<void> {
  await one.waitFor();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await hasFocus(one)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('no way there by Tab');
}
/** Types into a field as a person does: who sees that a busy machine has swallowed keys types again. */
async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  const field = page.getByLabel(label);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await tabTo(page, field);
    await page.waitForLoadState();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
    if ((await field.inputValue()) === text) return;
  }
  throw new Error('the keys do not arrive');
}

/** axe needs script: it judges the page as it stands without, shown again in a window that has it. */
async function inspectWithoutScript(page: Page, name: string): Promise<void> {
  const [address, body] = [page.url(), await page.content()];
  const twin = await open();
  await twin.route(address, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: body.replace(/<script[^>]*><\/script>|<\/?noscript>/g, '') }),
  );
  await twin.goto(address);
  await inspectPage(twin, name);
  await twin.context().close();
}

const password = 'Vintergröna-tallar-26';
const disa: Credentials = { email: 'disa.provlund@example.se', password, key: '' };
let rut: Credentials;

test('R36: an account is made with the keyboard alone and scripts off, and every page on the way is in order', async () => {
  const page = await open({ javaScriptEnabled: false });
  await page.goto('/logga-in');
  await inspectWithoutScript(page, 'utan-skript-logga-in');
  await tabTo(page, page.getByRole('link', { name: 'Har du fått en inbjudan eller har du glömt ditt lösenord?' }));
  await page.keyboard.press('Enter');
  await type(page, 'E-post', disa.email);
  const seen = await codeLettersTo(portal, disa.email);
  await page.keyboard.press('Enter');
  const { text } = await nextCodeLetterTo(portal, disa.email, seen);
  await inspectWithoutScript(page, 'utan-skript-kod');
  await type(page, 'Verifieringskod', codeIn(text));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Fortsätt' }));
  await page.keyboard.press('Enter');
  // Who cannot scan opens the letters of the key, which is a part of the page.
  await tabTo(page, page.getByText('Går det inte att skanna? Prova det här'));
  await page.keyboard.press('Enter');
  await page.locator('#nyckel').waitFor();
  const key = ((await page.locator('#nyckel').textContent()) ?? '').replace(/\s/g, '');
  expect(key).toMatch(/^[A-Z2-7]{32}$/);
  await inspectWithoutScript(page, 'utan-skript-app');
  await tabTo(page, page.getByRole('button', { name: /^(Vidare|Fortsätt)$/ }));
  await page.keyboard.press('Enter');
  await type(page, 'Ange koden', appCode(key, portal.now()));
  await page.keyboard.press('Enter');
  await type(page, /^Nytt lösenord/, 'kort');
  await type(page, /^Bekräfta nytt lösenord/, 'kort');
  await page.keyboard.press('Enter');
  // What is wrong stands first and has the focus, also without script; from there the field is one key away.
  await page.getByText('Det finns ett problem').waitFor();
  expect(await hasFocus(page.locator('.error-summary'))).toBe(true);
  await inspectWithoutScript(page, 'utan-skript-losenord-fel');
  await type(page, /^Nytt lösenord/, password);
  await type(page, /^Bekräfta nytt lösenord/, password);
  await page.keyboard.press('Enter');
  await heading(page, 'Information om personuppgiftsbehandling');
  await tabTo(page, page.getByRole('button', { name: 'OK' }));
  await page.keyboard.press('Enter');
  await heading(page, 'Tjänsten behöver JavaScript');
  Object.assign(disa, { key });
  await page.context().close();
});

test('R36: signing in needs neither script nor mouse, and a wrong password is told where the eye and the focus are', async () => {
  await portal.wait(60);
  const page = await open({ javaScriptEnabled: false });
  await page.goto('/logga-in');
  await type(page, 'E-postadress', disa.email);
  await type(page, 'Lösenord', 'Fel-lösenord-26');
  await page.keyboard.press('Enter');
  await page.getByText('E-postadressen eller lösenordet stämmer inte.').waitFor();
  expect(await hasFocus(page.locator('.error-summary'))).toBe(true);
  await type(page, 'Lösenord', password);
  await page.keyboard.press('Enter');
  await type(page, 'Ange koden', appCode(disa.key, portal.now()));
  await inspectWithoutScript(page, 'utan-skript-appkod');
  await page.keyboard.press('Enter');
  await heading(page, 'Tjänsten behöver JavaScript');

  // And out again: opening the page changes nothing, the button does, and the cookie is worth nothing afterwards.
  const cookies = await page.context().cookies();
  expect((await page.getByRole('heading', { level: 1 }).boundingBox())!.y).toBeLessThan(200);
  await inspectWithoutScript(page, 'utan-skript-tjansten');
  await tabTo(page, page.getByRole('link', { name: 'Logga ut' }));
  await page.keyboard.press('Enter');
  await heading(page, 'Logga ut');
  await inspectWithoutScript(page, 'utan-skript-logga-ut');
  expect((await page.request.get('/api/me')).status()).toBe(200);
  await tabTo(page, page.getByRole('button', { name: 'Logga ut' }));
  await page.keyboard.press('Enter');
  await page.getByText('Du är utloggad.').waitFor();
  await page.context().addCookies(cookies);
  expect((await page.request.get('/api/me')).status()).toBe(401);
  await page.context().close();
});

test('R36: a forgotten password is replaced with scripts off', async () => {
  await portal.wait(60);
  const page = await open({ javaScriptEnabled: false });
  await page.goto('/konto/inbjudan');
  const seen = await codeLettersTo(portal, disa.email);
  await type(page, 'E-post', disa.email);
  await page.keyboard.press('Enter');
  await type(page, 'Verifieringskod', codeIn((await nextCodeLetterTo(portal, disa.email, seen)).text));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Fortsätt' }));
  await page.keyboard.press('Enter');
  await type(page, 'Ange koden', appCode(disa.key, portal.now()));
  await page.keyboard.press('Enter');
  await type(page, /^Nytt lösenord/, 'Höstregn-över-älven-4');
  await type(page, /^Bekräfta nytt lösenord/, 'Höstregn-över-älven-4');
  await page.keyboard.press('Enter');
  await heading(page, 'Tjänsten behöver JavaScript');
  await page.context().close();
});

/** Cuts what is typed in one field and pastes it into another, as a person does. */
async function paste(page: Page, text: string, into: Locator): Promise<void> {
  // Written in a window of its own, since a page that disturbed pasting could disturb this too.
  const pad = await page.context().newPage();
  await pad.setContent('<textarea autofocus></textarea>');
  await pad.locator('textarea').fill(text);
  await pad.locator('textarea').focus();
  await pad.keyboard.press('Control+A');
  await pad.keyboard.press('Control+C');
  await pad.close();
  await page.bringToFront();
  await into.focus();
  await page.keyboard.press('Control+V');
}

test('R36: codes and passwords can be pasted, with the spaces that copying brings', async () => {
  await portal.wait(60);
  const page = await open();
  await page.goto('/konto/inbjudan');
  const email = 'rut.testberg@example.se';
  const seen = await codeLettersTo(portal, email);
  await paste(page, ` ${email} `, page.getByLabel('E-post'));
  await page.keyboard.press('Enter');
  const code = codeIn((await nextCodeLetterTo(portal, email, seen)).text);
  await paste(page, `${code.slice(0, 3)} ${code.slice(3)} `, page.getByLabel('Verifieringskod'));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.getByText('Går det inte att skanna? Prova det här').click();
  const key = ((await page.locator('#nyckel').textContent()) ?? '').replace(/\s/g, '');
  await page.getByRole('button', { name: /^(Vidare|Fortsätt)$/ }).click();
  const app = appCode(key, portal.now());
  await paste(page, `${app.slice(0, 3)}\u00a0${app.slice(3)}`, page.getByLabel('Ange koden'));
  await page.keyboard.press('Enter');
  for (const label of [/^Nytt lösenord/, /^Bekräfta nytt lösenord/]) await paste(page, password, page.getByLabel(label));
  await page.keyboard.press('Enter');
  await heading(page, 'Information om personuppgiftsbehandling');
  await page.getByRole('button', { name: 'OK' }).click();
  await page.waitForURL('**/e/**');
  rut = { email, password, key };
  await page.context().close();
});

test('R36: a program that keeps passwords finds the fields by what they are said to be for', async () => {
  await portal.wait(60);
  const page = await open();
  await page.goto('/logga-in');
  // Filled as such a program fills: by the attribute alone, and without a key being pressed.
  await page.locator('form input[autocomplete~="username"]').fill(rut.email);
  await page.locator('form input[autocomplete="current-password"]').fill(rut.password);
  await page.getByRole('button', { name: 'Logga in', exact: true }).click();
  await page.locator('form input[autocomplete="one-time-code"]').fill(appCode(rut.key, portal.now()));
  await page.getByRole('button', { name: 'Verifiera' }).click();
  await page.waitForURL('**/e/**');
  expect(await page.locator('[onpaste], [autocomplete="off"]').count()).toBe(0);
  await page.context().close();
});

test('from sign-in to the receipt and out again without a mouse', async () => {
  await portal.wait(60);
  const page = await open();
  const keys = page.keyboard;
  const press = async (one: Locator) => {
    await tabTo(page, one);
    await keys.press('Enter');
  };
  await page.goto('/logga-in');
  await type(page, 'E-postadress', rut.email);
  await type(page, 'Lösenord', rut.password);
  await keys.press('Enter');
  await type(page, 'Ange koden', appCode(rut.key, portal.now()));
  await keys.press('Enter');
  await page.waitForURL('**/e/**');
  const unit = /\/e\/(\w+)/.exec(page.url())![1]!;
  const tabs = page.getByRole('navigation', { name: 'Inlämningens sidor' });
  await press(page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Inlämning' }));
  // Told to the browser some steps before the key is pressed, which a busy page would take first.
  const chooser = page.waitForEvent('filechooser', { timeout: 60_000 });
  await press(tabs.getByRole('link', { name: 'Ladda upp' }));
  await tabTo(page, page.getByLabel(/Välj (fil eller dra den hit|en annan fil)/));
  await keys.press('Space');
  await (await chooser).setFiles({ name: 'november.csv', mimeType: 'text/csv', buffer: wholeNovemberFile(unit) });
  await press(page.getByRole('button', { name: /^Skicka/ }));
  await page.getByText('Filen är uppladdad och kontrollerad.').waitFor();
  await press(page.getByRole('link', { name: 'Gå till Granska' }));
  await heading(page, 'Granska');
  // One warning stands in the way, of what has changed since last year.
  await press(page.getByRole('link', { name: 'Öppna Medellönen för etiketten har ändrats ovanligt' }));
  await press(page.getByRole('button', { name: 'Kommentera alla' }));
  await tabTo(page, page.getByRole('radio').first());
  await keys.press('Space');
  while (!(await page.getByLabel('Ändrad organisation').isChecked())) await keys.press('ArrowDown');
  await press(page.getByRole('button', { name: /^Kommentera 1$/ }));
  await page.getByText('1 anmärkning, 1 hanterade').waitFor();
  await press(page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Inlämning' }));
  await press(tabs.getByRole('link', { name: 'Lämna in' }));
  await tabTo(page, page.getByLabel('Jag har gått igenom uppgifterna'));
  await keys.press('Space');
  await portal.wait(60);
  await press(page.getByRole('button', { name: 'Lämna in' }));
  const receipt = page.getByRole('heading', { level: 1, name: 'Uppgifterna är inlämnade' });
  const fresh = page.getByRole('dialog').getByLabel(/^Kod från appen/);
  // Submitting may ask for a fresh code first.
  await receipt.or(fresh).first().waitFor();
  if (await fresh.isVisible()) {
    await tabTo(page, fresh);
    await keys.type(appCode(rut.key, portal.now()));
    await keys.press('Enter');
  }
  await receipt.waitFor();
  expect(await hasFocus(receipt)).toBe(true);
  await press(page.getByRole('link', { name: 'Till inlämningen' }));
  await press(page.getByRole('button', { name: /Rut Testberg/ }));
  await press(page.getByRole('button', { name: 'Logga ut' }));
  await page.getByText('Du är utloggad.').waitFor();
  await page.context().close();
});

test('no page has complained in the console', () => {
  expect(faults.flat()).toEqual([]);
});
