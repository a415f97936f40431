import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeIn, all, filled } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';
import { november2026 } from '../editions/november-2026/index.ts';
import { variables } from '../editions/november-2026/variables.ts';
import { generate } from '../generator/index.ts';
import { openDelivery, type OpenedDelivery } from '../open-delivery.ts';
import { doctor, hourly, monthly, personBorn } from '../testing/examples/example.ts';
import { cleanRows, factsOf, fileOf, withCells } from '../testing/records.ts';

const isOfFile = (opened: OpenedDelivery, rule: string): boolean => {
  try {
    opened.outcome(rule, 1);
    return false;
  } catch {
    return true;
  }
};

/** Rules whose findings and outcomes do not say the same, record by record or in all. */
function disagreeing(opened: OpenedDelivery): string[] {
  const findings = opened.findings();
  const { records } = opened.file;
  const numbers = Array.from({ length: records }, (_, index) => index + 1);
  return opened.outcomes().flatMap(({ rule, fail, pass, notApplicable, notEvaluable }) => {
    const found = findings.filter((finding) => finding.rule === rule);
    if ((opened.outcome(rule) === 'fail') !== found.length > 0) return [rule];
    if (isOfFile(opened, rule)) return fail === found.length ? [] : [rule];
    const failing = numbers.filter((record) => opened.outcome(rule, record) === 'fail');
    const agrees = failing.join() === opened.recordsOf(rule).join() && fail === failing.length;
    return agrees && fail + pass + notApplicable + notEvaluable === records ? [] : [rule];
  });
}

test('a rule fails where it has a finding, and nowhere else', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('0488', '0400', '0980'),
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 1000 }),
      fc.boolean(),
      (unit, records, errorShare, seed, knowsLastYear) => {
        const { file } = generate({ unit, records, errorShare, seed });
        const last = knowsLastYear ? { lastYear: { file: generate({ unit, records, errorShare: 0.1, seed, lastYear: true }).file } } : {};
        expect(disagreeing(openDelivery(november2026, file, { ...factsOf(unit), ...last }))).toEqual([]);
      },
    ),
    { numRuns: 12 },
  );
});

test('they still agree when any cell holds anything, and after corrections', () => {
  const text = fc.constantFrom('', '0', '1', '1x', '1,5', '99999999', 'M', 'T', '05', '402010', '20260131', personBorn('790101'));
  const cell = fc.record({ record: fc.integer({ min: 1, max: 6 }), variable: fc.constantFrom(...variables.map(({ id }) => id)), text });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
      const file = fileOf([monthly, hourly, monthly, ...cleanRows('0488', 2), ['x']]);
      const opened = openDelivery(november2026, file, factsOf('0488'));
      for (const { record, variable, text: written } of cells) if (record !== 6) opened.correct({ record, variable }, written);
      expect(disagreeing(opened)).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

test('every record is counted once for each rule that is asked of records', () => {
  const opened = openDelivery(november2026, fileOf([monthly, hourly]), factsOf('0488'));
  const { fail, pass, notApplicable, notEvaluable } = opened.outcomes().find(({ rule }) => rule === 'P21-01')!;
  expect({ fail, pass, notApplicable, notEvaluable }).toEqual({ fail: 0, pass: 1, notApplicable: 1, notEvaluable: 0 });
});

test.each([
  ['P17-02', 'a permanent record', {}, 'pass'],
  ['P17-02', 'a temporary one', { employmentForm: '2' }, 'notApplicable'],
  ['P28-01', 'a guard that cannot be read', { fixedSupplements: '1x' }, 'notEvaluable'],
  ['P28-01', 'a salary that is missing', { fixedSupplements: '100', agreedFullTimeSalary: '' }, 'notEvaluable'],
  ['P24-01', 'leave that goes on', { absenceReason: '01', absenceFrom: '20261001', absenceTo: '' }, 'pass'],
  ['P09-03', 'a label whose form is wrong', { aidLabel: '4020' }, 'notEvaluable'],
] as const)('%s of %s', (rule, _, cells, outcome) => {
  expect(openDelivery(november2026, fileOf([withCells(monthly, cells)]), factsOf('0488')).outcome(rule, 1)).toBe(outcome);
});

test('of a record with a wrong number of values only that can be said', () => {
  const opened = openDelivery(november2026, fileOf([monthly, ['x']]), factsOf('0488'));
  expect(opened.outcome('FIL-06', 2)).toBe('fail');
  expect(opened.outcome('P01-01', 2)).toBe('notEvaluable');
});

test('a unit of another kind is not meant, and what is not known cannot be asked about', () => {
  const file = fileOf([doctor]);
  expect(openDelivery(november2026, file, factsOf('0400')).outcome('P14-01', 1)).toBe('notApplicable');
  expect(openDelivery(november2026, file, {}).outcome('P01-03', 1)).toBe('notEvaluable');
  expect(openDelivery(november2026, file, factsOf('0400')).outcome('D-01')).toBe('notEvaluable');
});

test('who asks about a rule or a record that does not exist is told', () => {
  const opened = openDelivery(november2026, fileOf([monthly]), factsOf('0488'));
  expect(() => opened.outcome('X-99')).toThrow(RangeError);
  expect(() => opened.outcome('P01-01', 2)).toThrow(RangeError);
  expect(() => opened.outcome('FIL-12', 1)).toThrow(RangeError);
});

test('a record that a rule over groups does not apply to is neither found nor counted in its group', () => {
  const alike: Rule = {
    ...november2026.rules.find(({ id }) => id === 'K-06')!,
    when: codeIn('collectiveAgreement', '1'),
    logic: { kind: 'groupDiffers', by: ['personalNumber'], of: 'agreedFullTimeSalary', where: all(filled('personalNumber')) },
  };
  const rows = [monthly, withCells(monthly, { agreedFullTimeSalary: '34000', collectiveAgreement: '2' })];
  const opened = openDelivery({ ...november2026, rules: [alike] }, fileOf(rows), factsOf('0488'));
  expect(opened.findings()).toEqual([]);
  expect([opened.outcome('K-06', 1), opened.outcome('K-06', 2)]).toEqual(['pass', 'notApplicable']);
});
