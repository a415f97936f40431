import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { frameUnitOf, generate } from '../generator/index.ts';
import { openDelivery, type OpenedDelivery } from '../open-delivery.ts';

const gotland = frameUnitOf('0980');
const employers = [{ organisationNumber: gotland.organisationNumber, isCompany: false }];
const opened = (): OpenedDelivery =>
  openDelivery(november2026, generate({ unit: '0980', records: 300, seed: 1 }).file, { unit: gotland, employers });
const recordOf = (delivery: OpenedDelivery, code: string): number => recordWhere(delivery, (texts) => texts[0] === code);
function recordWhere(delivery: OpenedDelivery, is: (texts: readonly string[]) => boolean): number {
  for (let record = 1; record <= delivery.file.records; record += 1) if (is(delivery.record(record))) return record;
  throw new Error('no such record');
}
const rules = (findings: readonly { readonly rule: string }[]): string[] => findings.map(({ rule }) => rule).toSorted();

test('Gotland has the activities of both sectors, each for its own records', () => {
  const delivery = opened();
  expect(delivery.summary()).toMatchObject({ errors: 0, warnings: 0 });
  expect(rules(delivery.correct({ record: recordOf(delivery, '0980'), variable: 'activityCode' }, 'V02').raised)).toEqual(['P05-02']);
  expect(rules(delivery.correct({ record: recordOf(delivery, '0900'), variable: 'activityCode' }, '510').raised)).toEqual(['P05-02']);
});

test('on Gotland a missing position is an error of a regional record and a warning of a municipal one', () => {
  const delivery = opened();
  expect(rules(delivery.correct({ record: recordOf(delivery, '0900'), variable: 'positionCode' }, '').raised)).toEqual(['P14-02']);
  expect(rules(delivery.correct({ record: recordOf(delivery, '0980'), variable: 'positionCode' }, '').raised)).toEqual(['P14-01']);
});

test("on Gotland a record with a code that is nobody's is wrong in that field only", () => {
  const delivery = opened();
  for (const code of ['0980', '0900'])
    expect(rules(delivery.correct({ record: recordOf(delivery, code), variable: 'municipalityCode' }, '9999').raised)).toEqual(['P01-02']);
});

test('records whose personal number is only zeros are not taken for one person who works too much', () => {
  const delivery = opened();
  for (let record = 1; record <= 20; record += 1) delivery.correct({ record, variable: 'personalNumber' }, '0000000000');
  const counts = delivery.summary().counts.filter(({ severity }) => severity === 'error');
  expect(counts).toEqual([{ rule: 'P07-01', severity: 'error', count: 20 }]);
});

test('a message names the activity of the record, whichever sector it is of', () => {
  const delivery = opened();
  const school = recordWhere(delivery, (texts) => texts[0] === '0980' && texts[8] === '402010');
  const { raised } = delivery.correct({ record: school, variable: 'activityCode' }, '510');
  expect(raised.map(({ rule, message }) => ({ rule, namesIt: message.includes('510 Vård och omsorg om äldre') }))).toEqual([
    { rule: 'P05-04', namesIt: true },
  ]);
});

test('a sum that is asked of one sector has no finding in a record of the other', () => {
  const ofRegion = november2026.rules.map((rule) => (rule.id === 'K-03' ? { ...rule, appliesTo: ['region'], params: { max: 1 } } : rule));
  const { file } = generate({ unit: '0980', records: 300, seed: 1 });
  const delivery = openDelivery({ ...november2026, rules: ofRegion as typeof november2026.rules }, file, { unit: gotland, employers });
  const found = [...delivery.recordsOf('K-03')];
  expect(found.length).toBeGreaterThan(10);
  expect(new Set(found.map((record) => delivery.record(record)[0]))).toEqual(new Set(['0900']));
});
