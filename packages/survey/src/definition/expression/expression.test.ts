import fc from 'fast-check';
import { expect, test } from 'vitest';
import { november2026 } from '../../editions/november-2026/index.ts';
import type { Condition, Quantity } from '../condition.ts';
import { parseCondition, parseQuantity } from './parse.ts';
import { printCondition, printQuantity } from './print.ts';
import { ExpressionFault } from './tokens.ts';
import { conditionFunctions, facts, quantityFunctions, signs, type Argument } from './vocabulary.ts';

const name = fc.constantFrom('salary', 'rate', 'code', 'name', 'last2', 'a_b', 'unit', 'all', 'any');
const text = fc.string({ maxLength: 6 }).map((one) => one.toWellFormed());
const number = fc.oneof(fc.nat(1_000_000), fc.constantFrom(0.5, 12.25, -3, -100));

const { condition, quantity } = fc.letrec<{ condition: Condition; quantity: Quantity }>((tie) => {
  const of = ({ kind, oneOf = [] }: Argument): fc.Arbitrary<unknown> =>
    ({
      field: name,
      word: oneOf.length === 0 ? name : fc.constantFrom(...oneOf),
      param: name,
      text,
      number: fc.nat(99),
      quantity: tie('quantity'),
      condition: tie('condition'),
    })[kind];
  const nodes = conditionFunctions.map(({ op, arguments: wanted }) =>
    fc.record({ op: fc.constant(op), ...Object.fromEntries(wanted.map((argument) => [argument.key, of(argument)])) }),
  ) as unknown as fc.Arbitrary<Condition>[];
  const numbers = quantityFunctions.map(({ op, tag, arguments: wanted }) =>
    fc.record({
      ...(tag === undefined ? { op: fc.constant(op) } : {}),
      ...Object.fromEntries(wanted.map((argument) => [argument.key, of(argument)])),
    }),
  ) as unknown as fc.Arbitrary<Quantity>[];
  return {
    condition: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.record({ op: fc.constant('codeIn' as const), field: name, codes: text }),
      fc.record({ op: fc.constant('inList' as const), field: name, list: text }),
      fc.record({ op: fc.constant('partIn' as const), field: name, from: fc.nat(9), length: fc.nat(9), codes: text }),
      fc.record({ op: fc.constant('factIn' as const), field: name, list: text, fact: text, values: text }),
      fc.record({
        op: fc.constant('unitIs' as const),
        kinds: fc.subarray(['municipality', 'region', 'federation', 'company'] as const, { minLength: 1 }),
      }),
      fc.record({ op: fc.constant('compare' as const), left: tie('quantity'), sign: fc.constantFrom(...signs), right: tie('quantity') }),
      fc.record({ op: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ op: fc.constant('not' as const), of: tie('condition') }),
      ...nodes,
    ),
    quantity: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      number,
      fc.record({ field: name }),
      fc.record({ param: name }),
      fc.record({ lastYearField: name }),
      fc.record({ measure: name }),
      fc.record({ measure: name, year: fc.constant('last' as const) }),
      fc.record({ fact: fc.constantFrom(...facts) }),
      fc.record({
        op: fc.constantFrom('plus' as const, 'minus' as const, 'times' as const, 'over' as const),
        left: tie('quantity'),
        right: tie('quantity'),
      }),
      ...numbers,
    ),
  };
});

test('whatever tree is written down is read back as the same tree, and written the same way again', () => {
  fc.assert(
    fc.property(condition, (tree) => {
      const written = printCondition(tree);
      expect(parseCondition(written), written).toEqual(tree);
      expect(printCondition(parseCondition(written))).toBe(written);
    }),
    { numRuns: 1500 },
  );
  fc.assert(
    fc.property(quantity, (tree) => {
      expect(parseQuantity(printQuantity(tree))).toEqual(tree);
    }),
    { numRuns: 500 },
  );
});

test('every condition of the November rules can be written down and read back', () => {
  const conditions = november2026.rules.flatMap(({ logic, when }) => [
    ...('hit' in logic ? [logic.hit] : []),
    ...('where' in logic && logic.where ? [logic.where] : []),
    ...(when ? [when] : []),
  ]);
  expect(conditions.length).toBeGreaterThan(120);
  for (const one of conditions) expect(parseCondition(printCondition(one))).toEqual(one);
});

test('what people write is read as they mean it', () => {
  expect(printCondition(parseCondition('payForm in "M" and (rate > $max or not missing(name)) and salary * 100 >= 3 + 2 * rate'))).toBe(
    'payForm in "M" and (rate > $max or not missing(name)) and salary * 100 >= 3 + 2 * rate',
  );
  expect(parseCondition('label not in list "aid-labels"')).toEqual({ op: 'not', of: { op: 'inList', field: 'label', list: 'aid-labels' } });
  expect(parseQuantity('a - b - c')).toEqual({
    op: 'minus',
    left: { op: 'minus', left: { field: 'a' }, right: { field: 'b' } },
    right: { field: 'c' },
  });
  expect(parseCondition('(a + b) * 2 > last.c')).toMatchObject({ op: 'compare', left: { op: 'times' }, right: { lastYearField: 'c' } });
});

test.each([
  ['rate >', 6, 'a name'],
  ['rate > 1 rate', 9, 'and, or, or the end'],
  ['missing(rate', 12, ')'],
  ['rate in 5', 8, 'a text in quotes'],
  ['digits(rate, "4")', 13, 'a number'],
  ['contains(name, leter)', 15, 'letter, digit'],
  ['§', 0, 'an expression'],
  ['rate', 4, '> >= < <= = or in'],
])('«%s» is refused with the place and what was expected', (source, at, expected) => {
  const fault = (() => {
    try {
      return parseCondition(source);
    } catch (error) {
      return error;
    }
  })();
  expect(fault).toBeInstanceOf(ExpressionFault);
  expect(fault).toMatchObject({ at, expected });
});

test('no text breaks the reader, and ten thousand brackets are refused at once', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc
          .array(fc.constantFrom('(', ')', 'a', 'and', 'not', '"x"', '>', '1', 'in', ','), { maxLength: 30 })
          .map((parts) => parts.join(' ')),
      ),
      (source) => {
        try {
          parseCondition(source);
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionFault);
        }
      },
    ),
    { numRuns: 1000 },
  );
  expect(() => parseCondition('('.repeat(10_000))).toThrow(ExpressionFault);
});
