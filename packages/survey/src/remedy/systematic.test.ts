import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { variables, type VariableId } from '../editions/november-2026/variables.ts';
import { openDelivery } from '../open-delivery.ts';
import { monthly, personBorn } from '../testing/examples/example.ts';
import { cleanRows, factsOf, fileOf, placeOf, withCells, type Row } from '../testing/records.ts';

const clean = cleanRows('0488', 600, 5);
const open = (rows: readonly Row[]) => openDelivery(november2026, fileOf(rows), factsOf('0488'));
const textIn = (row: Row, field: VariableId) => row[placeOf(field)]!;
const numberIn = (row: Row, field: VariableId) => Number(textIn(row, field));
const isMonthly = (row: Row) => textIn(row, 'payForm') === 'M';
const asked = (rows: readonly Row[]) =>
  open(rows)
    .systematic()
    .map(({ cause, rules, records, of, remedy, group }) => ({ cause, rules, records: records.length, of, remedy, group }));

/** Every clean file written wrongly in one way, and mended by the remedy of its question, is as it was. */
function expectMended(rows: readonly Row[], cause: string, choice?: string): void {
  const delivery = open(rows);
  const before = delivery.summary();
  const question = delivery.systematic()[0]!;
  expect(question.cause).toBe(cause);
  const changes = delivery.remedyOf(question, choice);
  const undo = delivery.correctMany(changes);
  expect(delivery.summary()).toEqual(open(clean).summary());
  expect(delivery.systematic()).toEqual([]);
  const mended = rows.map((row, index) => {
    const change = changes.find(({ record }) => record === index + 1);
    return change ? withCells(row, { [change.variable]: change.text }) : row;
  });
  expect(delivery.findings()).toEqual(open(mended).findings());
  delivery.correctMany(undo);
  expect(delivery.summary()).toEqual(before);
}

test('of a clean file nothing is asked', () => expect(asked(clean)).toEqual([]));

test('salaries in öre are one question, and dividing them by a hundred mends the file', () => {
  const rows = clean.map((row) =>
    numberIn(row, 'agreedFullTimeSalary') > 0
      ? withCells(row, { agreedFullTimeSalary: String(numberIn(row, 'agreedFullTimeSalary') * 100) })
      : row,
  );
  const paid = clean.filter((row) => numberIn(row, 'agreedFullTimeSalary') > 0).length;
  expect(asked(rows)[0]).toEqual({
    cause: 'timesHundred',
    rules: ['P27-05'],
    records: paid,
    of: paid,
    remedy: { field: 'agreedFullTimeSalary', do: 'over100' },
    group: undefined,
  });
  expectMended(rows, 'timesHundred');
});

test('rates without their decimals are one question, and multiplying them by a hundred mends the file', () => {
  const whole = clean.filter((row) => numberIn(row, 'agreedEmploymentRate') % 100 === 0);
  const rows = whole.map((row) => withCells(row, { agreedEmploymentRate: String(numberIn(row, 'agreedEmploymentRate') / 100) }));
  const delivery = open(rows);
  const [question] = delivery.systematic();
  expect(question).toMatchObject({
    cause: 'missingDecimals',
    rules: ['P21-03'],
    remedy: { field: 'agreedEmploymentRate', do: 'times100' },
  });
  delivery.correctMany(delivery.remedyOf(question!));
  expect(delivery.summary()).toEqual(open(whole).summary());
});

test('rates with a decimal comma are one question, and leaving it out mends the file', () => {
  const rows = clean.map((row) => {
    const rate = numberIn(row, 'agreedEmploymentRate');
    return rate > 0 ? withCells(row, { agreedEmploymentRate: (rate / 100).toFixed(2).replace('.', ',') }) : row;
  });
  expect(asked(rows)[0]).toMatchObject({
    cause: 'decimalSigns',
    rules: ['FIL-11'],
    remedy: { field: 'agreedEmploymentRate', do: 'withoutSign' },
  });
  expectMended(rows, 'decimalSigns');
});

test('one code that no list holds is one question, and the code that the respondent chooses mends the file', () => {
  const common = '1';
  const rows = clean.map((row) => (textIn(row, 'collectiveAgreement') === common ? withCells(row, { collectiveAgreement: 'Z' }) : row));
  const delivery = open(rows);
  expect(delivery.systematic()).toMatchObject([
    { cause: 'oneCodeEverywhere', rules: ['P15-02'], remedy: { field: 'collectiveAgreement', from: 'Z' } },
  ]);
  expect(() => delivery.remedyOf(delivery.systematic()[0]!)).toThrow(RangeError);
  expectMended(rows, 'oneCodeEverywhere', common);
});

test('salaries that are not scaled to full time are one question about those who work part time, and dividing by the rate mends them', () => {
  const partTime = (salary: string) => (_: unknown, index: number) =>
    withCells(monthly, {
      personalNumber: personBorn(`7802${String((index % 28) + 1).padStart(2, '0')}`, String(980 + Math.floor(index / 28))),
      employmentId: `D${index}`,
      agreedEmploymentRate: '5000',
      actualEmploymentRate: '5000',
      agreedFullTimeSalary: salary,
    });
  const rows = [...clean, ...Array.from({ length: 200 }, partTime('16750'))];
  const right = [...clean, ...Array.from({ length: 200 }, partTime('33500'))];
  const partTimers = rows.filter(
    (row) => isMonthly(row) && numberIn(row, 'agreedEmploymentRate') > 0 && numberIn(row, 'agreedEmploymentRate') < 8000,
  ).length;
  expect(200 / partTimers).toBeGreaterThan(0.8);
  const delivery = open(rows);
  const [question] = delivery.systematic();
  expect(question).toMatchObject({
    cause: 'notScaledToFullTime',
    rules: ['P27-04'],
    of: partTimers,
    remedy: { do: 'scaleToFullTime', by: 'agreedEmploymentRate' },
  });
  expect(question?.records.length).toBe(200);
  delivery.correctMany(delivery.remedyOf(question!));
  expect(delivery.findings()).toEqual(open(right).findings());
});

test('a question stands for its own findings and no others of the check', () => {
  const rows = clean.map((row, index) => withCells(row, index < 40 ? { aidLabel: '991199' } : index === 40 ? { aidLabel: '882288' } : {}));
  const delivery = open(rows);
  const [question] = delivery.systematic();
  expect(question).toMatchObject({ cause: 'oneCodeEverywhere', rules: ['P09-03'], findings: 40 });
  expect(delivery.findings({ rules: ['P09-03'] })).toHaveLength(41);
  expect(delivery.findingsOf(question!).map(({ rule, record }) => [rule, record])).toEqual(
    Array.from({ length: 40 }, (_, index) => ['P09-03', index + 1]),
  );
});

test('every question stands for as many findings as it says', () => {
  const from = placeOf('activityCode');
  const commas = clean.map((row) => {
    const rate = numberIn(row, 'agreedEmploymentRate');
    return withCells(row, { agreedEmploymentRate: (rate / 100).toFixed(2).replace('.', ','), collectiveAgreement: 'Z' });
  });
  for (const rows of [commas, clean.map((row) => [...row.slice(0, from), '', ...row.slice(from, -1)])]) {
    const delivery = open(rows);
    const questions = delivery.systematic();
    expect(questions.length).toBeGreaterThan(0);
    for (const question of questions) expect(delivery.findingsOf(question)).toHaveLength(question.findings);
  }
});

test('a fault of one agreement is asked of that agreement', () => {
  const rows = clean.map((row, index) => {
    const isPaid = numberIn(row, 'agreedFullTimeSalary') > 0;
    if (index % 10 > 0 || !isPaid) return row;
    return withCells(row, { collectiveAgreement: '4', agreedFullTimeSalary: String(numberIn(row, 'agreedFullTimeSalary') * 100) });
  });
  const ofAgreement = rows.filter((row) => textIn(row, 'collectiveAgreement') === '4' && numberIn(row, 'agreedFullTimeSalary') > 0).length;
  expect(ofAgreement).toBeGreaterThanOrEqual(30);
  expect(asked(rows).filter(({ cause }) => cause === 'timesHundred')).toEqual([
    expect.objectContaining({ records: ofAgreement, of: ofAgreement, group: { field: 'collectiveAgreement', text: '4' } }),
  ]);
});

test('columns that stand one place to the side are told of, and no remedy is offered but a new export', () => {
  const from = placeOf('activityCode');
  const shifted = clean.map((row) => [...row.slice(0, from), '', ...row.slice(from, -1)]);
  const [question] = open(shifted).systematic();
  expect(question).toMatchObject({ cause: 'shiftedColumns', of: 600 });
  expect(question?.remedy).toBeUndefined();
  expect(question!.fields.length).toBeGreaterThan(3);
  expect(question!.findings).toBeGreaterThan(600);
  expect(() => open(shifted).remedyOf(question!)).toThrow(RangeError);
});

test('nine faults are nine findings and no question', () => {
  const rows = clean.map((row, index) => (index < 9 ? withCells(row, { collectiveAgreement: 'Z' }) : row));
  expect(asked(rows)).toEqual([]);
});

test('many cells changed at once leave what the same changes leave one by one, also of a cell named twice', () => {
  const cells = (['collectiveAgreement', 'personalNumber', 'agreedEmploymentRate', 'municipalityCode', 'name'] as const).flatMap(
    (variable, place) =>
      Array.from({ length: 12 }, (_, index) => ({
        record: 1 + ((index * 7 + place) % 40),
        variable,
        text: ['Z', '8004089800', '10001', '0114', ''][place]!,
      })),
  );
  const rows = clean.slice(0, 60);
  const [together, oneByOne] = [open(rows), open(rows)];
  together.correctMany([...cells, ...cells]);
  for (const { record, variable, text } of cells) oneByOne.correct({ record, variable }, text);
  expect(together.findings()).toEqual(oneByOne.findings());
  expect(together.summary()).toEqual(oneByOne.summary());
  expect(together.measures()).toEqual(oneByOne.measures());
  expect(variables.length).toBe(together.record(1).length);
});
