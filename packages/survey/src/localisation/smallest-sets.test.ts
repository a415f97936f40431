import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Allowed } from './feasible-values.ts';
import { clauseOf, isTrue, type Case, type Clause, type Field, type Literal, type Problem } from './problem.ts';
import { smallestSets, type Search } from './smallest-sets.ts';

const atMost = (bound: number, ...times: readonly number[]): Literal => ({
  is: 'linear',
  terms: times.flatMap((one, field) => (one === 0 ? [] : [{ field, times: one }])),
  atMost: bound,
  strictly: false,
});
const isOneOf = (field: number, ...texts: readonly string[]): Literal => ({ is: 'text', field, test: (text) => texts.includes(text) });

/** Base salary, supplement and agreed amount, which is their sum. */
const salaries: Problem = {
  fields: ['b', 's', 'a'].map((name) => ({ kind: 'number', name, low: -1e9, high: 1e9, isWhole: false })),
  clauses: [
    atMost(0, 1, 1, -1),
    atMost(0, -1, -1, 1),
    atMost(200_000, 0, 0, 1),
    atMost(0, -0.5, 1, 0),
    atMost(-15_000, -1, 0, 0),
    atMost(0, 0, -1, 0),
  ].map((literal, index) => clauseOf(`A${index}`, [literal])),
};
const sixDigits = (value: number): number => Number(value.toPrecision(6));
const told = ({ fields }: Problem, one: Case, search?: Search, problem = { fields, clauses: salaries.clauses }) =>
  smallestSets(problem, one, search).sets.map(({ cost, fields: set, allowed }) => ({
    cost,
    ...Object.fromEntries(set.map((field, place) => [fields[field]!.name, shown(allowed[place]!)])),
  }));
function shown(allowed: Allowed): unknown {
  if (allowed.kind === 'open') return 'anything';
  if (allowed.kind === 'codes') return allowed.texts.join('|');
  return allowed.ranges.map(({ low, high }) => (low === high || high - low < 1e-5 ? sixDigits(low) : [sixDigits(low), sixDigits(high)]));
}
const salaryRecord = (values: readonly number[], weights: readonly number[]): Case => ({ record: 0, values, weights, mustChange: [] });

test.each([
  [[32000, 1500, 335000], [1, 1, 1], [{ cost: 1, a: [33500] }]],
  [[32000, 1500, 335000], [1, 1.5, 2], [{ cost: 2, a: [33500] }]],
  [[3200, 1500, 33500], [1, 1, 1], [{ cost: 1, b: [32000] }]],
  [[3200, 1500, 33500], [1, 1.5, 2], [{ cost: 1, b: [32000] }]],
  [
    [32000, 1500, 34500],
    [1, 1, 1],
    [
      { cost: 1, b: [33000] },
      { cost: 1, s: [2500] },
      { cost: 1, a: [33500] },
    ],
  ],
  [[32000, 1500, 34500], [1, 1.5, 2], [{ cost: 1, b: [33000] }]],
  [
    [14000, 9000, 23000],
    [1, 1, 1],
    [
      { cost: 2, b: [[15333.3, 23000]], s: [[0, 7666.67]] },
      { cost: 2, b: [[18000, 191000]], a: [[27000, 200000]] },
    ],
  ],
  [[14000, 9000, 23000], [1, 1.5, 2], [{ cost: 2.5, b: [[15333.3, 23000]], s: [[0, 7666.67]] }]],
])('of the amounts %j with weights %j the smallest sets are those of the worked example', (values, weights, sets) => {
  expect(told(salaries, salaryRecord(values, weights))).toEqual(sets);
});

/** Form of employment, form of pay, monthly and hourly amount (there or not). */
const employment: Problem = {
  fields: [
    { kind: 'codes', name: 'employment', texts: ['TV', 'VIK'] },
    { kind: 'codes', name: 'salaryType', texts: ['M', 'T'] },
    { kind: 'codes', name: 'monthly', texts: ['0', 'pos'] },
    { kind: 'codes', name: 'hourly', texts: ['0', 'pos'] },
  ],
  clauses: [
    [isOneOf(1, 'M'), isOneOf(2, '0')],
    [isOneOf(1, 'T'), isOneOf(2, 'pos')],
    [isOneOf(0, 'VIK'), isOneOf(1, 'M')],
    [isOneOf(1, 'T'), isOneOf(3, '0')],
    [isOneOf(1, 'M'), isOneOf(3, 'pos')],
  ].map((literals, index) => clauseOf(`B${index + 1}`, literals)),
};
const employmentSets = (values: readonly string[], search?: Search) =>
  told(employment, { record: 0, values, weights: [1, 1, 1, 1], mustChange: [] }, search, employment);

test('a permanent employee with a monthly salary is no hourly one', () => {
  expect(employmentSets(['TV', 'T', 'pos', '0'])).toEqual([{ cost: 1, salaryType: 'M' }]);
});

test('the smallest set is no proof: those of the next cost are told when asked for', () => {
  expect(employmentSets(['TV', 'T', '0', 'pos'])).toEqual([{ cost: 1, employment: 'VIK' }]);
  expect(employmentSets(['TV', 'T', '0', 'pos'], { costs: 2 })).toEqual([
    { cost: 1, employment: 'VIK' },
    { cost: 3, salaryType: 'M', monthly: 'pos', hourly: '0' },
  ]);
});

test('a record that keeps every rule has nothing to solve, and one that needs too many fields is not localised', () => {
  expect(smallestSets(salaries, salaryRecord([32000, 1500, 33500], [1, 1, 1]))).toEqual({ sets: [], notLocalised: 'nothingToSolve' });
  const four: Problem = {
    fields: ['a', 'b', 'c', 'd'].map((name) => ({ kind: 'codes', name, texts: ['0', '1'] })),
    clauses: [0, 1, 2, 3].map((field) => clauseOf(`${field}`, [isOneOf(field, '1')])),
  };
  const wrong = { record: 0, values: ['0', '0', '0', '0'], weights: [1, 1, 1, 1], mustChange: [] };
  expect(smallestSets(four, wrong)).toEqual({ sets: [], notLocalised: 'tooManyFields' });
  expect(smallestSets(four, { ...wrong, values: ['1', '1', '0', '0'] }, { mostSteps: 3 })).toEqual({ sets: [], notLocalised: 'outOfTime' });
});

test('a field that must change is in every set, also when nothing known is broken', () => {
  const answer = smallestSets(salaries, { ...salaryRecord([32000, 1500, 33500], [1, 1, 1]), mustChange: [1] });
  expect(answer.sets.map(({ fields }) => fields)).toEqual([[1]]);
});

const codes = ['p', 'q', 'r'];
const most = 6;
const fields: Field[] = [
  { kind: 'codes', name: 'k', texts: codes },
  { kind: 'codes', name: 'l', texts: codes },
  { kind: 'number', name: 'x', low: 0, high: most, isWhole: true },
  { kind: 'number', name: 'y', low: 0, high: most, isWhole: true, mayBeMissing: true },
];
const code = fc.constantFrom(...codes);
const literal: fc.Arbitrary<Literal> = fc.oneof(
  fc
    .record({ field: fc.integer({ min: 0, max: 1 }), texts: fc.uniqueArray(code, { minLength: 1, maxLength: 2 }) })
    .map(({ field, texts }) => isOneOf(field, ...texts)),
  fc
    .record({
      times: fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
      bound: fc.integer({ min: -8, max: 12 }),
      strictly: fc.boolean(),
      isByCode: fc.boolean(),
    })
    .filter(({ times }) => times.some((one) => one !== 0))
    .map(({ times, bound, strictly, isByCode }) => ({
      is: 'linear' as const,
      terms: times.flatMap((one, index) => (one === 0 ? [] : [{ field: index + 2, times: one }])),
      atMost: bound,
      strictly,
      ...(isByCode ? { plus: { field: 0, of: (text: string) => codes.indexOf(text) * 2 } } : {}),
    })),
  fc.constantFrom<Literal>({ is: 'missing', field: 3 }, { is: 'there', field: 3 }),
);
const clauses = fc.array(
  fc.array(literal, { minLength: 1, maxLength: 3 }).map((literals) => clauseOf('R', literals)),
  { minLength: 1, maxLength: 5 },
);
const amount = fc.integer({ min: 0, max: most });
const record = fc.tuple(code, code, amount, fc.option(amount, { nil: undefined, freq: 4 }));
const weight = fc.constantFrom(1, 1.5, 2, 5);
const weights = fc.tuple(weight, weight, weight, weight);

const whole = Array.from({ length: most + 1 }, (_, value) => value);
const valuesOf: readonly (readonly (string | number | undefined)[])[] = [codes, codes, whole, [...whole, undefined]];

/** Every record that differs from this one in the fields of the set only, and keeps all rules. */
function solutions(rules: readonly Clause[], one: Case, set: readonly number[]): (readonly (string | number | undefined)[])[] {
  let records: (readonly (string | number | undefined)[])[] = [one.values];
  for (const field of set) records = records.flatMap((values) => valuesOf[field]!.map((value) => values.with(field, value)));
  return records.filter((values) => rules.every(({ any }) => any.some((literalOfIt) => isTrue(literalOfIt, { ...one, values }))));
}

const subsets = [0, 1, 2, 3].reduce<number[][]>((sets, field) => [...sets, ...sets.map((set) => [...set, field])], [[]]);

test('no set is smaller, none of the smallest is left out, and their values are those that all trials find', () => {
  let localised = 0;
  fc.assert(
    fc.property(clauses, record, weights, (rules, values, weighed) => {
      const one: Case = { record: 0, values, weights: weighed, mustChange: [] };
      const answer = smallestSets({ fields, clauses: rules }, one, { mostSets: 20 });
      const byTrial = subsets
        .filter((set) => set.length <= 3)
        .map((set) => ({ set, cost: set.reduce((sum, field) => sum + weighed[field]!, 0), found: solutions(rules, one, set) }))
        .filter(({ found }) => found.length > 0);
      const least = Math.min(...byTrial.map(({ cost }) => cost));
      const best = byTrial.filter(({ cost }) => cost === least);
      if (least === 0 || best.length === 0) {
        expect(answer.notLocalised).toBe(least === 0 ? 'nothingToSolve' : 'tooManyFields');
        return;
      }
      localised += 1;
      const inOrder = (sets: readonly (readonly number[])[]) => sets.map((set) => set.join()).toSorted();
      expect(inOrder(answer.sets.map((set) => set.fields))).toEqual(inOrder(best.map(({ set }) => set)));
      for (const { fields: set, allowed, cost } of answer.sets) {
        expect(cost).toBe(least);
        const { found } = best.find((other) => other.set.join() === set.join())!;
        for (const [place, field] of set.entries()) expectAllowed(allowed[place]!, new Set(found.map((solution) => solution[field])));
      }
    }),
    { numRuns: 1500 },
  );
  expect(localised).toBeGreaterThan(300);
});

/** Codes are exactly those found; a range begins and ends at numbers that were found, and holds them all. */
function expectAllowed(allowed: Allowed, found: ReadonlySet<string | number | undefined>): void {
  if (allowed.kind === 'codes') expect(allowed.texts.toSorted()).toEqual([...found].map(String).toSorted());
  if (allowed.kind !== 'number') return;
  const numbers = [...found].filter((value) => typeof value === 'number');
  expect(allowed.mayBeMissing).toBe(found.has(undefined));
  expect(numbers.every((value) => allowed.ranges.some(({ low, high }) => low <= value && value <= high))).toBe(true);
  expect([allowed.ranges[0]?.low, allowed.ranges.at(-1)?.high]).toEqual(
    numbers.length === 0 ? [undefined, undefined] : [Math.min(...numbers), Math.max(...numbers)],
  );
}

test('codes that must change are not combined without end, even where no clause is left to ask', () => {
  const texts = Array.from({ length: 200 }, (_, place) => `${place}`);
  const coded = ['a', 'b', 'c', 'd'].map((name): Field => ({ kind: 'codes', name, texts }));
  const always: Literal = { is: 'known', fields: [3], holds: () => true, whenChanged: true };
  const asked = [0, 1, 2].flatMap((field) => texts.map((text) => clauseOf('r', [isOneOf(field, text), always])));
  const one = { record: 0, values: ['0', '0', '0', '0'], weights: [1, 1, 1, 1], mustChange: [0, 1, 2] };
  expect(smallestSets({ fields: coded, clauses: asked }, one)).toEqual({ sets: [], notLocalised: 'outOfTime' });
});
