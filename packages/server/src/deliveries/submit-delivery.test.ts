import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { receiptPath, receiptProofPath, type DeliveryView } from '@insamling/contract';
import { compareReceipts, openDelivery, readReceipt, receiptOf } from '@insamling/survey';
import { frame, november2026 } from '@insamling/survey/editions/november-2026';
import { frameUnitOf } from '@insamling/survey/generator';
import { deliveryTexts, receiptTexts } from '@insamling/texts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { eraseTestPeriod } from '../periods/index.ts';
import { unlinkThreadsOf } from '../messages/index.ts';
import { delivered, novemberFile, upload } from '../testing/delivery.ts';
import { askAt, testDatabase, type TestDatabase } from '../testing/database.ts';
import { ask, browserHeaders, startPortal, type Portal, type TestPerson } from '../testing/portal.ts';
import { checkDelivery } from './check-delivery.ts';
import { eraseDeliveriesOf } from './erase-deliveries.ts';

let database: TestDatabase;
let portal: Portal;
let anna: TestPerson;
let stranger: TestPerson;
let collector: TestPerson;
let testPeriod: string;
const units = frame.flatMap(({ kind, codes }) => (kind === 'municipality' ? codes : [])).slice(40, 60);
let next = 0;

beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-10T10:00:00Z' });
  ({ testId: testPeriod } = await portal.round({}));
  for (const code of units) await portal.unit(code);
  anna = await portal.person({ email: 'anna@example.se', name: 'Anna Testsson', units: units.slice(0, 19).map((code) => ({ code })) });
  collector = await portal.person({ collectingRole: 'reviewer' });
  stranger = await portal.person({ units: [{ code: units[19]! }] });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

type Ready = DeliveryView & { readonly id: string };
const freshUnit = () => units[next++]!;
const clean = async (unit = freshUnit()): Promise<Ready> => delivered(portal, anna, unit, novemberFile(unit, 20));
const submit = ({ unit, id, version, file }: Ready, seen: { version?: number; sha256?: string } = {}, by = anna) =>
  by.ask('submitDelivery', {
    unit,
    delivery: id,
    expectedVersion: seen.version ?? version,
    sha256: seen.sha256 ?? file!.sha256,
    confirmed: true,
  });
const show = async (unit: string): Promise<Ready> => (await anna.ask('showDelivery', { unit })) as Ready;

test('a delivery without errors is handed in, with a receipt of what it was and a letter that says nothing of it', async () => {
  const delivery = await clean();
  const receipt = await submit(delivery);
  expect(receipt).toMatchObject({
    submittedBy: 'Anna Testsson',
    fileName: 'november.csv',
    sha256: delivery.file!.sha256,
    records: 20,
    corrections: 0,
    explanations: 0,
    isValid: true,
  });
  expect(receipt.number).toMatch(new RegExp(`^2026-${delivery.unit}-[2-9A-HJ-NP-Z]{6}$`));
  expect(await show(delivery.unit)).toMatchObject({
    state: 'submitted',
    may: { upload: false, correct: false, submit: false, withdraw: true },
  });
  const letters = (await portal.mailsTo('anna@example.se')).filter(({ text }) => text.includes(receipt.number));
  expect(letters).toHaveLength(1);
  expect(letters[0]!.text).not.toMatch(/Testsson|november\.csv|\d{10}/);
  const [event] = await database.ask(
    `select actor, details from audit_event where kind = 'delivery.submitted' and object = '${delivery.id}'`,
  );
  expect(event).toMatchObject({ details: { receipt: receipt.number, sha256: receipt.sha256, records: 20, period: testPeriod } });
});

test('submit pressed twice, or by twenty hands at once, is one submission with one receipt', async () => {
  const delivery = await clean();
  const receipts = await Promise.all(Array.from({ length: 20 }, () => submit(delivery)));
  expect(new Set(receipts.map(({ number }) => number)).size).toBe(1);
  expect(await database.ask(`select count(*)::int as n from receipt where delivery_id = '${delivery.id}'`)).toEqual([{ n: 1 }]);
  expect(
    await database.ask(`select count(*)::int as n from audit_event where kind = 'delivery.submitted' and object = '${delivery.id}'`),
  ).toEqual([{ n: 1 }]);
});

test('errors block, and warnings block until they are explained', async () => {
  const unit = freshUnit();
  const wrong = await delivered(
    portal,
    anna,
    unit,
    novemberFile(unit, 20, { record: 2, field: 21, text: '15000' }, { record: 7, field: 14, text: '' }),
  );
  await expect(submit(wrong)).rejects.toMatchObject({ status: 409, body: { message: '1 fel måste rättas innan du kan lämna in.' } });
  await anna.ask('correctCell', {
    unit,
    delivery: wrong.id,
    fileId: wrong.file!.id,
    record: 2,
    variable: 'agreedEmploymentRate',
    text: novemberFile(unit, 20).toString('latin1').split('\r\n')[1]!.split(';')[20]!,
    seenText: null,
    requestId: randomUUID(),
  });
  await expect(submit(await show(unit))).rejects.toMatchObject({ body: { message: '1 varning saknar rättelse eller kommentar.' } });
  await anna.ask('explainFindings', {
    unit,
    delivery: wrong.id,
    fileId: wrong.file!.id,
    rule: 'P14-01',
    findings: 'all',
    reason: 'verified',
    text: 'Stämmer.',
  });
  expect(await submit(await show(unit))).toMatchObject({
    corrections: 1,
    explanations: 1,
    counts: { errors: 0, warnings: 1, warningsLeft: 0 },
  });
});

test('a comment counts for the file that has its finding: not for one without it, nor on the receipt, and again when it returns', async () => {
  const unit = freshUnit();
  const remarked = novemberFile(unit, 20, { record: 7, field: 14, text: '' });
  const { id, file } = await delivered(portal, anna, unit, remarked);
  await anna.ask('explainFindings', {
    unit,
    delivery: id,
    fileId: file!.id,
    rule: 'P14-01',
    findings: 'all',
    reason: 'verified',
    text: 'Stämmer.',
  });
  const listed = async () => (await collector.ask('listUnits', {})).find((row) => row.unit === unit)?.explanations;
  expect([(await show(unit)).explanations, await listed()]).toEqual([1, 1]);
  const replaced = await clean(unit);
  expect([replaced.explanations, await listed()]).toEqual([0, 0]);
  expect(await submit(replaced)).toMatchObject({ explanations: 0, counts: { warnings: 0, warningsLeft: 0 } });
  await anna.ask('withdrawSubmission', { unit, delivery: id, expectedVersion: (await show(unit)).version });
  expect((await delivered(portal, anna, unit, remarked)).explanations).toBe(1);
});

test('what changed after the page was opened must be looked at again', async () => {
  const delivery = await clean();
  await anna.ask('correctCell', {
    unit: delivery.unit,
    delivery: delivery.id,
    fileId: delivery.file!.id,
    record: 2,
    variable: 'agreedEmploymentRate',
    text: '09000',
    seenText: null,
    requestId: randomUUID(),
  });
  await expect(submit(delivery)).rejects.toMatchObject({ status: 409, body: { code: 'delivery.changed-meanwhile' } });
  await expect(submit(delivery, { sha256: '0'.repeat(64) })).rejects.toMatchObject({
    status: 409,
    body: { code: 'delivery.file-replaced' },
  });
});

test('a submission is taken back before review, corrected, and submitted again: the first receipt no longer counts, as was said', async () => {
  const delivery = await clean();
  const first = await submit(delivery);
  expect(deliveryTexts.overview.withdrawHelp).toContain('Kvittensen slutar gälla');
  await anna.ask('withdrawSubmission', {
    unit: delivery.unit,
    delivery: delivery.id,
    expectedVersion: (await show(delivery.unit)).version,
  });
  const url = receiptPath(delivery.unit, first.number);
  const page = await portal.app.inject({ url, headers: { host: browserHeaders.host, cookie: anna.cookie, 'sec-fetch-site': 'none' } });
  expect(page.body).toContain(receiptTexts.titleOld);
  const second = await submit(await show(delivery.unit));
  expect(second.number).not.toBe(first.number);
  expect(await database.ask(`select number from receipt where delivery_id = '${delivery.id}' and is_valid`)).toEqual([
    { number: second.number },
  ]);
});

test('the receipt is a page of its own for the unit, and unknown to everybody else', async () => {
  const delivery = await clean();
  const { number } = await submit(delivery);
  const get = (cookie: string) =>
    portal.app.inject({
      url: receiptPath(delivery.unit, number),
      headers: { host: browserHeaders.host, cookie, 'sec-fetch-site': 'none' },
    });
  const page = await get(anna.cookie);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Uppgifterna är inlämnade');
  expect(page.body).toContain(number);
  expect(page.body).toContain(delivery.file!.sha256);
  expect(page.body).toContain((delivery.file!.sha256.slice(0, 16).match(/.{4}/g) ?? []).join(' '));
  expect(page.body).toContain('Novemberstatistik 2026, testperiod');
  expect((await get(stranger.cookie)).statusCode).toBe(404);
  const nobody = await get('');
  expect(nobody.statusCode).toBe(303);
  expect(nobody.headers.location).toBe(`/logga-in?retur=${encodeURIComponent(receiptPath(delivery.unit, number))}`);
});

test('what the receipt vouches for can be worked out again by anybody who has the file and knows the unit', async () => {
  const delivery = await clean();
  const { number } = await submit(delivery);
  const get = (path: string, cookie: string) =>
    portal.app.inject({ url: path, headers: { host: browserHeaders.host, cookie, 'sec-fetch-site': 'none' } });
  const answer = await get(receiptProofPath(delivery.unit, number), anna.cookie);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="kvittens-${number}.json"; filename*=UTF-8''kvittens-${number}.json`,
  });
  const told = readReceipt(answer.body)!;
  const { organisationNumber, ...unit } = frameUnitOf(delivery.unit);
  const known = { unit, employers: [{ organisationNumber, isCompany: false }] };
  const found = receiptOf(openDelivery(november2026, new Uint8Array(novemberFile(delivery.unit, 20)), known));
  expect(compareReceipts(told, found)).toEqual([]);
  expect((await get(receiptPath(delivery.unit, number), anna.cookie)).body).toContain(found.digest);
  expect((await get(receiptProofPath(delivery.unit, number), stranger.cookie)).statusCode).toBe(404);
});

test('a job that runs again after its check is done changes nothing', async () => {
  const delivery = await clean();
  const [row] = await database.ask(`select organisation_id from delivery where id = '${delivery.id}'`);
  const job = { organisationId: row!['organisation_id'] as string, deliveryId: delivery.id, fileId: delivery.file!.id };
  await checkDelivery(portal.services, job);
  await checkDelivery(portal.services, job);
  expect(await show(delivery.unit)).toEqual(delivery);
});

test('a database whose connections were cut answers the next request', async () => {
  const delivery = await clean();
  const name = new URL(database.ownerUrl).pathname.slice(1);
  await askAt(inject('cluster').adminUrl, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  await expect
    .poll(
      () =>
        show(delivery.unit).then(
          ({ state }) => state,
          () => 'not yet',
        ),
      { timeout: 10_000 },
    )
    .toBe('validated');
  expect(await submit(await show(delivery.unit))).toMatchObject({ isValid: true });
});

test('while the mail server is down a submission succeeds, and the letter waits sealed', async () => {
  const silent = await startPortal({
    database,
    at: '2026-11-10T10:00:00Z',
    settings: { SMTP_URL: 'smtp://127.0.0.1:9', DATA_DIR: portal.services.config.dataDir },
    worker: false,
  });
  try {
    const delivery = await clean();
    await database.ask(`delete from mail_outbox`);
    const { sha256 } = delivery.file!;
    await anna.confirm(`submit:${delivery.id}:${sha256}:${delivery.version}`);
    const { number } = await ask(silent.app, anna.cookie, 'submitDelivery', {
      unit: delivery.unit,
      delivery: delivery.id,
      expectedVersion: delivery.version,
      sha256,
      confirmed: true,
    });
    await expect
      .poll(async () => (await portal.mailsTo('anna@example.se')).filter(({ text }) => text.includes(number)).length, { timeout: 15_000 })
      .toBe(1);
    // Taken out of the database when the mail server has taken it.
    await expect.poll(() => database.ask(`select count(*)::int as n from mail_outbox`)).toEqual([{ n: 0 }]);
  } finally {
    await silent.app.close();
    await silent.services.database.close();
    await silent.services.jobs.stop();
  }
});

test('a period that closes while the page is open: the wish is refused with the day, and nothing is lost', async () => {
  const delivery = await clean();
  portal.clock.set('2026-12-31T23:30:00Z');
  try {
    const late = await portal.person({ units: [{ code: delivery.unit }] });
    await expect(submit(delivery, {}, late)).rejects.toMatchObject({ status: 409, body: { code: 'period.closed' } });
    await expect(upload(portal, late, delivery.unit, novemberFile(delivery.unit, 5))).rejects.toMatchObject({ status: 409 });
  } finally {
    portal.clock.set('2026-11-10T10:00:00Z');
  }
  expect(await show(delivery.unit)).toMatchObject({ state: 'validated', version: delivery.version });
});

test('when the test period ends its deliveries are erased, rows and bytes, once, and an event says how many', async () => {
  const delivery = await clean();
  const stored = async () =>
    (await readdir(join(portal.services.config.dataDir, 'files'), { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    ).length;
  expect(await stored()).toBeGreaterThan(0);
  const [{ n } = { n: 0 }] = await database.ask(`select count(*)::int as n from delivery`);
  portal.clock.set('2026-11-20T02:00:00Z');
  // The first run dies half-way, with all erased but nothing said: the second says how many there were.
  await expect(
    eraseTestPeriod(portal.services, testPeriod, {
      eraseDeliveriesOf: async (services, periodId) => {
        await eraseDeliveriesOf(services, periodId);
        throw new Error('killed');
      },
      unlinkThreadsOf,
    }),
  ).rejects.toThrow('killed');
  await eraseTestPeriod(portal.services, testPeriod, { eraseDeliveriesOf, unlinkThreadsOf });
  await eraseTestPeriod(portal.services, testPeriod, { eraseDeliveriesOf, unlinkThreadsOf });
  for (const table of ['delivery', 'delivery_file', 'rule_count', 'correction', 'explanation', 'delivery_step', 'receipt'])
    expect(await database.ask(`select count(*)::int as n from ${table}`), table).toEqual([{ n: 0 }]);
  expect(await stored()).toBe(0);
  const events = await database.ask(`select details from audit_event where kind = 'period.test-erased'`);
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ details: { deliveries: n } });
  const late = await portal.person({ units: [{ code: delivery.unit }] });
  const after = await late.ask('showDelivery', { unit: delivery.unit });
  expect(after).toMatchObject({ state: 'notStarted', period: { kind: 'submission' } });
  expect(await delivered(portal, late, delivery.unit, novemberFile(delivery.unit, 5))).toMatchObject({
    state: 'validated',
    file: { number: 1 },
  });
});
