import type { FindingView } from '@insamling/contract';
import { expect, test } from 'vitest';
import { aboutWhat, commentsIn } from './comments.ts';

const finding = (row: number, text: string | null, by = 'Anna Exempelsson'): FindingView => ({
  id: `f${row}`,
  rule: 'P08-01',
  severity: 'warning',
  record: row,
  row,
  message: '',
  cells: [],
  context: '',
  explanation: text === null ? null : { reason: 'other', text, by, at: '2026-11-20T08:00:00Z' },
});

test('the same comment on many findings is told once with its rows', () => {
  const comments = commentsIn([finding(2, 'Stämmer'), finding(3, null), finding(5, 'Stämmer'), finding(7, 'Ny skola')]);
  expect(comments.map(({ text, findings, rows }) => [text, findings, rows])).toEqual([
    ['Stämmer', 2, [2, 5]],
    ['Ny skola', 1, [7]],
  ]);
});

test('two persons who wrote the same have each said it', () => {
  expect(commentsIn([finding(2, 'Stämmer'), finding(3, 'Stämmer', 'Bo Påhittsson')])).toHaveLength(2);
});

test('a comment tells what it is about: rows, the whole file, or how many findings', () => {
  expect(aboutWhat({ rows: [3, 1200], findings: 2 }, false)).toBe('2 anmärkningar: 3, 1\u00a0200');
  expect(aboutWhat({ rows: [], findings: 1 }, true)).toBe('Gäller hela filen');
  expect(aboutWhat({ rows: [], findings: 1 }, false)).toBe('1 anmärkning');
  expect(aboutWhat({ rows: [], findings: 2 }, false)).toBe('2 anmärkningar');
});
