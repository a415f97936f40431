import { expect, test } from 'vitest';
import { giveBack, lendBytes, lendInts, lendLongs } from './lent.ts';

test('what is lent is all zero, whatever it was used for before', () => {
  const [ints, bytes, longs] = [lendInts(3000).fill(-1), lendBytes(9000).fill(7), lendLongs(2000).fill(Number.NaN)];
  giveBack(ints, bytes, longs);
  for (const array of [lendInts(4000), lendBytes(11_999), lendLongs(1500), lendInts(0)])
    expect(array.every((value) => value === 0)).toBe(true);
});

test('what is given back is lent again where it is long enough, and no two have the same', () => {
  const [one, other] = [lendInts(5000), lendInts(5000)];
  expect(one.buffer).not.toBe(other.buffer);
  giveBack(one);
  const again = lendBytes(20_000);
  expect(again.buffer).toBe(one.buffer);
  expect(lendBytes(20_000).buffer).not.toBe(again.buffer);
  giveBack(again);
  // Others may have given back longer ones.
  const longer = lendInts(again.buffer.byteLength);
  expect([longer.length, longer.buffer === again.buffer]).toEqual([again.buffer.byteLength, false]);
});

test('no more is kept than a file of usual length needs', () => {
  const large = lendBytes(9 * 1024 * 1024);
  giveBack(large);
  expect(lendBytes(9 * 1024 * 1024).buffer).not.toBe(large.buffer);
});
