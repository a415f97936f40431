import { expect, test } from 'vitest';
import type { Rule } from '../definition/rule.ts';
import type { DeliveryFacts } from '../definition/unit.ts';
import { openDelivery, type OpenedDelivery } from '../open-delivery.ts';
import { monthly, personBorn } from '../testing/examples/example.ts';
import { factsOf, fileOf, withCells, type Cells, type Row } from '../testing/records.ts';
import { statisticalRules, withStatisticalRules } from '../testing/statistical-rules.ts';
import { lastYear, salaries, thisYear } from '../testing/worked-examples.ts';

const staff = (paid: readonly number[], more: (index: number) => Cells = () => ({})): Row[] =>
  paid.map((salary, index) =>
    withCells(monthly, {
      personalNumber: personBorn(`78${String(1 + Math.floor(index / 28)).padStart(2, '0')}${String((index % 28) + 1).padStart(2, '0')}`),
      agreedFullTimeSalary: String(salary),
      ...more(index),
    }),
  );
const open = (
  now: readonly Row[],
  last?: readonly Row[] | DeliveryFacts['lastYear'],
  rules: readonly Rule[] = statisticalRules,
): OpenedDelivery =>
  openDelivery({ ...withStatisticalRules, rules }, fileOf(now), {
    ...factsOf('0488'),
    ...(last ? { lastYear: 'length' in last ? { file: fileOf(last) } : last } : {}),
  });
const said = (delivery: OpenedDelivery, rule: string): string[] => delivery.findings({ rules: [rule] }).map(({ message }) => message);
const withParams = (id: string, params: Rule['params'] & {}): Rule[] =>
  statisticalRules.filter((rule) => rule.id === id).map((rule) => ({ ...rule, params: { ...rule.params, ...params } }));

test('salaries far from the middle of their label and agreement are told of, with what is usual', () => {
  expect(said(open(staff(salaries)), 'S-01')).toEqual([
    'Post 17: lönen är 61\u00a0500; bland 18 är 18\u00a0269 till 55\u00a0695 vanligt.',
    'Post 18: lönen är 89\u00a0000; bland 18 är 18\u00a0269 till 55\u00a0695 vanligt.',
  ]);
});

test('the limit of the rule is a parameter', () => {
  expect(open(staff(salaries), undefined, withParams('S-01', { limit: 4.2 })).recordsOf('S-01')).toEqual(Uint32Array.of(18));
});

test('a group with nine salaries backs off to the label, and nine of a label cannot be evaluated', () => {
  const agreements = (index: number) => ({ collectiveAgreement: index < 9 ? '1' : '2' });
  expect(open(staff(salaries, agreements)).recordsOf('S-01')).toEqual(Uint32Array.of(17, 18));
  const [first, ...others] = salaries.slice(9);
  expect(said(open(staff([first!, ...others])), 'S-01')).toEqual([]);
  expect(open(staff([30000, 30100, 30200, 30300, 30400, 30500, 30600, 30700, 90000, 30800])).recordsOf('S-01')).toEqual(Uint32Array.of(9));
  expect(open(staff([30000, 30100, 30200, 30300, 30400, 30500, 30600, 30700, 90000])).recordsOf('S-01')).toEqual(new Uint32Array());
});

test('an edition may ask for smaller groups, down to five', () => {
  const small = [30000, 30100, 30200, 90000, 30300];
  const asked = (minGroupSize: number, paid: readonly number[]) => [
    ...open(staff(paid), undefined, withParams('S-01', { minGroupSize })).recordsOf('S-01'),
  ];
  expect([asked(5, small), asked(6, small), asked(2, small.slice(1))]).toEqual([[4], [], []]);
});

test('staff paid by the hour and salaries of nothing are in no group', () => {
  const paid = [...salaries, 0, 61500];
  expect(said(open(staff(paid, (index) => (index === 19 ? { payForm: 'T' } : {}))), 'S-01')).toHaveLength(2);
});

test('a salary that lost a digit since last year is told of, with what would be accepted', () => {
  expect(said(open(staff(thisYear), staff(lastYear)), 'S-02')).toEqual([
    'Post 11: lönen gick från 27\u00a0700 till 2\u00a0860; bland 12 är 24\u00a0496 till 33\u00a0220 vanligt.',
  ]);
});

test('the floor of the rule is a parameter: a promotion is told of with a lower one', () => {
  const promoted = thisYear.map((salary, index) => (index === 2 ? 31900 : salary));
  const hits = (rho: number) => [...open(staff(promoted), staff(lastYear), withParams('S-02', { rho })).recordsOf('S-02')];
  expect([hits(0.05), hits(0.15)]).toEqual([[3, 11], [11]]);
});

test('only persons found in both years are compared, in the group they are in now', () => {
  const nine = staff(lastYear.slice(3));
  expect(said(open(staff(thisYear), nine, statisticalRules), 'S-02')).toEqual([]);
  expect(said(open(staff(thisYear), staff(lastYear), withParams('S-02', { minGroupSize: 13 })), 'S-02')).toEqual([]);
});

test('without the records of last year the rule cannot be evaluated, and says why', () => {
  const missing = (delivery: OpenedDelivery) => delivery.summary().notEvaluable;
  expect(missing(open(staff(thisYear)))).toEqual([
    { rule: 'S-02', needs: 'lastYear' },
    { rule: 'S-03', needs: 'lastYear' },
  ]);
  expect(missing(open(staff(thisYear), { aggregates: {} }))).toEqual([{ rule: 'S-02', needs: 'lastYear' }]);
});

test('a rule that counts by what records were last year is refused as a fault of the edition', () => {
  const [rule] = withParams('S-02', {});
  const when = { op: 'sameAsLastYear', field: 'aidLabel' } as const;
  expect(() => open(staff(thisYear), staff(lastYear), [{ ...rule!, when }])).toThrow(/S-02/);
});

const labels = (...numbers: readonly number[]): Row[] => {
  const codes = ['402010', '207010', '201010', '407010', '207012'];
  return staff(Array.from({ length: numbers.reduce((sum, one) => sum + one, 0) }, () => 30000)).map((row, index) => {
    let place = 0;
    for (let left = index; left >= numbers[place]!; place += 1) left -= numbers[place]!;
    return withCells(row, { aidLabel: codes[place]! });
  });
};

test('labels that are shared out otherwise than last year are one finding, with those that changed most', () => {
  const { findings } = open(labels(28, 26, 21, 5, 20), labels(30, 25, 20, 15, 10), withParams('S-03', { minRecords: 50 }));
  const [finding, ...more] = findings();
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ rule: 'S-03', record: null, fields: ['aidLabel'] });
  expect(finding!.message).toMatch(
    /^Etiketterna har flyttats 12,0 procent, mest 207012 .*10,0 → 20,0 %; 407010.* 15,0 → 5,0 %; 402010 .* 30,0 → 28,0 % \(100 poster då, 100 nu\)\.$/,
  );
});

test('a distance that meets the limit exactly, or a year with too few records, says nothing', () => {
  const before = labels(50, 30, 20, 0);
  expect(said(open(labels(50, 30, 10, 10), before), 'S-03')).toEqual([]);
  expect(said(open(labels(50, 30, 9, 11), before), 'S-03')).toHaveLength(1);
  const asked = (now: readonly Row[], last: readonly Row[]) => said(open(now, last, withParams('S-03', { minRecords: 50 })), 'S-03').length;
  expect([asked(labels(50), labels(0, 49)), asked(labels(49), labels(0, 50)), asked(labels(50), labels(0, 50))]).toEqual([0, 0, 1]);
});

test("last year's measures do as well as its records", () => {
  const [before, now] = [labels(30, 25, 20, 15, 10), labels(28, 26, 21, 5, 20)];
  const aggregates = open(before).measures();
  expect(said(open(now, { aggregates }), 'S-03')).toEqual(said(open(now, before), 'S-03'));
});

test('the order of the records changes nothing', () => {
  const now = staff(thisYear);
  const rows = open(now, staff(lastYear))
    .findings()
    .map(({ key }) => key);
  expect(
    open(now.toReversed(), staff(lastYear).toReversed())
      .findings()
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(rows.toSorted());
});
