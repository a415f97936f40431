import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uploadHeaders, uploadPath } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyRetention } from '../privacy/index.ts';
import { novemberFile, upload } from '../testing/delivery.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { browserHeaders, startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

const [small, other, large] = ['0114', '0115', '1480'];
const settings = {
  UPLOADS_AT_ONCE: '2',
  UPLOADS_AT_ONCE_PER_ORGANISATION: '3',
  UPLOADS_PER_HOUR: '6',
  UPLOADS_PER_HOUR_PER_ORGANISATION: '8',
  UPLOAD_SECONDS: '60',
};
let database: TestDatabase;
/** Two web processes of one portal. */
let portals: readonly [Portal, Portal];
let ports: readonly number[];
beforeAll(async () => {
  database = await testDatabase();
  const start = async () => {
    const portal = await startPortal({ database, at: '2026-11-25T10:00:00Z', settings });
    await portal.app.listen({ port: 0, host: '127.0.0.1' });
    return portal;
  };
  portals = [await start(), await start()];
  ports = portals.map(({ app }) => (app.server.address() as AddressInfo).port);
  await portals[0].round({});
  for (const unit of [small, other, large]) await portals[0].unit(unit);
});
afterAll(async () => {
  for (const portal of portals) await portal.close();
  await database.drop();
});
const person = (...units: string[]) => portals[0].person({ units: units.map((code) => ({ code })) });

interface Held {
  /** Sends the rest. @returns the status and what helps */
  finish(): Promise<Answer>;
  readonly answered: Promise<Answer>;
}
interface Answer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfter: number;
}
/** An upload that has begun and waits with its last byte. */
function begin({ cookie }: TestPerson, unit: string, process = 0, bytes: Uint8Array = novemberFile(unit, 5)): Held {
  const sent = request({
    port: ports[process],
    method: 'POST',
    path: uploadPath(unit),
    agent: false,
    headers: {
      ...browserHeaders,
      cookie,
      'content-type': 'application/octet-stream',
      'content-length': bytes.length,
      [uploadHeaders.name]: 'november.csv',
      [uploadHeaders.requestId]: randomUUID(),
    },
  });
  sent.write(bytes.subarray(0, bytes.length - 1));
  const answered = new Promise<Answer>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (response) => {
      let body = '';
      response.on('data', (piece: Buffer) => (body += piece.toString()));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          code: '',
          message: '',
          ...JSON.parse(body),
          retryAfter: Number(response.headers['retry-after']),
        }),
      );
    });
  });
  answered.catch(() => undefined);
  return { answered, finish: () => (sent.end(bytes.subarray(bytes.length - 1)), answered) };
}
const open = () => database.ask(`select count(*)::int as n from upload_slot where ended_at is null`).then(([row]) => row!['n'] as number);

test('R75: a person uploads so many files at once, in all processes together, and is told in Swedish to wait', async () => {
  const anna = await person(small, other);
  const held = [begin(anna, small, 0), begin(anna, other, 1)];
  await expect.poll(open, { timeout: 20_000 }).toBe(2);
  const refused = await begin(anna, small, 1).answered;
  expect(refused).toMatchObject({
    status: 429,
    code: 'delivery.too-many-uploads-at-once',
    message: 'Flera filer laddas redan upp. Vänta tills de är klara och försök igen.',
    retryAfter: 15,
  });
  for (const { finish } of held) expect(await finish()).toMatchObject({ status: 200 });
  expect(await open()).toBe(0);
  expect(await begin(anna, small).finish()).toMatchObject({ status: 200 });
});

test('R75: those who come at the same moment do not get past the limit together', async () => {
  const bo = await person(large);
  const many = Array.from({ length: 12 }, (_, index) => begin(bo, large, index % 2));
  const early = new Map<Held, Answer>();
  for (const held of many) void held.answered.then((answer) => early.set(held, answer));
  await expect.poll(() => early.size, { timeout: 20_000 }).toBe(10);
  expect([...early.values()].every(({ status }) => status === 429)).toBe(true);
  expect(await open()).toBe(2);
  for (const held of many) if (!early.has(held)) expect(await held.finish()).toMatchObject({ status: 200 });
});

test('R75: an organisation has its share whoever uploads, and other organisations go on', async () => {
  await database.ask(`delete from upload_slot`);
  const [one, two, three, stranger] = [await person(small), await person(small), await person(small), await person(other)];
  const held = [begin(one, small), begin(one, small, 1), begin(two, small)];
  await expect.poll(open, { timeout: 20_000 }).toBe(3);
  expect(await begin(three, small, 1).answered).toMatchObject({ status: 429, code: 'delivery.too-many-uploads-at-once' });
  expect(await begin(stranger, other).finish()).toMatchObject({ status: 200 });
  for (const { finish } of held) await finish();
});

test('R75: in an hour only so many, and the answer says when the next one goes', async () => {
  await database.ask(`delete from upload_slot`);
  const eva = await person(small);
  const bytes = novemberFile(small, 3);
  for (let sent = 0; sent < 6; sent += 1) await upload(portals[0], eva, small, bytes);
  portals.forEach(({ clock }) => clock.advance(50 * 60));
  const refused = await upload(portals[1], eva, small, bytes).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    status: 429,
    body: { code: 'delivery.too-many-uploads', message: expect.stringMatching(/om 1[01] minuter/) },
  });
  portals.forEach(({ clock }) => clock.advance(11 * 60));
  await upload(portals[1], eva, small, bytes);
});

test('a process that died holds no place for ever, and no place is kept longer than it is asked for', async () => {
  await database.ask(`delete from upload_slot`);
  const iris = await person(small);
  await database.ask(`insert into upload_slot (organisation_id, id, account_id, begun_at)
    select organisation_id, gen_random_uuid(), '${iris.accountId}', '${portals[0].clock.now().toISOString()}' from reporting_unit, generate_series(1, 2) where code = '${small}'`);
  expect(await begin(iris, small).answered).toMatchObject({ status: 429 });
  portals.forEach(({ clock }) => clock.advance(121));
  expect(await begin(iris, small).finish()).toMatchObject({ status: 200 });
  portals.forEach(({ clock }) => clock.advance(3 * 3600));
  await applyRetention(portals[0].services);
  expect(await database.ask(`select count(*)::int as n from upload_slot`)).toEqual([{ n: 0 }]);
});

test('an organisation whose place is full is told whom to ask', async () => {
  const full = await startPortal({
    database,
    worker: false,
    at: '2026-11-25T10:00:00Z',
    settings: { STORED_BYTES_PER_ORGANISATION: '1000' },
  });
  const ulf = await person(large);
  await expect(upload(full, ulf, large, novemberFile(large, 3))).rejects.toMatchObject({
    status: 413,
    body: { code: 'delivery.storage-full', message: expect.stringContaining('Skriv till oss i Meddelanden') },
  });
  await full.close();
});

test('R75: while ten heavy files come in, everybody else is answered as before', async () => {
  await database.ask(`delete from upload_slot`);
  const [portal] = portals;
  const heavy = novemberFile(large, 500);
  const senders = await Promise.all(
    Array.from({ length: 5 }, (_, index) => portal.person({ units: [{ code: [small, other, large][index % 3]! }] })),
  );
  const watcher = await person(small);
  const ask = async (work: () => Promise<unknown>) => {
    const startedAt = performance.now();
    await work();
    return performance.now() - startedAt;
  };
  const sample = async (rounds: number) => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push(await ask(() => fetch(`http://127.0.0.1:${ports[0]}/healthz`).then((answer) => answer.text())));
      times.push(await ask(() => watcher.ask('whoAmI', {})));
    }
    return times.sort((one, two) => one - two)[Math.floor(times.length * 0.95)]!;
  };
  const idle = await sample(60);
  const twentyMegabytes = Buffer.concat(Array.from({ length: Math.ceil(20_000_000 / heavy.length) }, () => heavy));
  const uploads = senders.flatMap((sender, index) =>
    [0, 1].map(() =>
      begin(sender, [small, other, large][index % 3]!, 0, twentyMegabytes)
        .finish()
        .then(({ status }) => status),
    ),
  );
  const busy = await sample(60);
  const statuses = await Promise.all(uploads);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
  expect(statuses.every((status) => status === 200 || status === 429)).toBe(true);
  expect(busy).toBeLessThan(Math.max(250, idle * 10));
});
