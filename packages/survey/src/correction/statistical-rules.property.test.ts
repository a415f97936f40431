import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { VariableId } from '../editions/november-2026/variables.ts';
import type { Finding } from '../findings/finding.ts';
import { openDelivery, type OpenedDelivery } from '../open-delivery.ts';
import { monthly, personBorn } from '../testing/examples/example.ts';
import { factsOf, fileOf, placeOf, withCells, type Row } from '../testing/records.ts';
import { statisticalRules, withStatisticalRules } from '../testing/statistical-rules.ts';
import { lastYear, thisYear } from '../testing/worked-examples.ts';

const persons = Array.from({ length: 12 }, (_, index) => personBorn(`7802${String(index + 1).padStart(2, '0')}`));
/** Two labels and agreements; some without an employment id, so that a match hangs on who else is like them. */
const staff = (paid: readonly number[]): Row[] =>
  paid.map((salary, index) =>
    withCells(monthly, {
      personalNumber: persons[index % persons.length]!,
      agreedFullTimeSalary: String(salary),
      aidLabel: index < 8 ? '402010' : '207010',
      collectiveAgreement: index % 4 === 0 ? '2' : '1',
      employmentId: index % 3 === 0 ? '' : `X${index}`,
    }),
  );
const first = staff([...thisYear, ...thisYear.map((salary) => salary + 500)]);
const last = fileOf(staff([...lastYear, ...lastYear.map((salary) => salary + 450)]));
// Groups of five are asked and one label in twenty-five, so that a correction moves what is asked over and under the limits.
const rules = [
  ...withStatisticalRules.rules.filter(({ id }) => ['K-01', 'K-02', 'Y-01', 'Y-02'].includes(id)),
  ...statisticalRules.map((rule) => ({
    ...rule,
    params: { ...rule.params, minGroupSize: 5, ...(rule.id === 'S-03' ? { limit: 0.04 } : {}) },
  })),
];
const open = (rows: readonly Row[]): OpenedDelivery =>
  openDelivery({ ...withStatisticalRules, rules }, fileOf(rows), { ...factsOf('0488'), lastYear: { file: last } });

const cells: readonly (readonly [VariableId, readonly string[]])[] = [
  ['agreedFullTimeSalary', ['30000', '3000', '300000', '0', '', '31x', '45000']],
  ['aidLabel', ['402010', '207010', '']],
  ['collectiveAgreement', ['1', '2', '']],
  ['payForm', ['M', 'T']],
  ['personalNumber', [...persons.slice(0, 4), '']],
  ['employmentId', ['', 'X1', 'X2', 'X4']],
];
const change = fc
  .tuple(fc.integer({ min: 1, max: first.length }), fc.constantFrom(...cells))
  .chain(([record, [variable, texts]]) =>
    fc.record({ record: fc.constant(record), variable: fc.constant(variable), text: fc.constantFrom(...texts) }),
  );
const manyLabels = (text: string) => first.map((_, index) => ({ record: index + 1, variable: 'aidLabel' as const, text }));
const spelled = (findings: readonly Finding[]) => findings.map(({ rule, record, message }) => `${rule}@${record} ${message}`).toSorted();

test('after any corrections the statistical rules say what they say of a file that was written so', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      const delivery = open(first);
      const rows = first.map((row) => [...row]);
      let before = delivery.findings();
      for (const { record, variable, text } of changes) {
        const { resolved, raised, summary } = delivery.correct({ record, variable }, text);
        rows[record - 1]![placeOf(variable)] = text;
        const anew = open(rows);
        expect(delivery.findings()).toEqual(anew.findings());
        expect(summary).toEqual(anew.summary());
        const gone = new Set(spelled(resolved));
        expect([...spelled(before).filter((finding) => !gone.has(finding)), ...spelled(raised)].toSorted()).toEqual(
          spelled(anew.findings()),
        );
        before = anew.findings();
        for (const { rule } of [...resolved, ...raised]) seen.add(rule);
      }
    }),
    // Chance does not always shift the labels far enough: this does.
    { numRuns: 80, examples: [[manyLabels('402010')], [manyLabels('207010')]] },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['S-01', 'S-02', 'S-03']));
});

test('a column corrected at once leads to the same answer', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(change, { selector: ({ record, variable }) => `${record} ${variable}`, minLength: 1, maxLength: 12 }),
      (changes) => {
        const delivery = open(first);
        const rows = first.map((row) => [...row]);
        for (const { record, variable, text } of changes) rows[record - 1]![placeOf(variable)] = text;
        delivery.correctMany(changes);
        expect(delivery.findings()).toEqual(open(rows).findings());
      },
    ),
    { numRuns: 100 },
  );
});
