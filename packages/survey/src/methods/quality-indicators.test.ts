import { expect, test } from 'vitest';
import { sixDigits } from '../testing/six-digits.ts';
import { correctionRate, editChangeImpact, failureRate, itemNonresponseRate, notEvaluableRate } from './editing-rates.ts';
import { hitRate, recall, wilsonInterval } from './hit-rate.ts';
import { isotonicRegression } from './isotonic-regression.ts';
import { unitResponseRate, type AskedUnit } from './response-rate.ts';

const asked = (status: AskedUnit['status'], number: number, weight?: number): AskedUnit[] =>
  Array.from({ length: number }, () => ({ status, ...(weight === undefined ? {} : { weight }) }));

test('units of which nothing is known count as far as others turned out to belong', () => {
  const units = [...asked('responded', 301), ...asked('nonresponse', 9), ...asked('unknown', 5), ...asked('ineligible', 4)];
  expect(sixDigits(unitResponseRate(units))).toBe(0.955749);
  expect(unitResponseRate([...asked('responded', 3), ...asked('nonresponse', 1)])).toBe(0.75);
  expect(unitResponseRate([])).toBeNaN();
});

test('weighted by employees a large unit that is silent costs more', () => {
  expect(unitResponseRate([...asked('responded', 1, 100), ...asked('nonresponse', 1, 900)])).toBe(0.1);
});

test('the rates of an edited file', () => {
  expect(itemNonresponseRate(5, 50)).toBe(0.1);
  expect(failureRate({ pass: 30, fail: 10 })).toBe(0.25);
  expect(failureRate({ pass: 0, fail: 0 })).toBeNaN();
  expect(notEvaluableRate({ pass: 5, fail: 3, notEvaluable: 2 })).toBe(0.2);
  expect(correctionRate(3, 300)).toBe(0.01);
  expect(editChangeImpact(90, 100)).toBe(0.1);
});

test('a rule that was right seven times of forty', () => {
  const { rate, interval, shrunken, isTooFew } = hitRate(7, 40);
  expect(sixDigits(rate)).toBe(0.175);
  expect(sixDigits(interval.lower)).toBe(0.0874541);
  expect(sixDigits(interval.upper)).toBe(0.3195);
  expect(sixDigits(shrunken)).toBe(0.216667);
  expect(isTooFew).toBe(false);
});

test('a rule that was asked three times says too little', () => {
  const { interval, shrunken, isTooFew, mayBeLoosened } = hitRate(0, 3);
  expect(interval.lower).toBe(0);
  expect(sixDigits(interval.upper)).toBe(0.561497);
  expect(sixDigits(shrunken)).toBe(0.26087);
  expect([isTooFew, mayBeLoosened]).toEqual([true, false]);
  expect(wilsonInterval(0, 0)).toEqual({ lower: 0, upper: 1 });
  expect(wilsonInterval(3, 3).upper).toBe(1);
});

test('a rule is proposed for loosening only when fifty findings show that it is seldom right', () => {
  expect([hitRate(0, 49).mayBeLoosened, hitRate(0, 50).mayBeLoosened, hitRate(5, 50).mayBeLoosened]).toEqual([false, true, false]);
});

test('errors in a random sample of what was not flagged tell how many were missed, and without one nothing is known', () => {
  expect(sixDigits(recall(60, { errors: 2, share: 0.05 })!)).toBe(0.6);
  expect([recall(60), recall(0, { errors: 0, share: 0.05 })]).toEqual([undefined, undefined]);
});

test('suspicion is calibrated by a step function that never falls', () => {
  const fitted = isotonicRegression([0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1]);
  for (const [index, told] of [0, 0, 1 / 3, 1 / 3, 1 / 3, 0.5, 0.5, 2 / 3, 2 / 3, 2 / 3, 1, 1].entries())
    expect(fitted[index]).toBeCloseTo(told, 12);
  expect(isotonicRegression([])).toEqual([]);
});
