import { expect, test } from 'vitest';
import { SkippedRows } from './skipped-rows.ts';

test('rows that are no records stand before the records after them', () => {
  const skipped = new SkippedRows();
  expect([0, 5].map((record) => skipped.before(record))).toEqual([0, 0]);
  for (const record of [0, 0, 3, 7, 7, 7]) skipped.add(record);
  expect(Array.from({ length: 9 }, (_, record) => skipped.before(record))).toEqual([2, 2, 2, 3, 3, 3, 3, 6, 6]);
});

test('a million blank rows at the end of a file are one entry', () => {
  const skipped = new SkippedRows();
  for (let row = 0; row < 1_000_000; row += 1) skipped.add(12);
  expect([11, 12].map((record) => skipped.before(record))).toEqual([0, 1_000_000]);
});
