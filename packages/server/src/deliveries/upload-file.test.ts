import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rm, utimes } from 'node:fs/promises';
import { request, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { filePath, uploadHeaders, uploadPath } from '@insamling/contract';
import { frameUnitOf } from '@insamling/survey/generator';
import { openDelivery } from '@insamling/survey';
import { frame, november2026 } from '@insamling/survey/editions/november-2026';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checked, delivered, novemberFile, upload } from '../testing/delivery.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { browserHeaders, startPortal, type Portal, type TestPerson } from '../testing/portal.ts';
import { removeOrphanedFiles } from './erase-deliveries.ts';

const most = 60_000;
let database: TestDatabase;
let portal: Portal;
let person: TestPerson;
let port: number;
const units = frame.flatMap(({ kind, codes }) => (kind === 'municipality' ? codes : [])).slice(0, 20);
let next = 0;

beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z', settings: { MAX_UPLOAD_BYTES: String(most), UPLOAD_SECONDS: '2' } });
  await portal.round({});
  for (const code of units) await portal.unit(code);
  person = await portal.person({ units: units.map((code) => ({ code })) });
  await portal.app.listen({ port: 0, host: '127.0.0.1' });
  port = (portal.app.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

/** Every test has a unit of its own. */
const freshUnit = (): string => units[next++]!;
async function storedFiles(): Promise<string[]> {
  const entries = await readdir(join(portal.services.config.dataDir, 'files'), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
/** An upload over a real connection, written by hand. */
function stream(
  unit: string,
  headers: Readonly<Record<string, string>>,
): { request: ClientRequest; answer: Promise<{ status: number; body: string }> } {
  const sent = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: uploadPath(unit),
    headers: {
      ...browserHeaders,
      cookie: person.cookie,
      'content-type': 'application/octet-stream',
      [uploadHeaders.name]: 'november.csv',
      [uploadHeaders.requestId]: randomUUID(),
      ...headers,
    },
  });
  const answer = new Promise<{ status: number; body: string }>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (response) => {
      let body = '';
      response.on('data', (piece: Buffer) => (body += piece.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
  });
  answer.catch(() => undefined);
  return { request: sent, answer };
}

test('a file is kept byte for byte, sealed, and checked by the same code as in the browser', async () => {
  const unit = freshUnit();
  const bytes = novemberFile(unit, 40, { record: 3, field: 21, text: '15000' }, { record: 7, field: 14, text: '' });
  const view = await delivered(portal, person, unit, bytes);
  const local = openDelivery(november2026, new Uint8Array(bytes), {
    unit: { kind: 'municipality', codes: [unit], name: `Enhet ${unit}` },
    employers: [{ organisationNumber: frameUnitOf(unit).organisationNumber, isCompany: false }],
  }).summary();
  expect(view).toMatchObject({
    state: 'validated',
    counts: { fatal: 0, errors: local.errors, warnings: local.warnings, warningsLeft: local.warnings },
    file: { number: 1, name: 'november.csv', bytes: bytes.length, records: 40, sha256: createHash('sha256').update(bytes).digest('hex') },
  });
  expect(view.counts!.errors).toBeGreaterThan(0);

  const back = await portal.app.inject({
    method: 'GET',
    url: filePath(unit, view.id, view.file!.id),
    headers: { ...browserHeaders, cookie: person.cookie },
  });
  expect(Buffer.compare(back.rawPayload, bytes)).toBe(0);
  expect(back.headers['content-disposition']).toContain('attachment');
  const name = bytes.toString('latin1').split(';')[7]!;
  for (const file of await storedFiles()) expect((await readFile(file)).includes(name)).toBe(false);
  const events = await database.ask(`select kind, details from audit_event where object = '${view.id}' order by number`);
  expect(events.map(({ kind }) => kind)).toEqual(['delivery.file-uploaded', 'delivery.file-checked', 'delivery.file-fetched']);
  expect(JSON.stringify(events)).not.toContain(name);
});

test('the same upload sent again, also twice at once, is one file', async () => {
  const unit = freshUnit();
  const bytes = novemberFile(unit, 10);
  const requestId = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => upload(portal, person, unit, bytes, { requestId })));
  expect(new Set(answers.map(({ fileId }) => fileId)).size).toBe(1);
  expect(await upload(portal, person, unit, bytes, { requestId })).toMatchObject({ fileId: answers[0]!.fileId });
  expect(await database.ask(`select count(*)::int as n from delivery_file where delivery_id = '${answers[0]!.deliveryId}'`)).toEqual([
    { n: 1 },
  ]);
});

test('the same file under another upload is a new version, and the rules say that it was sent before', async () => {
  const unit = freshUnit();
  const bytes = novemberFile(unit, 10);
  await delivered(portal, person, unit, bytes);
  const again = await delivered(portal, person, unit, bytes);
  expect(again.file).toMatchObject({ number: 2 });
  expect(again.earlierFiles).toHaveLength(1);
  const { checks } = await person.ask('listChecks', { unit, delivery: again.id });
  expect(checks.map(({ rule }) => rule)).toContain('FIL-15');
});

test.each([
  ['en tom fil', Buffer.alloc(0), 422, 'Filen är tom. Välj en fil med minst en rad.'],
  ['en fil som är en byte för stor', Buffer.alloc(most + 1, 0x31), 413, 'Filen är större än 0 MB.'],
])('%s tas inte emot, och inget blir kvar', async (_, bytes, status, message) => {
  const unit = freshUnit();
  const before = (await storedFiles()).length;
  await expect(upload(portal, person, unit, bytes)).rejects.toMatchObject({ status, body: { message } });
  expect((await person.ask('showDelivery', { unit })).state).toBe('notStarted');
  expect((await storedFiles()).length).toBe(before);
});

test('a file of exactly the largest size is taken', async () => {
  const unit = freshUnit();
  const bytes = Buffer.concat([novemberFile(unit, 30), Buffer.alloc(most, 0x0a)]).subarray(0, most);
  expect((await delivered(portal, person, unit, bytes)).file).toMatchObject({ bytes: most });
});

test('R72: a file that is larger than it says is stopped while it comes', async () => {
  const unit = freshUnit();
  const { request: sending, answer } = stream(unit, { 'transfer-encoding': 'chunked' });
  for (let sent = 0; sent <= most; sent += 10_000) sending.write(Buffer.alloc(10_000, 0x31));
  sending.end();
  const { status, body } = await answer;
  expect(status).toBe(413);
  expect(body).toContain('delivery.file-too-large');
  expect((await person.ask('showDelivery', { unit })).state).toBe('notStarted');
});

test.each([
  ['a file of bytes that are no text', Buffer.from(Array.from({ length: 512 }, (_, at) => (at * 7) % 256)), 'FIL-02'],
  ['a file of an unknown program', Buffer.from('00000018667479706d703432000000006d703432', 'hex'), 'FIL-02'],
])('R72: %s is taken as a record of what was sent, but can only be replaced', async (_, bytes, rule) => {
  const unit = freshUnit();
  const view = await delivered(portal, person, unit, bytes);
  expect(view).toMatchObject({ state: 'received', file: { isFatal: true }, may: { upload: true, correct: false, submit: false } });
  const { checks } = await person.ask('listChecks', { unit, delivery: view.id });
  expect(checks).toMatchObject([{ rule, severity: 'fatal', isOnFile: true }]);
  await expect(
    person.ask('submitDelivery', { unit, delivery: view.id, expectedVersion: view.version, sha256: view.file!.sha256, confirmed: true }),
  ).rejects.toMatchObject({ body: { message: 'Filen kunde inte läsas och går inte att rätta här. Ladda upp en ny fil.' } });
  expect(await delivered(portal, person, unit, novemberFile(unit, 10))).toMatchObject({ state: 'validated' });
});

test('UTF-16, a row with too few values, and the file of another municipality are each named', async () => {
  const unit = freshUnit();
  const good = novemberFile(unit, 10).toString('latin1');
  const utf16 = await delivered(portal, person, unit, Buffer.from(`\uFEFF${good}`, 'utf16le'));
  expect(utf16).toMatchObject({ state: 'validated', file: { encoding: 'utf-16le', records: 10 } });
  const rows = good.split('\r\n');
  rows[3] = rows[3]!.split(';').slice(0, 20).join(';');
  const short = await delivered(portal, person, unit, Buffer.from(rows.join('\r\n'), 'latin1'));
  const [check] = (await person.ask('listChecks', { unit, delivery: short.id })).checks;
  expect(check).toMatchObject({ rule: 'FIL-06', count: 1 });
  expect(check!.example).toContain('20');
  const other = await delivered(portal, person, unit, novemberFile('1498', 10));
  expect((await person.ask('listChecks', { unit, delivery: other.id })).checks[0]).toMatchObject({ rule: 'FIL-14' });
});

test('R73: the name of a file is only a name', async () => {
  const unit = freshUnit();
  const bytes = novemberFile(unit, 10);
  for (const [name, kept] of [
    ['../../etc/passwd.csv', 'passwd.csv'],
    ['C:\\temp\\lön.csv', 'lön.csv'],
    ['a\u0000b\r\nc.csv', 'a\ufffdb\ufffd\ufffdc.csv'],
    ['\u202Evsc.nov.txt', '\ufffdvsc.nov.txt'],
    [`${'å'.repeat(400)}.csv`, `${'å'.repeat(251)}.csv`],
    ['<script>alert(1)</script>.CSV', 'script>.CSV'],
  ] as const) {
    await upload(portal, person, unit, bytes, { name });
    expect((await checked(person, unit)).file!.name).toBe(kept);
  }
  for (const name of ['', '..', '/', 'mapp/..'])
    await expect(upload(portal, person, unit, bytes, { name })).rejects.toMatchObject({
      status: 422,
      body: { message: 'Filens namn kan inte användas. Byt namn på filen och försök igen.' },
    });
});

test('an upload that is cut in the middle leaves nothing, and the next one goes well', async () => {
  const unit = freshUnit();
  const bytes = novemberFile(unit, 60);
  const before = (await storedFiles()).length;
  const { request: sending, answer } = stream(unit, { 'content-length': String(bytes.length) });
  sending.write(bytes.subarray(0, 5000));
  await new Promise((resolve) => setTimeout(resolve, 200));
  sending.destroy();
  await expect(answer).rejects.toThrow(/./);
  await expect.poll(async () => (await storedFiles()).length).toBe(before);
  expect((await person.ask('showDelivery', { unit })).file).toBeNull();
  expect(await delivered(portal, person, unit, bytes)).toMatchObject({ state: 'validated', file: { number: 1 } });
});

test('a disk that loses the file is our fault, not the connection’s', async () => {
  const unit = freshUnit();
  const bytes = novemberFile(unit, 60);
  const halfWritten = async () => (await storedFiles()).filter((path) => path.endsWith('.part'));
  const { request: sending, answer } = stream(unit, { 'content-length': String(bytes.length) });
  sending.write(bytes.subarray(0, 5000));
  await expect.poll(async () => (await halfWritten()).length).toBe(1);
  for (const path of await halfWritten()) await rm(path);
  sending.end(bytes.subarray(5000));
  expect(await answer).toMatchObject({ status: 500, body: expect.stringContaining('service.defect') as unknown });
  expect((await person.ask('showDelivery', { unit })).file).toBeNull();
});

test('an upload that never ends is ended', async () => {
  const { request: sending, answer } = stream(freshUnit(), { 'content-length': '50000' });
  sending.write('2403;');
  await expect(
    answer.then(
      ({ status }) => status,
      () => 'cut',
    ),
  ).resolves.toSatisfy((end) => end === 'cut' || end === 400);
});

test('bytes that were stored but never registered are removed by the housekeeping, others stay', async () => {
  const unit = freshUnit();
  await delivered(portal, person, unit, novemberFile(unit, 10));
  const registered = await storedFiles();
  const orphan = await portal.services.files.put(
    (async function* () {
      yield Buffer.from('left behind');
    })(),
    randomUUID(),
    Buffer.alloc(32, 7),
    1000,
  );
  const yesterday = new Date(Date.now() - 2 * 86_400_000);
  for (const file of await storedFiles()) await utimes(file, yesterday, yesterday);
  await removeOrphanedFiles(portal.services);
  const left = await storedFiles();
  expect(left.some((file) => file.endsWith(orphan.storageKey))).toBe(false);
  expect(left.toSorted()).toEqual(registered.toSorted());
});
