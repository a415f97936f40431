import { expect, test } from 'vitest';
import type { CodeList } from '../definition/code-list.ts';
import type { Layout } from '../definition/layout.ts';
import type { Variable } from '../definition/variable.ts';
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

const fee: Variable = { ...variable('agreedFullTimeSalary'), id: 'fee', decimals: 2, length: 7, unit: 'number' };
const written = (text: string, decimals: NonNullable<Layout['decimals']>, of = fee) =>
  candidatesFor(text, of, undefined, 0, { form: 'separated', decimals }).map((one) => `${one.mechanism} ${one.text}`);

test('a number is proposed as the file writes it', () => {
  expect(written('1.5', 'comma')).toEqual(['decimalComma 1,5']);
  expect(written('1,50', 'point')).toEqual(['decimalPoint 1.50']);
  expect(written('1.5', 'implied')).toEqual(['decimalSign 150']);
  expect(written('-2,50', 'comma')).toEqual(['sign 2,50']);
  expect(written('250,00', 'comma')).toEqual([
    'unit100 25000,00',
    'unit100 2,50',
    'unit10 2500,00',
    'unit10 25,00',
    'transposed 520,00',
    'transposed 205,00',
  ]);
  expect(written('25', 'point').slice(0, 2)).toEqual(['unit100 2500.00', 'unit100 0.25']);
});

test('a full stop between thousands is not taken for a comma, and a field without decimals gets none', () => {
  expect(written('1.500', 'comma')).toEqual([]);
  expect(written('1.5', 'comma', { ...fee, decimals: 0 })).toEqual([]);
  expect(written('12', 'comma', { ...fee, decimals: 0 }).slice(0, 1)).toEqual(['unit100 1200']);
});
