import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserHeaders, startPortal, type Portal, type TestPerson } from '../../testing/portal.ts';

/** Headers of every kind of answer: pages, questions, errors, redirects, files, half of a file and no file at all. */
let folder: string;
let portal: Portal;
let person: TestPerson;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'client-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>x</title>');
  await writeFile(join(folder, 'tokens.css'), ':root{}');
  for (const name of ['index-abc', 'validation-worker-abc', 'not-validation-worker-abc'])
    await writeFile(join(folder, `assets/${name}.js`), 'export {}');
  portal = await startPortal({ worker: false, webFolder: folder });
  await portal.unit('0488');
  person = await portal.person({ units: [{ code: '0488' }] });
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

const wanted: Readonly<Record<string, RegExp>> = {
  'strict-transport-security': /^max-age=(3153600\d|[4-9]\d{7,}|\d{9,}); includeSubDomains/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(same-origin|no-referrer)$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'content-security-policy':
    /^(?!.*unsafe)(?=.*default-src 'none')(?=.*object-src 'none')(?=.*base-uri 'none')(?=.*frame-ancestors 'none')(?=.*form-action 'self')/,
};

test.each([
  ['GET', '/', 200],
  ['GET', '/e/0488', 200],
  ['GET', '/tokens.css', 200],
  ['GET', '/assets/index-abc.js', 200],
  ['GET', '/assets/none.js', 404],
  ['GET', '/..%2f..%2fetc/passwd', 404],
  ['GET', '/api/me', 200],
  ['HEAD', '/api/me', 200],
  ['GET', '/api/none', 404],
  ['DELETE', '/api/me', 405],
  ['OPTIONS', '/api/me', 405],
  ['PUT', '/api/me', 400],
  ['GET', '/konto/kod', 409],
  ['GET', '/api/openapi.json', 200],
  ['GET', '/%E0%A4%A', 400],
] as const)('R62, R63: %s %s (%i) carries every guarding header and none that tells of the machine', async (method, url, status) => {
  const { statusCode, headers } = await portal.app.inject({
    method,
    url,
    headers: { ...browserHeaders, cookie: person.cookie, ...(method === 'PUT' ? { 'content-type': 'application/json' } : {}) },
    ...(method === 'PUT' ? { payload: '{' } : {}),
  });
  expect(statusCode).toBe(status);
  for (const [name, value] of Object.entries(wanted)) expect(String(headers[name]), name).toMatch(value);
  for (const name of ['server', 'x-powered-by', 'access-control-allow-origin']) expect(headers[name], name).toBeUndefined();
});

test('R63: half of a file, and a file that the browser has already, carry them too', async () => {
  const first = await portal.app.inject({ url: '/tokens.css', headers: browserHeaders });
  const again = await portal.app.inject({
    url: '/tokens.css',
    headers: {
      ...browserHeaders,
      'if-none-match': String(first.headers.etag),
      'if-modified-since': String(first.headers['last-modified']),
    },
  });
  expect(again.statusCode).toBe(304);
  const half = await portal.app.inject({ url: '/tokens.css', headers: { ...browserHeaders, range: 'bytes=0-2' } });
  expect(half.statusCode).toBe(206);
  for (const { headers } of [again, half])
    for (const [name, value] of Object.entries(wanted)) expect(String(headers[name]), name).toMatch(value);
});

test('R64: nothing that somebody must be signed in for is kept by a cache', async () => {
  for (const url of ['/', '/e/0488', '/api/me', '/api/e/0488/delivery', '/api/e/0331', '/e/0488/kvittens/x'])
    expect((await portal.app.inject({ url, headers: { ...browserHeaders, cookie: person.cookie } })).headers['cache-control'], url).toBe(
      'no-store',
    );
});

test('R61: another origin is allowed nothing, asked politely or not', async () => {
  for (const method of ['GET', 'OPTIONS'] as const) {
    const { headers } = await portal.app.inject({
      method,
      url: '/api/me',
      headers: { ...browserHeaders, cookie: person.cookie, origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});

test('R62: the worker that checks files may compile WebAssembly, and what a page may not it may not either; no other file may', async () => {
  const policyOf = async (url: string) =>
    String((await portal.app.inject({ url, headers: browserHeaders })).headers['content-security-policy'])
      .split('; ')
      .map((part) => part.replace(/'nonce-[^']+'/, '').trim());
  const [worker, page, others] = [
    await policyOf('/assets/validation-worker-abc.js'),
    await policyOf('/assets/index-abc.js'),
    await policyOf('/assets/not-validation-worker-abc.js'),
  ];
  expect(worker.filter((part) => !page.includes(part))).toEqual(["script-src 'self' 'wasm-unsafe-eval'"]);
  expect(page).toContain("script-src 'self'");
  expect(others).toEqual(page);
});
