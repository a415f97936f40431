import { expect, test } from 'vitest';
import type { CodeList } from '../definition/code-list.ts';
import { november2026 } from '../editions/november-2026/index.ts';
import { candidatesFor } from './candidates.ts';

const variable = (id: string) => november2026.variables.find((one) => one.id === id)!;
const texts = (id: string, text: string, list?: CodeList) =>
  candidatesFor(text, variable(id), list, 0).map((one) => `${one.mechanism} ${one.text}`);
const listOf = (...codes: string[]): CodeList => ({
  ...november2026.codeLists['absence-reasons']!,
  codes: codes.map((code) => ({ code, name: code })),
});

test('an amount in another unit is rounded to whole kronor; a rate is not made out of one that does not divide', () => {
  expect(texts('agreedFullTimeSalary', '3350049')).toContain('unit100 33500');
  expect(texts('agreedEmploymentRate', '75005')).not.toContainEqual(expect.stringMatching(/^unit10 /));
  expect(texts('agreedEmploymentRate', '75000')).toContain('unit10 7500');
});

test('a letter wrong in a code of one or two is no clue: nearly every other code is as near', () => {
  expect(texts('absenceReason', 'X1', listOf('01', '02', '11'))).toEqual([]);
  expect(texts('aidLabel', '40201X', listOf('402010', '207012'))).toEqual(['mistyped 402010']);
});
