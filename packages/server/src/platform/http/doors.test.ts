import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { endpoints } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { startPortal, type Portal, type TestPerson } from '../../testing/portal.ts';

/** What every answer carries and what no request gets past, asked over a socket where the wire matters. */
let database: TestDatabase;
let portal: Portal;
let person: TestPerson;
let port: number;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, worker: false, settings: { TRUSTED_PROXIES: '10.0.0.0/8, 127.0.0.2' } });
  await portal.round({});
  await portal.unit('0488');
  person = await portal.person({ units: [{ code: '0488' }] });
  port = Number(new URL(await portal.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

type Headers = Readonly<Record<string, string>>;
const host = 'localhost:3000';
const ask = (method: string, url: string, headers: Headers = {}, payload?: string) =>
  portal.app.inject({ method: method as 'GET', url, headers: { host, ...headers }, ...(payload === undefined ? {} : { payload }) });

/** The bytes of an answer to bytes that no client would send. */
const raw = (text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (piece) => (answer += piece.toString('latin1')));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

const everyKind = [
  ['GET', '/logga-in'],
  ['GET', '/hjalp'],
  ['GET', '/postbeskrivning'],
  ['GET', '/finns-inte'],
  ['GET', '/api/me'],
  ['GET', '/api/finns-inte'],
  ['GET', '/healthz'],
  ['GET', '/readyz'],
  ['GET', '/api/openapi.json'],
  ['GET', '/konto/kod'],
  ['GET', '/konto/%ff'],
  ['POST', '/konto/inbjudan'],
  ['POST', '/logga-ut'],
  ['DELETE', '/api/me'],
  ['OPTIONS', '/api/me'],
] as const;

test.each(everyKind)('R61, R62, R63: %s %s carries the headers that guard it, and nothing that opens it to others', async (method, url) => {
  const { headers } = await ask(method, url, { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' });
  const policy = Object.fromEntries(
    String(headers['content-security-policy'])
      .split('; ')
      .map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
  );
  expect(policy).toMatchObject({
    'default-src': ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'form-action': ["'self'"],
  });
  expect(JSON.stringify(policy)).not.toMatch(/unsafe|\*|https?:/);
  // Without a nonce no script at all.
  expect(policy['script-src']!.join(' ')).toMatch(/^('none'|'self' 'nonce-[A-Za-z0-9+/]{22}==?')$/);
  const [, seconds] = /^max-age=(\d+); includeSubDomains$/.exec(String(headers['strict-transport-security'])) ?? [];
  expect(Number(seconds)).toBeGreaterThanOrEqual(31_536_000);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': expect.stringMatching(/^(same-origin|no-referrer)$/),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  });
  for (const name of Object.keys(headers)) expect(name).not.toMatch(/^access-control-|^server$|^x-powered-by$/);
});

test('R61: a page of another origin is given no leave, whatever it asks by', async () => {
  for (const headers of [
    { origin: 'https://evil.example', cookie: person.cookie },
    { origin: 'null', cookie: person.cookie },
    { origin: 'https://evil.example', 'access-control-request-method': 'PUT', 'access-control-request-headers': 'content-type' },
  ] as readonly Headers[])
    for (const method of ['GET', 'OPTIONS', 'PUT']) {
      const answer = await ask(method, '/api/me', headers);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      if (method !== 'GET') expect([403, 405]).toContain(answer.statusCode);
    }
});

test('R62: no page has a script or a style of its own but by the nonce of its answer, and no nonce comes twice', async () => {
  const nonces = new Set<string>();
  for (const url of ['/logga-in', '/konto/inbjudan', '/hjalp', '/personuppgifter', '/tillganglighet', '/postbeskrivning', '/finns-inte']) {
    const { body, headers } = await ask('GET', url);
    const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '';
    nonces.add(nonce);
    for (const [tag] of body.matchAll(/<script[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
    expect(body).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
  }
  expect(nonces.size).toBe(7);
});

test('R64: nothing that is answered to somebody signed in may be kept, by the browser or by anybody on the way', async () => {
  for (const { method, path } of Object.values(endpoints)) {
    if (method !== 'GET') continue;
    const url = path.replace(':unit', '0488').replace(/:[a-zA-Z]+/g, randomUUID());
    expect((await ask('GET', url, { cookie: person.cookie })).headers['cache-control'], path).toBe('no-store');
  }
  for (const url of ['/logga-in', '/e/0488/kvittens/2026-0488-AAAAAA', '/konto/app'])
    expect((await ask('GET', url, { cookie: person.cookie })).headers['cache-control'], url).toBe('no-store');
});

test('R58: every address answers the methods it has and no other: 405 with a list of those', async () => {
  const paths = new Map<string, string[]>();
  for (const { method, path } of Object.values(endpoints)) paths.set(path, [...(paths.get(path) ?? []), method]);
  for (const [path, methods] of paths) {
    const url = path.replace(':unit', '0488').replace(/:[a-zA-Z]+/g, randomUUID());
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']) {
      if (methods.includes(method)) continue;
      const { statusCode, headers } = await ask(method, url, { 'sec-fetch-site': 'same-origin', cookie: person.cookie });
      expect(statusCode, `${method} ${path}`).toBe(405);
      expect(
        String(headers.allow)
          .split(', ')
          .filter((one) => one !== 'HEAD')
          .toSorted(),
        path,
      ).toEqual(methods.toSorted());
    }
  }
});

test.each(['TRACE', 'TRACK', 'PROPFIND', 'MKCOL', 'SEARCH', 'LOCK', 'QUERY'])('R58: %s is no method here, on the wire', async (method) => {
  const answer = await raw(
    `${method} /logga-in HTTP/1.1\r\nHost: ${host}\r\nSec-Fetch-Site: same-origin\r\nCookie: a=b\r\nConnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 (400|405|501) /);
  expect(answer).not.toContain('Cookie: a=b');
});

test('R58: a method in a header or a field is only text', async () => {
  const headers = { 'sec-fetch-site': 'same-origin', cookie: person.cookie, 'content-type': 'application/json' };
  for (const [name, payload] of [
    ['x-http-method-override', '{}'],
    ['x-method-override', '{}'],
    ['x-http-method', '{}'],
  ] as const)
    expect((await ask('POST', '/api/me', { ...headers, [name]: 'PUT' }, payload)).statusCode).toBe(405);
  expect((await ask('GET', '/api/me?_method=PUT', headers)).statusCode).toBe(400);
});

const json = '{"name":"Test Testsson","phone":""}';
test.each([
  ['application/json', 200],
  ['application/json; charset=utf-8', 200],
  ['APPLICATION/JSON', 200],
  ['application/json\t; charset=utf-8', 415],
  ['application/json;', 415],
  ['application/json ', 415],
  ['application/json; charset=utf-16', 415],
  ['application/json, text/plain', 415],
  ['application/json\ta', 415],
  ['application/jsonx', 415],
  ['application/problem+json', 415],
  ['text/json', 415],
  ['text/plain', 415],
  ['text/plain; application/json', 415],
  ['multipart/form-data; boundary=application/json', 415],
  ['application/x-www-form-urlencoded', 415],
  ['application/octet-stream', 415],
  ['', 415],
] as const)('R60: JSON said to be «%s» is answered with %i, on the wire', async (type, status) => {
  const body = status === 200 ? json : '{"name":"Sneaked in","phone":"","extra":1}';
  const answer = await raw(
    `PUT /api/me HTTP/1.1\r\nHost: ${host}\r\nSec-Fetch-Site: same-origin\r\nCookie: ${person.cookie}\r\n${type === '' ? '' : `Content-Type: ${type}\r\n`}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
  // White space after a header's value is not part of it: then the body is judged, and refused for what is in it.
  const expected = type === 'application/json ' ? 400 : status;
  expect(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])).toBe(expected);
  expect(await database.ask(`select count(*)::int as n from account where name = 'Sneaked in'`)).toEqual([{ n: 0 }]);
});

test.each([
  ['//evil.example'],
  ['/\\evil.example'],
  ['\\\\evil.example'],
  ['https:evil.example'],
  ['https://evil.example'],
  ['/%2f%2fevil.example'],
  ['%2f%2fevil.example'],
  ['/\t/evil.example'],
  ['\t//evil.example'],
  ['/%09/evil.example'],
  ['/%0d%0aLocation:%20https://evil.example'],
  ['/.//evil.example'],
  ['/x/..//evil.example'],
  ['javascript:alert(1)'],
  ['data:text/html,x'],
])('R65: «%s» leads nowhere but here, for who is signed in and for who is not', async (target) => {
  const here = (location: unknown) => new URL(String(location), 'http://localhost:3000').origin === 'http://localhost:3000';
  const inside = await ask('GET', `/logga-in?retur=${encodeURIComponent(target)}`, { cookie: person.cookie });
  expect(inside.statusCode).toBe(303);
  expect(here(inside.headers.location)).toBe(true);
  expect(String(inside.headers.location)).not.toMatch(/^\/\/|evil\.example.*:|\\/);
  const form = await ask('GET', `/logga-in?retur=${encodeURIComponent(target)}`);
  const kept = /name="retur" value="([^"]*)"/.exec(form.body)?.[1] ?? '';
  expect(kept === '' || here(kept)).toBe(true);
});

test.each([
  ['localhost:3000', 200],
  ['LOCALHOST:3000', 200],
  ['127.0.0.1:3000', 200],
  ['[::1]:3000', 200],
  ['evil.example', 421],
  ['localhost.evil.example', 421],
  ['evil.example:3000', 421],
  ['localhost:3000.evil.example', 421],
  ['127.0.0.1:3000@evil.example', 421],
  ['evil.example@localhost:3000', 421],
  ['localhost:3000/evil.example', 421],
  ['localhost:3000#evil.example', 421],
  ['169.254.169.254', 421],
])('R67: asked as «%s» it answers %i', async (name, status) => {
  const answer = await portal.app.inject({ url: '/logga-in', headers: { host: name } });
  expect(answer.statusCode).toBe(status);
  if (status === 421) expect(answer.body).toContain('Adressen hör inte till den här tjänsten.');
  expect(answer.body).not.toContain('evil.example');
});

test('R67: a portal with a name of its own answers to that name only, also when a proxy passes on another', async () => {
  const named = await startPortal({
    database,
    worker: false,
    settings: { PUBLIC_URL: 'https://statistik.example.se', TRUSTED_PROXIES: '127.0.0.1' },
  });
  try {
    const get = (headers: Headers) => named.app.inject({ url: '/logga-in', headers });
    expect((await get({ host: 'statistik.example.se' })).statusCode).toBe(200);
    for (const name of ['localhost:3000', 'statistik.example.se:8080', 'statistik.example.se.evil.example', 'www.statistik.example.se'])
      expect((await get({ host: name })).statusCode, name).toBe(421);
    expect((await get({ host: 'evil.example', 'x-forwarded-host': 'statistik.example.se' })).statusCode).toBe(421);
    const answer = await get({ host: 'statistik.example.se', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' });
    expect(answer.body).not.toContain('evil.example');
  } finally {
    await named.app.close();
    await named.services.database.close();
    await named.services.jobs.stop();
  }
});

/** Where a change came from, as the audit log has it. */
async function originOf(headers: Headers, remoteAddress = '127.0.0.1'): Promise<unknown> {
  const answer = await portal.app.inject({
    method: 'PUT',
    url: '/api/me',
    remoteAddress,
    headers: { host, 'sec-fetch-site': 'same-origin', cookie: person.cookie, 'content-type': 'application/json', ...headers },
    payload: json,
  });
  expect(answer.statusCode).toBe(200);
  const [event] = await database.ask(`select origin from audit_event where actor = 'p-${person.accountId}' order by number desc limit 1`);
  return event!['origin'];
}

test('R68: who comes without a proxy is who the socket says, whatever the headers claim', async () => {
  for (const headers of [
    { 'x-forwarded-for': '203.0.113.7' },
    { 'x-forwarded-for': '10.0.0.1, 203.0.113.7' },
    { 'x-real-ip': '203.0.113.7', forwarded: 'for=203.0.113.7', 'true-client-ip': '203.0.113.7', 'cf-connecting-ip': '203.0.113.7' },
  ] as readonly Headers[])
    expect(await originOf(headers, '198.51.100.4')).toBe('198.51.100.4');
});

test('R68: behind a proxy of the list, a range or a single address, two clients are two, and what they claim themselves is ignored', async () => {
  for (const proxy of ['10.20.30.40', '127.0.0.2']) {
    expect(await originOf({ 'x-forwarded-for': '203.0.113.7' }, proxy)).toBe('203.0.113.7');
    expect(await originOf({ 'x-forwarded-for': '203.0.113.8' }, proxy)).toBe('203.0.113.8');
    expect(await originOf({ 'x-forwarded-for': '192.0.2.1, 203.0.113.7' }, proxy)).toBe('203.0.113.7');
    expect(await originOf({ 'x-forwarded-for': '192.0.2.1, 203.0.113.7, 10.9.9.9' }, proxy)).toBe('203.0.113.7');
  }
  expect(await originOf({ 'x-forwarded-for': 'not an address' }, '10.20.30.40')).toBe('unknown');
});

test('R68: a client that claims another address with every request is counted as one all the same', async () => {
  const address = `${randomUUID()}@example.se`;
  const { passwordFailuresInRow: most } = portal.services.config.limits;
  const give = (place: number) =>
    portal.app.inject({
      method: 'POST',
      url: '/logga-in',
      headers: {
        host,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': `203.0.113.${place}`,
      },
      payload: `epost=${address}&losenord=Fel-l`,
    });
  for (let place = 0; place < most; place += 1) expect((await give(place)).body).not.toContain('För många försök.');
  expect((await give(most)).body).toContain('För många försök.');
});

const pagePosts = [
  '/logga-in',
  '/logga-in/kod',
  '/logga-ut',
  '/konto/inbjudan',
  '/konto/kod',
  '/konto/kod/ny',
  '/konto/verifierad',
  '/konto/app',
  '/konto/appkod',
  '/konto/losenord',
  '/konto/information',
];
test.each(pagePosts)('R59: nobody is signed in, or led through %s, by a page of another site', async (path) => {
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: 'https://www.localhost' },
    { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
    { referer: 'https://evil.example/' },
    { cookie: '__Host-resa=x' },
  ] as readonly Headers[]) {
    const answer = await ask(
      'POST',
      path,
      { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      'epost=a@example.se&losenord=x&kod=123456',
    );
    expect(answer.statusCode, JSON.stringify(headers)).toBe(403);
    expect(answer.headers['set-cookie'], JSON.stringify(headers)).toBeUndefined();
  }
});

test('R53: an upload is refused before a byte of it has come, to who is not signed in and to who has no part in the unit', async () => {
  const stranger = await portal.person();
  for (const [cookie, status] of [
    ['', 401],
    [stranger.cookie, 404],
  ] as const) {
    const answer = await raw(
      `POST /api/e/0488/delivery/file HTTP/1.1\r\nHost: ${host}\r\nSec-Fetch-Site: same-origin\r\n${cookie ? `Cookie: ${cookie}\r\n` : ''}Content-Type: application/octet-stream\r\nX-File-Name: x.csv\r\nIdempotency-Key: ${randomUUID()}\r\nContent-Length: 100000000\r\nConnection: close\r\n\r\n`,
    );
    expect(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])).toBe(status);
  }
});

test('R82: a text that no database can hold is never a defect', async () => {
  const headers = { 'sec-fetch-site': 'same-origin', cookie: person.cookie, 'content-type': 'application/json' };
  expect((await ask('PUT', '/api/me', headers, '{"name":"A\\u0000B","phone":""}')).statusCode).toBeLessThan(500);
  expect((await openBrowser(portal).post('/logga-in', { epost: 'a\u0000@example.se', losenord: 'x' })).status).toBe(422);
  expect((await ask('GET', '/e/0488/kvittens/%00', { cookie: person.cookie })).statusCode).toBeLessThan(500);
});
