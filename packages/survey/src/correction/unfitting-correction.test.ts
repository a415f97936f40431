import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { generate } from '../generator/index.ts';
import { unfittingCorrection } from './unfitting-correction.ts';

const rows = new TextDecoder('latin1').decode(generate({ unit: '0488', records: 5, seed: 1 }).file).split('\r\n');
const file = new TextEncoder().encode(rows.with(3, 'one;two').join('\r\n'));
const fits = { record: 5, variable: 'agreedEmploymentRate', text: '7500' };

test('a log whose corrections all have a record and a field of the file fits', () => {
  expect(unfittingCorrection(november2026, file, [])).toBeUndefined();
  expect(unfittingCorrection(november2026, file, [fits, { ...fits, record: 1 }, fits])).toBeUndefined();
});

test.each([
  ['a record after the last', { record: 6 }, 'record'],
  ['a record before the first', { record: 0 }, 'record'],
  ['a record whose number of values is wrong', { record: 4 }, 'values'],
  ['a field of another survey', { variable: 'shoeSize' }, 'variable'],
  ['a word that every object has', { variable: 'toString' }, 'variable'],
])('%s does not fit, and it is said which correction is the first', (_, other, reason) => {
  expect(unfittingCorrection(november2026, file, [fits, { ...fits, ...other }, { ...fits, record: 99 }])).toEqual({ place: 1, reason });
});
