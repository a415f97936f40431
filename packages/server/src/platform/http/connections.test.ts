import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { uploadHeaders, uploadPath } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { delivered, novemberFile } from '../../testing/delivery.ts';
import { startPortal, type Portal, type TestPerson } from '../../testing/portal.ts';

/** Clients that are slow, stop half way, or never end, over real connections. */
const unit = '0488';
let portal: Portal;
let person: TestPerson;
let port: number;
beforeAll(async () => {
  portal = await startPortal({
    at: '2026-11-25T10:00:00Z',
    settings: {
      HEADERS_SECONDS: '1',
      REQUEST_SECONDS: '1',
      UPLOAD_STALL_SECONDS: '1',
      UPLOAD_SECONDS: '8',
      REQUESTS_PER_CONNECTION: '3',
      MAX_CONNECTIONS: '40',
    },
  });
  await portal.round({});
  await portal.unit(unit);
  person = await portal.person({ units: [{ code: unit }] });
  await portal.app.listen({ port: 0, host: '127.0.0.1' });
  port = (portal.app.server.address() as AddressInfo).port;
});
afterAll(() => portal.close());

interface Line {
  readonly socket: Socket;
  /** What has come so far. */
  readonly heard: () => string;
  /** When the first byte came, in milliseconds of the test's process. */
  readonly answered: Promise<number>;
  /** Milliseconds from the first byte sent until the server hung up. */
  readonly hungUp: Promise<number>;
}
function dial(words: string): Line {
  let heard = '';
  const startedAt = performance.now();
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('data', (piece) => (heard += piece.toString()));
  const answered = new Promise<number>((resolve) => socket.once('data', () => resolve(performance.now())));
  socket.on('error', () => undefined);
  const hungUp = new Promise<number>((resolve) => {
    socket.once('end', () => {
      socket.end();
      resolve(performance.now() - startedAt);
    });
    socket.once('close', () => resolve(performance.now() - startedAt));
  });
  socket.write(words);
  return { socket, heard: () => heard, answered, hungUp };
}
const head = (line: string, ...headers: string[]) => `${[line, 'Host: localhost:3000', ...headers].join('\r\n')}\r\n\r\n`;
const asUpload = (length: number, cookie = person.cookie) =>
  head(
    `POST ${uploadPath(unit)} HTTP/1.1`,
    `Cookie: ${cookie}`,
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/octet-stream',
    `${uploadHeaders.name}: november.csv`,
    `${uploadHeaders.requestId}: ${randomUUID()}`,
    `Content-Length: ${length}`,
  );
const storedFiles = async () =>
  (await readdir(join(portal.services.config.dataDir, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) =>
    entry.isFile(),
  ).length;

test('R63: headers that never end are ended, one byte at a time or none at all, with the headers of every answer', async () => {
  const dripping = dial('GET /hjalp HTTP/1.1\r\nHost: localhost:3000\r\n');
  const timer = setInterval(() => dripping.socket.writable && dripping.socket.write('X-A: b\r\n'), 100);
  const silent = dial('');
  const [one, other] = await Promise.all([dripping.hungUp, silent.hungUp]);
  clearInterval(timer);
  expect(Math.max(one, other)).toBeLessThan(5000);
  expect(dripping.heard()).toMatch(/^HTTP\/1\.1 408 /);
  for (const header of [
    'content-security-policy',
    'x-content-type-options: nosniff',
    'strict-transport-security',
    'cache-control: no-store',
  ])
    expect(dripping.heard()).toContain(header);
  expect(dripping.heard()).toContain('Begäran kom fram för långsamt');
});

test.each([
  ['a page', '/logga-in', 'application/x-www-form-urlencoded', '<h1>Det gick för långsamt</h1>'],
  ['a question', '/api/me', 'application/json', '"code":"request.too-slow"'],
])('a body that never ends is ended with 408: %s', async (_, path, type, words) => {
  const line = dial(
    `${head(`${path === '/api/me' ? 'PUT' : 'POST'} ${path} HTTP/1.1`, `Cookie: ${person.cookie}`, 'Sec-Fetch-Site: same-origin', `Content-Type: ${type}`, 'Transfer-Encoding: chunked')}3\r\na=b\r\n`,
  );
  const timer = setInterval(() => line.socket.writable && line.socket.write('1\r\nx\r\n'), 100);
  const time = await line.hungUp;
  clearInterval(timer);
  expect(time).toBeLessThan(4000);
  expect(line.heard()).toMatch(/^HTTP\/1\.1 408 /);
  expect(line.heard()).toContain('x-content-type-options: nosniff');
  expect(line.heard()).toContain(words);
});

/** Sends a head whose body never comes, beside one that the server does wait for. @returns the answer, which must come first */
async function answeredFirst(words: string): Promise<string> {
  const patient = dial(
    head(
      'PUT /api/me HTTP/1.1',
      `Cookie: ${person.cookie}`,
      'Sec-Fetch-Site: same-origin',
      'Content-Type: application/json',
      'Content-Length: 500',
    ),
  );
  const line = dial(words);
  expect(await line.answered).toBeLessThan(await patient.answered);
  expect(patient.heard()).toMatch(/^HTTP\/1\.1 408 /);
  for (const { socket } of [line, patient]) socket.destroy();
  return line.heard();
}

test('who is nobody is told so before the body has come, and the body is not waited for', async () => {
  for (const words of [
    head(
      'PUT /api/me HTTP/1.1',
      'Cookie: __Host-session=none',
      'Sec-Fetch-Site: same-origin',
      'Content-Type: application/json',
      'Content-Length: 900000',
    ),
    asUpload(1_000_000, '__Host-session=none'),
  ]) {
    expect(await answeredFirst(words)).toMatch(/^HTTP\/1\.1 401 /);
  }
});

test('R58: a form of a page takes 16 kB of any kind, and no more is read', async () => {
  for (const type of ['application/x-www-form-urlencoded', 'application/json']) {
    const words = head('POST /logga-in HTTP/1.1', 'Sec-Fetch-Site: same-origin', `Content-Type: ${type}`, 'Content-Length: 20000');
    expect(await answeredFirst(words)).toMatch(/^HTTP\/1\.1 413 /);
  }
});

test('an upload that stalls, is half closed, is reset or goes on for ever leaves no file; the next one goes well', async () => {
  const before = await storedFiles();
  const stalled = dial(`${asUpload(50_000)}2403;`);
  const halfClosed = dial(`${asUpload(50_000)}2403;`);
  halfClosed.socket.end();
  const reset = dial(`${asUpload(50_000)}2403;`);
  await pause(200);
  reset.socket.resetAndDestroy();
  expect(await stalled.hungUp).toBeLessThan(4000);
  expect(await halfClosed.hungUp).toBeLessThan(4000);
  await expect.poll(storedFiles).toBe(before);
  // Fast enough, but for longer than an upload may take.
  const endless = dial(asUpload(50_000_000));
  const timer = setInterval(() => endless.socket.writable && endless.socket.write('x'.repeat(2000)), 200);
  expect(await endless.hungUp).toBeGreaterThan(7000);
  clearInterval(timer);
  await expect.poll(storedFiles).toBe(before);
  expect((await person.ask('showDelivery', { unit })).file).toBeNull();
  expect(await delivered(portal, person, unit, novemberFile(unit, 10))).toMatchObject({ state: 'validated' });
});

test('a steady sender may take longer than an ordinary request', async () => {
  const bytes = novemberFile(unit, 40);
  const line = dial(asUpload(bytes.length));
  for (let from = 0; from < bytes.length; from += Math.ceil(bytes.length / 5)) {
    line.socket.write(bytes.subarray(from, from + Math.ceil(bytes.length / 5)));
    await pause(400);
  }
  await expect.poll(() => line.heard()).toMatch(/^HTTP\/1\.1 200 /);
  line.socket.destroy();
});

test('the stream of news outlives every limit of a request', async () => {
  const line = dial(head('GET /api/events HTTP/1.1', `Cookie: ${person.cookie}`));
  await expect.poll(() => line.heard()).toContain('retry:');
  await pause(3500);
  expect(line.socket.readyState).toBe('open');
  await person.ask('startThread', { unit, subject: 'Ämne', text: 'Text', requestId: randomUUID(), rule: null });
  await expect.poll(() => line.heard()).toContain('"topic":"messages"');
  line.socket.destroy();
});

test('a connection is closed after its share of requests', async () => {
  const line = dial(head('GET /healthz HTTP/1.1'));
  const answers = () => line.heard().match(/HTTP\/1\.1 200 /g)?.length ?? 0;
  for (let asked = 1; asked <= 3; asked += 1) {
    await expect.poll(answers).toBe(asked);
    line.socket.write(head('GET /healthz HTTP/1.1'));
  }
  await line.hungUp;
  expect(answers()).toBe(3);
  expect(line.heard()).toContain('Connection: close');
  expect(line.heard()).not.toContain('503');
});

test('as many connections as allowed are open; further ones are closed, and the log says so once', async () => {
  const held = Array.from({ length: 45 }, () => dial('GET /hjalp HTTP/1.1\r\n'));
  await expect.poll(() => portal.log.filter((line) => line.includes('connections are turned away'))).toHaveLength(1);
  await Promise.all(held.map(({ hungUp }) => hungUp));
  expect(held.filter(({ heard }) => heard() === '').length).toBeGreaterThanOrEqual(5);
  const line = dial(head('GET /healthz HTTP/1.1', 'Connection: close'));
  await line.hungUp;
  expect(line.heard()).toMatch(/^HTTP\/1\.1 200 /);
});

test.each([
  ['no HTTP at all', 'NONSENSE\r\n\r\n', 400],
  ['two lengths', head('POST /logga-in HTTP/1.1', 'Content-Length: 3', 'Content-Length: 4'), 400],
  ['a length and pieces', head('POST /logga-in HTTP/1.1', 'Content-Length: 3', 'Transfer-Encoding: chunked'), 400],
  ['headers of 20 kB', head('GET /hjalp HTTP/1.1', `X-A: ${'x'.repeat(20_000)}`), 431],
  ['an address that cannot be decoded', head('GET /e/%E0%A4%A/x HTTP/1.1', 'Connection: close'), 400],
  ['a name that is too long', head(`GET /api/e/${'x'.repeat(300)} HTTP/1.1`, 'Connection: close'), 404],
])('R63, R81: %s is answered in Swedish with the headers of every answer and nothing of the machine', async (_, words, status) => {
  const line = dial(words);
  await line.hungUp;
  expect(line.heard()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(line.heard()).toContain('x-content-type-options: nosniff');
  expect(line.heard()).toContain("frame-ancestors 'none'");
  expect(line.heard()).not.toMatch(/FST_ERR|HPE_|fastify|node/i);
  expect(line.heard()).toMatch(/stämmer inte|för stort|Sidan finns inte/);
});
