import { expect, test } from 'vitest';
import { sixDigits } from '../testing/six-digits.ts';
import { lastYear, thisYear } from '../testing/worked-examples.ts';
import { euclideanScore, minkowskiScore, recordScore, unitScore } from './global-score.ts';
import { latoucheBerthelotScore, localScore, potentialImpact } from './local-score.ts';
import { pseudoBias } from './pseudo-bias.ts';
import { ascending, quartiles } from './quantile.ts';
import { reviewList } from './stop-rule.ts';
import { sumOf } from './sums.ts';
import { acceptance, suspicionOf } from './suspicion.ts';

const ratios = ascending(thisYear.map((now, index) => now / lastYear[index]!));
const [lowerQuartile, growth, upperQuartile] = quartiles(ratios);
const reference = { lowerQuartile, median: growth, upperQuartile };
const expected = lastYear.map((last) => last * growth);
const total = sumOf(expected);

test('the unit that lost a digit is suspect, and five percent of the total hang on it', () => {
  expect(sixDigits(lowerQuartile)).toBe(1.02888);
  expect(sixDigits(upperQuartile)).toBe(1.03195);
  const { lower, upper } = acceptance(reference);
  expect(sixDigits(lower)).toBe(0.875362);
  expect(sixDigits(upper)).toBe(1.18431);
  const suspicion = suspicionOf(2860 / 27700, reference);
  expect(sixDigits(suspicion / (1 - suspicion))).toBe(14.9948);
  expect(sixDigits(suspicion)).toBe(0.93748);
  expect(sixDigits(expected[10]!)).toBe(28526.5);
  const impact = potentialImpact(2860, expected[10]!);
  expect(sixDigits(impact)).toBe(-25666.5);
  expect(sixDigits(total)).toBe(458278);
  expect(sixDigits(localScore(suspicion, impact, total))).toBe(5.25049);
  expect(sixDigits(localScore(1, impact, total))).toBe(5.60064);
});

test('inside what is accepted, bounds included, nothing is suspect', () => {
  const { lower, upper } = acceptance(reference);
  for (const ratio of [lower, growth, upper]) expect(suspicionOf(ratio, reference)).toBe(0);
  expect(suspicionOf(upper + 0.0514919, reference)).toBeCloseTo(0.5, 5);
  expect(suspicionOf(1, { lowerQuartile: 0, median: 0, upperQuartile: 0 })).toBe(1);
});

test('the score of a record that weighs 20 is as the statisticians of another country compute it', () => {
  expect(sixDigits(localScore(1, potentialImpact(800, 424, 20), 800_000))).toBe(0.94);
  expect(localScore(1, 5, 0)).toBe(0);
});

test('only variables that a failed rule reads count in the score of Latouche and Berthelot', () => {
  const salary = { value: 2860, last: 27700, total: 445_000, isInvolved: true };
  const time = { value: 100, last: 75, total: 1100, isInvolved: false };
  expect(sixDigits(latoucheBerthelotScore([salary]))).toBe(5.58202);
  expect(sixDigits(latoucheBerthelotScore([salary, time]))).toBe(5.58202);
  expect(sixDigits(latoucheBerthelotScore([salary, { ...time, isInvolved: true }]))).toBe(sixDigits(5.58202 + 2.27273));
  expect(sixDigits(latoucheBerthelotScore([{ ...time, isInvolved: true }]))).toBe(2.27273);
});

test('local scores become one by their sum, Euclid, the largest or a power', () => {
  const scores = [0.8, 0.3, 1.2];
  expect(sixDigits(unitScore(scores))).toBe(2.3);
  expect(sixDigits(euclideanScore(scores))).toBe(1.47309);
  expect(sixDigits(recordScore(scores))).toBe(1.2);
  expect(sixDigits(minkowskiScore(scores, 3))).toBe(1.31366);
  expect([recordScore([]), euclideanScore([])]).toEqual([0, 0]);
  expect(() => minkowskiScore(scores, 0.5)).toThrow(RangeError);
});

test('review stops when what is left is two thousandths of the total', () => {
  const records = thisYear.map((now, index) => {
    const impact = potentialImpact(now, expected[index]!);
    return { score: localScore(suspicionOf(now / lastYear[index]!, reference), impact, total), deviation: Math.abs(impact) };
  });
  const { review, before, after } = reviewList(records, total);
  expect(review).toEqual([10]);
  expect(sixDigits(100 * before)).toBe(5.72687);
  expect(sixDigits(100 * after)).toBe(0.126229);
});

test('nothing is reviewed where nothing deviates, and everything where the total is nothing', () => {
  expect(reviewList([{ score: 3, deviation: 0 }], 100)).toEqual({ review: [], before: 0, after: 0 });
  expect(reviewList([{ score: 1, deviation: 5 }], 0).review).toEqual([0]);
});

test('the bias that is left falls as the highest scores are edited', () => {
  const [raw, edited, scores] = [
    [100, 205, 330, 3000, 510],
    [100, 200, 300, 300, 500],
    [0, 0.2, 1, 9, 0.1],
  ] as const;
  const biases = pseudoBias(raw.map((value, index) => ({ raw: value, edited: edited[index]!, score: scores[index]! })));
  expect(biases).toHaveLength(6);
  for (const [reviewed, told] of [1.96071, 0.0321429, 0.0107143, 0.00714286].entries()) expect(sixDigits(biases[reviewed]!)).toBe(told);
  expect(biases[4]).toBe(0);
});
