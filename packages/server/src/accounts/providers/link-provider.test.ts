import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keyRing } from '../../platform/keys.ts';
import { openBrowser, type Browser } from '../../testing/browser.ts';
import { followed, startFederation, type Federation } from '../../testing/federation.ts';
import { browserHeaders, type TestPerson } from '../../testing/portal.ts';
import { twoFactors } from '../../testing/provider.ts';
import { rewrapProviderLinks } from './rewrap-links.ts';

/** Providers on one's own account: tied, used to prove anew who one is, and removed. */
let federation: Federation;
beforeAll(async () => {
  federation = await startFederation();
});
afterAll(() => federation.close());
beforeEach(() => Object.assign(federation.broker.next, { subject: 'nobody', acr: twoFactors, isDenying: false, signedInAt: undefined }));

const isInside = async (browser: Browser) => (await browser.get('/api/me')).status === 200;
const linksOf = ({ accountId }: TestPerson) => federation.database.ask(`select * from provider_link where account_id = '${accountId}'`);
const elevation = async ({ accountId }: TestPerson) =>
  (
    await federation.database.ask(`select elevated_for as purpose, elevated_until as until from session where account_id = '${accountId}'`)
  )[0];
/** Waits for a letter of this subject, whatever else comes. */
async function letter({ email }: TestPerson, subject: string): Promise<string | undefined> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const found = (await federation.portal.mailsTo(email, 0)).find((mail) => mail.subject === subject);
    if (found) return found.text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}

test('R39, R52: a provider is tied to the account only after a fresh proof; the person gets a letter, and an event names nobody', async () => {
  const { portal, link, database } = federation;
  const person = await portal.person({ units: [{ code: '0488' }] });
  const unproved = await portal.app.inject({
    method: 'POST',
    url: '/api/me/providers/broker/link',
    headers: { ...browserHeaders, cookie: person.cookie, 'content-type': 'application/json' },
    payload: { returnPath: '/' },
  });
  expect(unproved.json()).toMatchObject({ code: 'account.step-up-needed', details: { purpose: '' } });
  expect((await person.ask('listMyProviders', {})).providers).toEqual([
    { id: 'broker', name: 'Leverantör BROKER', isOpen: true, linkedAt: null, lastUsedAt: null },
  ]);
  expect((await link(person, 'anna-at-the-broker')).to).toBe('/e/0488/profil');
  expect((await person.ask('listMyProviders', {})).providers).toMatchObject([{ id: 'broker', linkedAt: expect.any(String) as string }]);
  expect(await letter(person, 'Leverantör BROKER är kopplat till ditt konto')).toMatch(/Var det inte du\? Ring oss genast/);
  expect(
    await database.ask(`select details from audit_event where kind = 'account.provider-linked' and object = '${person.accountId}'`),
  ).toEqual([{ details: { provider: 'broker' } }]);
});

test('a subject is one account’s only, also when two ask for it at once, and an account has one subject of a provider', async () => {
  const { portal, link, linked, goOut, browserOf, broker } = federation;
  const first = await linked();
  const second = await portal.person({ units: [{ code: '0488' }] });
  const answer = await link(second, first.subject);
  expect(answer.to).toBe('/logga-in/organisation/broker/upptaget');
  expect((await followed(openBrowser(portal), answer)).body).toContain('hör redan till ett konto här');
  expect(await linksOf(second)).toEqual([]);
  expect((await link(first, 'somebody-else')).to).toBe('/logga-in/organisation/broker/upptaget');
  expect(await linksOf(first)).toHaveLength(1);

  const rivals = await Promise.all([1, 2, 3, 4].map(() => portal.person({ units: [{ code: '0488' }] })));
  broker.next.subject = 'wanted-by-four';
  const ways = [];
  for (const rival of rivals) {
    const browser = browserOf(rival);
    ways.push({ browser, answer: await broker.visit(await goOut(rival, browser, 'link')) });
  }
  const answers = await Promise.all(ways.map((way) => way.browser.get(way.answer)));
  expect(answers.filter(({ to }) => to === '/e/0488/profil')).toHaveLength(1);
  expect((await Promise.all(rivals.map(linksOf))).flat()).toHaveLength(1);
});

test('the answer completes the link only in the session that asked for it', async () => {
  const { portal, goOut, browserOf, broker } = federation;
  const [asked, stranger] = [await portal.person({ units: [{ code: '0488' }] }), await portal.person({ units: [{ code: '0488' }] })];
  broker.next.subject = 'of-whom';
  const browser = browserOf(asked);
  const answer = await broker.visit(await goOut(asked, browser, 'link'));
  browser.cookies.set('__Host-session', stranger.cookie.split('=')[1]!);
  expect((await browser.get(answer)).status).toBe(409);
  expect([...(await linksOf(asked)), ...(await linksOf(stranger))]).toEqual([]);

  const signedOut = browserOf(asked);
  const late = await broker.visit(await goOut(asked, signedOut, 'link'));
  signedOut.cookies.delete('__Host-session');
  expect((await signedOut.get(late)).status).toBe(409);
  expect(await linksOf(asked)).toEqual([]);
});

test('a weaker sign-in there ties nothing, nor does a provider that the organisation has not chosen', async () => {
  const { portal, link, other, broker } = federation;
  const person = await portal.person({ units: [{ code: '0488' }] });
  broker.next.acr = 'http://id.example.se/loa2';
  expect((await link(person, 'weak')).to).toBe('/logga-in/organisation/broker/ej-kopplat');
  await expect(link(person, 'weak', other)).rejects.toThrow('account.provider-not-open');
  await expect(person.ask('linkProvider', { provider: 'no-such', returnPath: '/' })).rejects.toMatchObject({ status: 409 });
  expect(await linksOf(person)).toEqual([]);
});

test('R39: a removed provider opens nothing any more, other sessions end, and the person gets a letter', async () => {
  const { linked, signIn, portal } = federation;
  const person = await linked();
  const elsewhere = openBrowser(portal);
  await signIn(elsewhere, person.subject);
  expect(await isInside(elsewhere)).toBe(true);
  expect(await person.ask('unlinkProvider', { provider: 'broker' })).toEqual({ wasLinked: true, ended: 1, isSignedOut: false });
  expect(await isInside(elsewhere)).toBe(false);
  expect((await person.ask('whoAmI', {})).account.id).toBe(person.accountId);
  expect((await signIn(openBrowser(portal), person.subject)).to).toBe('/logga-in/organisation/broker/nekat');
  expect(await letter(person, 'Leverantör BROKER är inte längre kopplat till ditt konto')).not.toMatch(/https?:/);
  expect(await person.ask('unlinkProvider', { provider: 'broker' })).toEqual({ wasLinked: false, ended: 0, isSignedOut: false });
});

test('R52: a new sign-in at the provider proves anew who it is, for what it was asked for', async () => {
  const { linked, goOut, browserOf, broker } = federation;
  const person = await linked();
  await federation.database.ask(`update session set elevated_until = null where account_id = '${person.accountId}'`);
  const browser = browserOf(person);
  const before = browser.cookies.get('__Host-session');
  const address = await goOut(person, browser, 'step-up', broker, 'submit:abc');
  expect(new URL(address).searchParams.get('max_age')).toBe('0');
  broker.next.subject = person.subject;
  expect((await browser.get(await broker.visit(address))).to).toBe('/e/0488/profil');
  expect(await elevation(person)).toMatchObject({ purpose: 'submit:abc', until: expect.any(Date) as Date });
  expect(browser.cookies.get('__Host-session')).not.toBe(before);
  expect(await isInside(browser)).toBe(true);
});

test('R52: neither somebody else’s sign-in, nor an old one, nor a weaker one proves anything', async () => {
  const { linked, goOut, browserOf, broker, database } = federation;
  const [person, colleague] = [await linked(), await linked()];
  await database.ask(`update session set elevated_until = null where account_id = '${person.accountId}'`);
  const browser = browserOf(person);
  const attempt = async (subject: string, change: (address: URL) => void = () => undefined) => {
    const address = new URL(await goOut(person, browser, 'step-up'));
    change(address);
    broker.next.subject = subject;
    return browser.get(await broker.visit(address.href));
  };
  expect((await attempt(colleague.subject)).to).toBe('/logga-in/organisation/broker/ej-bekraftat');
  expect((await attempt('unknown')).to).toBe('/logga-in/organisation/broker/ej-bekraftat');
  broker.next.signedInAt = Math.floor(Date.now() / 1000) - 3600;
  expect((await attempt(person.subject, ({ searchParams }) => searchParams.set('max_age', '100000'))).to).toBe(
    '/logga-in/organisation/broker/ej-bekraftat',
  );
  broker.next.signedInAt = undefined;
  expect((await attempt(person.subject, ({ searchParams }) => searchParams.delete('max_age'))).to).toBe(
    '/logga-in/organisation/broker/ej-bekraftat',
  );
  broker.next.acr = 'http://id.example.se/loa2';
  expect((await attempt(person.subject)).to).toBe('/logga-in/organisation/broker/ej-bekraftat');
  expect(await elevation(person)).toMatchObject({ until: null });
  broker.next.acr = twoFactors;
  expect((await attempt(person.subject)).to).toBe('/e/0488/profil');
});

test('R83: a link survives a change of keys, and is then kept under the new one alone', async () => {
  const { linked, portal, database } = federation;
  const person = await linked();
  const { services } = portal;
  const fresh = { id: 'k2', bytes: new Uint8Array(32).map((_, index) => (index * 37 + 11) % 251) };
  const both = keyRing([fresh, ...services.config.secretKeys]);
  const moved = await services.database.transaction({}, (db) => rewrapProviderLinks(db, both));
  expect(moved).toBeGreaterThan(0);
  expect(await services.database.transaction({}, (db) => rewrapProviderLinks(db, both))).toBe(0);
  expect(await database.ask('select distinct key_id from provider_link')).toEqual([{ key_id: 'k2' }]);
  // Under the first key alone nobody is found now; moved back, everybody is.
  expect((await federation.signIn(openBrowser(portal), person.subject)).to).toBe('/logga-in/organisation/broker/nekat');
  await services.database.transaction({}, (db) => rewrapProviderLinks(db, keyRing([...services.config.secretKeys, fresh])));
  expect((await federation.signIn(openBrowser(portal), person.subject)).to).toBe('/');
});
