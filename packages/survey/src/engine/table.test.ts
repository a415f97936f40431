import { expect, test } from 'vitest';
import type { Variable } from '../definition/variable.ts';
import { narrow, write, type Column, type Values } from './table.ts';

const columnOf = (values: Values): Column => ({ variable: {} as Variable, values, mayBeUnread: false, dictionary: undefined });

test.each([
  [[0, 1, 65_535], Uint16Array],
  [[0, 65_536], Int32Array],
  [[0, -2_147_483_648], Int32Array],
])('a column takes two bytes a value where %j fit', (values, kind) => {
  const column = columnOf(Int32Array.from(values));
  narrow(column);
  expect(column.values).toEqual(kind.from(values));
});

test.each([65_536, -2_147_483_646])('a narrow column becomes wide when %d is written', (value) => {
  const column = columnOf(Int32Array.of(3, 65_535));
  narrow(column);
  write(column, 0, value);
  expect(column.values).toEqual(Int32Array.of(value, 65_535));
  expect(column.mayBeUnread).toBe(value < 0);
});

test('numbers of more than nine digits stay as they are', () => {
  const column = columnOf(Float64Array.of(1, 2));
  narrow(column);
  expect(column.values).toEqual(Float64Array.of(1, 2));
});
