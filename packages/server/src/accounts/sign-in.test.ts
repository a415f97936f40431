import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { appCode, goodPassword, mailedCode, openBrowser, walkTo, type Browser } from '../testing/browser.ts';
import { startPortal, type Portal } from '../testing/portal.ts';
import { deactivateAccount, inviteAccount } from './index.ts';

let database: TestDatabase;
let portal: Portal;
let people = 0;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

interface Person {
  readonly email: string;
  readonly key: string;
  readonly browser: Browser;
}
/** Somebody with a finished account, signed in; the code of this half-minute is spent. */
async function enrolled(): Promise<Person> {
  const email = `signed-${(people += 1)}@example.se`;
  const { services } = portal;
  await services.database.transaction({}, (db) =>
    inviteAccount(db, services, portal.clock.now(), { email, name: 'Test Testsson', invitedBy: null }),
  );
  const browser = openBrowser(portal);
  const key = await walkTo(portal, browser, email, 'app');
  portal.clock.advance(60);
  return { email, key, browser };
}
const isInside = async (browser: Browser) => (await browser.get('/api/me')).status === 200;
const give = (browser: Browser, email: string, losenord = goodPassword, retur = '') =>
  browser.post('/logga-in', { epost: email, losenord, retur });
const kod = (browser: Browser, code: string) => browser.post('/logga-in/kod', { kod: code });
async function signIn({ email, key }: Person): Promise<Browser> {
  const browser = openBrowser(portal);
  expect((await give(browser, email)).to).toBe('/logga-in/kod');
  expect((await kod(browser, appCode(portal, key))).status).toBe(303);
  portal.clock.advance(60);
  return browser;
}

test('password, then the app, and the page one came for', async () => {
  const person = await enrolled();
  const browser = openBrowser(portal);
  expect((await browser.get('/logga-in?retur=%2Fe%2F0488%2Fuppskov')).body).toContain('name="retur" value="/e/0488/uppskov"');
  await give(browser, person.email, goodPassword, '/e/0488/uppskov');
  expect((await kod(browser, ` ${appCode(portal, person.key).slice(0, 3)} ${appCode(portal, person.key).slice(3)} `)).to).toBe(
    '/e/0488/uppskov',
  );
  expect(await isInside(browser)).toBe(true);
});

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/%2f%2fevil', 'javascript:alert(1)', '/\u0009/evil'])(
  'R65: «%s» is no page to come back to',
  async (retur) => {
    const person = await enrolled();
    const browser = openBrowser(portal);
    await give(browser, person.email, goodPassword, retur);
    expect((await kod(browser, appCode(portal, person.key))).to).toBe('/');
  },
);

test('R05: one sentence for a wrong address and a wrong password; fields that are empty or odd are named', async () => {
  const { email } = await enrolled();
  const wrong = 'E-postadressen eller lösenordet stämmer inte. Försök igen eller välj länken för glömt lösenord.';
  for (const [address, password, text] of [
    [email, 'Fel-lösenord-1', wrong],
    ['ingen-alls@example.se', goodPassword, wrong],
    ['', goodPassword, 'Ange din e-postadress.'],
    ['inte en adress', goodPassword, 'Ange en e-postadress i formatet namn@exempel.se.'],
    [email, '', 'Ange ditt lösenord.'],
  ] as const) {
    const browser = openBrowser(portal);
    const answer = await give(browser, address, password);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(text);
    expect(answer.body).toContain('<title>Fel: Logga in');
    if (password) expect(answer.body).not.toContain(password);
    expect(answer.body).toContain(`value="${address}"`);
    expect(browser.cookies.has('__Host-resa')).toBe(false);
  }
});

test('too many wrong passwords pause the address, whether anybody has it or not, and the pause ends', async () => {
  const { email, key } = await enrolled();
  for (const address of [email, 'nobody-there@example.se']) {
    const { passwordFailuresInRow: most, lockMinutes } = portal.services.config.limits;
    for (let attempt = 0; attempt < most; attempt += 1) await give(openBrowser(portal), address, 'Fel-lösenord-1');
    expect((await give(openBrowser(portal), address)).body).toContain(`För många försök. Vänta ${lockMinutes} minuter och försök igen.`);
  }
  portal.clock.advance(16 * 60);
  const browser = openBrowser(portal);
  expect((await give(browser, email)).to).toBe('/logga-in/kod');
  expect((await kod(browser, appCode(portal, key))).status).toBe(303);
});

test('R23, R24: a code of the app is accepted once, and never an older one, also in another browser', async () => {
  const person = await enrolled();
  const [one, other, third] = [openBrowser(portal), openBrowser(portal), openBrowser(portal)];
  for (const browser of [one, other, third]) await give(browser, person.email);
  const now = appCode(portal, person.key);
  expect((await kod(one, now)).status).toBe(303);
  expect((await kod(other, now)).body).toContain('Koden stämmer inte. Vänta på nästa kod i appen och försök igen.');
  expect((await kod(third, appCode(portal, person.key, -1))).status).toBe(422);
  portal.clock.advance(30);
  expect((await kod(other, appCode(portal, person.key))).status).toBe(303);
});

test.each([
  [-2, 422],
  [-1, 303],
  [0, 303],
  [1, 303],
  [2, 422],
] as const)('R25: a code %i half-minutes from now gives %i', async (halfMinutes, status) => {
  const person = await enrolled();
  portal.clock.advance(120);
  const browser = openBrowser(portal);
  await give(browser, person.email);
  expect((await kod(browser, appCode(portal, person.key, halfMinutes))).status).toBe(status);
});

test('R26: the same code in twenty browsers at once lets one in', async () => {
  const person = await enrolled();
  const browsers = Array.from({ length: 20 }, () => openBrowser(portal));
  for (const browser of browsers) await give(browser, person.email);
  const code = appCode(portal, person.key);
  const answers = await Promise.all(browsers.map((browser) => kod(browser, code)));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
});

test('R27: five wrong app codes end the challenge, ten in a row pause the account, and a hundred need help', async () => {
  const person = await enrolled();
  const wrong = () => String((Number(appCode(portal, person.key)) + 1) % 1_000_000).padStart(6, '0');
  const challenge = async (tries: number) => {
    const browser = openBrowser(portal);
    await give(browser, person.email);
    let last = '';
    for (let attempt = 0; attempt < tries; attempt += 1) last = (await kod(browser, wrong())).body;
    return last;
  };
  expect(await challenge(6)).toContain('För många försök. Logga in igen.');
  expect(await challenge(5)).toContain('Koden stämmer inte.');
  const paused = openBrowser(portal);
  await give(paused, person.email);
  expect((await kod(paused, appCode(portal, person.key))).body).toMatch(/För många försök\. Vänta 1[45] minuter och försök igen\./);
  for (let round = 0; round < 9; round += 1) {
    portal.clock.advance(16 * 60);
    await challenge(5);
    await challenge(5);
  }
  portal.clock.advance(16 * 60);
  const blocked = openBrowser(portal);
  await give(blocked, person.email);
  expect((await kod(blocked, appCode(portal, person.key))).body).toContain('Appkoden har angetts fel för många gånger. Kontakta oss på');
});

test.each(['', 'abcdef', '１２３４５６', '1234567', '12345', '12 34', '[1,2,3,4,5,6]', '{"$gt":""}', '-12345', '1e5'])(
  'R28: «%s» as a code is an ordinary error',
  async (code) => {
    const person = await enrolled();
    const browser = openBrowser(portal);
    await give(browser, person.email);
    const answer = await kod(browser, code);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(code.trim() === '' ? 'Ange koden måste anges.' : 'Koden stämmer inte.');
  },
);

test('R28: a code sent twice, as an array or under other names is no code', async () => {
  const person = await enrolled();
  const browser = openBrowser(portal);
  await give(browser, person.email);
  const code = appCode(portal, person.key);
  for (const payload of [`kod=${code}&kod=${code}`, `kod[]=${code}`, `kod[a]=${code}`, `__proto__[kod]=${code}`]) {
    const response = await portal.app.inject({
      method: 'POST',
      url: '/logga-in/kod',
      headers: {
        host: 'localhost:3000',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `__Host-resa=${browser.cookies.get('__Host-resa')}`,
      },
      payload,
    });
    expect(response.statusCode, payload).toBe(422);
  }
});

test('R44, R45, R46: every step has a new token of our making, in a cookie that only this host gets', async () => {
  const person = await enrolled();
  const browser = openBrowser(portal);
  browser.cookies.set('__Host-session', 'chosen-by-somebody-else');
  browser.cookies.set('__Host-resa', 'chosen-by-somebody-else');
  const first = await give(browser, person.email);
  const challenge = browser.cookies.get('__Host-resa')!;
  const second = await kod(browser, appCode(portal, person.key));
  const session = browser.cookies.get('__Host-session')!;
  expect(new Set(['chosen-by-somebody-else', challenge, session]).size).toBe(3);
  expect(session).toMatch(/^[A-Za-z0-9_-]{43}$/);
  for (const line of [...first.setCookies, ...second.setCookies]) {
    expect(line).toMatch(/^__Host-(session|resa|enhet)=/);
    // The session ends with the browser at the latest; only the mark of a known browser outlives it.
    expect(/Max-Age|Expires/i.test(line)).toBe(line.startsWith('__Host-enhet=') || /^__Host-\w+=;/.test(line));
    expect(line).toContain('Path=/');
    expect(line).toContain('HttpOnly');
    expect(line).toContain('Secure');
    expect(line).toMatch(/SameSite=(Lax|Strict)/);
    expect(line).not.toContain('Domain');
  }
  expect(JSON.stringify(await database.ask(`select encode(token_hash, 'escape') from session`))).not.toContain(session);
  const stolen = openBrowser(portal);
  stolen.cookies.set('__Host-resa', challenge);
  expect((await kod(stolen, appCode(portal, person.key))).status).toBe(409);
});

test('R47: an hour of silence, or twelve hours in all, ends the session; work keeps it alive in between', async () => {
  const person = await enrolled();
  const browser = await signIn(person);
  for (let step = 0; step < 3; step += 1) {
    portal.clock.advance(50 * 60);
    expect(await isInside(browser)).toBe(true);
  }
  portal.clock.advance(61 * 60);
  expect(await isInside(browser)).toBe(false);
  expect((await browser.get('/logga-in')).body).toContain(
    'Du har loggats ut efter 60 minuter utan aktivitet. Det du hade sparat finns kvar.',
  );
  const other = await signIn(person);
  for (let step = 0; step < 14; step += 1) {
    portal.clock.advance(50 * 60);
    await other.get('/api/me');
  }
  expect(await isInside(other)).toBe(true);
  portal.clock.advance(25 * 60);
  expect(await isInside(other)).toBe(false);
});

test('R48: signing out ends it on the server and clears the browser', async () => {
  const person = await enrolled();
  const browser = await signIn(person);
  const session = browser.cookies.get('__Host-session')!;
  // Opened, the page asks and changes nothing; it needs no script.
  const page = await browser.get('/logga-ut');
  expect([page.status, page.body.includes('<form method="post" action="/logga-ut"'), page.body.includes('<script')]).toEqual([
    200,
    true,
    false,
  ]);
  expect((await browser.get('/api/me')).status).toBe(200);
  const answer = await browser.post('/logga-ut');
  expect(answer.body).toContain('Du är utloggad.');
  expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
  expect(answer.setCookies.filter((line) => /^__Host-(session|resa)=;/.test(line))).toHaveLength(2);
  expect(browser.cookies.has('__Host-session')).toBe(false);
  browser.cookies.set('__Host-session', session);
  expect(await isInside(browser)).toBe(false);
  expect((await browser.get('/logga-ut')).status).toBe(303);
});

test('R49: an account that is shut is out with its next request, and finds no way in again', async () => {
  const person = await enrolled();
  const browser = await signIn(person);
  const [{ id } = { id: '' }] = await database.ask(`select id from account where email_normalised = '${person.email}'`);
  expect(await portal.services.database.transaction({}, (db) => deactivateAccount(db, id as string))).toBe(true);
  expect(await isInside(browser)).toBe(false);
  expect((await give(openBrowser(portal), person.email)).status).toBe(422);
  // Other letters, such as the one about a new browser, may still be under way.
  const codes = async () => (await portal.mailsTo(person.email)).filter(({ text }) => text.includes('Din kod är')).length;
  const before = await codes();
  await openBrowser(portal).post('/konto/inbjudan', { epost: person.email });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await codes()).toBe(before);
});

test('R19, R38: a forgotten password is replaced through mail and app; no new QR code; every other session ends', async () => {
  const person = await enrolled();
  const old = await signIn(person);
  const browser = openBrowser(portal);
  await browser.post('/konto/inbjudan', { epost: person.email });
  await browser.post('/konto/kod', { kod: await mailedCode(portal, person.email, 2) });
  expect((await browser.post('/konto/verifierad')).to).toBe('/konto/appkod');
  expect((await browser.get('/konto/app')).status).toBe(409);
  const page = await browser.get('/konto/appkod');
  expect(page.body).not.toContain('<svg');
  expect((await browser.post('/konto/appkod', { kod: appCode(portal, person.key) })).to).toBe('/konto/losenord');
  const fresh = 'Höstregn-över-älven-4';
  expect((await browser.post('/konto/losenord', { losenord: fresh, bekrafta: fresh })).to).toBe('/');
  expect(await isInside(browser)).toBe(true);
  expect(await isInside(old)).toBe(false);
  expect((await give(openBrowser(portal), person.email)).status).toBe(422);
  portal.clock.advance(60);
  expect((await give(openBrowser(portal), person.email, fresh)).to).toBe('/logga-in/kod');
});

test('the information is shown again when its text has a new version, and until then nothing else is', async () => {
  const person = await enrolled();
  const newer = await startPortal({ database, worker: false, settings: { NOTICE_VERSION: '2027-01' } });
  newer.clock.set(portal.clock.now());
  try {
    const browser = openBrowser(newer);
    for (const [name, value] of person.browser.cookies) browser.cookies.set(name, value);
    expect((await browser.get('/api/me')).status).toBe(401);
    expect((await browser.get('/logga-in?retur=%2Fe%2F0488')).to).toBe('/konto/information?retur=%2Fe%2F0488');
    expect((await browser.get('/konto/information?retur=%2Fe%2F0488')).body).toContain('Information om personuppgiftsbehandling');
    expect((await browser.post('/konto/information', { retur: '/e/0488' })).to).toBe('/e/0488');
    expect((await browser.get('/api/me')).status).toBe(200);
    expect(
      await database.ask(
        `select version from notice_acknowledgement join account on account.id = account_id where email_normalised = '${person.email}' order by at`,
      ),
    ).toEqual([{ version: portal.services.config.noticeVersion }, { version: '2027-01' }]);
  } finally {
    await newer.app.close();
    await newer.services.database.close();
    await newer.services.jobs.stop();
  }
});

test('both wordings are there: as in the reference, and mended', async () => {
  const improved = await startPortal({ settings: { TEXTS: 'improved' } });
  try {
    const { services } = improved;
    await services.database.transaction({}, (db) =>
      inviteAccount(db, services, improved.clock.now(), { email: 'ny@example.se', name: 'Ny', invitedBy: null }),
    );
    const browser = openBrowser(improved);
    await walkTo(improved, browser, 'ny@example.se', 'enrol');
    expect((await browser.get('/konto/app')).body).toMatch(/type="submit">\s*Fortsätt/);
    const texts = (await improved.mailsTo('ny@example.se', 2)).map(({ text }) => text).join();
    expect(texts).toContain('Tack för att du verifierar ditt konto ny@example.se.');
  } finally {
    await improved.close();
  }
});
