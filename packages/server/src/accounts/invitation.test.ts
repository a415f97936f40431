import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { appCode, goodPassword, keyOn, mailedCode, openBrowser, walkTo, type WalkStage } from '../testing/browser.ts';
import { startPortal, type Portal } from '../testing/portal.ts';
import { inviteAccount } from './index.ts';

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

/** Somebody who has been invited and has done nothing yet. */
async function invited(email = `person-${(people += 1)}@example.se`): Promise<string> {
  const { services } = portal;
  await services.database.transaction({}, (db) =>
    inviteAccount(db, services, portal.clock.now(), { email, name: 'Test Testsson', invitedBy: null }),
  );
  return email;
}
const accountOf = async (email: string) => (await database.ask(`select * from account where email_normalised = '${email}'`))[0]!;
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('the whole way from the invitation to the inside, in order', async () => {
  const email = await invited();
  const browser = openBrowser(portal);
  await walkTo(portal, browser, email, 'app');
  expect(await accountOf(email)).toMatchObject({
    status: 'active',
    notice_version: portal.services.config.noticeVersion,
    invitation_expires_at: null,
  });
  expect(
    (
      await portal.app.inject({
        url: '/api/me',
        headers: { host: 'localhost:3000', cookie: `__Host-session=${browser.cookies.get('__Host-session')}` },
      })
    ).statusCode,
  ).toBe(200);
});

const laterSteps: readonly (readonly [path: string, form: Readonly<Record<string, string>>, at: WalkStage | 'sign-in'])[] = [
  ['/konto/kod', { kod: '123456' }, 'code'],
  ['/konto/kod/ny', {}, 'code'],
  ['/konto/verifierad', {}, 'verified'],
  ['/konto/app', {}, 'enrol'],
  ['/konto/appkod', { kod: '123456' }, 'totp'],
  ['/konto/losenord', { losenord: goodPassword, bekrafta: goodPassword }, 'password'],
  ['/konto/information', {}, 'notice'],
  ['/logga-in/kod', { kod: '123456' }, 'sign-in'],
];
test.each(['code', 'verified', 'enrol', 'totp', 'password', 'notice'] as const)(
  'R01: from «%s» every other step is refused and changes nothing, and the right one still works',
  async (stage) => {
    const email = await invited();
    const browser = openBrowser(portal);
    const key = await walkTo(portal, browser, email, stage);
    const before = await accountOf(email);
    for (const [path, form, at] of laterSteps) {
      if (at === stage || (stage === 'code' && at === 'code')) continue;
      const answer = await browser.post(path, form);
      expect(answer.status, path).toBe(409);
      expect(answer.body, path).toContain('Steget gäller inte längre');
      if (!path.endsWith('/ny')) expect((await browser.get(path)).status, path).toBe(409);
    }
    expect(await accountOf(email)).toEqual(before);
    const rest: Readonly<Record<typeof stage, () => Promise<{ status: number }>>> = {
      code: async () => browser.post('/konto/kod', { kod: await mailedCode(portal, email) }),
      verified: () => browser.post('/konto/verifierad'),
      enrol: () => browser.post('/konto/app'),
      totp: () => browser.post('/konto/appkod', { kod: appCode(portal, key) }),
      password: () => browser.post('/konto/losenord', { losenord: goodPassword, bekrafta: goodPassword }),
      notice: () => browser.post('/konto/information'),
    };
    expect((await rest[stage]()).status).toBe(303);
  },
);

test('R08: a mailed code is right for ten minutes and not longer', async () => {
  const [soon, late] = [await invited(), await invited()];
  const [one, other] = [openBrowser(portal), openBrowser(portal)];
  await walkTo(portal, one, soon, 'code');
  const code = await mailedCode(portal, soon);
  portal.clock.advance(590);
  expect((await one.post('/konto/kod', { kod: code })).to).toBe('/konto/verifierad');
  await walkTo(portal, other, late, 'code');
  const old = await mailedCode(portal, late);
  portal.clock.advance(605);
  const answer = await other.post('/konto/kod', { kod: old });
  expect(answer.status).toBe(422);
  expect(answer.body).toContain('Koden har gått ut. Skicka en ny kod.');
});

test('R09, R10: a code works once, and only in the browser that asked for it', async () => {
  const email = await invited();
  const [mine, theirs] = [openBrowser(portal), openBrowser(portal)];
  await walkTo(portal, mine, email, 'code');
  const code = await mailedCode(portal, email);
  await walkTo(portal, theirs, await invited(), 'code');
  expect((await theirs.post('/konto/kod', { kod: code })).status).toBe(422);
  const before = new Map(mine.cookies);
  expect((await mine.post('/konto/kod', { kod: code })).status).toBe(303);
  for (const [name, value] of before) mine.cookies.set(name, value);
  expect((await mine.post('/konto/kod', { kod: code })).status).toBe(409);
});

test('R11: a new code kills the old one, and can be had once a minute', async () => {
  const email = await invited();
  const browser = openBrowser(portal);
  await walkTo(portal, browser, email, 'code');
  const first = await mailedCode(portal, email);
  const tooSoon = await browser.post('/konto/kod/ny');
  expect(tooSoon.body).toMatch(/Du kan be om en ny kod om \d+ sekunder\./);
  portal.clock.advance(61);
  expect((await browser.post('/konto/kod/ny')).body).toContain('En ny kod har skickats.');
  const second = await mailedCode(portal, email, 2);
  if (first !== second) expect((await browser.post('/konto/kod', { kod: first })).status).toBe(422);
  expect((await browser.post('/konto/kod', { kod: second })).status).toBe(303);
});

test('R12: after five wrong codes the right one fails too, until a new one is sent', async () => {
  const email = await invited();
  const browser = openBrowser(portal);
  await walkTo(portal, browser, email, 'code');
  const code = await mailedCode(portal, email);
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect((await browser.post('/konto/kod', { kod: wrong(code) })).body).toContain(
      'Koden stämmer inte. Kontrollera koden i ditt senaste mejl.',
    );
  expect((await browser.post('/konto/kod', { kod: code })).status).toBe(422);
  portal.clock.advance(61);
  await browser.post('/konto/kod/ny');
  expect((await browser.post('/konto/kod', { kod: await mailedCode(portal, email, 2) })).status).toBe(303);
});

test('R13: sixty tries at once are not more than five', async () => {
  const email = await invited();
  const browser = openBrowser(portal);
  await walkTo(portal, browser, email, 'code');
  const code = await mailedCode(portal, email);
  const cookie = new Map(browser.cookies);
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => {
      const tab = openBrowser(portal);
      for (const [name, value] of cookie) tab.cookies.set(name, value);
      return tab.post('/konto/kod', { kod: index === 59 ? code : wrong(code) });
    }),
  );
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(0);
  expect(await database.ask(`select max(tries)::int as most from journey`)).toEqual([{ most: 5 }]);
});

test('R14: thirty requests for an address give five mails and thirty equal answers', async () => {
  const email = await invited();
  const answers = [];
  for (let request = 0; request < 30; request += 1) answers.push(await openBrowser(portal).post('/konto/inbjudan', { epost: email }));
  expect(new Set(answers.map(({ status, to }) => `${status} ${to}`))).toEqual(new Set(['303 /konto/kod']));
  await mailedCode(portal, email, 5);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await portal.mailsTo(email)).filter(({ text }) => text.includes('Din kod är'))).toHaveLength(5);
});

test('an address nobody has gets the same answers and no mail', async () => {
  const browser = openBrowser(portal);
  const answer = await browser.post('/konto/inbjudan', { epost: 'ingen@example.se' });
  expect([answer.status, answer.to]).toEqual([303, '/konto/kod']);
  const page = await browser.get('/konto/kod');
  expect(page.body).toContain('Verifieringskoden har skickats till din inkorg.');
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect((await browser.post('/konto/kod', { kod: '000000' })).body).toContain('Koden stämmer inte.');
  expect((await browser.post('/konto/kod', { kod: '000000' })).body).toContain('Koden har gått ut. Skicka en ny kod.');
  expect(await portal.mailsTo('ingen@example.se', 0)).toEqual([]);
});

test('R16: a changed address leaves nothing of the first behind', async () => {
  const [first, second] = [await invited(), await invited()];
  const browser = openBrowser(portal);
  await walkTo(portal, browser, first, 'code');
  const code = await mailedCode(portal, first);
  await browser.post('/konto/inbjudan', { epost: second });
  expect((await browser.post('/konto/kod', { kod: code })).status).toBe(422);
  expect((await browser.post('/konto/kod', { kod: await mailedCode(portal, second) })).status).toBe(303);
  expect((await browser.get('/konto/verifierad')).body).toContain(second);
});

test('R17: the mail goes to the stored address, and letters that look alike are another address', async () => {
  const email = await invited('anna@example.se');
  await openBrowser(portal).post('/konto/inbjudan', { epost: '  ANNA@Example.SE ' });
  await mailedCode(portal, email);
  for (const alike of ['аnna@example.se', 'anna@exаmple.se', 'anna@example.se,eve@example.org', 'ａnna@example.se', 'anna@example。se'])
    await openBrowser(portal).post('/konto/inbjudan', { epost: alike });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await portal.mailsTo(email)).filter(({ text }) => text.includes('Din kod är'))).toHaveLength(1);
  expect(await database.ask(`select count(*)::int as n from mail_outbox`)).toEqual([{ n: 0 }]);
});

test('R18: an invitation that has run out, or has been used, opens nothing', async () => {
  const email = await invited();
  portal.clock.advance(31 * 86_400);
  const browser = openBrowser(portal);
  expect((await browser.post('/konto/inbjudan', { epost: email })).to).toBe('/konto/kod');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await portal.mailsTo(email)).filter(({ text }) => text.includes('Din kod är'))).toHaveLength(0);
  portal.clock.advance(-31 * 86_400);
});

test('R20, R21: the key is 160 bits, the picture says the same as the letters, and it is seen on that page only', async () => {
  const email = await invited();
  const browser = openBrowser(portal);
  await walkTo(portal, browser, email, 'enrol');
  const page = await browser.get('/konto/app');
  const key = keyOn(page);
  expect(key).toMatch(/^[A-Z2-7]{32}$/);
  expect(page.headers['cache-control']).toContain('no-store');
  const address = new URL(/href="(otpauth:[^"]+)"/.exec(page.body)![1]!.replaceAll('&amp;', '&'));
  expect(decodeURIComponent(address.pathname)).toBe(`/Personalstatistik:${email}`);
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    secret: key,
    issuer: 'Personalstatistik',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
  const others = [
    await browser.post('/konto/app'),
    await browser.get('/konto/appkod'),
    await browser.post('/konto/appkod', { kod: '000000' }),
  ];
  for (const answer of others) expect(JSON.stringify(answer)).not.toContain(key);
  expect(JSON.stringify(await portal.mailsTo(email))).not.toContain(key);
  expect(portal.log.join('\n')).not.toContain(key);
  expect((await browser.get('/konto/app')).status).toBe(409);
});

test('R22: an abandoned journey changes nothing: the next one shows a new key, and the old key is dead', async () => {
  const email = await invited();
  const first = openBrowser(portal);
  const old = await walkTo(portal, first, email, 'password');
  expect(await accountOf(email)).toMatchObject({ status: 'invited', password: null, totp_secret: null });
  const second = openBrowser(portal);
  const fresh = await walkTo(portal, second, email, 'totp');
  expect(fresh).not.toBe(old);
  expect((await second.post('/konto/appkod', { kod: appCode(portal, old) })).status).toBe(422);
  portal.clock.advance(30);
  expect((await second.post('/konto/appkod', { kod: appCode(portal, fresh) })).status).toBe(303);
  expect((await second.post('/konto/losenord', { losenord: goodPassword, bekrafta: goodPassword })).status).toBe(303);
  expect((await first.post('/konto/losenord', { losenord: goodPassword, bekrafta: goodPassword })).status).toBe(409);
});

test('R33 and the policy: each fault is said at its field, and nothing typed comes back', async () => {
  const email = await invited();
  const browser = openBrowser(portal);
  await walkTo(portal, browser, email, 'password');
  for (const [losenord, bekrafta, text] of [
    ['', '', 'Nytt lösenord måste anges.'],
    [goodPassword, 'Annat-lösen-99', 'Lösenorden är inte lika.'],
    ['Kort-1a', 'Kort-1a', 'Det saknar: minst 8 tecken.'],
    ['alltfölångt-utan', 'alltfölångt-utan', 'Det saknar: versaler, siffror.'],
    ['Sommar2026!', 'Sommar2026!', 'Lösenordet finns i listor över läckta lösenord. Välj ett annat.'],
    ['Personalstatistik1!', 'Personalstatistik1!', 'Lösenordet finns i listor över läckta lösenord. Välj ett annat.'],
    [`Aa1!${'x'.repeat(300)}`, `Aa1!${'x'.repeat(300)}`, 'Lösenordet är för långt. Använd högst 256 tecken.'],
  ] as const) {
    const answer = await browser.post('/konto/losenord', { losenord, bekrafta });
    expect(answer.status, text).toBe(422);
    expect(answer.body).toContain(text);
    expect(answer.body).toMatch(/<title>Fel: Användarinformation/);
    expect(answer.body).toContain('Det finns ett problem');
    expect(answer.body).toContain('aria-invalid="true"');
    if (losenord) expect(answer.body).not.toContain(losenord);
  }
  expect((await browser.post('/konto/losenord', { losenord: goodPassword.normalize('NFD'), bekrafta: goodPassword })).status).toBe(303);
});

test('R37, R83: passwords are Argon2id of at least 19 MiB and two passes, keys of apps are sealed', async () => {
  const email = await invited();
  const key = await walkTo(portal, openBrowser(portal), email, 'app');
  const { password, totp_secret: sealed } = await accountOf(email);
  expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/);
  const dump = JSON.stringify(await database.ask(`select * from account`)) + (sealed as Buffer).toString('latin1');
  expect(dump).not.toContain(key);
  expect(dump).not.toContain(goodPassword);
});

test('R07: codes are six digits, leading zeros included, spread evenly', async () => {
  const { newCode } = await import('./token.ts');
  const codes = Array.from({ length: 5000 }, newCode);
  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
  for (let place = 0; place < 6; place += 1) {
    const counts = Array.from({ length: 10 }, (_, digit) => codes.filter((code) => Number(code[place]) === digit).length);
    const chi = counts.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
    // 9 degrees of freedom: more than 42 happens once in 300,000.
    expect(chi).toBeLessThan(42);
  }
});

test('R79: no code, key, token, password or address is in the log or the audit log after all this', async () => {
  const email = await invited();
  const browser = openBrowser(portal);
  const key = await walkTo(portal, browser, email, 'app');
  const code = await mailedCode(portal, email);
  const session = browser.cookies.get('__Host-session')!;
  const written =
    portal.log.join('\n') +
    JSON.stringify(await database.ask(`select * from audit_event`)) +
    JSON.stringify(await database.ask(`select * from session`));
  for (const secret of [key, session, goodPassword, email, `"${code}"`, 'Test Testsson']) expect(written).not.toContain(secret);
  const kinds = (await database.ask(`select distinct kind from audit_event`)).map(({ kind }) => kind);
  expect(kinds).toEqual(
    expect.arrayContaining([
      'account.code-sent',
      'account.code-failed',
      'account.credentials-set',
      'account.notice-acknowledged',
      'account.signed-in',
    ]),
  );
});

test('R66: links in letters come from the configured address', async () => {
  const email = await invited();
  const [letter] = await portal.mailsTo(email);
  expect(letter!.subject).toBe('Välkommen till personalstatistiken');
  expect(letter!.text.match(/https?:\/\/\S+/g)).toEqual(['http://localhost:3000/logga-in']);
  const lied = await portal.app.inject({
    method: 'POST',
    url: '/konto/inbjudan',
    headers: { host: 'evil.example', 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: `epost=${email}`,
  });
  expect(lied.statusCode).toBeGreaterThanOrEqual(400);
});
