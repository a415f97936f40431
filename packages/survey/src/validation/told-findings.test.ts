import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { generate } from '../generator/index.ts';
import { openDelivery } from '../open-delivery.ts';
import { factsOf } from '../testing/records.ts';

const { file } = generate({ unit: '0488', records: 300, errorShare: 0.9, seed: 11 });
const delivery = openDelivery(november2026, file, factsOf('0488'));
const record = delivery.told().find((one) => one.record !== null)!.record!;

test.each([{}, { severity: 'error' as const }, { record }, { offset: 5, limit: 20 }, { rules: ['P01-02', 'K-07'] }])(
  'what is told of findings is what they say, in the same order: %o',
  (filter) => {
    const found = delivery.findings(filter);
    expect(delivery.told(filter).map((one) => [one.rule, one.severity, one.record, one.fields, one.message])).toEqual(
      found.map((one) => [one.rule, one.severity, one.record, one.fields, one.message]),
    );
    expect(found.every(({ key, recurrenceKey }) => key !== '' && recurrenceKey !== '')).toBe(true);
  },
);

test('there is something to tell of in each of them', () => {
  expect(delivery.told().length).toBeGreaterThan(100);
  expect(delivery.told().some((one) => one.record === null)).toBe(true);
  expect(delivery.told({ record }).every((one) => one.record === record)).toBe(true);
  expect(delivery.told({ offset: 5, limit: 20 })).toHaveLength(20);
});
