import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { openDelivery } from '../open-delivery.ts';
import type { FieldRemedy } from '../remedy/remedy.ts';
import { monthly } from '../testing/examples/example.ts';
import { cleanRows, factsOf, fileOf, withCells, type Cells, type Row } from '../testing/records.ts';

const neighbours = cleanRows('0488', 40, 4);
const open = (cells: Cells, on: Row = monthly, last?: readonly Row[]) =>
  openDelivery(november2026, fileOf([withCells(on, cells), ...neighbours]), {
    ...factsOf('0488'),
    ...(last ? { lastYear: { file: fileOf(last) } } : {}),
  });
const shown = ({ field, kind, texts, low, high, mechanism }: FieldRemedy) =>
  [field, kind, ...(mechanism ? [mechanism] : []), ...texts, ...(low === undefined ? [] : [`${low}-${high}`])].join(' ');
const sets = (cells: Cells, on: Row = monthly, last?: readonly Row[]) =>
  open(cells, on, last)
    .localise(1)
    .sets.map(({ cost, fields }) => [cost, ...fields.map(shown)]);

test('a clean record has nothing to solve', () => {
  expect(open({}).localise(1)).toMatchObject({ record: 1, notLocalised: 'nothingToSolve', sets: [] });
});

test('an actual rate above the agreed one is settled by either of them', () => {
  expect(sets({ agreedEmploymentRate: '5000', actualEmploymentRate: '8000' })).toEqual([
    [1, 'agreedEmploymentRate interval 8000-10000'],
    [1, 'actualEmploymentRate interval 0-5000'],
  ]);
});
