import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { delivered, novemberFile } from '../testing/delivery.ts';
import type { Portal, TestPerson } from '../testing/portal.ts';
import { municipalities, portalOfUnits, type PortalOfUnits } from '../testing/portal-of-units.ts';

let portal: Portal;
let anna: TestPerson;
const units = municipalities(80, 84);
let next = 0;
let close: PortalOfUnits['close'];

beforeAll(async () => {
  ({ portal, anna, close } = await portalOfUnits(units));
});
afterAll(() => close());

const [agreement, agreedRate, actualRate, salary] = [15, 21, 22, 27];

/** A file whose first monthly paid record has other texts in some fields, by their numbers. */
async function wrong(texts: (row: readonly string[]) => Readonly<Record<number, string>>) {
  const unit = units[next++]!;
  const rows = novemberFile(unit, 60).toString('latin1').split('\r\n');
  const record = 1 + rows.findIndex((row) => Number(row.split(';')[salary - 1]) > 0);
  const changes = Object.entries(texts(rows[record - 1]!.split(';')));
  const file = novemberFile(unit, 60, ...changes.map(([field, text]) => ({ record, field: Number(field), text })));
  const delivery = await delivered(portal, anna, unit, file);
  return { unit, delivery: delivery.id, fileId: delivery.file!.id, record };
}

test('two faults of a record are one set, mended with one click, and taken back together', async () => {
  const { fileId, ...place } = await wrong((row) => ({
    [agreement]: 'a',
    [salary]: `${row[salary - 1]}00`,
  }));
  const { remedy } = await anna.ask('listProposals', { ...place, rule: 'P27-05' });
  expect(remedy!.sets).toHaveLength(1);
  const { fields, ways } = remedy!.sets[0]!;
  expect(fields.map(({ cell, proposed }) => [cell.number, proposed[0]?.mechanism])).toEqual([
    [agreement, 'capital'],
    [salary, 'unit100'],
  ]);
  const request = { ...place, fileId, rule: 'P27-05', key: ways[0]!.key, requestId: randomUUID() };
  await anna.ask('applyProposal', request);
  expect((await anna.ask('showDelivery', { unit: place.unit })).counts).toMatchObject({ errors: 0 });
  await anna.ask('applyProposal', request);
  expect(await anna.ask('showDelivery', { unit: place.unit })).toMatchObject({ corrections: 2 });
  const { unit, delivery } = place;
  await anna.ask('undoRemedy', { unit, delivery, fileId, first: 1, last: 2, requestId: randomUUID() });
  expect((await anna.ask('showDelivery', { unit: place.unit })).counts).toMatchObject({ errors: 2 });
});

test('where only an interval is known each set says it and proposes nothing', async () => {
  const { fileId, ...place } = await wrong(() => ({ [agreedRate]: '5000', [actualRate]: '8000' }));
  const { remedy } = await anna.ask('listProposals', { ...place, rule: 'P22-01' });
  expect(remedy).toMatchObject({
    notLocalised: null,
    sets: [
      { fields: [{ cell: { number: agreedRate, text: '5000' }, proposed: [], ranges: [{ low: 8000, high: 10000 }] }], ways: [] },
      { fields: [{ cell: { number: actualRate, text: '8000' }, proposed: [], ranges: [{ low: 0, high: 5000 }] }], ways: [] },
    ],
  });
  const correct = { ...place, fileId, variable: 'agreedEmploymentRate', text: '9000', seenText: '5000', requestId: randomUUID() };
  expect(await anna.ask('correctCell', correct)).toMatchObject({ counts: { errors: 0 } });
});

test('what was seen is done, or nothing: a colleague who changes the cell meanwhile takes the proposal with her', async () => {
  const { fileId, ...place } = await wrong((row) => ({ [salary]: `${row[salary - 1]}00` }));
  const { remedy } = await anna.ask('listProposals', { ...place, rule: 'P27-05' });
  const change = { ...place, fileId, variable: 'agreedFullTimeSalary', text: '4100000', seenText: null, requestId: randomUUID() };
  await anna.ask('correctCell', change);
  const seen = { ...place, fileId, rule: 'P27-05', key: remedy!.sets[0]!.ways[0]!.key, requestId: randomUUID() };
  await expect(anna.ask('applyProposal', seen)).rejects.toMatchObject({ body: { code: 'delivery.question-gone' } });
  expect(await anna.ask('showDelivery', { unit: place.unit })).toMatchObject({ corrections: 1 });
});
