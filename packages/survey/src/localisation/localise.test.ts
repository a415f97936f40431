import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { openDelivery } from '../open-delivery.ts';
import { remediesOf, smallestSetsOf } from '../remedies.ts';
import type { FieldRemedy } from '../remedy/remedy.ts';
import { monthly, personBorn } from '../testing/examples/example.ts';
import { cleanRows, factsOf, fileOf, withCells, type Cells, type Row } from '../testing/records.ts';

const neighbours = cleanRows('0488', 40, 4);
const open = (cells: Cells, on: Row = monthly, last?: readonly Row[]) =>
  openDelivery(november2026, fileOf([withCells(on, cells), ...neighbours]), {
    ...factsOf('0488'),
    ...(last ? { lastYear: { file: fileOf(last) } } : {}),
  });
const shown = ({ field, kind, texts, low, high, mechanisms = [] }: FieldRemedy) =>
  [
    field,
    kind,
    ...texts.map((text, place) => [...mechanisms.slice(place, place + 1), text].join(' ')),
    ...(low === undefined ? [] : [`${low}-${high}`]),
  ].join(' ');
const sets = (cells: Cells, on: Row = monthly, last?: readonly Row[]) =>
  smallestSetsOf(open(cells, on, last), 1).sets.map(({ cost, fields }) => [cost, ...fields.map(shown)]);

test('a clean record has nothing to solve', () => {
  expect(smallestSetsOf(open({}), 1)).toMatchObject({ record: 1, notLocalised: 'nothingToSolve', sets: [] });
});

test('an actual rate above the agreed one is settled by either of them', () => {
  expect(sets({ agreedEmploymentRate: '5000', actualEmploymentRate: '8000' })).toEqual([
    [1, 'agreedEmploymentRate interval 8000-10000'],
    [1, 'actualEmploymentRate interval 0-5000'],
  ]);
});

const ways = (cells: Cells, on: Row = monthly, last?: readonly Row[]) =>
  smallestSetsOf(open(cells, on, last), 1).sets.map((set) =>
    set.ways.map((way) => way.cells.map(({ variable, text }) => `${variable} ${text}`).join(', ')),
  );

test('two faults of one record are mended together, each by how it arose', () => {
  const cells = { agreedFullTimeSalary: '3350000', collectiveAgreement: 'a' };
  expect(sets(cells)).toEqual([
    [3, 'collectiveAgreement deductive capital A', expect.stringMatching(/^agreedFullTimeSalary deductive unit100 33500/)],
  ]);
  expect(ways(cells)).toEqual([['collectiveAgreement A, agreedFullTimeSalary 33500']]);
});

test('of an interval no value is proposed, and a set with one has no way', () => {
  expect(ways({ agreedEmploymentRate: '5000', actualEmploymentRate: '8000' })).toEqual([[], []]);
  expect(ways({ agreedEmploymentRate: '5000', actualEmploymentRate: '8000', collectiveAgreement: 'a' })).toEqual([[], []]);
});

test("last year's value is proposed where it is accepted, and said to be last year's", () => {
  const set = sets({ aidLabel: '207012', collectiveAgreement: 'a' }, monthly, [monthly])[0]!;
  expect(set[1]).toMatch(/lastYear/);
});

test('every way keeps the hard rules it can, brings nothing, and looking changes nothing', () => {
  for (const cells of broken) {
    const delivery = open(cells, monthly, [monthly]);
    const [findings, summary, texts] = [delivery.findings(), delivery.summary(), delivery.record(1)];
    const { sets: found, unusedRules } = smallestSetsOf(delivery, 1);
    expect([delivery.findings(), delivery.summary(), delivery.record(1)]).toEqual([findings, summary, texts]);
    for (const { cells: changes } of found.flatMap((set) => set.ways)) {
      const fresh = open(cells, monthly, [monthly]);
      for (const { variable, text } of changes) fresh.correct({ record: 1, variable }, text);
      const left = fresh.findings({ record: 1, severity: 'error' }).filter(({ rule }) => !unusedRules.includes(rule));
      expect(left, JSON.stringify(changes)).toEqual([]);
      expect(smallestSetsOf(fresh, 1).notLocalised).toBe('nothingToSolve');
    }
  }
});

const broken: readonly Cells[] = [
  { agreedFullTimeSalary: '3350000' },
  { agreedFullTimeSalary: '3350' },
  { agreedEmploymentRate: '100,00' },
  { collectiveAgreement: 'a', agreedFullTimeSalary: '335000' },
  { absenceReason: '5' },
  {
    personalNumber: `${personBorn('800408').slice(0, 7)}${personBorn('800408')[8]}${personBorn('800408')[7]}${personBorn('800408').slice(9)}`,
  },
  { aidLabel: '207012', collectiveAgreement: 'a' },
  { agreedEmploymentRate: '5000', actualEmploymentRate: '10000' },
];

test('a proposal that a set makes is not made twice, and a warning has no sets', () => {
  const error = remediesOf(open({ agreedFullTimeSalary: '3350000' }), 1, 'P27-05');
  expect(error.localisation?.sets[0]?.ways[0]?.cells).toMatchObject([{ variable: 'agreedFullTimeSalary', text: '33500' }]);
  expect(error.proposals.map(({ cells }) => cells[0]?.text)).not.toContain('33500');
  const warning = remediesOf(open({}), 1, 'P27-02');
  expect(warning).toEqual({ proposals: [] });
});

test('an error that other records share in is not mended by a set, and neither is one of the number of values', () => {
  const twice = openDelivery(november2026, fileOf([monthly, monthly, monthly.slice(1), ...neighbours]), factsOf('0488'));
  const { unusedRules } = smallestSetsOf(twice, 1);
  const shared = twice.findings({ record: 1, severity: 'error' }).find(({ rule }) => unusedRules.includes(rule))!;
  expect(remediesOf(twice, 1, shared.rule).localisation).toBeUndefined();
  expect(remediesOf(twice, 3, 'FIL-06')).toEqual({ proposals: [] });
});

test('a record with everything wrong is given up after bounded work, the same everywhere', () => {
  const wrong = withCells(monthly, Object.fromEntries(november2026.variables.map(({ id, form }) => [id, form === 'N' ? '-1' : '?'])));
  const { notLocalised, sets: none } = smallestSetsOf(open({}, wrong), 1);
  expect({ notLocalised, none }).toEqual({ notLocalised: 'tooManyFields', none: [] });
});
