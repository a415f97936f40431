import { expect, test } from 'vitest';
import { sixDigits } from '../testing/six-digits.ts';
import { salaries } from '../testing/worked-examples.ts';
import { fteWeightedMean, fullTimeEquivalents } from './full-time-equivalents.ts';
import { fullTimeSalary, monthlyFromHourly } from './full-time-salary.ts';
import { matchPanel, type PanelEmployment } from './match-panel.ts';
import { publishedCount, publishedSalary } from './published-rounding.ts';
import { ascending, quantile } from './quantile.ts';
import { salarySpread } from './salary-spread.ts';
import { collectiveGrowth, decomposeMeanChange, identicalIndividualsGrowth, standardWeightedGrowth } from './wage-growth.ts';
import { womensSalaryRaw, womensSalaryStandardWeighted } from './womens-salary.ts';

interface Time {
  readonly salary: number;
  readonly percent: number;
}
const at = (salary: number, percent: number): Time => ({ salary, percent });
/** Nine persons at two measurement times: who was there, in which group, with what salary and working time. */
const persons: readonly { readonly id: string; readonly group: string; readonly last?: Time; readonly now?: Time }[] = [
  { id: 'a', group: 'G1', last: at(28000, 100), now: at(28900, 100) },
  { id: 'b', group: 'G1', last: at(29500, 75), now: at(30300, 75) },
  { id: 'c', group: 'G1', last: at(31000, 100) },
  { id: 'd', group: 'G2', last: at(36000, 100), now: at(37300, 100) },
  { id: 'e', group: 'G2', last: at(39000, 50), now: at(40100, 80) },
  { id: 'f', group: 'G2', now: at(35500, 100) },
  { id: 'g', group: 'G3', last: at(52000, 100), now: at(53500, 100) },
  { id: 'h', group: 'G3', now: at(50000, 100) },
  { id: 'i', group: 'G1', now: at(27000, 100) },
];
const those = (time: 'last' | 'now') =>
  persons.flatMap(({ id, group, [time]: found }) =>
    found ? [{ id, group, salary: found.salary, workingTimePercent: found.percent }] : [],
  );
const [last, now] = [those('last'), those('now')];
const salariesOf = (people: readonly { readonly salary: number }[]) => people.map(({ salary }) => salary);
const employments = (people: typeof last): PanelEmployment[] =>
  people.map(({ id, group, salary, workingTimePercent }) => ({ person: id, unit: '0488', label: group, salary, workingTimePercent }));

test('five of eight persons are found again, three have joined and one has left', () => {
  const { pairs, joiners, leavers, matchRate } = matchPanel(employments(last), employments(now));
  expect(pairs.map((pair) => [last[pair.last]!.id, now[pair.now]!.id])).toEqual(['a', 'b', 'd', 'e', 'g'].map((id) => [id, id]));
  expect(sixDigits(matchRate)).toBe(0.625);
  expect(joiners.map((index) => now[index]!.id)).toEqual(['f', 'h', 'i']);
  expect(leavers.map((index) => last[index]!.id)).toEqual(['c']);
});

const employment = (label: string, more: Partial<PanelEmployment> = {}): PanelEmployment => ({ person: 'p', unit: 'u', label, ...more });

test('an employment id decides before the label, the label before the person', () => {
  const { pairs } = matchPanel(
    [employment('A', { employment: '1' }), employment('B'), employment('C')],
    [employment('D'), employment('B'), employment('X', { employment: '1' })],
  );
  expect(pairs).toEqual([
    { last: 2, now: 0, step: 2 },
    { last: 1, now: 1, step: 1 },
    { last: 0, now: 2, step: 0 },
  ]);
});

test('of several employments with one label the largest pair up first, then those with the nearest salaries', () => {
  const of = (percent: number, salary: number): PanelEmployment => employment('A', { workingTimePercent: percent, salary });
  expect(matchPanel([of(25, 30000), of(75, 30000)], [of(75, 31000), of(25, 31000)]).pairs).toMatchObject([
    { last: 1, now: 0 },
    { last: 0, now: 1 },
  ]);
  expect(matchPanel([of(50, 30000), of(50, 50000)], [of(50, 51000), of(50, 31000)]).pairs).toMatchObject([
    { last: 1, now: 0 },
    { last: 0, now: 1 },
  ]);
});

test('somebody who changed employer is found only when asked, and nobody twice', () => {
  const [before, after] = [
    [employment('A')],
    [
      { ...employment('A'), unit: 'v' },
      { ...employment('A'), unit: 'w' },
    ],
  ];
  expect(matchPanel(before, after).pairs).toEqual([]);
  expect(matchPanel(before, after, { acrossUnits: true })).toMatchObject({ pairs: [{ last: 0, now: 0, step: 3 }], joiners: [1] });
  expect(matchPanel([], []).matchRate).toBeNaN();
});

test('a salary of the time worked is counted up to full time, and one without working time is not computable', () => {
  expect(fullTimeSalary(15000, 50, 'actualTime')).toBe(30000);
  expect(fullTimeSalary(30000, 50, 'fullTime')).toBe(30000);
  expect([
    fullTimeSalary(15000, 0, 'actualTime'),
    fullTimeSalary(15000, undefined, 'fullTime'),
    fullTimeSalary(undefined, 100, 'fullTime'),
  ]).toEqual([undefined, undefined, undefined]);
  expect(monthlyFromHourly(180, 165)).toBe(29700);
});

test('percentiles are averaged where they fall between two salaries', () => {
  const spread = salarySpread(salaries);
  expect(spread).toMatchObject({ count: 18, p10: 28100, p25: 29300, p50: 31900, p75: 39500, p90: 61500 });
  expect(sixDigits(spread.mean)).toBe(38105.6);
  expect(sixDigits(spread.ratio)).toBe(2.18861);
  expect(sixDigits(100 * spread.relativeRange)).toBe(104.702);
  const ordered = ascending(salaries);
  for (const [p, told] of [
    [0.1, 28310],
    [0.25, 29375],
    [0.5, 31900],
    [0.75, 38825],
    [0.9, 53730],
  ] as const)
    expect(sixDigits(quantile(ordered, p, 7))).toBe(told);
});

test('collective growth, growth of identical individuals and its two cousins differ', () => {
  expect(sixDigits(100 * collectiveGrowth(salariesOf(last), salariesOf(now)))).toBe(5.31323);
  const pairs = persons.flatMap(({ last: before, now: after }) => (before && after ? [{ last: before.salary, now: after.salary }] : []));
  const growth = identicalIndividualsGrowth(pairs);
  expect(sixDigits(100 * growth.ratioOfMeans)).toBe(3.03523);
  expect(sixDigits(100 * growth.meanOfRatios)).toBe(3.04848);
  expect(sixDigits(100 * growth.medianRatio)).toBe(2.88462);
});

test('standard-weighted growth holds the groups as they were, or as they are', () => {
  expect(sixDigits(100 * standardWeightedGrowth(last, now, 'base').growth)).toBe(-1.05955);
  expect(sixDigits(100 * standardWeightedGrowth(last, now, 'current').growth)).toBe(-0.786885);
  const withNew = standardWeightedGrowth(last, [...now, { group: 'G4', salary: 99000 }], 'base');
  expect(withNew.leftOut).toEqual(['G4']);
  expect(sixDigits(100 * withNew.growth)).toBe(-1.05955);
});

test('the change of the mean is what salaries and what group sizes did, also when groups come and go', () => {
  const parts = decomposeMeanChange(last, now);
  expect(sixDigits(parts.change)).toBe(1908.33);
  expect(sixDigits(parts.rate)).toBe(-380.556);
  expect(sixDigits(parts.structure)).toBe(2288.89);
  const moved = decomposeMeanChange([...last, { group: 'G0', salary: 20000 }], [...now, { group: 'G4', salary: 99000 }]);
  expect(moved.rate + moved.structure).toBeCloseTo(moved.change, 8);
});

test('full-time equivalents and the mean salary weighted by them', () => {
  const percents = (people: typeof last) => people.map(({ workingTimePercent }) => workingTimePercent);
  expect(sixDigits(fullTimeEquivalents(percents(last)))).toBe(5.25);
  expect(sixDigits(fullTimeEquivalents(percents(now)))).toBe(7.55);
  expect(sixDigits(fteWeightedMean(last))).toBe(35928.6);
  expect(sixDigits(fteWeightedMean(now))).toBe(38013.9);
  expect(fteWeightedMean([])).toBeNaN();
});

test("women's salary in percent of men's, as it is and with both sexes spread alike", () => {
  const groups = [
    { women: 120, men: 20, meanOfWomen: 29000, meanOfMen: 29500 },
    { women: 30, men: 30, meanOfWomen: 36000, meanOfMen: 37000 },
    { women: 10, men: 15, meanOfWomen: 52000, meanOfMen: 56000 },
  ];
  expect(sixDigits(womensSalaryRaw(groups))).toBe(81.25);
  expect(sixDigits(womensSalaryStandardWeighted(groups))).toBe(97.0323);
  const onlyWomen = { women: 5, men: 0, meanOfWomen: 90000, meanOfMen: Number.NaN };
  expect(sixDigits(womensSalaryStandardWeighted([...groups, onlyWomen]))).toBe(97.0323);
  expect(womensSalaryRaw([...groups, onlyWomen])).toBeGreaterThan(81.25);
});

test('what is published is rounded, halves up', () => {
  expect([publishedSalary(38105.6), publishedSalary(38150), publishedSalary(38149.9)]).toEqual([38100, 38200, 38100]);
  expect([publishedCount(994), publishedCount(995), publishedCount(1049), publishedCount(1050), publishedCount(4)]).toEqual([
    990, 1000, 1000, 1100, 0,
  ]);
});
