import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, type Portal, type TestPerson } from '../../testing/portal.ts';
import { escapeHtml, html, Html } from './html.ts';
import { safeReturnPath } from './page.ts';

let portal: Portal;
let person: TestPerson;
beforeAll(async () => {
  portal = await startPortal({ worker: false });
  await portal.unit('0488');
  person = await portal.person({ units: [{ code: '0488' }] });
});
afterAll(() => portal.close());

const host = 'localhost:3000';
type Headers = Readonly<Record<string, string>>;
const put = (headers: Headers, payload = '{"name":"Test Testsson","phone":""}') =>
  portal.app.inject({
    method: 'PUT',
    url: '/api/me',
    headers: { host, cookie: person.cookie, 'content-type': 'application/json', ...headers },
    payload,
  });

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, 200],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'none' }, 403],
  [{ origin: 'http://localhost:3000' }, 200],
  [{ origin: 'http://localhost:3001' }, 403],
  [{ origin: 'https://localhost:3000' }, 403],
  [{ origin: 'null' }, 403],
  [{ referer: 'http://localhost:3000/e/0488' }, 200],
  [{ referer: 'http://evil.example/localhost:3000' }, 403],
  [{}, 403],
] as readonly (readonly [Headers, number])[])('R59: a change with %j gives %i', async (headers, status) => {
  expect((await put(headers)).statusCode).toBe(status);
});

test('R59: a form, or plain text, is no JSON, wherever it comes from', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json-evil'])
    expect((await put({ 'sec-fetch-site': 'same-origin', 'content-type': type })).statusCode, type).toBe(415);
});

test('R58: only the methods there are; TRACE is none', async () => {
  const ask = (method: string, url: string) =>
    portal.app.inject({ method: method as 'GET', url, headers: { host, 'sec-fetch-site': 'same-origin', cookie: person.cookie } });
  const wrong = await ask('DELETE', '/api/me');
  expect(wrong.statusCode).toBe(405);
  expect(String(wrong.headers.allow).split(', ').toSorted()).toEqual(['GET', 'HEAD', 'PUT']);
  expect((await ask('POST', '/api/e/0488/extensions/x')).statusCode).toBe(404);
  expect((await ask('TRACE', '/api/me')).statusCode).toBeGreaterThanOrEqual(404);
  expect((await ask('GET', '/konto/kod/ny')).statusCode).toBe(303);
  expect((await ask('HEAD', '/hjalp')).statusCode).toBe(200);
});

test.each(['evil.example', 'localhost:3000.evil.example', '127.0.0.1:3000@evil.example'])(
  'a request to «%s» is not for us',
  async (wrong) => {
    const answer = await portal.app.inject({ url: '/logga-in', headers: { host: wrong } });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain('Logga in med din e-postadress');
  },
);

test('R62: every kind of answer carries the headers that guard it, and every page a nonce of its own', async () => {
  const urls = ['/logga-in', '/hjalp', '/finns-inte', '/api/me', '/api/finns-inte', '/healthz', '/api/openapi.json'];
  for (const url of urls) {
    const { headers } = await portal.app.inject({ url, headers: { host } });
    const policy = String(headers['content-security-policy']);
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      expect(policy, url).toContain(part);
    expect(policy, url).not.toMatch(/unsafe-inline|unsafe-eval/);
    expect(headers['x-content-type-options'], url).toBe('nosniff');
    expect(headers['referrer-policy'], url).toBeTruthy();
    expect(headers['server'], url).toBeUndefined();
    expect(headers['x-powered-by'], url).toBeUndefined();
  }
  const nonces = await Promise.all(
    Array.from(
      { length: 20 },
      async () =>
        /'nonce-([^']+)'/.exec(
          String((await portal.app.inject({ url: '/logga-in', headers: { host } })).headers['content-security-policy']),
        )?.[1],
    ),
  );
  expect(new Set(nonces).size).toBe(20);
});

test('bad input is answered in Swedish with a number to mention, which the log has too, and nothing of the machine', async () => {
  for (const [payload, status] of [
    ['{"name":', 400],
    ['[]', 400],
    ['{"name":"x","phone":"","isAdministrator":true}', 400],
    ['{"__proto__":{"name":"x"},"name":"x","phone":""}', 400],
    [`{"name":"${'x'.repeat(2_000_000)}","phone":""}`, 413],
  ] as const) {
    const answer = await put({ 'sec-fetch-site': 'same-origin' }, payload);
    expect(answer.statusCode, payload.slice(0, 50)).toBe(status);
    const body = answer.json<{ message: string; reference: string }>();
    expect(body.message).toMatch(/^[A-ZÅÄÖ].*\.$/);
    expect(answer.body).not.toMatch(/node_modules|\.ts:|SyntaxError|Unexpected/);
    expect(portal.log.join('\n')).toContain(body.reference);
  }
});

test('a page that does not exist is a page; a question that does not exist is JSON', async () => {
  const page = await portal.app.inject({ url: '/finns-inte', headers: { host } });
  expect(page.statusCode).toBe(404);
  expect(page.body).toContain('<h1>Sidan finns inte</h1>');
  const question = await portal.app.inject({ url: '/api/finns-inte', headers: { host } });
  expect(question.statusCode).toBe(404);
  expect(question.json()).toMatchObject({ code: 'request.not-found' });
});

test('health, readiness and the description of the interface are there for machines', async () => {
  expect((await portal.app.inject({ url: '/healthz', headers: { host } })).json()).toEqual({ alive: true });
  expect((await portal.app.inject({ url: '/readyz', headers: { host } })).statusCode).toBe(200);
  const api = (await portal.app.inject({ url: '/api/openapi.json', headers: { host } })).json<{ openapi: string; paths: object }>();
  expect(api.openapi).toMatch(/^3\.1\./);
  expect(Object.keys(api.paths)).toContain('/api/e/{unit}/deliveries/{delivery}/corrections');
});

test.each([
  '//evil',
  '/\\evil',
  'https://evil',
  'evil',
  '/%2f%2fevil',
  '/%5cevil',
  '/a\nb',
  '/\tevil',
  '',
  `/${'x'.repeat(600)}`,
  'javascript:alert(1)',
  '/..//evil\\',
])('«%s» is no way back', (path) => {
  expect(safeReturnPath(path)).toBeUndefined();
});

test('whatever is asked to be come back to stays on this server', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((tail) => `/${tail}`),
      ),
      (path) => {
        const safe = safeReturnPath(path);
        if (safe !== undefined) expect(new URL(safe, 'http://here.example').origin).toBe('http://here.example');
      },
    ),
    { numRuns: 3000 },
  );
});

test('no text can leave its place in a page', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '`', '/', 'a', '=', ' ', '\u2028') }), (text) => {
      const { text: page } = html`<p title="${text}">${text}</p>`;
      expect(page.replace(/&(amp|lt|gt|quot|#39|#96);/g, '')).toMatch(/^<p title="[^<>"'`]*">[^<>"'`]*<\/p>$/);
      expect(html`${new Html('<b>')}`.text).toBe('<b>');
      expect(escapeHtml(text)).not.toMatch(/[<>"'`]/);
    }),
    { numRuns: 2000 },
  );
});
