import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser, type Browser } from '../../testing/browser.ts';
import { followed, startFederation, type Federation } from '../../testing/federation.ts';
import { neverAskedFor, twoFactors } from '../../testing/provider.ts';
import { deactivateAccount } from '../index.ts';

/** Sign-in at a provider, against a real one on this machine: the way in, and everything that must not be one. */
let federation: Federation;
beforeAll(async () => {
  federation = await startFederation();
});
afterAll(() => federation.close());
beforeEach(() => {
  for (const { next, instead } of [federation.broker, federation.other]) {
    Object.assign(next, { subject: 'nobody', acr: twoFactors, isDenying: false, signedInAt: undefined });
    instead.clear();
  }
});

const isInside = async (browser: Browser) => (await browser.get('/api/me')).status === 200;
const everything = async () =>
  (
    await federation.database.ask(
      'select (select count(*)::int from account) as accounts, (select count(*)::int from session) as sessions, (select count(*)::int from provider_link) as links',
    )
  )[0];
const lastEvent = async (kind: string) =>
  (await federation.database.ask(`select actor, details from audit_event where kind = '${kind}' order by at desc limit 1`))[0];
const refusal = 'Det gick inte att logga in med Leverantör BROKER';

test('R02: somebody who has tied a provider to the account signs in with it, and comes to the page they came for', async () => {
  const { linked, signIn, portal, database } = federation;
  const person = await linked();
  const browser = openBrowser(portal);
  expect(await signIn(browser, person.subject, undefined, '/e/0488/uppskov')).toMatchObject({ status: 303, to: '/e/0488/uppskov' });
  expect(await isInside(browser)).toBe(true);
  expect(browser.cookies.has('__Host-resa')).toBe(false);
  const events = await database.ask(`select kind, outcome, details from audit_event where object = '${person.accountId}' order by number`);
  expect(events).toContainEqual({ kind: 'account.signed-in', outcome: 'done', details: { by: 'provider', provider: 'broker' } });
});

test('what is asked of the provider: a code, with state, nonce and S256, as many factors as we want, and no personal data', async () => {
  const { begin, portal, broker } = federation;
  const { origin, searchParams: asked } = new URL(await begin(openBrowser(portal)));
  expect(origin).toBe(broker.issuer);
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    scope: 'openid',
    acr_values: twoFactors,
    code_challenge_method: 'S256',
    redirect_uri: 'http://localhost:3000/logga-in/organisation/broker/svar',
  });
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(asked.has('claims')).toBe(false);
  const again = new URL(await begin(openBrowser(portal))).searchParams;
  for (const name of ['state', 'nonce', 'code_challenge']) expect(again.get(name)).not.toBe(asked.get(name));
});

test('R03: the page offers every provider, whoever asks, and needs no script', async () => {
  const { portal } = federation;
  const browser = openBrowser(portal);
  const signInPage = await browser.get('/logga-in?retur=%2Fe%2F0488');
  expect(signInPage.body).toContain('href="/logga-in/organisation?retur=%2Fe%2F0488"');
  const page = await browser.get('/logga-in/organisation?retur=%2Fe%2F0488');
  expect(page.body).toContain('Logga in med Leverantör BROKER');
  expect(page.body).toContain('Logga in med Leverantör OTHER');
  expect(page.body).not.toContain('<script');
  expect(page.body.match(/<form method="post" action="\/logga-in\/organisation"/g)).toHaveLength(2);
});

test('R01, R10: without state, with another, or in another browser an answer is worth nothing, and spoils nothing', async () => {
  const { linked, begin, broker, portal } = federation;
  const { subject } = await linked();
  const browser = openBrowser(portal);
  const address = await begin(browser);
  broker.next.subject = subject;
  const answer = await broker.visit(address);
  const before = await everything();
  const changed = (name: string, value: string | null) => {
    const url = new URL(answer, 'http://localhost:3000');
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
    return url.pathname + url.search;
  };
  expect((await browser.get(changed('state', null))).status).toBe(409);
  expect((await browser.get(changed('state', 'x'.repeat(43)))).status).toBe(409);
  expect((await browser.get(`${answer}&state=again`)).status).toBe(409);
  expect((await openBrowser(portal).get(answer)).status).toBe(409);
  const third = openBrowser(portal);
  await begin(third);
  expect((await third.get(answer)).status).toBe(409);
  expect(await everything()).toEqual(before);
  expect((await browser.get(answer)).to).toBe('/');
  expect(await isInside(browser)).toBe(true);
});

test('R09: an answer opens one session, also when it comes twenty times at once, and never again', async () => {
  const { linked, begin, broker, portal, database } = federation;
  const person = await linked();
  const browser = openBrowser(portal);
  const address = await begin(browser);
  broker.next.subject = person.subject;
  const answer = await broker.visit(address);
  const sessions = async () =>
    (await database.ask(`select count(*)::int as n from session where account_id = '${person.accountId}'`))[0]!['n'] as number;
  const before = await sessions();
  const cookie = browser.cookies.get('__Host-resa')!;
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => {
      const same = openBrowser(portal);
      same.cookies.set('__Host-resa', cookie);
      return same.get(answer);
    }),
  );
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  expect(await sessions()).toBe(before + 1);
  browser.cookies.set('__Host-resa', cookie);
  expect((await browser.get(answer)).status).toBe(409);
});

test('R08: after ten minutes an answer is too late', async () => {
  const { linked, begin, broker, portal } = federation;
  const { subject } = await linked();
  const browser = openBrowser(portal);
  const address = await begin(browser);
  broker.next.subject = subject;
  const answer = await broker.visit(address);
  portal.clock.advance(601);
  expect((await browser.get(answer)).status).toBe(409);
  portal.clock.advance(-601);
  expect(await isInside(browser)).toBe(false);
});

test.each([
  ['another nonce', 'nonce', 'x'.repeat(43), 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
  ['a code bound to another verifier', 'code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', 'OAUTH_RESPONSE_BODY_ERROR'],
])('R82: an answer with %s is refused', async (_, name, value, because) => {
  const { linked, begin, broker, portal } = federation;
  const { subject } = await linked();
  const browser = openBrowser(portal);
  const address = new URL(await begin(browser));
  address.searchParams.set(name, value);
  broker.next.subject = subject;
  const answer = await browser.get(await broker.visit(address.href));
  expect(answer.to).toBe('/logga-in/organisation/broker/nekat');
  expect(await isInside(browser)).toBe(false);
  expect(await lastEvent('account.provider-failed')).toMatchObject({ details: { because } });
});

test.each([['http://id.example.se/loa2'], [`${twoFactors} `], ['http://id.example.se/LOA3'], [undefined]])(
  'R02: a sign-in of another strength there (%s) is none here',
  async (acr) => {
    const { linked, signIn, broker, portal } = federation;
    const { subject } = await linked();
    broker.next.acr = acr;
    const browser = openBrowser(portal);
    const answer = await signIn(browser, subject);
    expect(answer.to).toBe('/logga-in/organisation/broker/nekat');
    expect(await isInside(browser)).toBe(false);
    expect(await lastEvent('account.provider-failed')).toMatchObject({ details: { because: 'acr' } });
  },
);

test('an answer of one provider is not taken for that of another', async () => {
  const { linked, begin, broker, other, portal } = federation;
  const { subject } = await linked();
  const browser = openBrowser(portal);
  const address = new URL(await begin(browser, broker));
  const atOther = openBrowser(portal);
  const otherAddress = new URL(await begin(atOther, other));
  otherAddress.searchParams.set('state', address.searchParams.get('state')!);
  other.next.subject = subject;
  const answer = await other.visit(otherAddress.href);
  // At the other's own address the browser has no visit; moved to the first one's, the issuer gives it away.
  expect((await browser.get(answer)).status).toBe(409);
  const moved = await browser.get(answer.replace('/other/', '/broker/'));
  expect(moved.to).toBe('/logga-in/organisation/broker/nekat');
  expect(await isInside(browser)).toBe(false);
});

test('R54: an unknown subject, a shut account and an organisation that has not chosen it look the same, and nothing is made', async () => {
  const { linked, signIn, choose, portal, broker, database } = federation;
  const [blocked, undecided, outside] = [await linked(), await linked(), await linked()];
  await portal.services.database.transaction({}, (db) => deactivateAccount(db, blocked.accountId));
  await database.ask(`
    insert into unit_access (organisation_id, unit_id, account_id, role, since)
    select organisation_id, id, '${undecided.accountId}', 'reader', now() from reporting_unit where code = '0331'`);
  await database.ask(`delete from unit_access where account_id = '${outside.accountId}'`);
  const before = await everything();
  const pages = [];
  for (const subject of ['never-seen', blocked.subject, undecided.subject, outside.subject]) {
    const browser = openBrowser(portal);
    const answer = await signIn(browser, subject, broker);
    expect(answer, subject).toMatchObject({ status: 303, to: '/logga-in/organisation/broker/nekat' });
    pages.push((await followed(browser, answer)).body);
    expect(await isInside(browser)).toBe(false);
    expect(browser.cookies.size).toBe(0);
  }
  expect(pages[0]).toContain(refusal);
  expect(new Set(pages)).toHaveLength(1);
  expect(await everything()).toEqual(before);

  await choose('0331', 'broker');
  expect((await signIn(openBrowser(portal), undecided.subject)).to).toBe('/');
  await choose('0331', null);
});

test('an organisation that demands passkeys, or has turned to another provider, shuts the way at once', async () => {
  const { linked, signIn, choose, portal } = federation;
  const { subject } = await linked();
  for (const [provider, requiresPasskey] of [
    ['broker', true],
    ['other', false],
    [null, false],
  ] as const) {
    await choose('0488', provider, requiresPasskey);
    expect((await signIn(openBrowser(portal), subject)).to).toBe('/logga-in/organisation/broker/nekat');
  }
  await choose('0488', 'broker');
  expect((await signIn(openBrowser(portal), subject)).to).toBe('/');
});

test('the collecting side signs in with a provider only where the operator has said so', async () => {
  const { link, signIn, portal, broker, other } = federation;
  const staff = await portal.person({ collectingRole: 'administrator' });
  expect((await link(staff, 'staff', other)).to).toBe('/e/0488/profil');
  expect((await signIn(openBrowser(portal), 'staff', other)).to).toBe('/');
  await expect(link(staff, 'staff', broker)).rejects.toThrow('account.provider-not-open');
});

test('the information on personal data comes first when its text is new', async () => {
  const { linked, signIn, portal, database } = federation;
  const person = await linked();
  await database.ask(`update account set notice_version = 'older' where id = '${person.accountId}'`);
  const browser = openBrowser(portal);
  expect((await signIn(browser, person.subject, undefined, '/e/0488/uppskov')).to).toBe('/konto/information');
  expect(await isInside(browser)).toBe(false);
  expect((await browser.post('/konto/information')).to).toBe('/e/0488/uppskov');
  expect(await isInside(browser)).toBe(true);
});

test('somebody who turns back at the provider is told so', async () => {
  const { signIn, broker, portal } = federation;
  broker.next.isDenying = true;
  const browser = openBrowser(portal);
  const answer = await signIn(browser, 'whoever');
  expect(answer.to).toBe('/logga-in/organisation/broker/avbrutet');
  expect((await followed(browser, answer)).body).toContain('Inloggningen avbröts');
});

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/%2f%2fevil', 'javascript:alert(1)', '/\u0009/evil'])(
  'R65: «%s» is no page to come back to',
  async (retur) => {
    const { linked, signIn, portal } = federation;
    const { subject } = await linked();
    expect((await signIn(openBrowser(portal), subject, undefined, retur)).to).toBe('/');
  },
);

test('R44, R45: the session has a token of our own making, and the one the browser brought is dead', async () => {
  const { linked, signIn, browserOf, portal } = federation;
  const person = await linked();
  const browser = browserOf(person);
  const brought = browser.cookies.get('__Host-session')!;
  await signIn(browser, person.subject);
  expect(browser.cookies.get('__Host-session')).not.toBe(brought);
  const old = openBrowser(portal);
  old.cookies.set('__Host-session', brought);
  expect(await isInside(old)).toBe(false);
});

test('R79: no subject, code, state or personal number is in the log, the audit log, the database or a letter', async () => {
  const { linked, begin, broker, portal, database } = federation;
  const person = await linked();
  const browser = openBrowser(portal);
  const address = await begin(browser);
  broker.next.subject = person.subject;
  const answer = new URL(await broker.visit(address), 'http://localhost:3000');
  await browser.get(answer.pathname + answer.search);
  const tables = await database.ask(`select table_name as name from information_schema.tables where table_schema = 'public'`);
  const rows: unknown[] = [];
  for (const { name } of tables) rows.push(...(await database.ask(`select t::text from "${String(name)}" t`)));
  const letters = await portal.mailsTo(person.email);
  const haystack = JSON.stringify([rows, portal.log, letters]);
  expect(haystack).toContain('account.signed-in');
  const planted = [person.subject, neverAskedFor, answer.searchParams.get('code')!, answer.searchParams.get('state')!];
  for (const needle of planted) {
    expect(haystack).not.toContain(needle);
    expect(haystack).not.toContain(Buffer.from(needle).toString('hex'));
  }
});
