import fc from 'fast-check';
import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { variables, type VariableId } from '../editions/november-2026/variables.ts';
import type { Finding } from '../findings/finding.ts';
import { hasRightCheckDigit } from '../kernels/luhn.ts';
import { openDelivery } from '../open-delivery.ts';
import { frameUnitOf, generate, plantableRules, usualRecords, type Generated } from './index.ts';

const place = (id: VariableId): number => variables.findIndex((variable) => variable.id === id);
const rowsOf = ({ file }: Generated): string[][] =>
  new TextDecoder('utf-8', { fatal: true })
    .decode(file)
    .split('\r\n')
    .slice(0, -1)
    .map((row) => row.split(';'));
const valuesOf = (generated: Generated, id: VariableId): string[] => rowsOf(generated).map((row) => row[place(id)] ?? '');
const share = <T>(items: readonly T[], is: (item: T) => boolean): number => items.filter(is).length / items.length;

/** As the unit itself would be checked, in the year the file describes. */
function check({ file, manifest }: Generated): Finding[] {
  const unit = frameUnitOf(manifest.unit.codes[0] ?? '');
  const employers = [{ organisationNumber: unit.organisationNumber, isCompany: false }];
  return openDelivery({ ...november2026, referenceYear: manifest.year }, file, { unit, employers }).findings();
}
const isHard = ({ severity }: Finding): boolean => severity === 'error' || severity === 'fatal';

const units = fc.constantFrom('0331', '2403', '0980', '0900', '0400', '2300', '1480', '1400');

test('checking a file finds every planted error of a hard rule, at its record and field, and no other', () => {
  fc.assert(
    fc.property(
      units,
      fc.integer({ min: 0, max: 2 ** 40 }),
      fc.integer({ min: 1, max: 900 }),
      fc.constantFrom(0, 0.01, 0.1, 0.5, 1),
      fc.boolean(),
      (unit, seed, records, errorShare, lastYear) => {
        const generated = generate({ unit, seed, records, errorShare, lastYear });
        const found = check(generated).filter(isHard);
        expect(found.map(({ record, rule }) => `${record} ${rule}`).toSorted()).toEqual(
          generated.manifest.errors.map(({ record, rule }) => `${record} ${rule}`).toSorted(),
        );
        for (const { record, rule, field } of generated.manifest.errors) {
          const finding = found.find((candidate) => candidate.record === record && candidate.rule === rule);
          // On a row with too many values the engine can name no field.
          if (field !== null && rule !== 'FIL-06') expect(finding?.fields).toContain(field);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('a file without planted errors has no error and no warning', () => {
  fc.assert(
    fc.property(
      units,
      fc.integer({ min: 0, max: 2 ** 40 }),
      fc.integer({ min: 1, max: 2500 }),
      fc.boolean(),
      (unit, seed, records, lastYear) => {
        const findings = check(generate({ unit, seed, records, lastYear }));
        // How many have a co-ordination number, or two forms of pay, is told of any real file too; a small unit has by chance few chiefs.
        const told = ['P07-05', 'K-07', ...(records < 1000 ? ['D-13'] : [])];
        expect(findings.filter(({ rule }) => !told.includes(rule))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test('putting the true values of the manifest back gives the file without errors', () => {
  const broken = generate({ unit: '0400', seed: 3, records: 800, errorShare: 0.4 });
  const rows = rowsOf(broken).map((row) => row.join(';'));
  for (const { record, field, trueValue, plantedValue } of broken.manifest.errors) {
    if (field === null) rows[record - 1] = trueValue;
    else if (plantedValue.includes(';')) rows[record - 1] = (rows[record - 1] ?? '').replace(plantedValue, trueValue);
    else rows[record - 1] = (rows[record - 1] ?? '').split(';').with(place(field), trueValue).join(';');
  }
  expect(rows).toEqual(rowsOf(generate({ unit: '0400', seed: 3, records: 800 })).map((row) => row.join(';')));
});

test('so many records are findings as the share says, each with one error, spread over the rules', () => {
  const { manifest } = generate({ unit: '1400', seed: 1, records: 10_000, errorShare: 0.2 });
  expect(manifest.errors).toHaveLength(2000);
  expect(new Set(manifest.errors.map(({ record }) => record)).size).toBe(2000);
  expect(Object.keys(manifest.counts).toSorted()).toEqual([...plantableRules].toSorted());
  expect(Math.min(...Object.values(manifest.counts))).toBeGreaterThanOrEqual(10);
});

test('every rule that can be planted is an active hard rule of the edition', () => {
  const hard = november2026.rules
    .filter(({ severity, status, id }) => status === 'active' && (severity === 'error' || id === 'P34-02'))
    .map(({ id }) => id);
  expect(hard).toEqual(expect.arrayContaining([...plantableRules]));
  expect(plantableRules.length).toBeGreaterThanOrEqual(45);
});

test('the same seed gives the same bytes, another seed other persons', () => {
  const [one, same, other] = [7, 7, 8].map((seed) => generate({ unit: '0488', seed, records: 400, errorShare: 0.05 }));
  expect(one).toEqual(same);
  const persons = new Set(valuesOf(one!, 'personalNumber'));
  expect(share(valuesOf(other!, 'personalNumber'), (number) => persons.has(number))).toBeLessThan(0.1);
});

test('nobody in a file can be a real person: birth numbers 980-999, right check digits, one name and one number each', () => {
  const generated = generate({ unit: '0180', seed: 1, records: 60_000 });
  const [numbers, names] = [valuesOf(generated, 'personalNumber'), valuesOf(generated, 'name')];
  const nameOf = new Map<string, string>();
  for (const [index, number] of numbers.entries()) {
    if (!/^\d{6}9[89]\d\d$/.test(number) || !hasRightCheckDigit(number)) expect.unreachable(`${number} could be somebody`);
    if ((nameOf.get(number) ?? names[index]) !== names[index]) expect.unreachable(`${number} has two names`);
    nameOf.set(number, names[index] ?? '');
  }
  expect(nameOf.size).toBeGreaterThan(56_000);
});

test('a file looks like a unit: shares, pay and size are those of the published figures', () => {
  const municipality = generate({ unit: '1480', seed: 2, records: 20_000 });
  const payForms = valuesOf(municipality, 'payForm');
  expect(share(payForms, (form) => form === 'T')).toBeCloseTo(0.13, 1);
  expect(share(valuesOf(municipality, 'employmentForm'), (form) => form === '1')).toBeGreaterThan(0.74);
  const salaries = valuesOf(municipality, 'agreedFullTimeSalary')
    .map(Number)
    .filter((salary) => salary > 0);
  const mean = salaries.reduce((sum, salary) => sum + salary, 0) / salaries.length;
  expect(mean).toBeGreaterThan(30_000);
  expect(mean).toBeLessThan(36_000);
  const women = share(valuesOf(municipality, 'personalNumber'), (number) => Number(number[8]) % 2 === 0);
  expect(women).toBeGreaterThan(0.72);
  expect(women).toBeLessThan(0.84);
  const rates = valuesOf(municipality, 'agreedEmploymentRate')
    .map(Number)
    .filter((rate) => rate > 0);
  expect(share(rates, (rate) => rate === 10_000)).toBeGreaterThan(0.8);
  expect(usualRecords(frameUnitOf('2403'))).toBe(351);
  expect(generate({ unit: '2403', seed: 1 }).manifest.records).toBe(351);
});

test('Gotland delivers both sectors in one file, each with its own activities', () => {
  const generated = generate({ unit: '0900', seed: 1, records: 2000 });
  const codes = valuesOf(generated, 'municipalityCode');
  expect(new Set(codes)).toEqual(new Set(['0980', '0900']));
  expect(share(codes, (code) => code === '0900')).toBeCloseTo(1266 / (1266 + 5191), 1);
  for (const row of rowsOf(generated)) expect((row[place('activityCode')] ?? '').startsWith('V')).toBe(row[0] === '0900');
});

test('the file of the year before has the same persons, but for a tenth who have come and gone, with lower pay', () => {
  const [now, before] = [false, true].map((lastYear) => generate({ unit: '1480', seed: 5, records: 10_000, lastYear }));
  const keyed = (generated: Generated) =>
    new Map(
      rowsOf(generated)
        .filter((row) => row[place('payForm')] === 'M')
        .map((row) => [`${row[place('personalNumber')]} ${row[place('employmentId')]}`, row]),
    );
  const [rowsNow, rowsBefore] = [keyed(now!), keyed(before!)];
  const matched = [...rowsNow].filter(([key]) => rowsBefore.has(key));
  expect(1 - matched.length / rowsNow.size).toBeGreaterThan(0.07);
  expect(1 - matched.length / rowsNow.size).toBeLessThan(0.14);
  expect(Math.abs(rowsNow.size / rowsBefore.size - 1)).toBeLessThan(0.03);
  const raises = matched.map(
    ([key, row]) => Number(row[place('agreedFullTimeSalary')]) / Number(rowsBefore.get(key)?.[place('agreedFullTimeSalary')]) - 1,
  );
  expect(raises.every((raise) => raise >= 0 && raise < 0.1)).toBe(true);
  expect(raises.reduce((sum, raise) => sum + raise, 0) / raises.length).toBeCloseTo(0.033, 2);
  for (const [key, row] of matched)
    if (row[place('employedFrom')] !== rowsBefore.get(key)?.[place('employedFrom')]) expect.unreachable('an employment began on two days');
  expect(before!.manifest.year).toBe(2025);
});

test('one of each: a file in which every rule that can be planted is broken once', () => {
  const generated = generate({ unit: '2300', seed: 2, records: 400, oneOfEach: true });
  expect(Object.keys(generated.manifest.counts).toSorted()).toEqual([...plantableRules].toSorted());
  expect(check(generated).filter(isHard)).toHaveLength(generated.manifest.errors.length);
});

test('an unknown unit, and numbers out of their bounds, are refused', () => {
  expect(() => generate({ unit: '9999', seed: 1 })).toThrow(RangeError);
  expect(() => generate({ unit: '0488', seed: 1, records: 0 })).toThrow(RangeError);
  expect(() => generate({ unit: '0488', seed: 1, records: 150_001 })).toThrow(RangeError);
  expect(() => generate({ unit: '0488', seed: 1, errorShare: 1.1 })).toThrow(RangeError);
  expect(() => generate({ unit: '0488', seed: 1.5 })).toThrow(RangeError);
});

test('the largest file there may be can be made without running out of persons', () => {
  expect(generate({ unit: '1400', seed: 1, records: 150_000 }).manifest.records).toBe(150_000);
});
