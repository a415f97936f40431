import { expect, test } from 'vitest';
import { withoutKernels } from '../compiled/kernels.ts';
import { november2026 } from '../editions/november-2026/index.ts';
import { textOf, type Table } from '../engine/table.ts';
import { generate } from '../generator/index.ts';
import { tableOf } from './open-file.ts';

const { file } = generate({ unit: '0488', records: 400, seed: 5, errorShare: 0.1 });
const corrections = [
  { record: 3, variable: 'name', text: ' Påhittad, Pia ' },
  { record: 3, variable: 'hourlyPay', text: '17050' },
  { record: 5, variable: 'personalNumber', text: '8004089805' },
  { record: 9999, variable: 'name', text: 'nobody' },
  { record: 1, variable: 'nothing', text: '1' },
];
const all = (table: Table): readonly unknown[] =>
  table.columns.map((column, index) => [
    column.values,
    column.mayBeUnread,
    Array.from({ length: table.records }, (_, record) => textOf(table, record, index)),
  ]);

test.each([
  ['by the kernels', <Done>(work: () => Done) => work()],
  ['without them', withoutKernels],
])('columns that are left out and asked for later hold what they would have held at once, %s', (_, way) => {
  const at = (only?: ReadonlySet<string>) => way(() => tableOf(file, november2026, undefined, { corrections, ...(only ? { only } : {}) }));
  const whole = at();
  for (const only of [new Set(['personalNumber', 'hourlyPay']), new Set<string>()]) {
    const some = at(only);
    expect(some.columns.filter(({ isLate }) => !isLate).map(({ variable }) => variable.id)).toEqual([...only].filter(Boolean));
    expect(way(() => all(some))).toEqual(all(whole));
    expect(some.rawTexts(3)).toEqual(whole.rawTexts(3));
  }
  expect(textOf(whole, 2, whole.indexOf['name']!)).toBe('Påhittad, Pia');
});
