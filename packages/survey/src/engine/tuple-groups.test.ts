import { expect, test } from 'vitest';
import type { Variable } from '../definition/variable.ts';
import { Bitset } from './bitset.ts';
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
  const groups = new TupleGroups([column], 7, new Bitset(7));
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
