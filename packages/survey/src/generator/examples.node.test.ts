import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { openDelivery } from '../open-delivery.ts';
import { frameUnitOf, generate, plantableRules } from './index.ts';

const example = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../../../examples/${name}`, import.meta.url)));
const check = (file: Uint8Array, code: string) => {
  const unit = frameUnitOf(code);
  return openDelivery(november2026, file, { unit, employers: [{ organisationNumber: unit.organisationNumber, isCompany: false }] });
};

test('small-unit.csv is what the generator makes, and there is nothing to correct or explain', () => {
  const file = example('small-unit.csv');
  expect(Buffer.compare(file, generate({ unit: '2403', records: 150, seed: 1 }).file)).toBe(0);
  const opened = check(file, '2403');
  expect(opened.file.records).toBe(150);
  expect(opened.findings().map(({ rule }) => rule)).toEqual(['K-07']);
});

test('every-rule.csv is what the generator makes, and breaks each hard rule of its manifest as often as it says', () => {
  const file = example('every-rule.csv');
  const made = generate({ unit: '2300', records: 120, oneOfEach: true, seed: 1 });
  expect(Buffer.compare(file, made.file)).toBe(0);
  expect(JSON.parse(Buffer.from(example('every-rule.manifest.json')).toString('utf8'))).toEqual(made.manifest);
  const counts = Object.fromEntries(
    check(file, '2300')
      .summary()
      .counts.filter(({ severity }) => severity === 'error')
      .map(({ rule, count }) => [rule, count]),
  );
  expect(counts).toEqual(made.manifest.counts);
  expect(Object.keys(counts).toSorted()).toEqual([...plantableRules].toSorted());
});
