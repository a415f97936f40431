import fc from 'fast-check';
import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { variables, type VariableId } from '../editions/november-2026/variables.ts';
import type { DeliveryFacts } from '../definition/unit.ts';
import type { Finding } from '../findings/finding.ts';
import { openDelivery, type OpenedDelivery } from '../open-delivery.ts';
import { bytesOf, quoted } from '../testing/bytes.ts';
import { hourly, monthly, personBorn } from '../testing/examples/example.ts';
import { factsOf, placeOf, withCells } from '../testing/records.ts';

const header = variables.map(({ name }) => name);
const written = (rows: readonly (readonly string[])[]) => bytesOf([header, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n'));
/** Last year the same persons were there, some with another label, salary, form or day, and more nurses than now. */
const lastYear = () =>
  written(
    [...first, ...Array.from({ length: 12 }, (_, index) => withCells(first[10]!, { personalNumber: personBorn(`6801${index + 10}`) }))].map(
      (row, index) =>
        index % 3 === 0 || row.length !== variables.length
          ? row
          : withCells(row, { aidLabel: '402010', agreedFullTimeSalary: '0034500', employedFrom: '20200102', responsibilityCode: 'C' }),
    ),
  );
const facts = (): DeliveryFacts => ({ ...factsOf('0488'), lastYear: { file: lastYear() } });
const open = (rows: readonly (readonly string[])[]): OpenedDelivery => openDelivery(november2026, written(rows), facts());

/** So many that the rules on shares of a file are asked; persons with several employments, a workplace with ten of a kind. */
const first: readonly (readonly string[])[] = [
  monthly,
  withCells(monthly, { employmentId: 'X2', agreedEmploymentRate: '5000', actualEmploymentRate: '5000' }),
  withCells(monthly, { employmentId: 'X2', agreedEmploymentRate: '5000', actualEmploymentRate: '5000' }),
  withCells(hourly, { employmentId: 'X3' }),
  withCells(monthly, { personalNumber: personBorn('790101'), name: ' Testberg,\u00a0Bo ', standbyHours: ' 0' }),
  withCells(monthly, { personalNumber: personBorn('790101'), employmentId: 'X9', agreedFullTimeSalary: '33,5' }),
  [...monthly, 'ett värde för mycket'],
  ...Array.from({ length: 14 }, (_, index) =>
    withCells(monthly, {
      personalNumber: personBorn(`7802${String(index + 1).padStart(2, '0')}`),
      employmentId: 'X1',
      aidLabel: '207010',
      positionTitle: 'Undersköterska',
      agreedFullTimeSalary: '0030000',
      workplaceNumber: '51099',
      activityCode: index < 2 ? '512' : '510',
    }),
  ),
];
const tidy = first.map((row) => row.map((text) => text.trim()));
const misfit = 7;

/** What people write in a field, right and wrong; groups and shares hang on these. */
const usual: Readonly<Partial<Record<VariableId, readonly string[]>>> = {
  municipalityCode: ['0488', '0114', '0400', '9999', ''],
  organisationNumber: ['2120004888', '5561234567', ''],
  workplaceNumber: ['51099', '40701', ''],
  activityCode: ['407', '510', '512', '513', '999', ''],
  activityBasis: ['A1', ''],
  personalNumber: [
    personBorn('800408'),
    personBorn('790101'),
    personBorn('780201'),
    personBorn('780261'),
    '8004089800',
    '0000000000',
    '80T',
    '',
  ],
  name: ['Påhittsson, Åsa', 'PÃ¥hittsson', 'Testberg, Bo', ''],
  aidLabel: ['402010', '207010', '207012', '201010', '402999', '4020', ''],
  responsibilityCode: ['M', 'L', 'A', 'XX', ''],
  medicalSpecialty: ['90042', '99999', ''],
  positionCode: ['1549', '1', ''],
  collectiveAgreement: ['1', 'Z', ''],
  employmentForm: ['1', '2', '5', '9', ''],
  payForm: ['M', 'T', 'A', 'X', ''],
  employedFrom: ['20200101', '20261201', '19000101', '0', ''],
  employedTo: ['0', '20261031', '20270131', '20270229', ''],
  agreedEmploymentRate: ['10000', '5000', '75', '10001', '75,00', '1x', '0', ''],
  actualEmploymentRate: ['10000', '5000', '0'],
  absenceReason: ['05', '01', '99', ''],
  absenceRate: ['5000', '10001', '1.5', '0'],
  agreedFullTimeSalary: ['33500', '16750', '14999', '3350000', '33500000', '33 500', ''],
  hourlyPay: ['18000', '0'],
  hoursWorked: ['5000', '23001', '72001', '0'],
  standbyHours: ['0', '1x', '2x', '1,5'],
  employmentId: ['X1', 'X2', 'X3', ''],
  salaryLevelYear: ['2026', '2025', ''],
  unsocialHoursPay: ['100', '40000', '', '1x'],
  otherVariablePay: ['100', ''],
  positionTitle: ['Förskollärare', 'Vårdbiträde', 'Undersköterska'],
};
const anything = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('"', ';', 'a\r\nb', ' \u00a0 ', '\u212a', '0'),
  )
  .map((text) => text.toWellFormed().replaceAll('\u0000', ''));
const cell = fc
  .oneof(
    { weight: 9, arbitrary: fc.constantFrom(...(Object.keys(usual) as VariableId[])) },
    { weight: 1, arbitrary: fc.constantFrom(...variables.map(({ id }) => id)) },
  )
  .chain((variable) =>
    fc.record({
      variable: fc.constant(variable),
      text: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('', ...(usual[variable] ?? [])) }, { weight: 1, arbitrary: anything }),
    }),
  );
const record = fc.integer({ min: 1, max: first.length }).filter((number) => number !== misfit);
const correction = fc
  .record({ record, cell })
  .map(({ record: number, cell: { variable, text } }): Change => ({ record: number, variable, text }));
const step = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('one' as const), record, cell }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('everyRecord' as const), cell }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Kind> ? Kind : never;

interface Change {
  readonly record: number;
  readonly variable: VariableId;
  readonly text: string;
}

/** The single corrections that a step means; an undo takes the latest that has not been undone. */
function changesOf(taken: Step, done: Change[]): Change[] {
  if (taken.kind === 'one') return [{ record: taken.record, ...taken.cell }];
  if (taken.kind === 'undo') return done.splice(-1);
  return first.flatMap((_, index) => (index + 1 === misfit ? [] : [{ record: index + 1, ...taken.cell }]));
}
const trimmed = (text: string) => text.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, '').normalize('NFC');
const answerOf = (delivery: OpenedDelivery) => ({ findings: delivery.findings(), summary: delivery.summary(), isFatal: delivery.isFatal });
const spelled = (findings: readonly Finding[]) => findings.map((finding) => JSON.stringify(finding)).toSorted();

// Thousands of checks of a file: patience for a machine with other work.
test('after any corrections and undos the findings are those of a file that was written so', { timeout: 180_000 }, () => {
  fc.assert(
    // What is counted when the first correction comes hangs on what the file holds by then.
    fc.property(fc.array(correction, { maxLength: 6 }), fc.array(step, { minLength: 1, maxLength: 14 }), (before, steps) => {
      const rows = first.map((row) => [...row]);
      for (const { record: number, variable, text } of before) rows[number - 1]![placeOf(variable)] = text;
      const delivery = open(rows);
      const done: Change[] = [];
      for (const one of steps) {
        for (const { record: number, variable, text } of changesOf(one, done)) {
          const place = placeOf(variable);
          const row = rows[number - 1] ?? [];
          const effect = delivery.correct({ record: number, variable }, text);
          expect(effect).toMatchObject({ before: trimmed(row[place] ?? ''), after: trimmed(text) });
          if (one.kind !== 'undo') done.push({ record: number, variable, text: effect.before });
          row[place] = effect.after;
          expect(delivery.record(number)).toEqual(row.map(trimmed));
        }
        expect(answerOf(delivery)).toEqual(answerOf(open(rows)));
      }
    }),
    { numRuns: 250 },
  );
});

test('a file that is opened with its log is told of as after the corrections, and goes on like it', () => {
  fc.assert(
    fc.property(fc.array(correction, { minLength: 1, maxLength: 30 }), correction, (log, next) => {
      const opened = openDelivery(november2026, written(first), facts(), log);
      const corrected = open(first);
      corrected.correctMany(log);
      expect(answerOf(opened)).toEqual(answerOf(corrected));
      expect(opened.measures()).toEqual(corrected.measures());
      for (let number = 1; number <= first.length; number += 1) expect(opened.record(number)).toEqual(corrected.record(number));
      for (const delivery of [opened, corrected]) delivery.correct(next, next.text);
      expect(answerOf(opened)).toEqual(answerOf(corrected));
    }),
    { numRuns: 60 },
  );
});

test('a log that has no place in the file is refused', () => {
  const openedWith = (change: { record: number; variable: string; text: string }) => () =>
    openDelivery(november2026, written(first), facts(), [change]);
  expect(openedWith({ record: first.length + 1, variable: 'name', text: 'x' })).toThrow(RangeError);
  expect(openedWith({ record: 1, variable: 'nowhere', text: 'x' })).toThrow(RangeError);
  expect(openedWith({ record: misfit, variable: 'name', text: 'x' })).toThrow(RangeError);
});

test('a correction tells exactly which findings it resolved and raised, wherever they are', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const delivery = open(first);
      const done: Change[] = [];
      let before = delivery.findings();
      for (const one of steps)
        for (const { record: number, variable, text } of changesOf(one, done)) {
          const effect = delivery.correct({ record: number, variable }, text);
          if (one.kind !== 'undo') done.push({ record: number, variable, text: effect.before });
          const after = delivery.findings();
          const words = (findings: readonly Finding[]) =>
            findings.map(({ rule, severity, record: at, message }) => [rule, severity, at, message].join(' ')).toSorted();
          const gone = new Set(words(effect.resolved));
          expect([...words(before).filter((finding) => !gone.has(finding)), ...words(effect.raised)].toSorted()).toEqual(words(after));
          expect(before.length - effect.resolved.length + effect.raised.length).toBe(after.length);
          expect(effect.summary).toEqual(delivery.summary());
          before = after;
        }
    }),
    { numRuns: 150 },
  );
});

test('when everything has been undone the first answer is back', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
      const delivery = open(tidy);
      const asked = answerOf(delivery);
      const done: Change[] = [];
      for (const one of steps)
        for (const { record: number, variable, text } of changesOf(one, done)) {
          const { before } = delivery.correct({ record: number, variable }, text);
          if (one.kind !== 'undo') done.push({ record: number, variable, text: before });
        }
      for (const { record: number, variable, text } of done.toReversed()) delivery.correct({ record: number, variable }, text);
      expect(spelled(delivery.findings())).toEqual(spelled(asked.findings));
      expect(answerOf(delivery)).toEqual(asked);
    }),
    { numRuns: 150 },
  );
});

/** The same cell of every record corrected, one after the other. */
function correctAll(delivery: OpenedDelivery, variable: VariableId, text: string): void {
  for (let number = 1; number <= delivery.file.records; number += 1)
    if (number !== misfit) delivery.correct({ record: number, variable }, text);
}
const rulesOnFile = (delivery: OpenedDelivery) =>
  delivery
    .findings({ severity: 'error' })
    .filter((finding) => finding.record === null)
    .map(({ rule }) => rule);

test('a file of another unit is told of when no column is empty any more, and not while one is', () => {
  const delivery = open(tidy);
  correctAll(delivery, 'municipalityCode', '0114');
  expect(rulesOnFile(delivery)).toEqual(['FIL-14']);
  correctAll(delivery, 'employmentForm', '');
  expect(rulesOnFile(delivery)).toEqual(['FIL-13']);
  correctAll(delivery, 'employmentForm', '1');
  expect(rulesOnFile(delivery)).toEqual(['FIL-14']);
});

test('a rule that its empty column silences is not told of as a finding on the file', () => {
  const delivery = open(first);
  const told = first.flatMap((_, index) => {
    if (index + 1 === misfit) return [];
    const { resolved, raised } = delivery.correct({ record: index + 1, variable: 'actualEmploymentRate' }, '');
    return [...resolved, ...raised].filter((finding) => finding.record === null);
  });
  expect(told.map(({ rule }) => rule)).not.toContain('P22-02');
  expect(delivery.recordsOf('P22-02')).toHaveLength(0);
});
