import { expect, test } from 'vitest';
import type { Variable } from '../definition/variable.ts';
import { Dictionary } from './dictionary.ts';
import { narrow, write, type Column, type Values } from './table.ts';

const numbers = (values: Values): Column => ({ variable: {} as Variable, values, mayBeUnread: false, dictionary: undefined });

/** Ids of so many different texts, the empty one counted. */
function texts(count: number, values: Values): Column {
  const dictionary = new Dictionary(new Uint8Array(0), { isUtf8: true, decode: () => '' });
  for (let id = 1; id < count; id += 1) dictionary.internText(`ä${id}`);
  return { variable: {} as Variable, values, mayBeUnread: false, dictionary };
}

test.each([
  [[0, 1, 65_535], Uint16Array],
  [[0, 65_536], Int32Array],
  [[0, -2_147_483_648], Int32Array],
])('numbers take two bytes each where all of %j fit', (values, kind) => {
  const column = numbers(Int32Array.from(values));
  narrow(column);
  expect(column.values).toEqual(kind.from(values));
});

test('numbers of more than nine digits stay as they are', () => {
  const column = numbers(Float64Array.of(1, 2));
  narrow(column);
  expect(column.values).toEqual(Float64Array.of(1, 2));
});

test.each([
  [256, Uint16Array, Uint8Array],
  [257, Uint16Array, Uint16Array],
  [257, Int32Array, Uint16Array],
])('ids of %d texts take as few bytes as they need', (count, read, kind) => {
  const column = texts(count, read.of(0, count - 1));
  narrow(column);
  expect(column.values).toEqual(kind.of(0, count - 1));
});

test.each([65_536, -2_147_483_646])('a column of small numbers becomes wide when %d is written', (value) => {
  const column = numbers(Int32Array.of(3, 65_535));
  narrow(column);
  write(column, 0, value);
  expect(column.values).toEqual(Int32Array.of(value, 65_535));
  expect(column.mayBeUnread).toBe(value < 0);
});

test.each([
  [255, Uint8Array],
  [256, Uint16Array],
  [65_536, Int32Array],
])('a column of few texts has room for the id %d', (id, kind) => {
  const column = texts(4, Uint16Array.of(3, 2));
  narrow(column);
  write(column, 1, id);
  expect(column.values).toEqual(kind.of(3, id));
});
