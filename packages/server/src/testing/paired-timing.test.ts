import { expect, test } from 'vitest';
import { mannWhitneyP } from './mann-whitney.ts';
import { pairedTiming } from './paired-timing.ts';

const upTo = (most: number, step = 1) => Array.from({ length: Math.floor(most / step) }, (_, place) => (place + 1) * step);

test.each([
  // Worked out by hand: U = 0, mean 50, variance 175, z = 49.5 / 13.229.
  ['two samples that do not overlap', upTo(10), upTo(10).map((value) => value + 10), 0.000183],
  ['every second number against the others', upTo(40, 2), upTo(40, 2).map((value) => value - 1), 0.7972],
  ['the same sample twice', upTo(30), upTo(30), 1],
  ['nothing but ties', [5, 5, 5, 5], [5, 5, 5, 5], 1],
])('the U test of %s', (_, one, other, p) => {
  expect(mannWhitneyP(one, other)).toBeCloseTo(p, 3);
  expect(mannWhitneyP(other, one)).toBeCloseTo(p, 3);
});

test('a request that is slower by two milliseconds is told apart, and one that is not is not', async () => {
  // Something else holds every tenth request up for twenty milliseconds, and all of them for up to three.
  let [time, asked] = [0, 0];
  const taking = (milliseconds: number) => () => {
    asked += 1;
    time += milliseconds + ((asked * 7) % 31) / 10 + (asked % 10 === 0 ? 20 : 0);
    return Promise.resolve();
  };
  const slow = await pairedTiming(60, taking(5), taking(7), () => time);
  expect(slow.isEqual).toBe(false);
  expect(slow.p).toBeLessThan(0.001);
  const same = await pairedTiming(60, taking(5), taking(5), () => time);
  expect(same.isEqual).toBe(true);
});
