import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { openDelivery } from '../open-delivery.ts';
import { proposalsOf, remediesOf } from '../remedies.ts';
import { hourly, monthly, personBorn } from '../testing/examples/example.ts';
import { cleanRows, factsOf, fileOf, placeOf, withCells, type Cells, type Row } from '../testing/records.ts';

const neighbours = cleanRows('0488', 30, 4);
const open = (cells: Cells, on: Row = monthly, lastYear?: readonly Row[]) =>
  openDelivery(november2026, fileOf([withCells(on, cells), ...neighbours]), {
    ...factsOf('0488'),
    ...(lastYear ? { lastYear: { file: fileOf(lastYear) } } : {}),
  });
const proposed = (rule: string, cells: Cells, on: Row = monthly) =>
  proposalsOf(open(cells, on), 1, rule).map(({ mechanism, cells: changes }) => [
    mechanism,
    ...changes.map(({ variable, text }) => `${variable} ${text}`),
  ]);

test.each([
  ['P27-05', { agreedFullTimeSalary: '3350000' }, ['unit100', 'agreedFullTimeSalary 33500']],
  ['P27-02', { agreedFullTimeSalary: '3350' }, ['unit10', 'agreedFullTimeSalary 33500']],
  ['FIL-11', { agreedEmploymentRate: '100,00' }, ['decimalSign', 'agreedEmploymentRate 10000']],
  ['P15-02', { collectiveAgreement: 'a' }, ['capital', 'collectiveAgreement A']],
  ['P23-01', { absenceReason: '5' }, ['leadingZero', 'absenceReason 05']],
  ['P07-04', { personalNumber: transposed(personBorn('800408'), 7) }, ['transposed', `personalNumber ${personBorn('800408')}`]],
  [
    'P22-01',
    { agreedEmploymentRate: '5000', actualEmploymentRate: '10000' },
    ['swapped', 'actualEmploymentRate 5000', 'agreedEmploymentRate 10000'],
  ],
] as const)('%s: what was meant is among what is proposed', (rule, cells, wanted) => {
  expect(open(cells).findings({ rules: [rule], record: 1 }), rule).not.toEqual([]);
  expect(proposed(rule, cells)).toContainEqual(wanted);
});

function transposed(text: string, place: number): string {
  return text.slice(0, place) + text[place + 1]! + text[place]! + text.slice(place + 2);
}

test('every proposal solves its finding and brings no error, and proposing changes nothing', () => {
  const cells = { agreedFullTimeSalary: '3350000', name: ' Blank, Bo ' };
  const delivery = open(cells);
  const [findings, summary] = [delivery.findings(), delivery.summary()];
  const proposals = proposalsOf(delivery, 1, 'P27-05');
  expect([delivery.findings(), delivery.summary()]).toEqual([findings, summary]);
  expect(proposals.length).toBeGreaterThan(0);
  for (const { cells: changes } of proposals) {
    const fresh = open(cells);
    const errors = fresh.summary().errors;
    for (const { variable, text } of changes) fresh.correct({ record: 1, variable }, text);
    expect(fresh.findings({ rules: ['P27-05'] })).toEqual([]);
    expect(fresh.summary().errors).toBeLessThan(errors);
  }
});

test('what the same employment had last year is proposed where nothing else explains the value', () => {
  const now = withCells(monthly, { aidLabel: '207012' });
  const delivery = openDelivery(november2026, fileOf([now, ...neighbours]), { ...factsOf('0488'), lastYear: { file: fileOf([monthly]) } });
  const findings = delivery.findings({ record: 1 }).map(({ rule }) => rule);
  expect(findings).toContain('P09-05');
  expect(proposalsOf(delivery, 1, 'P09-05')).toContainEqual({
    mechanism: 'lastYear',
    cells: [{ variable: 'aidLabel', before: '207012', text: '402010' }],
  });
});

test('it is proposed also where no rule asks what it was, as it was corrected then', () => {
  const now = withCells(monthly, { workingTimePattern: 'X' });
  const lastYear = { file: fileOf([monthly]), corrections: [{ record: 1, variable: 'workingTimePattern', text: '4' }] };
  const delivery = openDelivery(november2026, fileOf([now, ...neighbours]), { ...factsOf('0488'), lastYear });
  expect(proposalsOf(delivery, 1, 'P12-01')).toContainEqual({
    mechanism: 'lastYear',
    cells: [{ variable: 'workingTimePattern', before: 'X', text: '4' }],
  });
});

test('nothing is proposed for a record without the finding, or for a value that nothing explains', () => {
  expect(proposalsOf(open({}), 1, 'P27-05')).toEqual([]);
  expect(proposed('P16-02', { employmentForm: 'x' }, hourly).every(([mechanism]) => mechanism === 'mistyped')).toBe(true);
});

test('a code that was printed wrongly and corrected within the year is unknown, and what was meant is the first proposal', () => {
  const list = november2026.codeLists['collective-agreements']!;
  const [wrong, right] = [
    monthly[placeOf('collectiveAgreement')]!,
    list.codes.find(({ code }) => code !== monthly[placeOf('collectiveAgreement')])!.code,
  ];
  const correction = { year: 2026, on: '2026-10-12', code: wrong, becomes: right, why: 'Printed wrongly in the instruction.' };
  const withCorrection = (year: number) =>
    openDelivery(
      { ...november2026, codeLists: { ...november2026.codeLists, [list.id]: { ...list, corrections: [{ ...correction, year }] } } },
      fileOf([monthly]),
      factsOf('0488'),
    );
  const delivery = withCorrection(2026);
  const rules = delivery.findings({ severity: 'error' }).map(({ rule }) => rule);
  expect(rules).toHaveLength(1);
  expect(remediesOf(delivery, 1, rules[0]!).localisation?.sets[0]?.ways[0]).toMatchObject({
    mechanism: 'listCorrected',
    cells: [{ variable: 'collectiveAgreement', before: wrong, text: right }],
  });
  expect(withCorrection(2025).findings({ severity: 'error' })).toEqual([]);
});
