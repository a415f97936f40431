import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { readEdition, type ReadEdition } from '../definition/read-edition.ts';
import { checkEdition } from './check-edition.ts';
import { checkRuleSet } from './rule-set.ts';

/** An edition of two fields, a number and a text, with these rules. */
function editionWith(...rules: readonly object[]): ReadEdition {
  const read = readEdition(
    JSON.stringify({
      id: 'x',
      name: 'X',
      referenceYear: 2026,
      layout: { form: 'separated', zeroIsMissing: false },
      variables: [
        { id: 'income', name: 'Income', form: 'N', length: 7 },
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

test('the November rules contradict nowhere, and what cannot be judged is listed', () => {
  const { faults, notChecked } = checkRuleSet(november2026);
  expect(faults).toEqual([]);
  expect(notChecked.length).toBeLessThan(november2026.rules.length);
  expect(notChecked).toContain('D-05');
});

test('a list that nobody uses, a rule without cases and a case that fails stand against a release', () => {
  const read = editionWith({ assert: 'income > 12' });
  const edition = { ...read.edition, codeLists: { spare: { id: 'spare', name: 'Spare', completeness: 'complete' as const, codes: [] } } };
  const cases = { 'R-1': [{ says: 'twelve', outcome: 'pass' as const, records: [{ cells: { income: '12' } }] }] };
  expect(checkEdition({ ...read, edition, cases }, true)).toMatchObject({
    unusedLists: ['spare'],
    withoutCases: ['R-1'],
    failedCases: [{ rule: 'R-1', says: 'twelve', expected: 'pass' }],
  });
});
