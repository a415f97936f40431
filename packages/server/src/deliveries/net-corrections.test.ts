import { expect, test } from 'vitest';
import { netCorrections, type LoggedText } from './net-corrections.ts';

const wrote = (record: number, variable: string, before: string, after: string, by = 'rut'): LoggedText => ({
  record,
  variable,
  before,
  after,
  by,
  at: new Date(0),
});
const numbers: Readonly<Record<string, number>> = { name: 8, aidLabel: 9 };

test('each cell stands once, from what the file says to what it is now, by who wrote that', () => {
  const log = [
    wrote(7, 'aidLabel', '1', '2'),
    wrote(3, 'aidLabel', 'a', 'b'),
    wrote(3, 'name', 'x', ''),
    wrote(7, 'aidLabel', '2', '3', 'bo'),
  ];
  expect(netCorrections(log, (variable) => numbers[variable] ?? 0)).toEqual([
    wrote(3, 'name', 'x', ''),
    wrote(3, 'aidLabel', 'a', 'b'),
    wrote(7, 'aidLabel', '1', '3', 'bo'),
  ]);
});

test('a cell that was changed back is as in the file, and left out', () => {
  const log = [wrote(1, 'name', 'x', 'y'), wrote(1, 'name', 'y', 'x'), wrote(2, 'name', '', 'z')];
  expect(netCorrections(log, () => 0)).toEqual([wrote(2, 'name', '', 'z')]);
});
