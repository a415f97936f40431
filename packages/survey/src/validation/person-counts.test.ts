import { expect, test } from 'vitest';
import { PersonCounts } from './person-counts.ts';
import { PersonGroups } from './person-groups.ts';

/** Pairs that are all looked for from one slot on, however many slots there are: see `PersonCounts.#slotOf`. */
const chosen = (count: number): (readonly [number, number])[] =>
  Array.from({ length: count }, (_, group) => [group, Math.imul(group + 1, 0x9e3779b1)] as const);
const ordinary = (count: number): (readonly [number, number])[] =>
  Array.from({ length: count }, (_, place) => [place % 7, Math.floor(place / 7)] as const);
/** Amounts in öre that four bytes do not hold. */
const large = (count: number): (readonly [number, number])[] =>
  Array.from({ length: count }, (_, place) => [(place % 5) * 2 ** 32 + 3_000_000_000, Math.floor(place / 5)] as const);

test.each([
  ['ordinary pairs', ordinary, () => new PersonCounts()],
  ['pairs chosen for one slot', chosen, () => new PersonCounts()],
  ['large amounts', large, () => new PersonCounts()],
  ['persons in many groups', ordinary, () => new PersonGroups(100)],
  [
    'as many persons as groups',
    (count: number) => ordinary(count).map(([, person]) => [person, person] as const),
    () => new PersonGroups(0),
  ],
])('%s are counted as a map would', (_, pairsOf, make) => {
  const counts = make();
  const expected = new Map<string, number>();
  const pairs = pairsOf(3000);
  for (const [place, [group, person]] of [...pairs, ...pairs.toReversed(), ...pairs.slice(0, 900)].entries()) {
    const sign = place % 3 === 0 ? -1 : 1;
    const count = (expected.get(`${group} ${person}`) ?? 0) + sign;
    expected.set(`${group} ${person}`, count);
    expect(counts.change(group, person, sign)).toBe(count);
  }
  expect(pairs.map(([group, person]) => counts.of(group, person))).toEqual(
    pairs.map(([group, person]) => expected.get(`${group} ${person}`)),
  );
  expect(counts.of(-5, 1)).toBe(0);
});

test('pairs chosen for one slot take no more than others of as many', () => {
  const counts = new PersonCounts();
  const before = performance.now();
  for (const [group, person] of chosen(60_000)) counts.change(group, person, 1);
  expect(performance.now() - before).toBeLessThan(8000);
});
