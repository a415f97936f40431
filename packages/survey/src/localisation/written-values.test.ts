import { expect, test } from 'vitest';
import { allowedRanges, writtenRanges } from '../remedy/allowed-ranges.ts';
import { smallestSetsOf } from '../remedies.ts';
import { openRows } from '../testing/one-rule.ts';

const variables = [
  { id: 'k', form: 'A/N' },
  { id: 'fee', form: 'N', decimals: 2, length: 7 },
  { id: 'paid', form: 'N', decimals: 2, length: 7 },
] as const;

/** Fields of the smallest sets of the first record, with what is said of their values. */
function remediesOf(decimals: 'implied' | 'comma' | 'point', rules: readonly object[], row: string) {
  const layout = { form: 'separated', decimals, zeroIsMissing: false } as const;
  const opened = openRows({ variables, layout, rules }, [row]);
  return smallestSetsOf(opened, 1).sets.map(({ fields, ways }) => ({
    fields: fields.map((remedy) => {
      const variable = opened.edition.variables.find(({ id }) => id === remedy.field)!;
      return [remedy.field, ...remedy.texts, ...allowedRanges(remedy, variable, layout), ...writtenRanges(remedy, variable, layout)];
    }),
    ways: ways.map(({ mechanism, cells }) => [mechanism, ...cells.map(({ text }) => text)]),
  }));
}

const range = { kind: 'range', field: 'fee', low: 100, high: 1000 };

test.each([
  ['comma', 'b;11,50;', 1, 10, '1,00', '10,00'],
  ['point', 'b;11.50;', 1, 10, '1.00', '10.00'],
  ['implied', 'b;1150;', 100, 1000, '100', '1000'],
] as const)('what is allowed is said as the file writes it: %s', (decimals, row, low, high, least, most) => {
  const [set] = remediesOf(decimals, [range], row);
  const texts = set!.fields[0]!.filter((one) => typeof one === 'string').slice(1);
  expect(set!.fields[0]).toEqual(['fee', ...texts, { low, high }, { low: least, high: most }]);
});

test('what was meant is a value that the file reads as it was meant', () => {
  expect(remediesOf('comma', [range], 'b;20,00;')[0]!.ways).toContainEqual(['unit10', '2,00']);
  expect(remediesOf('comma', [{ kind: 'type', fields: ['fee'] }, range], 'b;1.5;')).toMatchObject([{ ways: [['decimalComma', '1,5']] }]);
  const [only] = remediesOf(
    'comma',
    [
      { ...range, low: 1000 },
      { kind: 'required', field: 'fee' },
    ],
    'b;7,00;',
  );
  expect(only).toMatchObject({ fields: [['fee', '10,00']], ways: [['determined', '10,00']] });
});

test('two values that have changed places are written as they stood', () => {
  const rules = [
    { ...range, low: 1000, high: 5000 },
    { ...range, field: 'paid', low: 100, high: 900 },
  ];
  expect(remediesOf('comma', rules, 'b;1,50;20,00')).toMatchObject([{ ways: [['swapped', '20,00', '1,50']] }]);
});

test.each([
  ['that its field names', { codeList: 'l' }],
  ['that only the rule names', {}],
])('a bound that a list says of the code is a bound: of a list %s', (_, more) => {
  const opened = (row: string, ...others: readonly object[]) =>
    openRows(
      {
        variables: [
          { id: 'k', form: 'A/N' },
          { id: 'g', form: 'A/N', ...more },
          { id: 'v', form: 'N' },
        ],
        codeLists: {
          l: {
            codes: [
              { code: 'A', name: 'A', facts: { from: 5, to: 9 } },
              { code: 'B', name: 'B', facts: { from: 1, to: 2 } },
              { code: 'C', name: 'C' },
            ],
          },
        },
        rules: [{ kind: 'rangePerGroup', field: 'v', per: 'g', list: 'l', lowFact: 'from', highFact: 'to' }, ...others],
      },
      [row],
    );
  expect(smallestSetsOf(opened('b;A;4'), 1).sets).toMatchObject([{ cost: 1, fields: [{ field: 'v', low: 5, high: 9 }] }]);
  expect(smallestSetsOf(opened('b;A;10'), 1).sets).toMatchObject([{ cost: 1, fields: [{ field: 'v', low: 5, high: 9 }] }]);
  expect(smallestSetsOf(opened('b;A;5'), 1)).toMatchObject({ notLocalised: 'nothingToSolve' });
  expect(smallestSetsOf(opened('b;C;4'), 1)).toMatchObject({ notLocalised: 'nothingToSolve' });
  // Where the number cannot be mended the code can.
  const fixed = { kind: 'range', field: 'v', low: 2, high: 2 };
  const there = { kind: 'required', field: 'v' };
  expect(smallestSetsOf(opened('b;A;2', fixed, there), 1).sets).toMatchObject([{ fields: [{ field: 'g' }] }]);
});

test('of a rule on the record that cannot be judged it is not said that the fault lies in other records', () => {
  const opened = openRows({ variables, rules: [{ kind: 'expression', assert: 'paid / fee <= 2' }] }, ['b;1,00;3,00', 'b;1,00;2,00']);
  expect([1, 2].map((record) => smallestSetsOf(opened, record).notLocalised)).toEqual(['ruleNotUsed', 'nothingToSolve']);
});
