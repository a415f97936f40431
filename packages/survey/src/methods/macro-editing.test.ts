import { expect, test } from 'vitest';
import { sixDigits } from '../testing/six-digits.ts';
import { chiSquaredTail } from './chi-squared-tail.ts';
import { contributionsToChange } from './contributions.ts';
import { chiSquared, hellinger, populationStability, sharesOf, totalVariation } from './distribution-distance.ts';
import { sumOf } from './sums.ts';

test('each unit contributes to the change of the total, the greatest first', () => {
  const { units } = contributionsToChange([
    { unit: 'a', last: 100, now: 110 },
    { unit: 'b', last: 200, now: 190 },
    { unit: 'c', last: 300, now: 360 },
  ]);
  expect(units.map(({ unit }) => unit)).toEqual(['c', 'a', 'b']);
  for (const [index, told] of [10, 1.66667, -1.66667].entries()) expect(sixDigits(100 * units[index]!.change)).toBe(told);
  expect(sixDigits(100 * sumOf(units.map(({ change }) => change)))).toBe(10);
});

test('units that came or went stand apart, and without a total last time the changes are amounts', () => {
  expect(
    contributionsToChange([
      { unit: 'new', now: 5 },
      { unit: 'gone', last: 10 },
      { unit: 'same', last: 10, now: 10 },
    ]),
  ).toEqual({
    units: [{ unit: 'same', change: 0 }],
    joined: [{ unit: 'new', change: 0.25 }],
    left: [{ unit: 'gone', change: -0.5 }],
    isRelative: true,
  });
  expect(contributionsToChange([{ unit: 'a', last: 0, now: 7 }])).toMatchObject({ units: [{ change: 7 }], isRelative: false });
});

const p = [0.3, 0.25, 0.2, 0.15, 0.1];
const q = [0.28, 0.26, 0.21, 0.05, 0.2];

test('the distances between the shares of two years', () => {
  expect(sixDigits(totalVariation(p, q))).toBe(0.12);
  expect(sixDigits(hellinger(p, q))).toBe(0.149193);
  expect(sixDigits(populationStability(p, q))).toBe(0.181436);
  const { statistic, pValue } = chiSquared(p, q, 400);
  expect(sixDigits(statistic)).toBe(67.56);
  expect(sixDigits(pValue)).toBe(7.42783e-14);
});

test('a category that was empty last year is no hindrance for two of them', () => {
  const [before, after] = [
    [0.5, 0.3, 0.2, 0],
    [0.5, 0.3, 0.1, 0.1],
  ];
  expect(sixDigits(totalVariation(before!, after!))).toBe(0.1);
  expect(sixDigits(hellinger(before!, after!))).toBe(0.24203);
  expect(populationStability(before!, after!)).toBeNaN();
  expect(chiSquared(before!, after!, 100)).toEqual({ statistic: Number.POSITIVE_INFINITY, pValue: 0 });
});

test('a share that is the same everywhere is no distance', () => {
  expect([totalVariation(p, p), hellinger(p, p), populationStability(p, p), chiSquared(p, p, 9).pValue]).toEqual([0, 0, 0, 1]);
  expect(sharesOf([0, 0])).toEqual([0, 0]);
});

test.each([
  [3.841458820694124, 1, 0.05],
  [5.991464547107979, 2, 0.05],
  [1.145476226061769, 5, 0.95],
  [18.30703805327515, 10, 0.05],
])('χ² of %f with %i degrees of freedom has its tabled probability', (statistic, degrees, told) => {
  expect(chiSquaredTail(statistic, degrees)).toBeCloseTo(told, 10);
});
