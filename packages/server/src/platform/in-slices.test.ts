import { expect, test } from 'vitest';
import { inSlices } from './in-slices.ts';

test('something is made of each in order, and others have their turn in between', async () => {
  const items = Array.from({ length: 1700 }, (_, index) => index);
  let turns = 0;
  let isOver = false;
  const other = () => {
    turns += 1;
    if (!isOver) setImmediate(other);
  };
  setImmediate(other);
  const made = await inSlices(items, (item, place) => [item + place, turns] as const);
  isOver = true;
  expect(made.map(([item]) => item / 2)).toEqual(items);
  // In a slice nobody has a turn, and between two somebody has.
  expect([0, 499, 500, 999, 1000, 1499, 1500, 1699].map((index) => made[index]![1] > 0)).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(new Set(made.map((one) => one[1])).size).toBe(4);
});
