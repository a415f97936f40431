import { argon2Sync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, appCode, openBrowser, walkTo, type Browser } from '../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { enrolledAccounts, type Enrolled } from '../testing/enrolled-accounts.ts';
import { startPortal, type Portal } from '../testing/portal.ts';
import { commonBases } from './common-passwords.ts';
import { inviteAccount } from './index.ts';
import { isCommon, missingClasses } from './password-policy.ts';

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

/** Somebody invited who stands before the page of the new password. */
async function choosing(name = 'Test Testsson'): Promise<{ email: string; key: string; browser: Browser }> {
  const email = `choosing-${(people += 1)}@example.se`;
  const { services } = portal;
  await services.database.transaction({}, (db) => inviteAccount(db, services, portal.clock.now(), { email, name, invitedBy: null }));
  const browser = openBrowser(portal);
  return { email, key: await walkTo(portal, browser, email, 'password'), browser };
}
const choose = (browser: Browser, losenord: string, bekrafta = losenord) => browser.post('/konto/losenord', { losenord, bekrafta });
const signIn = (email: string, losenord: string) => openBrowser(portal).post('/logga-in', { epost: email, losenord });
const isLetIn = async (email: string, losenord: string) => (await signIn(email, losenord)).to === '/logga-in/kod';

test.each([
  ['Ab-1xyz', 'minst 8 tecken'],
  ['vintergröna-tallar-26', 'versaler'],
  ['VINTERGRÖNA-TALLAR-26', 'gemener'],
  ['Vintergröna-tallar', 'siffror'],
  ['Vintergröna26tallar', 'specialtecken'],
  ['ååååååååå', 'versaler, siffror, specialtecken'],
])('R29: «%s» lacks %s, and the page says that', async (password, lacking) => {
  const { browser } = await choosing();
  const answer = await choose(browser, password);
  expect(answer.status).toBe(422);
  expect(answer.body).toContain(`Det saknar: ${lacking}.`);
});

test('R29: eight characters of four classes are enough, whatever alphabet the letters are of', async () => {
  for (const password of ['Zq-7vbäk', 'Ёжик-26ы', 'Zq7 vbäk']) {
    const { browser } = await choosing();
    expect((await choose(browser, password)).status, password).toBe(303);
  }
});

test.each([
  ['72 characters', `Aa1-${'vbäkxq'.repeat(20)}`.slice(0, 71)],
  ['200 characters', `Aa1-${'vbäkxq'.repeat(40)}`.slice(0, 199)],
  ['spaces, letters of other tongues and pictures', 'En älg åt 3 🥐 på Ön, vid čaj'],
])('R30: a password of %s is kept whole: another last character does not open', async (_, password) => {
  const { email, browser } = await choosing();
  expect((await choose(browser, `${password}x`)).status).toBe(303);
  expect(await isLetIn(email, `${password}y`)).toBe(false);
  expect(await isLetIn(email, password)).toBe(false);
  expect(await isLetIn(email, `${password}x`.toUpperCase())).toBe(false);
  expect(await isLetIn(email, `${password}x`)).toBe(true);
});

test('R31: a password opens however the keyboard composed its letters', async () => {
  const password = 'Räksmörgås-på-Åland-7';
  expect(password.normalize('NFC')).not.toBe(password.normalize('NFD'));
  for (const [chosen, typed] of [
    ['NFC', 'NFD'],
    ['NFD', 'NFC'],
  ] as const) {
    const { email, browser } = await choosing();
    expect((await choose(browser, password.normalize(chosen))).status).toBe(303);
    expect(await isLetIn(email, password.normalize(typed))).toBe(true);
  }
});

/** Passwords of leaked lists that meet the rule of four classes, as they stand there. */
const leaked = `
  P@ssw0rd P@ssw0rd1 P@ssw0rd123 P@$$w0rd P@55w0rd Passw0rd! Password1! Password123! Password@1 Password@123 Pa$$w0rd Pa$$word1
  Qwerty123! Qwerty1! Qwerty@123 Qwerty!23 Welcome1! Welcome@1 Welcome123! Welcome@123 Admin123! Admin@123 Adm1n!23 Administrator1!
  Abcd1234! Abcd@1234 Abc123!! Abc@1234 Abc12345! Aa123456! Aa@123456 Aa12345! A1b2c3d4! A!123456a Asdf1234! Asdf@1234 Asdfgh1!
  1qaz@WSX 1qaz!QAZ !QAZ2wsx Zaq1@wsx ZAQ!2wsx 1Qaz2wsx! 1q2w3e4R! 1q2w3E4r! Q1w2e3r4! Qaz123!@# 123Qwe!@# Qwe123!@# Qwer1234! Zxcv1234! Zxcvbnm1!
  Test1234! Test@123 Test123! Temp1234! Temp@123 Changeme1! ChangeMe123! Letmein1! Letmein123! Login123! Hello123! Hello@123
  Summer2024! Summer2025! Summer2026! Winter2024! Winter2025! Winter2026! Spring2026! Autumn2026! January2026! Monday1! Friday13!
  Sommar2024! Sommar2025! Sommar2026! Sommaren26! Vinter2025! Vinter2026! Höst2026! Hösten2026! Våren2026! Vår2026!! November2026! December25!
  Iloveyou1! Iloveyou123! Sunshine1! Princess1! Football1! Baseball1! Dragon123! Monkey123! Master123! Superman1! Batman123! Starwars1! Pokemon123! Trustno1!
  Lösenord1! Lösenord123! Losenord1! L0senord! L0s3n0rd! Hemlig123! Hemligt1! Hejsan123! Hejhej123! Hej123!! Sverige1! Sverige2026! Stockholm1! Göteborg1! Malmö123!
  Kommun2026! Kommunen1! Region2026! Regionen1! Personal1! Statistik1! Personalstatistik1! Novemberstatistik26! Skr12345! Skr2026!
  Fotboll1! Hockey123! Djurgården1! Hammarby1! Älskling1! Blomma123! Volvo240! Google123! Facebook1! Microsoft1! Office365!
  !Password1 1Password! 12345Aa! 123456Aa! 1234Abc! 12345678aA! !1234567aA Aa11111! Aaaa1111! Aaaaaa1! AAaa11!!
`
  .trim()
  .split(/\s+/);

test.each(leaked)('R32: «%s» is in lists of leaked passwords', (password) => {
  expect(missingClasses(password)).toEqual([]);
  expect(isCommon(password, [])).toBe(true);
});

test('R32: more than three thousand passwords that meet the rule are refused, and hardly one of chance is', () => {
  const refused = new Set<string>();
  for (const word of commonBases)
    for (const tail of ['1!', '123!', '2026!', '!2025'])
      for (const dressed of [
        word[0]!.toUpperCase() + word.slice(1),
        word.replace(/a/, '@').replace(/^./, (first) => first.toUpperCase()),
      ]) {
        const password = `${dressed}${tail}`;
        if (password.length >= 8 && missingClasses(password).length === 0 && isCommon(password, [])) refused.add(password);
      }
  expect(refused.size).toBeGreaterThan(3000);
  const ofChance = Array.from({ length: 3000 }, () => `Aa1-${randomBytes(9).toString('base64')}`);
  expect(ofChance.filter((password) => isCommon(password, [])).length).toBeLessThan(10);
});

test.each([
  ['the service', 'Personalstatistik-1'],
  ['the organisation', 'SkrSkr-2026'],
  ["the person's name", 'Berglöf-1987!'],
  ["the person's first name and address", 'Hildegun.choosing1!'],
  ['the kind of unit', 'Kommun-kommun-1'],
])('R32: a password made of %s is refused with its reason, at the page', async (_, password) => {
  const { browser } = await choosing('Hildegun Berglöf');
  const answer = await choose(browser, password);
  expect(answer.status).toBe(422);
  expect(answer.body).toContain('Lösenordet finns i listor över läckta lösenord. Välj ett annat.');
});

test('R33: both fields must say the same, and it is the server that looks', async () => {
  const { email, browser } = await choosing();
  for (const again of ['', `${goodPassword} `, goodPassword.toLowerCase(), 'något annat'])
    expect((await choose(browser, goodPassword, again)).status, again).toBe(422);
  expect(await database.ask(`select status, password from account where email_normalised = '${email}'`)).toEqual([
    { status: 'invited', password: null },
  ]);
});

/** Signs in with password and app. */
async function inside({ email, key }: Enrolled): Promise<Browser> {
  const browser = openBrowser(portal);
  await browser.post('/logga-in', { epost: email, losenord: goodPassword });
  expect((await browser.post('/logga-in/kod', { kod: appCode(portal, key) })).status).toBe(303);
  return browser;
}

test('R35: nobody is made to change a password that is four hundred days old', async () => {
  const [person] = await enrolledAccounts(portal, 1, 'faithful');
  portal.clock.advance(400 * 86_400);
  try {
    const browser = await inside(person!);
    expect((await browser.get('/api/me')).status).toBe(200);
  } finally {
    portal.clock.advance(-400 * 86_400);
  }
});

test('R36: a password manager knows every field by its name, and no page keeps anybody from pasting', async () => {
  const { browser } = await choosing();
  const [invited] = [openBrowser(portal)];
  await invited.post('/konto/inbjudan', { epost: 'nobody@example.se' });
  const [person] = await enrolledAccounts(portal, 1, 'manager');
  const challenged = openBrowser(portal);
  await challenged.post('/logga-in', { epost: person!.email, losenord: goodPassword });
  const fields = async (from: Browser, path: string) => {
    const { status, body } = await from.get(path);
    expect(status, path).toBe(200);
    expect(body, path).not.toMatch(/onpaste|oncopy|autocomplete="off"|readonly|maxlength/i);
    return [...body.matchAll(/<input\s+id="([^"]+)"\s+name="([^"]+)"\s+type="([^"]+)"\s+autocomplete="([^"]+)"/g)].map(([, ...named]) =>
      named.join(' '),
    );
  };
  expect(await fields(openBrowser(portal), '/logga-in')).toEqual([
    'epost epost email username webauthn',
    'losenord losenord password current-password',
  ]);
  expect(await fields(openBrowser(portal), '/konto/inbjudan')).toEqual(['epost epost email username']);
  expect(await fields(invited, '/konto/kod')).toEqual(['kod kod text one-time-code']);
  expect(await fields(challenged, '/logga-in/kod')).toEqual(['kod kod text one-time-code']);
  expect(await fields(browser, '/konto/losenord')).toEqual([
    'losenord losenord password new-password',
    'bekrafta bekrafta password new-password',
  ]);
});

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
/** A hash as an older version of the portal made it. */
function hashed(password: string, memory: number, passes: number): string {
  const nonce = randomBytes(16);
  const hash = argon2Sync('argon2id', { message: password, nonce, memory, passes, parallelism: 1, tagLength: 32 });
  return `$argon2id$v=19$m=${memory},t=${passes},p=1$${unpadded(nonce)}$${unpadded(hash)}`;
}

test('R37: a hash made with less work is made anew at the next sign-in, and one that is dear enough stays', async () => {
  const [weak, dear] = await enrolledAccounts(portal, 2, 'rehashed');
  const before = { weak: hashed(goodPassword, 8192, 1), dear: hashed(goodPassword, 32_768, 3) };
  await database.ask(`update account set password = '${before.weak}' where id = '${weak!.accountId}'`);
  await database.ask(`update account set password = '${before.dear}' where id = '${dear!.accountId}'`);
  const stored = async ({ accountId }: Enrolled) =>
    String((await database.ask(`select password from account where id = '${accountId}'`))[0]!['password']);
  expect(await isLetIn(weak!.email, 'Fel-lösenord-1')).toBe(false);
  expect(await stored(weak!)).toBe(before.weak);
  for (const { email } of [weak!, dear!]) expect(await isLetIn(email, goodPassword)).toBe(true);
  const [, memory = '0', passes = '0'] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(await stored(weak!)) ?? [];
  expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
  expect(Number(passes)).toBeGreaterThanOrEqual(2);
  expect(await stored(dear!)).toBe(before.dear);
  expect(await isLetIn(weak!.email, goodPassword)).toBe(true);
});
