import { expect, test } from 'vitest';
import { OnlyRecords } from './only-records.ts';

/** Pairs that are all looked for from one slot on, however many slots there are: see `OnlyRecords.#slotOf`. */
const chosen = (count: number): (readonly [number, number])[] =>
  Array.from({ length: count }, (_, second) => [Math.imul(second + 1, 0x9e3779b1), second] as const);
const ordinary = (count: number): (readonly [number, number])[] =>
  Array.from({ length: count }, (_, place) => [1 + (place % 600), Math.floor(place / 600)] as const);

test.each([
  ['ordinary pairs', ordinary],
  ['pairs chosen for one slot', chosen],
])('of %s the record is found where there is only one', (_, pairsOf) => {
  const pairs = pairsOf(2000);
  // Every seventh twice, every forty-ninth three times; the last hundred are not put in.
  const all = [...pairs, ...pairs.filter((__, place) => place % 7 === 0), ...pairs.filter((__, place) => place % 49 === 0)];
  const [firsts, seconds] = [0, 1].map((place) => Int32Array.from(all, (pair) => pair[place]!)) as [Int32Array, Int32Array];
  const records = new OnlyRecords(firsts, seconds, all.length);
  const isPutIn = (record: number): boolean => record < 1900 || record >= 2000;
  for (let record = 0; record < all.length; record += 1) if (isPutIn(record)) records.add(record);
  const expected = pairs.map((pair) => {
    const ofPair = all.flatMap(([first, second], record) => (isPutIn(record) && first === pair[0] && second === pair[1] ? [record] : []));
    return ofPair.length === 1 ? ofPair[0] : -1;
  });
  expect(pairs.map(([first, second]) => records.of(first, second))).toEqual(expected);
  expect(new Set(expected).size).toBeGreaterThan(1000);
});

test('pairs chosen for one slot take no more than others of as many', () => {
  const pairs = chosen(60_000);
  const [firsts, seconds] = [0, 1].map((place) => Int32Array.from(pairs, (pair) => pair[place]!)) as [Int32Array, Int32Array];
  const before = performance.now();
  const records = new OnlyRecords(firsts, seconds, pairs.length);
  for (let record = 0; record < pairs.length; record += 1) records.add(record);
  expect(performance.now() - before).toBeLessThan(8000);
  expect(records.of(...pairs[59_999]!)).toBe(59_999);
});
