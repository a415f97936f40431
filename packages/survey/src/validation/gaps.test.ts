import { expect, test } from 'vitest';
import { openRows } from '../testing/one-rule.ts';

const variables = [
  { id: 'k', form: 'A/N' },
  { id: 'n', form: 'N' },
  { id: 'fee', form: 'N', decimals: 2 },
  { id: 'note', form: 'A/N' },
] as const;

/** What is said of the records of a file by one rule. */
const saidOf = (rule: object, rows: readonly string[], lastYear?: readonly string[]): string[] =>
  openRows({ variables, roles: { person: 'k', employment: 'k', classification: 'k', recordKey: ['k'] }, rules: [rule] }, rows, lastYear)
    .findings()
    .map(({ message }) => message);

test.each(['note', 'n', 'fee'])('of an empty field it is said that it is empty, whatever it would hold: %s', (field) => {
  const texts = { title: 't', message: '{värde}' };
  expect(saidOf({ kind: 'required', field, texts }, ['x;;;', 'x;0;0,00;t'])).toEqual(['tomt']);
});

test('a number that is missing this year is empty, and counts as 0 where its rule says so', () => {
  const rule = { kind: 'panelChange', field: 'fee', low: 50, high: 200, texts: { title: 't', message: '{förra} {nu} {procent}' } };
  expect(saidOf(rule, ['x;1;;', 'y;1;1,00;'], ['x;1;2,00;', 'y;1;4,00;'])).toEqual(['4,00 1,00 -75,0']);
  expect(saidOf({ ...rule, missing: 'neverSkip' }, ['x;1;;'], ['x;1;2,00;'])).toEqual(['2,00 tomt -100,0']);
});

test.each([
  ['n', 1000, ['k;600;;', 'k;601;;'], '1201 över 1000'],
  ['fee', 1000, ['k;;6,00;', 'k;;6,01;'], '12,01 över 10,00'],
])('a sum and its limit have the decimals of the field that is summed: %s', (field, high, rows, said) => {
  const texts = { title: 't', message: '{summa} över {gräns}' };
  expect(saidOf({ kind: 'groupSum', by: ['k'], field, high, texts }, rows)).toEqual([said, said]);
  // What is written first among the fields of the rule is not what is summed.
  expect(saidOf({ kind: 'groupSum', by: ['k'], field, high, fields: ['k', field], texts }, rows)).toEqual([said, said]);
});

test('the value is that of the field the sentence names, whatever letters its id has', () => {
  const named = [...variables.slice(0, 2), { id: 'fee_2', form: 'N' }] as const;
  const rule = { kind: 'expression', assert: 'n <= fee_2', texts: { title: 't', message: '{Fält:fee_2}: {värde}' } };
  expect(openRows({ variables: named, rules: [rule] }, ['x;9;1']).findings()).toMatchObject([{ message: 'Fält 3 fee_2: 1' }]);
});
