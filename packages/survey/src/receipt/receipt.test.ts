import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeliveryFacts } from '../definition/unit.ts';
import { november2026 } from '../editions/november-2026/index.ts';
import { openDelivery } from '../open-delivery.ts';
import { bytesOf } from '../testing/bytes.ts';
import { monthly, personBorn } from '../testing/examples/example.ts';
import { cleanRows, factsOf, fileOf, withCells, type Row } from '../testing/records.ts';
import { canonicalJson } from './canonical-json.ts';
import { compareReceipts, readReceipt } from './compare-receipts.ts';
import { receiptOf } from './receipt-of.ts';
import type { Receipt } from './receipt.ts';

const rows: readonly Row[] = [
  ...cleanRows('0488', 4),
  withCells(monthly, { agreedEmploymentRate: '10001' }),
  withCells(monthly, { personalNumber: personBorn('790101'), name: 'Påhittsson, Åsa' }),
];
const facts: DeliveryFacts = {
  ...factsOf('0488'),
  codebook: ['1549', '1001'],
  lastYear: { file: fileOf(rows) },
};
const receipt = (those: readonly Row[] = rows, known = facts, edition = november2026): Receipt =>
  receiptOf(openDelivery(edition, fileOf(those), known));
const told = receipt();
const differences = (found: Receipt) => compareReceipts(told, found);

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, of]) => [name, shuffled(of)]),
  );
}

test('the same file, rules and facts have the same receipt, whatever order they are told in', () => {
  expect(told.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(receipt()).toEqual(told);
  const known = shuffled({ ...facts, codebook: ['1001', '1549'] }) as DeliveryFacts;
  expect(receipt(rows, known, shuffled(november2026) as typeof november2026)).toEqual(told);
});

test('a receipt tells what of the unit was known and can decide a rule, with which it is worked out anew', () => {
  const region: DeliveryFacts = {
    unit: { kind: 'region', codes: ['1400'], name: 'Regionen', districts: ['WEST', 'EAST'] },
    employers: [
      { organisationNumber: '2120001355', name: 'Bolaget', isCompany: true },
      { organisationNumber: '2321000131', name: 'Regionen', isCompany: false },
    ],
    codebook: ['B2', 'A1'],
    earlierUploads: [{ sha256: 'a'.repeat(64), uploadedOn: '2026-11-20' }],
    process: { unreadMessages: 2 },
  };
  const found = receipt(rows, region);
  expect(found.facts).toEqual({
    employers: [
      { organisationNumber: '2321000131', isCompany: false },
      { organisationNumber: '2120001355', isCompany: true },
    ],
    codebook: ['A1', 'B2'],
    districts: ['EAST', 'WEST'],
  });
  const { districts, ...others } = found.facts!;
  const known: DeliveryFacts = { unit: { kind: 'region', codes: ['1400'], name: '', districts: districts! }, ...others };
  expect(receipt(rows, known)).toEqual(found);
  expect(receipt(rows, { codebook: null }).facts).toEqual({ codebook: null });
  expect(receipt(rows, { unit: region.unit! }).facts).toEqual({ districts: ['EAST', 'WEST'] });
  expect(receipt(rows, {})).not.toHaveProperty('facts');
});

test('how the file was written, and when it was checked, is not in the digest', () => {
  const text = rows.map((row) => row.map((cell) => `"${cell.normalize('NFD')} "`).join(';')).join('\n');
  const written = openDelivery(november2026, bytesOf(`${text}\n\n`), {
    ...facts,
    sha256: 'a'.repeat(64),
    earlierUploads: [{ sha256: 'a'.repeat(64), uploadedOn: '2026-11-20' }],
    process: { period: { kind: 'submission', dueOn: '2026-11-01', closesOn: '2026-12-31', today: '2026-12-01' }, unreadMessages: 2 },
  });
  const found = receiptOf(written);
  expect(found.inputs.data).toEqual(told.inputs.data);
  expect(found.inputs.reference).toEqual(told.inputs.reference);
  expect(found.inputs.counts.filter(({ rule }) => !['FIL-05', 'FIL-08', 'FIL-12'].includes(rule))).toEqual(told.inputs.counts);
  expect(found.inputs.counts.map(({ rule }) => rule)).not.toContain('FIL-15');
});

test('a corrected delivery has the receipt of a file that was written so, and the first one again when it is undone', () => {
  const delivery = openDelivery(november2026, fileOf(rows), facts);
  const { before } = delivery.correct({ record: 5, variable: 'agreedEmploymentRate' }, '10000');
  const mended = receipt(rows.map((row, index) => (index === 4 ? withCells(row, { agreedEmploymentRate: '10000' }) : row)));
  expect(receiptOf(delivery)).toEqual(mended);
  expect(differences(mended)).toEqual(['data', 'counts']);
  delivery.correct({ record: 5, variable: 'agreedEmploymentRate' }, before);
  expect(receiptOf(delivery)).toEqual(told);
});

test('whatever differs is told, and nothing else', () => {
  expect(differences(told)).toEqual([]);
  expect(differences(receipt(rows.toReversed()))).toEqual(['data']);
  expect(differences(receipt(rows, { ...facts, codebook: ['1549', '1002'] }))).toEqual(['reference']);
  expect(differences(receipt(rows, { ...facts, unit: { ...facts.unit!, name: 'Någon annan' } }))).toEqual([]);
  expect(differences(receipt(rows, factsOf('0488')))).toEqual(['reference', 'notEvaluable']);
  expect(differences(receipt(rows, facts, { ...november2026, name: 'November' }))).toEqual(['rules']);
  expect(differences({ ...told, inputs: { ...told.inputs, engine: '0' } })).toEqual(['engine']);
});

test('a receipt whose inputs were changed by hand does not vouch for them', () => {
  const forged = { ...told, inputs: { ...told.inputs, counts: [] } };
  expect(compareReceipts(forged, told)).toEqual(['digest', 'counts']);
});

test('a receipt holds no value of the file', () => {
  const text = JSON.stringify(told);
  for (const value of [personBorn('790101'), 'Påhittsson', '33500']) expect(text).not.toContain(value);
});

test('a receipt is read from its text, and no other text is taken for one', () => {
  expect(readReceipt(JSON.stringify(told))).toEqual(told);
  for (const text of [
    '',
    '{}',
    'null',
    '[]',
    JSON.stringify({ ...told, format: 'other' }),
    JSON.stringify({ ...told, inputs: { data: 1 } }),
  ])
    expect(readReceipt(text)).toBeUndefined();
});

test('any data have one text, which says the same', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(shuffled(value))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(canonicalJson({ b: undefined, a: [undefined, Uint8Array.of()] })).toBe(
    '{"a":[null,{"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}]}',
  );
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1, 1n])
    expect(() => canonicalJson(value)).toThrow(RangeError);
});
