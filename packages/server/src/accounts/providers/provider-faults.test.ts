import { generateKeyPairSync } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBrowser, type Browser, type PageAnswer } from '../../testing/browser.ts';
import { startFederation, type Federation } from '../../testing/federation.ts';

/** A provider that is not there, or does not behave. Each test has its own: what a provider says of itself is remembered for an hour. */
let federation: Federation;
let browser: Browser;
beforeEach(async () => {
  federation = await startFederation();
  browser = openBrowser(federation.portal);
});
afterEach(() => federation.close());

const json = (body: unknown) => (response: ServerResponse) =>
  void response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
const said = '/.well-known/openid-configuration';
const saying = async (changed: Readonly<Record<string, unknown>>) => {
  const { broker } = federation;
  const usual = (await (await fetch(broker.issuer + said)).json()) as Record<string, unknown>;
  broker.instead.set(said, json({ ...usual, ...changed }));
};
async function onward(): Promise<PageAnswer> {
  const left = await browser.post('/logga-in/organisation', { leverantor: 'broker', retur: '' });
  return browser.get(left.to!);
}
/** What is seen of a provider that is not there. */
const seen = ({ status, headers, body }: PageAnswer) => ({
  status,
  waits: headers['retry-after'],
  goesOn: headers['refresh'],
  says: /<h1>(.*)<\/h1>/.exec(body)?.[1],
});
const away = { status: 503, waits: '60', goesOn: undefined, says: 'Leverantör BROKER svarar inte just nu' };

test('R82: a provider that is not there is told of in Swedish, and the ordinary way in is open', async () => {
  const { broker, portal } = federation;
  broker.instead.set(said, (response) => void response.destroy());
  expect(seen(await onward())).toEqual(away);
  expect((await browser.get('/logga-in')).status).toBe(200);
  expect(portal.log.join('')).toContain('no-answer');
  broker.instead.clear();
  expect((await onward()).status).toBe(200);
});

test.each([
  ['an error of its own', (response: ServerResponse) => void response.writeHead(502).end()],
  ['another site instead', (response: ServerResponse) => void response.writeHead(302, { location: 'http://127.0.0.1:1/x' }).end()],
  ['something endless', (response: ServerResponse) => void response.end(Buffer.alloc(400_000, 32))],
  ['no JSON', (response: ServerResponse) => void response.setHeader('content-type', 'text/html').end('<p>Hej')],
])('R82: a provider that answers with %s is not there', async (_, answer) => {
  federation.broker.instead.set(said, answer);
  expect(seen(await onward())).toEqual(away);
});

test('a provider that calls itself somebody else, takes no S256 or sends the browser to another host is not gone to', async () => {
  for (const changed of [
    { issuer: 'http://127.0.0.1:1' },
    { code_challenge_methods_supported: ['plain'] },
    { authorization_endpoint: 'http://127.0.0.1:1/auth' },
  ]) {
    await saying(changed);
    expect(seen(await onward())).toEqual(away);
    federation.broker.instead.clear();
  }
});

test.each(['token_endpoint', 'jwks_uri'])('nothing is asked of a host that the operator has not named: %s', async (endpoint) => {
  const { linked, signIn, broker, other, portal } = federation;
  await saying({ [endpoint]: `${other.issuer}/${endpoint}` });
  await expect(linked()).rejects.toThrow('ej-kopplat');
  expect((await signIn(browser, 'whoever')).to).toBe('/logga-in/organisation/broker/nekat');
  expect(other.asked).toEqual([]);
  expect(portal.log.join('')).toContain('another-host');
  expect(broker.asked).toContain(said);
});

test('an answer that the provider has not signed is refused', async () => {
  const { linked, signIn, broker, portal } = federation;
  const forged = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
  broker.instead.set('/jwks', json({ keys: [{ ...forged, kid: 'provider-1', use: 'sig', alg: 'RS256' }] }));
  await expect(linked()).rejects.toThrow('ej-kopplat');
  expect((await signIn(browser, 'whoever')).to).toBe('/logga-in/organisation/broker/nekat');
  expect((await browser.get('/api/me')).status).toBe(401);
  expect(portal.log.join('')).toContain('a sign-in at a provider came to nothing');
});

test('R82: a provider that goes away half way opens nothing', async () => {
  const { linked, begin, broker } = federation;
  const { subject } = await linked();
  const address = await begin(browser);
  broker.next.subject = subject;
  const answer = await broker.visit(address);
  broker.instead.set('/token', (response) => void response.writeHead(503).end());
  expect((await browser.get(answer)).to).toBe('/logga-in/organisation/broker/svarar-inte');
  expect((await browser.get('/api/me')).status).toBe(401);
});
