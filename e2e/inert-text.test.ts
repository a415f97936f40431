import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { delivered, novemberFile, upload, checked } from '../packages/server/src/testing/delivery.ts';
import { testDatabase, type TestDatabase } from '../packages/server/src/testing/database.ts';
import { startPortal, type Portal, type TestPerson } from '../packages/server/src/testing/portal.ts';
import { openBrowser, openWindow } from './browser.ts';

/** Text that is made to run, to call home, to turn the reading round or to look like a formula, wherever a person or a file may leave text. */
const unit = '0488';
let database: TestDatabase;
let portal: Portal;
let browser: Browser;
let home: Server;
let url: string;
let anna: TestPerson;
let rita: TestPerson;
let thread: string;
let rules: readonly string[];
const calls: string[] = [];
let evil: (place: string) => string;

beforeAll(async () => {
  home = createServer((request, response) => {
    calls.push(String(request.url));
    response.end();
  });
  await new Promise<void>((resolve) => home.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(home.address() as AddressInfo).port}`;
  evil = (place) =>
    `=1+1"><img src=${address}/${place} onerror="ran='${place}'"><script>ran='${place}'</script>{{7*7}}\u202Ednuor\u0007${place}`;

  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z', webFolder: join(import.meta.dirname, '../packages/web/dist') });
  await portal.round({});
  // Names of units come from the frame, no person writes them: markup is enough.
  await portal.unit(unit, { name: evil('enhet').replace(/[\p{Cc}\p{Bidi_Control}]/gu, '') });
  anna = await portal.person({ name: 'Anna', units: [{ code: unit, role: 'unitAdministrator' }] });
  rita = await portal.person({ name: 'Rita', collectingRole: 'reviewer' });
  for (const [person, place] of [
    [anna, 'anna'],
    [rita, 'rita'],
  ] as const)
    await person.ask('changeMyProfile', { name: `<img src=${address}/${place} onerror=ran=1>\u202E${place}`.slice(0, 100), phone: '' });
  // A semicolon would divide the cell.
  const cell = (place: string) => `<img src=${address}/${place} onerror=ran=1>TURN=1+1`;
  const file = novemberFile(
    unit,
    12,
    { record: 2, field: 21, text: '15000' },
    { record: 7, field: 14, text: cell('kod') },
    { record: 3, field: 8, text: cell('namn') },
  );
  const asUtf8 = Buffer.from(`\uFEFF${file.toString('latin1').replaceAll('TURN', '\u202E')}`, 'utf8');
  const view = await delivered(portal, anna, unit, asUtf8);
  const findings = { unit, delivery: view.id };
  rules = (await anna.ask('listChecks', findings)).checks.map(({ rule }) => rule);
  const warned = (await anna.ask('listChecks', findings)).checks.find(({ severity }) => severity === 'warning');
  if (warned)
    await anna.ask('explainFindings', {
      ...findings,
      fileId: view.file!.id,
      rule: warned.rule,
      findings: 'all',
      reason: 'other',
      text: evil('kommentar'),
    });
  await anna.ask('correctCell', {
    ...findings,
    fileId: view.file!.id,
    record: 4,
    variable: 'name',
    text: cell('rattelse').slice(0, 60),
    seenText: null,
    requestId: randomUUID(),
  });
  thread = (
    await anna.ask('startThread', {
      unit,
      subject: evil('amne').slice(0, 150),
      text: evil('meddelande'),
      requestId: randomUUID(),
      rule: null,
    })
  ).id;
  await rita.ask('reply', { unit, thread, text: evil('svar'), requestId: randomUUID() });
  await anna.ask('requestExtension', { unit, wishedDueOn: '2027-01-10', reason: 'other', comment: evil('uppskov') });
  await anna.ask('changePayrollSystem', { unit, payrollSystem: evil('system').slice(0, 100) });
  await upload(portal, anna, unit, asUtf8, { name: `${evil('filnamn').replaceAll('/', '')}.csv` });
  await checked(anna, unit);

  await portal.app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://localhost:${(portal.app.server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
  await database?.drop();
  home?.close();
});

const own = () => [
  `/e/${unit}`,
  `/e/${unit}/inlamning`,
  `/e/${unit}/inlamning/granska`,
  ...rules.map((rule) => `/e/${unit}/inlamning/granska/${rule}`),
  `/e/${unit}/inlamning/rattelser`,
  `/e/${unit}/inlamning/lamna-in`,
  `/e/${unit}/uppskov`,
  `/e/${unit}/profil`,
  `/e/${unit}/meddelanden`,
  `/e/${unit}/meddelanden/${thread}`,
];
const collecting = () => [
  '/granskning',
  '/granskning/organisationer',
  ...['', '/granska', '/rattelser', '/kommentarer', '/rader', '/meddelanden', `/meddelanden/${thread}`, '/kontakter'].map(
    (tab) => `/granskning/organisationer/${unit}${tab}`,
  ),
  '/granskning/meddelanden',
  '/granskning/uppskov',
];

test.each([
  ['the unit', () => anna, own],
  ['the collecting side', () => rita, collecting],
] as const)(
  'R76: on every page of %s hostile text is shown as text: nothing runs, calls home or turns the reading round',
  async (_, who, pages) => {
    const { context, page } = await openWindow(browser, url);
    const [name, value] = who().cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: 'https://localhost/', secure: true, httpOnly: true, sameSite: 'Lax' }]);
    // The portal's time is the page's: else the page would think that the session has ended.
    await context.clock.install({ time: portal.clock.now() });
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    let isSeen = 0;
    for (const path of pages()) {
      await page.goto(path);
      await page.locator('main h1').first().waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      const found = await page.evaluate<{ ran: string; images: number; scripts: number; text: string; steering: string[] }>(`({
      ran: typeof ran, images: document.querySelectorAll('main img[src^="http"]').length,
      scripts: [...document.querySelectorAll('script')].filter((one) => one.textContent.includes('ran=')).length,
      text: document.body.innerText,
      steering: [...document.body.innerText.matchAll(/.{0,20}[\\u202a-\\u202e\\u2066-\\u2069\\u0007].{0,20}/g)].map(([one]) => one) })`);
      expect({ path, ...found, text: '', steering: [] }).toEqual({ path, ran: 'undefined', images: 0, scripts: 0, text: '', steering: [] });
      if (found.text.includes('<img src=')) isSeen += 1;
      // A cell is shown as it is in the file, in a place of its own that nothing stands beside.
      if (!/rader$|granska|rattelser/.test(path)) expect(found.steering, path).toEqual([]);
    }
    expect(isSeen).toBeGreaterThan(3);
    expect(dialogs).toEqual([]);
    expect(calls).toEqual([]);
    await context.close();
  },
);

test('R76, R79: no letter and no line of the log is broken by it, and none holds it', async () => {
  for (const { email } of [anna, rita]) {
    for (const { subject, text, html } of await portal.mailsTo(email, 0)) {
      expect(subject).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      expect(html).not.toMatch(/<(img|script)/i);
      expect(`${subject}${text}`).not.toContain('onerror');
    }
  }
  for (const line of portal.log) {
    expect(() => JSON.parse(line)).not.toThrow();
    expect(line).not.toMatch(/onerror|<img|\u202e/);
  }
});
