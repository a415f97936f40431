import { afterAll, beforeAll, expect, test } from 'vitest';
import { appCode, goodPassword, mailedCode, openBrowser, walkTo, type Browser, type PageAnswer } from '../../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { letterSaying } from '../../testing/letters.ts';
import { ask, startPortal, type Portal } from '../../testing/portal.ts';
import { inviteAccount } from '../index.ts';
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';

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
  readonly accountId: string;
  readonly email: string;
  readonly key: string;
  readonly browser: Browser;
}
/** Somebody who came by an invitation and is inside; what was proved at the sign-in counts no more. */
async function enrolled(): Promise<Person> {
  const email = `recovered-${(people += 1)}@example.se`;
  const { services } = portal;
  const { accountId } = await services.database.transaction({}, (db) =>
    inviteAccount(db, services, portal.clock.now(), { email, name: 'Test Testsson', invitedBy: null }),
  );
  const browser = openBrowser(portal);
  const key = await walkTo(portal, browser, email, 'app');
  portal.clock.advance(301);
  return { accountId, email, key, browser };
}
const confirm = ({ browser, key }: Person, retur = '/') => browser.post('/konto/bekrafta', { kod: appCode(portal, key), retur });
const codesOn = ({ body }: PageAnswer) => [...body.matchAll(/<li>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})<\/li>/g)].map(([, code]) => code!);
async function makeCodes(person: Person): Promise<string[]> {
  await confirm(person);
  const codes = codesOn(await person.browser.post('/konto/aterstallningskoder'));
  portal.clock.advance(60);
  return codes;
}
async function afterPassword({ email }: Person): Promise<Browser> {
  const browser = openBrowser(portal);
  expect((await browser.post('/logga-in', { epost: email, losenord: goodPassword })).to).toBe('/logga-in/kod');
  return browser;
}
const use = (browser: Browser, code: string) => browser.post('/logga-in/aterstallningskod', { aterstallningskod: code });
const isInside = async (browser: Browser) => (await browser.get('/api/me')).status === 200;
const wrong = 'Återställningskoden stämmer inte eller är redan använd.';

test('R41: a code has 80 random bits in letters that are not taken for one another, and is read however it was written', () => {
  const codes = Array.from({ length: 2000 }, newRecoveryCode);
  expect(new Set(codes).size).toBe(2000);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  const counts = new Map<string, number>();
  for (const letter of codes.join('').replaceAll('-', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  // Chi-squared over 32 letters: 31 degrees of freedom, 99.99 % below 68.
  const chi = [...counts.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
  expect([counts.size, chi < 68]).toEqual([32, true]);
  expect(readRecoveryCode(' abcd–efgh JKMN–0123 ')).toBe('ABCDEFGHJKMN0123');
  expect(readRecoveryCode('OOOO-IIII-LLLL-oil1')).toBe('0000111111110111');
  for (const other of [undefined, '', 'ABCD', 'ABCD-EFGH-JKMN-012U', 'ABCD-EFGH-JKMN-01234'])
    expect(readRecoveryCode(other)).toBeUndefined();
});

test('R41: ten codes are made by who proves anew who they are, shown once, kept as hashes, and told of by mail', async () => {
  const person = await enrolled();
  const { browser } = person;
  const page = '/konto/aterstallningskoder';
  expect((await browser.post(page)).to).toBe(`/konto/bekrafta?retur=${encodeURIComponent(page)}`);
  expect((await confirm(person, page)).to).toBe(page);
  const made = await browser.post(page, { retur: '/e/0488/profil' });
  const codes = codesOn(made);
  expect([codes.length, new Set(codes).size]).toEqual([10, 10]);
  expect(made.headers['cache-control']).toBe('no-store');
  expect(made.body).toContain('href="/e/0488/profil"');
  const again = await browser.get(page);
  expect(again.body).toContain('Du har 10 av 10 koder kvar.');
  const [kept] = await database.ask(
    `select string_agg(encode(code_hash, 'hex'), ' ') as hashes, count(*)::int as n from recovery_code where account_id = '${person.accountId}'`,
  );
  expect(kept?.['n']).toBe(10);
  const letters = await letterSaying(portal, person.email, 'Nya återställningskoder skapades');
  const everything = [again.body, letters, portal.log.join(''), JSON.stringify(await database.ask('select * from audit_event'))].join('\n');
  for (const code of codes) {
    for (const spelled of [code, code.replaceAll('-', ''), Buffer.from(code.replaceAll('-', '')).toString('hex')]) {
      expect(everything).not.toContain(spelled);
      expect(kept?.['hashes']).not.toContain(spelled);
    }
  }
});

test('R41: a code is used once, new ones kill the old, and the person is told by mail', async () => {
  const person = await enrolled();
  const [first = '', second = ''] = await makeCodes(person);
  expect((await afterPassword(person).then((browser) => browser.get('/logga-in/kod'))).body).toContain('Använd en återställningskod');
  const browser = await afterPassword(person);
  expect((await use(browser, first.toLowerCase())).status).toBe(303);
  expect(await isInside(browser)).toBe(true);
  expect(await letterSaying(portal, person.email, 'En återställningskod användes')).not.toContain(first);
  const again = await afterPassword(person);
  expect((await use(again, first)).body).toContain(wrong);
  await makeCodes(person);
  expect((await use(await afterPassword(person), second)).body).toContain(wrong);
});

test('R41: the same code in twenty browsers at once lets one in', async () => {
  const person = await enrolled();
  const [code = ''] = await makeCodes(person);
  const browsers: Browser[] = [];
  while (browsers.length < 20) browsers.push(await afterPassword(person));
  // More tries than the account has in a row: those that come after the pause has begun are turned away as well.
  const answers = await Promise.all(browsers.map((browser) => use(browser, code)));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
});

test('R42: a code stands for the app only after the password: not alone, not after a code by mail, not in the place of the app code', async () => {
  const person = await enrolled();
  const [code = ''] = await makeCodes(person);
  expect((await use(openBrowser(portal), code)).status).toBe(409);
  const forgotten = openBrowser(portal);
  const seen = (await portal.mailsTo(person.email, 0)).filter(({ text }) => text.includes('Din kod är')).length;
  await forgotten.post('/konto/inbjudan', { epost: person.email });
  await forgotten.post('/konto/kod', { kod: await mailedCode(portal, person.email, seen + 1) });
  expect((await forgotten.post('/konto/verifierad')).to).toBe('/konto/appkod');
  expect((await forgotten.get('/konto/appkod')).body).not.toContain('/logga-in/aterstallningskod');
  expect((await use(forgotten, code)).status).toBe(409);
  expect((await forgotten.post('/konto/appkod', { kod: code })).status).toBe(422);
  expect((await forgotten.post('/konto/losenord', { losenord: goodPassword, bekrafta: goodPassword })).status).toBe(409);
  const normal = await afterPassword(person);
  expect((await normal.post('/logga-in/kod', { kod: code })).status).toBe(422);
  expect((await use(normal, code)).status).toBe(303);
});

test("R27: wrong codes are counted together with the app's: five end the challenge, ten in a row pause the account", async () => {
  const person = await enrolled();
  const [code = ''] = await makeCodes(person);
  const challenge = async (tries: number) => {
    const browser = await afterPassword(person);
    let last = '';
    for (let attempt = 0; attempt < tries; attempt += 1)
      last = (attempt % 2 === 0 ? await use(browser, '0000-0000-0000-0000') : await browser.post('/logga-in/kod', { kod: '12345x' })).body;
    return last;
  };
  expect(await challenge(6)).toContain('För många försök. Logga in igen.');
  await challenge(5);
  expect((await use(await afterPassword(person), code)).body).toMatch(/Vänta 1[45] minuter/);
  portal.clock.advance(16 * 60);
  expect((await use(await afterPassword(person), code)).status).toBe(303);
});

test.each(['', ' ', 'x', '０１２３-４５６７-８９ＡＢ-ＣＤＥＦ', 'A'.repeat(300), '[]', '../../'])(
  'R28: «%s» as a code is an ordinary error',
  async (typed) => {
    const person = await enrolled();
    const answer = await use(await afterPassword(person), typed);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(typed.trim() === '' ? 'Ange återställningskoden.' : wrong);
  },
);

test('who came in by a code is led to register another app, and may go on without', async () => {
  const person = await enrolled();
  const [code = ''] = await makeCodes(person);
  const browser = openBrowser(portal);
  await browser.post('/logga-in', { epost: person.email, losenord: goodPassword, retur: '/e/0488/uppskov' });
  expect((await use(browser, code)).to).toBe(`/konto/byt-app?retur=${encodeURIComponent('/e/0488/uppskov')}`);
  const page = await browser.get('/konto/byt-app?retur=%2Fe%2F0488%2Fuppskov');
  expect(page.body).toContain('<a href="/e/0488/uppskov">Inte nu</a>');
});

test('R42: inside, a code confirms who one is only together with the password, and wrong passwords are counted', async () => {
  const person = await enrolled();
  const [code = '', other = ''] = await makeCodes(person);
  portal.clock.advance(301);
  const path = '/konto/bekrafta/aterstallningskod';
  const post = (losenord: string, aterstallningskod: string) =>
    person.browser.post(path, { losenord, aterstallningskod, retur: '/konto/byt-app' });
  expect((await person.browser.get('/konto/bekrafta')).body).toContain(path);
  expect((await post('', code)).body).toContain('Ange ditt lösenord.');
  expect((await post('Fel-lösenord-1', code)).body).toContain('Lösenordet stämmer inte.');
  expect((await post(goodPassword, '0000-0000-0000-0000')).body).toContain(wrong);
  expect((await person.browser.get('/konto/byt-app')).status).toBe(303);
  const answer = await post(goodPassword, code);
  expect([answer.status, answer.to]).toEqual([303, '/konto/byt-app']);
  expect((await person.browser.get('/konto/byt-app')).status).toBe(200);
  const { passwordFailuresInRow: most } = portal.services.config.limits;
  for (let attempt = 0; attempt < most; attempt += 1) await post('Fel-lösenord-1', other);
  expect((await post(goodPassword, other)).body).toMatch(/För många försök\. Vänta \d+ minuter/);
});

test('codes of an app that an administrator has reset are gone with it, and are offered again', async () => {
  const person = await enrolled();
  const [code = ''] = await makeCodes(person);
  await database.ask(`update account set status = 'reset', password = null, totp_secret = null where id = '${person.accountId}'`);
  await walkTo(portal, openBrowser(portal), person.email, 'app');
  portal.clock.advance(60);
  expect((await use(await afterPassword(person), code)).body).toContain(wrong);
  expect(await database.ask(`select count(*)::int as n from recovery_code where account_id = '${person.accountId}'`)).toEqual([{ n: 0 }]);
});

test('the offer on Start is there until codes are made or declined', async () => {
  const [made, declined] = [await portal.person(), await portal.person()];
  const offers = async (person: typeof made) => (await person.ask('showMyFactors', {})).offersRecoveryCodes;
  expect([await offers(made), await offers(declined)]).toEqual([true, true]);
  await declined.ask('declineRecoveryCodes', {});
  const browser = openBrowser(portal);
  browser.cookies.set('__Host-session', made.cookie.split('=')[1]!);
  await browser.post('/konto/bekrafta', { kod: appCode(portal, made.appKey) });
  await browser.post('/konto/aterstallningskoder');
  const cookie = `__Host-session=${browser.cookies.get('__Host-session')}`;
  expect(await ask(portal.app, cookie, 'showMyFactors', {})).toMatchObject({
    offersRecoveryCodes: false,
    recoveryCodes: { left: 10, of: 10 },
  });
  expect(await offers(declined)).toBe(false);
});
