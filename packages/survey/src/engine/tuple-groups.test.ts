import { expect, test } from 'vitest';
import type { Variable } from '../definition/variable.ts';
import { Bitset } from './bitset.ts';
import { Dictionary } from './dictionary.ts';
import { SameTexts } from './same-texts.ts';
import type { Column } from './table.ts';
import { TupleGroups } from './tuple-groups.ts';

const columnOf = (...values: number[]): Column => ({
  variable: {} as Variable,
  values: Int32Array.from(values),
  mayBeUnread: false,
  dictionary: undefined,
});

/** The records of each group with more than one, as its members tell them. */
function shared(groups: TupleGroups): number[][] {
  const all = Array.from(groups.groupOf, (group) => [...groups.members(group)].toSorted((one, other) => one - other));
  return all.filter((members, record) => members.length > 1 && members[0] === record);
}

test('who is in a group is told again after it was forgotten, and what has been moved is not forgotten', () => {
  const column = columnOf(7, 8, 7, 9, 8, 7, 5);
  const groups = new TupleGroups([column], 7, new Bitset(7), new SameTexts());
  expect(shared(groups)).toEqual([
    [0, 2, 5],
    [1, 4],
  ]);
  groups.settle();
  expect(shared(groups)).toEqual([
    [0, 2, 5],
    [1, 4],
  ]);
  groups.settle();
  const move = (record: number, value: number): void => {
    groups.remove(record);
    column.values[record] = value;
    groups.add(record);
  };
  // Into a group of several, out of one of two, and to one who was alone.
  move(1, 7);
  move(6, 9);
  groups.settle();
  expect(shared(groups)).toEqual([
    [0, 1, 2, 5],
    [3, 6],
  ]);
  move(6, 8);
  move(1, 8);
  groups.settle();
  expect(shared(groups)).toEqual([
    [0, 2, 5],
    [1, 4, 6],
  ]);
  expect([3, 4].map((record) => groups.sizeOf(groups.groupOf[record]!))).toEqual([1, 3]);
});

/** Pairs of numbers with one hash: what is mixed in last undoes what came before it. See `hashOf`. */
function chosenPairs(count: number): readonly [number[], number[]] {
  const mixed = (hash: number, value: number): number => {
    const product = Math.imul(hash ^ value, 0x01000193);
    return product ^ (product >>> 13);
  };
  const firsts = Array.from({ length: count }, (_, place) => place);
  return [firsts, firsts.map((first) => mixed(0x811c9dc5 | 0, first) ^ 0x5eed)];
}

test('records chosen to have one hash are grouped as others, and as soon', () => {
  const records = 60_000;
  const [firsts, seconds] = chosenPairs(records / 2);
  const columns = [columnOf(...firsts, ...firsts), columnOf(...seconds, ...seconds)];
  const before = performance.now();
  const groups = new TupleGroups(columns, records, new Bitset(records), new SameTexts());
  const move = (record: number, pair: number): void => {
    groups.remove(record);
    for (const [place, values] of [firsts, seconds].entries()) columns[place]!.values[record] = values[pair]!;
    groups.add(record);
  };
  // Into the group of another, back again, and into one that has become empty.
  move(7, 29_000);
  move(29_000, 7);
  move(59_000, 7);
  expect(performance.now() - before).toBeLessThan(8000);
  const members = (record: number): number[] => [...groups.members(groups.groupOf[record]!)].toSorted((one, other) => one - other);
  expect([members(7), members(30_007), members(1), members(29_999)]).toEqual([
    [7],
    [29_000, 30_007, 59_000],
    [1, 30_001],
    [29_999, 59_999],
  ]);
  move(59_000, 29_000);
  move(7, 7);
  move(29_000, 29_000);
  expect([members(7), members(29_000)]).toEqual([
    [7, 30_007],
    [29_000, 59_000],
  ]);
});

test('a record finds its group by looking through the others as by the hash', () => {
  const records = 300;
  const values = (record: number, round: number): readonly [number, number] => [(record * 7 + round) % 23, (record * 3 + round * 5) % 11];
  const columns = [0, 1].map((place) => columnOf(...Array.from({ length: records }, (_, record) => values(record, 0)[place]!)));
  const groups = new TupleGroups(columns, records, new Bitset(records), new SameTexts());
  // So many that the first are looked for and the others hashed; some stay taken out for a while.
  for (let step = 0; step < 500; step += 1) {
    const [record, out] = [(step * 37) % records, (step * 53 + 1) % records];
    groups.remove(record);
    if (out !== record) groups.remove(out);
    for (const [place, { values: ofColumn }] of columns.entries()) ofColumn[record] = values(record, step)[place]!;
    groups.add(record);
    if (out !== record) groups.add(out);
    const alike = [...groups.members(groups.groupOf[record]!)].toSorted((one, other) => one - other);
    const expected = Array.from({ length: records }, (_, one) => one).filter((one) =>
      columns.every(({ values: ofColumn }) => ofColumn[one] === ofColumn[record]),
    );
    expect(alike).toEqual(expected);
  }
});

test('records are grouped alike whether nobody else, few or many have their text', () => {
  const records = 2000;
  // Three texts have hundreds of records each, some sixteen or seventeen, and between these stand others with one.
  const texts = Array.from({ length: records }, (_, record) => (record < 900 ? record % 3 : record % 2 === 1 ? record % 33 : record));
  const dictionary = new Dictionary(new Uint8Array(0), { decode: String, isUtf8: true });
  const named: Column = { ...columnOf(...texts.map((text) => dictionary.internText(`t${text}`))), dictionary };
  const columns = [columnOf(...texts.map((_, record) => (record * 7) % 5)), named, columnOf(...texts.map((_, record) => record % 2))];
  const without = new Bitset(records);
  for (let record = 0; record < records; record += 10) without.set(record, true);
  const groups = new TupleGroups(columns, records, without, new SameTexts());
  const keys = texts.map((_, record) => columns.map(({ values }) => values[record]).join());
  const expected = new Map<string, number[]>();
  for (let record = 0; record < records; record += 1)
    if (record % 10 !== 0) expected.set(keys[record]!, [...(expected.get(keys[record]!) ?? []), record]);
  for (let record = 0; record < records; record += 1) {
    const group = groups.groupOf[record]!;
    const members = [...groups.members(group)].toSorted((one, other) => one - other);
    expect(members).toEqual(record % 10 === 0 ? [] : expected.get(keys[record]!));
  }
  // Among those who are not alone by fewer columns, the same are found.
  const coarser = new TupleGroups(columns.slice(0, 2), records, without, new SameTexts());
  const within = new TupleGroups(columns, records, without, new SameTexts(), coarser);
  expect(shared(within)).toEqual(shared(groups));
  expect(shared(within)).not.toEqual(shared(coarser));
});
