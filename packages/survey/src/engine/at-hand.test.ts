import { expect, test } from 'vitest';
import { findAmong, notAtHand, wordsAtHand } from './at-hand.ts';
import { hashOf } from './value-words.ts';

/** Values of which every two words are chosen to be looked for from one slot on. */
function chosenValues(count: number): Int32Array {
  const values = new Int32Array((count + 1) * wordsAtHand);
  for (let id = 1; id <= count; id += 1) values.set([0x12345678 ^ Math.imul(id, 0x9e3779b1), id, 0], id * wordsAtHand);
  return values;
}

function inReverse(values: Int32Array): Int32Array {
  const reversed = new Int32Array(values.length);
  for (let at = wordsAtHand; at < values.length; at += wordsAtHand) reversed.set(values.subarray(at, at + wordsAtHand), values.length - at);
  return reversed;
}

test('values chosen for one slot are found as soon as others, or left to who finds them otherwise', () => {
  const count = 60_000;
  const values = chosenValues(count);
  const hashes = Array.from({ length: count }, (_, place) =>
    hashOf(values[(place + 1) * wordsAtHand]!, values[(place + 1) * wordsAtHand + 1]!, 0),
  );
  expect(new Set(hashes).size).toBe(1);
  const ids = new Int32Array(count + 1).fill(notAtHand);
  const before = performance.now();
  // In another order than theirs, so that no value is met where the one before was.
  findAmong(inReverse(values), values, ids);
  expect(performance.now() - before).toBeLessThan(8000);
  const found = [...ids.entries()].filter(([, told]) => told !== notAtHand);
  expect(found.length).toBeGreaterThan(32);
  expect(found.every(([id, told]) => told === count + 1 - id)).toBe(true);
});

test('the few that find their slot crowded are told all the same', () => {
  const all = chosenValues(120);
  const others = all.slice(0, 101 * wordsAtHand);
  const ids = new Int32Array(121).fill(notAtHand);
  findAmong(inReverse(all), others, ids);
  expect([...ids].slice(1)).toEqual(Array.from({ length: 120 }, (_, place) => (place < 20 ? -1 : 120 - place)));
});

test('what is not at hand stays unknown, and what is there is told from what is not', () => {
  const others = Int32Array.from([0, 0, 0, 7, 8, 9, 0, 0, 0, 7, 8, 10]);
  const values = Int32Array.from([0, 0, 0, 7, 8, 10, 7, 8, 11, 0, 0, 0, 7, 8, 9]);
  const ids = new Int32Array(5).fill(notAtHand);
  findAmong(values, others, ids);
  expect([...ids]).toEqual([notAtHand, 3, -1, notAtHand, 1]);
});

test('in the same order, with some gone and some come between, each is told its id', () => {
  const valueOf = (number: number) => [number, number * 3, 0];
  const others = Int32Array.from([[0, 0, 0], ...[1, 2, 4, 5, 6, 9].map(valueOf)].flat());
  const values = Int32Array.from([[0, 0, 0], ...[1, 2, 3, 4, 6, 7, 9, 9].map(valueOf)].flat());
  const ids = new Int32Array(9).fill(notAtHand);
  findAmong(values, others, ids);
  expect([...ids].slice(1)).toEqual([1, 2, -1, 3, 5, -1, 6, 6]);
});
