import fc from 'fast-check';
import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { readEdition, type ReadEdition } from '../definition/read-edition.ts';
import { parseCondition } from '../definition/expression/parse.ts';
import type { Rule } from '../definition/rule.ts';
import { checkEdition } from './check-edition.ts';
import { checkRuleSet } from './rule-set.ts';

/** An edition of two fields, a number and a text, with these rules. */
function editionWith(...rules: readonly object[]): ReadEdition {
  const read = readEdition(
    JSON.stringify({
      id: 'x',
      name: 'X',
      referenceYear: 2026,
      layout: { form: 'separated', zeroIsMissing: false, signed: true },
      variables: [
        { id: 'income', name: 'Income', form: 'N', length: 7 },
        { id: 'tax', name: 'Tax', form: 'N', length: 7 },
        { id: 'rest', name: 'Rest', form: 'N', length: 7 },
        { id: 'job', name: 'Job', form: 'A/N', length: 3 },
      ],
      rules: rules.map((rule, place) => ({
        id: `R-${place + 1}`,
        severity: 'error',
        kind: 'expression',
        texts: { title: 't', message: 'm' },
        ...rule,
      })),
    }),
  );
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read;
}
const faultsOf = (...rules: readonly object[]) => checkRuleSet(editionWith(...rules).edition).faults;

test('of two lower bounds the lower one is redundant', () => {
  expect(faultsOf({ assert: 'income > 12' }, { assert: 'income > 18' })).toEqual([{ fault: 'redundant', rule: 'R-1', with: 'R-2' }]);
});

test('a bound from below and from above that meet leave one value', () => {
  expect(faultsOf({ assert: 'income >= 0' }, { assert: 'income <= 0' })).toEqual([
    { fault: 'fixed', rule: 'R-1, R-2', with: 'income = 0' },
  ]);
});

test('bounds that leave no number at all are told of, though who leaves the field empty keeps them', () => {
  const [one, other] = [
    { kind: 'range', field: 'income', low: 10, high: 20 },
    { kind: 'range', field: 'income', low: 30, high: 40 },
  ];
  expect(faultsOf(one, other)).toEqual([{ fault: 'noValue', rule: 'R-1, R-2', with: 'income' }]);
  expect(faultsOf(one, { ...other, when: 'job in "yes"' }).map(({ fault }) => fault)).not.toContain('noValue');
  expect(faultsOf({ ...one, when: 'job in "no"' }, { ...other, when: 'job in "yes"' })).toEqual([]);
  expect(faultsOf(one, { ...other, low: 20 })).toEqual([{ fault: 'fixed', rule: 'R-1, R-2', with: 'income = 20' }]);
});

test('rules that can be kept, but never by whom one of them is meant for, are told of', () => {
  expect(
    faultsOf(
      { when: 'income > 0', assert: 'job in "yes"' },
      { when: 'job in "yes"', assert: 'income = 0' },
      { kind: 'required', field: 'job' },
    ).filter(({ fault }) => fault === 'neverApplies'),
  ).toEqual([{ fault: 'neverApplies', rule: 'R-1', with: 'R-2, R-3' }]);
});

test('rules that no record can keep together contradict each other', () => {
  expect(faultsOf({ kind: 'required', field: 'job' }, { kind: 'forbiddenWhen', field: 'job', when: 'not missing(job)' })).toContainEqual({
    fault: 'contradicts',
    rule: 'R-1',
    with: 'R-2',
  });
});

test('a rule that nobody can break is told of', () => {
  expect(faultsOf({ assert: 'income > 5 or income < 10' })).toEqual([{ fault: 'neverHits', rule: 'R-1', with: '' }]);
});

test('a bound that follows from a sum is redundant, and one that does not is not', () => {
  const sum = { assert: 'tax + rest <= income' };
  const there = ['income', 'rest'].map((field) => ({ kind: 'required', field }));
  const bounds = [{ assert: 'income <= 100' }, { assert: 'rest >= 0' }];
  const follows = { assert: 'tax <= 100' };
  expect(faultsOf(sum, ...bounds, ...there, follows)).toEqual([{ fault: 'redundant', rule: 'R-6', with: 'R-1, R-2, R-3, R-4, R-5' }]);
  expect(faultsOf(sum, ...bounds, ...there, { assert: 'tax <= 99' })).toEqual([]);
  // Where the income may be missing the sum says nothing of the tax.
  expect(faultsOf(sum, ...bounds, follows)).toEqual([]);
});

test('rules that only together leave no record are told of together, as few as there are', () => {
  expect(
    faultsOf(
      { kind: 'required', field: 'income' },
      { kind: 'required', field: 'tax' },
      { assert: 'tax > 2 * income' },
      { assert: 'income > tax' },
      { assert: 'income > 0' },
      { assert: 'tax < 1000' },
    ),
  ).toEqual([{ fault: 'contradicts', rule: 'R-1', with: 'R-2, R-3, R-4, R-5' }]);
});

test('a code within a range, digits that are no code, and an equality with a tolerance are judged too', () => {
  const inRange = { assert: 'job in "100-200"' };
  expect(faultsOf(inRange, { assert: 'digits(job, 3, 3)' })).toEqual([{ fault: 'redundant', rule: 'R-2', with: 'R-1' }]);
  expect(faultsOf(inRange, { assert: 'job in "100-150|152-200"' })).toEqual([{ fault: 'redundant', rule: 'R-1', with: 'R-2' }]);
  expect(faultsOf({ assert: 'digits(job, 3, 3)' }, { assert: 'job in "100-200|201-999"' })).toEqual([
    { fault: 'redundant', rule: 'R-1', with: 'R-2' },
  ]);
  expect(faultsOf({ assert: 'digits(job, 3, 3)' }, { assert: 'not contains(job, letter)' })).toEqual([
    { fault: 'redundant', rule: 'R-2', with: 'R-1' },
  ]);
  expect(faultsOf({ assert: 'near(income, tax, 1)' }, { assert: 'income - tax <= 1' })).toEqual([
    { fault: 'redundant', rule: 'R-2', with: 'R-1' },
  ]);
  expect(faultsOf({ assert: 'near(income, tax, 1)' }, { assert: 'income - tax < 1' })).toEqual([]);
});

test('of what the edition cannot know every answer is possible, but not two of the same question', () => {
  const luhn = 'checkDigit(job, luhn)';
  expect(faultsOf({ assert: luhn }, { assert: `${luhn} or income > 5` })).toEqual([{ fault: 'redundant', rule: 'R-2', with: 'R-1' }]);
  expect(faultsOf({ assert: luhn }, { assert: 'checkDigit(job, mod11)' })).toEqual([]);
});

test('a rule for one kind of unit is judged among the rules of that kind', () => {
  const [narrow, wide] = [{ assert: 'income > 18' }, { assert: 'income > 12' }];
  expect(faultsOf({ ...narrow, appliesTo: ['region'] }, { ...wide, appliesTo: ['municipality'] })).toEqual([]);
  expect(faultsOf({ ...narrow, appliesTo: ['region', 'municipality'] }, { ...wide, appliesTo: ['municipality'] })).toEqual([
    { fault: 'redundant', rule: 'R-2', with: 'R-1' },
  ]);
  expect(faultsOf({ ...narrow, appliesTo: ['municipality'] }, wide)).toEqual([]);
});

/** Every record of two numbers from 0 to 9 and one of four texts. */
const everyRecord = Array.from({ length: 400 }, (_, place) => ({
  a: place % 10,
  b: Math.floor(place / 10) % 10,
  t: ['', 'x', 'y', 'z'][Math.floor(place / 100)]!,
}));
type SmallRecord = (typeof everyRecord)[number];
interface SmallRule {
  readonly hit: string;
  readonly isHit: (record: SmallRecord) => boolean;
}
const bound = fc.integer({ min: 0, max: 9 });
const smallPart = fc.oneof(
  fc
    .record({ field: fc.constantFrom('a' as const, 'b' as const), sign: fc.constantFrom('<', '>', '='), bound })
    .map(({ field, sign, bound: most }): SmallRule => ({
      hit: `${field} ${sign} ${most}`,
      isHit: (record) => (sign === '<' ? record[field] < most : sign === '>' ? record[field] > most : record[field] === most),
    })),
  fc.record({ codes: fc.subarray(['x', 'y'], { minLength: 1 }), isIn: fc.boolean() }).map(({ codes, isIn }): SmallRule => ({
    hit: `t ${isIn ? 'in' : 'not in'} "${codes.join('|')}"`,
    isHit: ({ t }) => codes.includes(t) === isIn,
  })),
);
const sumPart = fc
  .record({ times: fc.integer({ min: -2, max: 2 }), bound: fc.integer({ min: -9, max: 18 }) })
  .map(({ times, bound: most }): SmallRule => ({ hit: `a + ${times} * b > ${most}`, isHit: ({ a, b }) => a + times * b > most }));
const combined = (part: fc.Arbitrary<SmallRule>) =>
  fc.record({ parts: fc.array(part, { minLength: 1, maxLength: 3 }), isAll: fc.boolean() }).map(({ parts, isAll }): SmallRule => ({
    hit: parts.map(({ hit }) => `(${hit})`).join(isAll ? ' and ' : ' or '),
    isHit: (record) => (isAll ? parts.every((one) => one.isHit(record)) : parts.some((one) => one.isHit(record))),
  }));

/** What is said of rules that hit, and what is true of them by looking at every record there is. */
function bothAnswers(rules: readonly SmallRule[]) {
  const read = readEdition(
    JSON.stringify({
      id: 'x',
      name: 'X',
      referenceYear: 2026,
      variables: [
        { id: 'a', name: 'A', form: 'N', length: 1 },
        { id: 'b', name: 'B', form: 'N', length: 1 },
        { id: 't', name: 'T', form: 'A/N', length: 1 },
      ],
      rules: rules.map(({ hit }, place) => ({
        id: `R-${place + 1}`,
        severity: 'error',
        logic: { kind: 'record', hit },
        texts: { title: 't', message: 'm' },
      })),
    }),
  );
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const answer = checkRuleSet(read.edition);
  const isKept = (record: SmallRecord, some: readonly SmallRule[]) => some.every(({ isHit }) => !isHit(record));
  const told = (fault: string) => answer.faults.filter((one) => one.fault === fault).map(({ rule }) => rules[Number(rule.slice(2)) - 1]!);
  const never = rules.filter(({ isHit }) => !everyRecord.some(isHit));
  const redundant: SmallRule[] = [];
  for (const rule of told('redundant').toReversed()) {
    const others = rules.filter((other) => other !== rule && !redundant.includes(other) && !never.includes(other));
    if (!everyRecord.some((record) => rule.isHit(record) && isKept(record, others))) redundant.unshift(rule);
  }
  return { answer, told, never, redundant, isContradiction: !everyRecord.some((record) => isKept(record, rules)), isKept };
}

test('for rules of codes and bounds the answer is what looking at every record gives', () => {
  fc.assert(
    fc.property(fc.array(combined(smallPart), { minLength: 2, maxLength: 5 }), (rules) => {
      const { answer, told, never, redundant, isContradiction, isKept } = bothAnswers(rules);
      expect(answer.undecided).toEqual([]);
      expect(told('neverHits')).toEqual(never);
      expect(told('contradicts').length > 0).toBe(isContradiction);
      expect(redundant).toEqual(told('redundant'));
      if (isContradiction) return;
      // Of what is left no rule follows from the others.
      const left = rules.filter((rule) => !never.includes(rule) && !redundant.includes(rule));
      for (const rule of left) {
        const others = left.filter((other) => other !== rule);
        expect(everyRecord.some((record) => rule.isHit(record) && isKept(record, others))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('of rules with sums nothing is said that looking at every record does not confirm', () => {
  fc.assert(
    fc.property(fc.array(combined(fc.oneof(smallPart, sumPart)), { minLength: 2, maxLength: 5 }), (rules) => {
      const { told, never, redundant, isContradiction } = bothAnswers(rules);
      for (const rule of told('neverHits')) expect(never).toContain(rule);
      if (told('contradicts').length > 0) expect(isContradiction).toBe(true);
      expect(redundant).toEqual(told('redundant'));
    }),
    { numRuns: 300 },
  );
});

test('the November rules contradict nowhere, and what cannot be judged is listed', () => {
  const { faults, notChecked, undecided } = checkRuleSet(november2026);
  expect(faults).toEqual([]);
  expect(undecided).toEqual([]);
  expect(notChecked).toContain('D-05');
  // Sums of fields, ranges of codes and rules of one sector are judged.
  for (const rule of ['P22-01', 'P26-01', 'P05-04', 'P14-01']) expect(notChecked).not.toContain(rule);
});

test('a rule planted among those of November that says what is said already is found, and so is one nobody can keep', () => {
  const of = (id: string) => november2026.rules.find((rule) => rule.id === id)!;
  const plant = (rule: Rule) => checkRuleSet({ ...november2026, rules: [...november2026.rules, rule] }).faults;
  expect(plant({ ...of('P21-02'), id: 'X-01', params: { max: 12000 } })).toEqual([{ fault: 'redundant', rule: 'X-01', with: 'P21-02' }]);
  const hit = parseCondition('payForm in "M" and agreedEmploymentRate + absenceRate > 0');
  expect(plant({ ...of('P22-01'), id: 'X-02', logic: { kind: 'record', hit } })).toContainEqual({
    fault: 'neverApplies',
    rule: 'P21-01',
    with: 'X-02',
  });
});

test('a list that nobody uses, a rule without cases and a case that fails stand against a release', () => {
  const read = editionWith({ assert: 'income > 12' });
  const edition = { ...read.edition, codeLists: { spare: { id: 'spare', name: 'Spare', completeness: 'complete' as const, codes: [] } } };
  const cases = { 'R-1': [{ says: 'twelve', outcome: 'pass' as const, records: [{ cells: { income: '12' } }] }] };
  expect(checkEdition({ ...read, edition, cases }, true)).toMatchObject({
    unusedLists: ['spare'],
    withoutCases: ['R-1'],
    failedCases: [{ rule: 'R-1', says: 'twelve', expected: 'pass', answered: 'fail' }],
  });
});

test('of a case that answers otherwise it is told what the rule answered', () => {
  const read = editionWith({ assert: 'income > 12', when: 'job in "yes"' });
  const of = (says: string, cells: Readonly<Record<string, string>>) => ({ says, outcome: 'pass' as const, records: [{ cells }] });
  const cases = {
    'R-1': [
      of('twelve', { job: 'yes', income: '12' }),
      of('thirteen', { job: 'yes', income: '13' }),
      of('none', { job: 'yes' }),
      of('another', { job: 'no', income: '12' }),
    ],
  };
  expect(checkEdition({ ...read, cases }, true).failedCases.map(({ says, answered }) => [says, answered])).toEqual([
    ['twelve', 'fail'],
    ['none', 'notEvaluable'],
    ['another', 'notApplicable'],
  ]);
});
