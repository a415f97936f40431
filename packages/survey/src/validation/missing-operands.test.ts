import { expect, test } from 'vitest';
import { readEdition } from '../definition/read-edition.ts';
import { openDelivery } from '../open-delivery.ts';

/** One rule on what two fields come to together, in a survey where an empty number and zero are not the same. */
function outcomesOf(rule: object, ...rows: readonly string[]): string[] {
  const read = readEdition(
    JSON.stringify({
      id: 'x',
      name: 'X',
      referenceYear: 2026,
      layout: { form: 'separated', zeroIsMissing: false, signed: true },
      variables: [
        { id: 'who', name: 'who', form: 'A/N', length: 1 },
        ...['income', 'gift'].map((id) => ({ id, name: id, form: 'N', length: 7 })),
      ],
      rules: [{ id: 'R-1', severity: 'error', kind: 'expression', texts: { title: 't', message: 'm' }, ...rule }],
    }),
  );
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const opened = openDelivery(read.edition, new TextEncoder().encode(rows.map((row) => `a;${row}`).join('\n')));
  const outcomes = rows.map((_, index) => opened.outcome('R-1', index + 1));
  expect([...opened.recordsOf('R-1')]).toEqual(outcomes.flatMap((outcome, index) => (outcome === 'fail' ? [index + 1] : [])));
  return outcomes;
}
const rows = ['6;6', '5;5', '12;', ';5', ';', '1x;20'];
const assert = 'income + gift <= 10';

test('as a rule there is no answer when anything is missing', () => {
  expect(outcomesOf({ assert }, ...rows)).toEqual(['fail', 'pass', 'notEvaluable', 'notEvaluable', 'notEvaluable', 'notEvaluable']);
});

test('a rule may ask for only one of its values', () => {
  expect(outcomesOf({ assert, missing: 'skipIfAllMissing' }, ...rows)).toEqual([
    'fail',
    'pass',
    'fail',
    'pass',
    'notEvaluable',
    'notEvaluable',
  ]);
});

test('or for none of them: what is missing counts as 0 in a sum, and what cannot be read still counts as nothing', () => {
  expect(outcomesOf({ assert, missing: 'neverSkip' }, ...rows)).toEqual(['fail', 'pass', 'fail', 'pass', 'pass', 'notEvaluable']);
});

test('a guard that hangs on a missing number has no answer', () => {
  expect(outcomesOf({ when: 'gift > 1', assert: 'income <= 10' }, '5;2', '5;1', '5;', '5;x')).toEqual([
    'pass',
    'notApplicable',
    'notEvaluable',
    'notEvaluable',
  ]);
});
