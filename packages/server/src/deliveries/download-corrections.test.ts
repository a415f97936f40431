import { randomUUID } from 'node:crypto';
import { correctionsPath, receiptProofPath, type CorrectionsForm, type DeliveryView } from '@insamling/contract';
import { compareReceipts, openDelivery, receiptOf, type CellChange, type Receipt } from '@insamling/survey';
import { november2026 } from '@insamling/survey/editions/november-2026';
import { frameUnitOf } from '@insamling/survey/generator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '../testing/database.ts';
import { checked, delivered, novemberFile, upload, type Change } from '../testing/delivery.ts';
import { browserHeaders, type Portal, type TestPerson } from '../testing/portal.ts';
import { municipalities, portalOfUnits, type PortalOfUnits } from '../testing/portal-of-units.ts';

let database: TestDatabase;
let portal: Portal;
let anna: TestPerson;
let reader: TestPerson;
let bo: TestPerson;
let close: PortalOfUnits['close'];
const units = municipalities(4, 60);
let next = 0;

beforeAll(async () => {
  ({ database, portal, anna, reader, close } = await portalOfUnits(units));
  bo = await portal.person({ name: 'Bo Provsson', units: units.map((code) => ({ code })) });
});
afterAll(() => close());

type Ready = DeliveryView & { readonly id: string };
const faults: readonly Change[] = [
  { record: 2, field: 21, text: '15000' },
  { record: 4, field: 21, text: '16000' },
];
const correct = (person: TestPerson, { unit, id, file }: Ready, record: number, variable: string, text: string) =>
  person.ask('correctCell', {
    unit,
    delivery: id,
    fileId: file!.id,
    record,
    variable: variable as 'name',
    text,
    seenText: null,
    requestId: randomUUID(),
  });
const fetched = (person: TestPerson, { unit, id, file }: Ready, form: CorrectionsForm) =>
  portal.app.inject({ url: correctionsPath(unit, id, file!.id, form), headers: { ...browserHeaders, cookie: person.cookie } });

/** The second corrected twice, the third changed and changed back, a text that a spreadsheet would take for a formula. */
async function correctedDelivery(): Promise<{ readonly delivery: Ready; readonly bytes: Buffer }> {
  const unit = units[next++]!;
  const bytes = Buffer.concat([Buffer.from('\r\n'), novemberFile(unit, 30, ...faults)]);
  const delivery = await delivered(portal, anna, unit, bytes);
  await correct(anna, delivery, 4, 'agreedEmploymentRate', '9000');
  await correct(anna, delivery, 2, 'agreedEmploymentRate', '10000');
  await correct(bo, delivery, 4, 'agreedEmploymentRate', '8000');
  const changed = await correct(anna, delivery, 3, 'name', 'Någon Annan');
  await anna.ask('undoCorrection', { unit, delivery: delivery.id, correction: changed.correction, requestId: randomUUID() });
  await correct(anna, delivery, 5, 'name', '=Öberg;Eva');
  return { delivery: { ...(await checked(anna, unit)), id: delivery.id }, bytes };
}

test('as CSV: each cell that is another than in the file, by row, with who changed it, safe to open in a spreadsheet', async () => {
  const { delivery, bytes } = await correctedDelivery();
  const answer = await fetched(anna, delivery, 'csv');
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': expect.stringContaining('november-rattelser.csv') as string,
  });
  const name = bytes.toString('latin1').split('\r\n')[5]!.split(';')[7]!;
  const rows = answer.body.split('\r\n').map((row) => row.replace(/;[^;]*$/, ''));
  // A blank first row is passed over, and counted.
  expect(rows).toEqual([
    '\ufeffRad;Fält nr;Fält;I filen;Rättat till;Av',
    '3;21;Överenskommen sysselsättningsgrad;15000;10000;Anna Testsson',
    '5;21;Överenskommen sysselsättningsgrad;16000;8000;Bo Provsson',
    `6;8;Namn;${name};"'=Öberg;Eva";Anna Testsson`,
    '',
  ]);
});

test('as JSON: the whole log, with which the receipt of the submitted delivery is worked out anew from the file', async () => {
  const { delivery: before, bytes } = await correctedDelivery();
  await correct(anna, before, 5, 'name', 'Öberg, Eva');
  const about = { unit: before.unit, delivery: before.id, fileId: before.file!.id, rule: 'P22-02', findings: 'all' } as const;
  await anna.ask('explainFindings', { ...about, reason: 'verified', text: 'Stämmer.' });
  const delivery = { ...(await checked(anna, before.unit)), id: before.id };
  const answer = await fetched(anna, delivery, 'json');
  expect(answer.headers['content-disposition']).toContain('november-rattelser.json');
  const log = JSON.parse(answer.body) as readonly CellChange[];
  expect(log.map(({ record, variable, text }) => [record, variable, text])).toEqual([
    [4, 'agreedEmploymentRate', '9000'],
    [2, 'agreedEmploymentRate', '10000'],
    [4, 'agreedEmploymentRate', '8000'],
    [3, 'name', 'Någon Annan'],
    [3, 'name', bytes.toString('latin1').split('\r\n')[3]!.split(';')[7]!],
    [5, 'name', '=Öberg;Eva'],
    [5, 'name', 'Öberg, Eva'],
  ]);
  expect(answer.body.split('\n')).toHaveLength(log.length + 3);

  const { unit, id, version, file } = delivery;
  const { number } = await anna.ask('submitDelivery', {
    unit,
    delivery: id,
    expectedVersion: version,
    sha256: file!.sha256,
    confirmed: true,
  });
  const proof = await portal.app.inject({
    url: receiptProofPath(delivery.unit, number),
    headers: { ...browserHeaders, cookie: anna.cookie },
  });
  const told = JSON.parse(proof.body) as Receipt;
  const { organisationNumber } = frameUnitOf(delivery.unit);
  expect(told.facts).toEqual({ employers: [{ organisationNumber, isCompany: false }] });
  const facts = { unit: { kind: 'municipality', codes: [delivery.unit], name: '' }, ...told.facts } as const;
  expect(compareReceipts(told, receiptOf(openDelivery(november2026, new Uint8Array(bytes), facts, log)))).toEqual([]);
  expect(compareReceipts(told, receiptOf(openDelivery(november2026, new Uint8Array(bytes), facts)))).toContain('data');
});

test('who may read the delivery may fetch them, each fetch is an event without a value, and of an older file there are its own', async () => {
  const { delivery } = await correctedDelivery();
  expect((await fetched(reader, delivery, 'csv')).statusCode).toBe(200);
  expect((await fetched(reader, delivery, 'csv')).statusCode).toBe(200);
  const stranger = await portal.person({ units: [{ code: units.at(-1)! }] });
  expect((await fetched(stranger, delivery, 'csv')).statusCode).toBe(404);
  expect((await fetched({ ...anna, cookie: '' }, delivery, 'json')).statusCode).toBe(401);
  const events = await database.ask(
    `select details from audit_event where kind = 'delivery.corrections-fetched' and object = '${delivery.id}' order by number`,
  );
  expect(events).toEqual(Array.from({ length: 2 }, () => ({ details: { file: delivery.file!.id, corrections: 6 } })));

  await upload(portal, anna, delivery.unit, novemberFile(delivery.unit, 30));
  const later = { ...(await checked(anna, delivery.unit)), id: delivery.id };
  expect((await fetched(anna, later, 'json')).body).toBe('[]\n');
  expect((await fetched(anna, later, 'csv')).body.split('\r\n')).toHaveLength(2);
  expect((JSON.parse((await fetched(anna, delivery, 'json')).body) as unknown[]).length).toBe(6);
});
