import { expect, test } from 'vitest';
import { sixDigits } from '../testing/six-digits.ts';
import { adjustedFence, displayFence, tukeyLogFence } from './adjusted-boxplot.ts';
import { hbBounds, hbEffect, hbLimits, isHbOutlier, type HbParameters } from './hidiroglou-berthelot.ts';
import { medcouple } from './medcouple.ts';
import { ascending, median, quartiles } from './quantile.ts';
import { logLimits, robustLogScaleOf, robustLogZ, robustScaleOf, robustZ } from './robust-z.ts';
import { salaries, thisYear, lastYear } from '../testing/worked-examples.ts';

test('robust z on the logarithms finds the two highest salaries and no low one', () => {
  const scale = robustLogScaleOf(salaries);
  expect(sixDigits(scale.scale * 0.6745)).toBe(0.107412);
  expect(sixDigits(robustLogZ(50400, scale))).toBe(2.87267);
  expect(sixDigits(robustLogZ(61500, scale))).toBe(4.12259);
  expect(sixDigits(robustLogZ(89000, scale))).toBe(6.44351);
  expect(sixDigits(robustLogZ(27500, scale))).toBe(-0.931518);
  expect(sixDigits(logLimits(scale).lower)).toBe(18268.2);
  expect(sixDigits(logLimits(scale).upper)).toBe(55695.1);
});

test('on the raw scale the right tail is told of too much', () => {
  const scale = robustScaleOf(salaries);
  expect(sixDigits(scale.scale * 0.6745)).toBe(3250);
  expect(sixDigits(robustZ(61500, scale))).toBe(6.14314);
  expect(sixDigits(robustZ(89000, scale))).toBe(11.8504);
});

test('where most salaries are the same, the mean deviation stands in for MAD', () => {
  const scale = robustScaleOf([27000, 27000, 31000, 27000, 27000, 27000]);
  expect(scale.from).toBe('meanDeviation');
  expect(sixDigits(scale.scale)).toBe(835.543);
  expect(sixDigits(robustZ(31000, scale))).toBe(4.78731);
});

test('where all salaries are the same nothing is an outlier', () => {
  const scale = robustLogScaleOf([27000, 27000, 27000]);
  expect(scale).toMatchObject({ scale: 0, from: 'none' });
  expect(robustLogZ(90000, scale)).toBe(0);
  expect(logLimits(scale)).toEqual({ lower: 0, upper: Number.POSITIVE_INFINITY });
});

test('salaries that are not above zero are left out of the middle', () => {
  expect(robustLogScaleOf([...salaries, 0, -5])).toEqual(robustLogScaleOf(salaries));
});

test('the boxplot adjusted for skewness clears the top and flags the bottom', () => {
  expect(sixDigits(medcouple(salaries))).toBe(0.545455);
  const fence = adjustedFence(salaries);
  expect(sixDigits(fence.lower)).toBe(27775.5);
  expect(sixDigits(fence.upper)).toBe(111634);
  const logs = adjustedFence(salaries.map(Math.log));
  expect(sixDigits(logs.medcouple)).toBe(0.481829);
  expect(sixDigits(Math.exp(logs.lower))).toBe(27642.2);
  expect(sixDigits(Math.exp(logs.upper))).toBe(228441);
  expect(sixDigits(tukeyLogFence(salaries).lower)).toBe(19345);
  expect(sixDigits(tukeyLogFence(salaries).upper)).toBe(58927);
});

test('a medcouple of numbers skewed the other way has the other sign, and the fence turns with it', () => {
  const mirrored = salaries.map((salary) => 100_000 - salary);
  expect(sixDigits(medcouple(mirrored))).toBe(-0.545455);
  const [fence, turned] = [adjustedFence(salaries), adjustedFence(mirrored)];
  expect(sixDigits(100_000 - turned.upper)).toBe(sixDigits(fence.lower));
  expect(sixDigits(100_000 - turned.lower)).toBe(sixDigits(fence.upper));
});

test('the fence is shown for fifty salaries or more that are not too skew, and never tightens from below', () => {
  expect(displayFence(salaries)).toBeUndefined();
  const many = [...salaries, ...salaries, ...salaries];
  const fence = displayFence(many)!;
  expect(fence.lower).toBe(tukeyLogFence(many).lower);
  expect(fence.upper).toBeGreaterThan(tukeyLogFence(many).upper);
  expect(
    displayFence([
      ...Array.from({ length: 60 }, (_, index) => 30000 + index),
      ...Array.from({ length: 50 }, (_, index) => 31000 + 900 * index),
    ]),
  ).toBeUndefined();
});

const pairs = lastYear.map((last, index) => ({ last, now: thisYear[index]! }));
const flagged = (those: typeof pairs, parameters: HbParameters): number[] => {
  const bounds = hbBounds(those, parameters)!;
  return those.flatMap((pair, index) => (isHbOutlier(pair, bounds) ? [index + 1] : []));
};

test('Hidiroglou and Berthelot as published flags the unit that lost a digit', () => {
  const bounds = hbBounds(pairs, { rho: 0 })!;
  expect(sixDigits(bounds.ratio)).toBe(1.02984);
  expect(sixDigits(bounds.effects[0])).toBe(-0.1791);
  expect(sixDigits(bounds.effects[1])).toBe(-3.29785e-5);
  expect(sixDigits(bounds.effects[2])).toBe(0.415427);
  expect(sixDigits(bounds.lower)).toBe(-0.716303);
  expect(sixDigits(bounds.upper)).toBe(1.66181);
  expect(sixDigits(hbEffect(pairs[10]!, bounds.ratio, 0.5))).toBe(-1493.62);
  expect(flagged(pairs, { rho: 0 })).toEqual([11]);
  expect(sixDigits(hbLimits(pairs[0]!, bounds).lower)).toBe(1.02566);
  expect(sixDigits(hbLimits(pairs[0]!, bounds).upper)).toBe(1.03957);
  const wide = hbBounds(pairs, { rho: 0, c: 20 })!;
  expect(sixDigits(hbLimits(pairs[0]!, wide).lower)).toBe(1.00927);
  expect(sixDigits(hbLimits(pairs[0]!, wide).upper)).toBe(1.07852);
});

test.each([
  [0.15, -27.3882, 27.3881, 0.891013, 1.19029, 26730.4, 35708.8],
  [0.05, -9.12942, 9.12935, 0.978993, 1.08332, 29369.8, 32499.7],
])('with the floor %f an ordinary raise is never told of', (rho, lower, upper, low, high, lowSek, highSek) => {
  const bounds = hbBounds(pairs, { rho })!;
  expect(sixDigits(bounds.size)).toBe(182.588);
  expect(sixDigits(bounds.lower)).toBe(lower);
  expect(sixDigits(bounds.upper)).toBe(upper);
  expect(flagged(pairs, { rho })).toEqual([11]);
  const limits = hbLimits(pairs[0]!, bounds);
  expect(sixDigits(limits.lower)).toBe(low);
  expect(sixDigits(limits.upper)).toBe(high);
  expect(sixDigits(limits.lower * 30000)).toBe(lowSek);
  expect(sixDigits(limits.upper * 30000)).toBe(highSek);
});

test('a promotion is told of with the lower floor and not with the higher', () => {
  const promoted = pairs.map((pair, index) => (index === 2 ? { ...pair, now: 31900 } : pair));
  const bounds = hbBounds(promoted)!;
  expect(sixDigits(bounds.ratio)).toBe(1.02993);
  expect(sixDigits(hbEffect(promoted[2]!, bounds.ratio, 0.5))).toBe(15.4987);
  expect(sixDigits(bounds.lower)).toBe(-27.3878);
  expect(sixDigits(bounds.upper)).toBe(27.3885);
  expect(flagged(promoted, { rho: 0.05 })).toEqual([3, 11]);
  expect(flagged(promoted, {})).toEqual([11]);
});

test('where half of the ratios are exactly one, they are left out and said so', () => {
  const unchanged = lastYear.map((last) => ({ last, now: last }));
  const bounds = hbBounds([...pairs, ...unchanged])!;
  const without = hbBounds(pairs)!;
  expect(bounds).toMatchObject({ unchanged: 12, used: 12, ratio: without.ratio, effects: without.effects });
  expect(hbBounds([...pairs, ...unchanged.slice(1)])).toMatchObject({ unchanged: 0, used: 23 });
  expect(hbBounds(unchanged)).toBeUndefined();
});

test('a medcouple counted is the median of all pairs listed', () => {
  const listed = (values: readonly number[]): number => {
    const ordered = ascending(values);
    const m = median(ordered);
    const above = ordered.filter((value) => value >= m).toReversed();
    const below = ordered.filter((value) => value <= m);
    const tied = ordered.filter((value) => value === m).length;
    const rankAmongTied = (index: number, firstTied: number): number => index - firstTied + 1;
    const all = [...above.entries()].flatMap(([i, xi]) =>
      [...below.entries()].map(([j, xj]) =>
        xi === xj
          ? Math.sign(rankAmongTied(i, above.length - tied) + rankAmongTied(j, below.length - tied) - 1 - tied)
          : (xi - m - (m - xj)) / (xi - xj),
      ),
    );
    return median(ascending(all));
  };
  for (const values of [
    [1, 2, 3, 4, 10, 17],
    [1, 2, 2, 2, 3, 9],
    [5, 5, 5, 5],
    [1, 1, 2, 8, 8, 8, 9],
    [0, 3, 3, 3, 3, 3, 4, 100],
    [-7, -2, 0, 0.5, 11, 12, 13, 14, 15],
  ])
    expect(medcouple(values)).toBeCloseTo(listed(values), 12);
});

test('quartiles of one number are that number', () => {
  expect(quartiles([7])).toEqual([7, 7, 7]);
});
