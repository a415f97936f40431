import { expect, test } from 'vitest';
import { unitErrorFactor } from './unit-error.ts';

test.each([
  [0.1032491, 1 / 10],
  [9.7, 10],
  [1030, 1000],
  [0.0858, 1 / 12],
  [12.36, 12],
  [1.5, undefined],
])('a value that is %d times last year’s, when amounts grew by three percent, is off by %d', (ratio, factor) => {
  expect(unitErrorFactor(ratio, 1.03)).toBe(factor);
});

test('just fifteen percent beside a factor is near enough, a hair more is not', () => {
  expect(unitErrorFactor(115 * 0.9999, 1)).toBe(100);
  expect(unitErrorFactor(115 * 1.0001, 1)).toBeUndefined();
  expect(unitErrorFactor(100 / (1.15 * 0.9999), 1)).toBe(100);
  expect(unitErrorFactor(100 / (1.15 * 1.0001), 1)).toBeUndefined();
});

test('without last year’s value, or with a value that is not above nothing, no unit is known', () => {
  expect(unitErrorFactor(Number.NaN, 1.03)).toBeUndefined();
  expect(unitErrorFactor(0, 1.03)).toBeUndefined();
  expect(unitErrorFactor(-10, 1.03)).toBeUndefined();
  expect(unitErrorFactor(10, 0)).toBeUndefined();
  expect(unitErrorFactor(Number.POSITIVE_INFINITY, 1)).toBeUndefined();
});
