import { expect, test } from 'vitest';
import { cleanRows, openRows, withCells, type Cells } from '../testing/records.ts';

test('a column whose values no longer fit in its bytes is told of as if it had been read so', () => {
  const rows = cleanRows('0180', 300);
  // More texts than a byte has room for, and then numbers that no column of small ones holds, or that cannot be read.
  const cellsOf = (record: number): Cells => ({
    positionCode: String(1000 + record),
    organisationUnit: `Enhet ${record}`,
    workingTimePattern: String(record),
    ...(record % 7 === 0 ? { overtimeHours: '70000', fixedSupplements: '0099999' } : {}),
    ...(record % 11 === 0 ? { onCallHours: '12x', standbyPay: '0070000' } : {}),
  });
  const delivery = openRows('0180', rows);
  rows.forEach((_, record) => {
    for (const [variable, text] of Object.entries(cellsOf(record))) delivery.correct({ record: record + 1, variable }, text);
  });
  const written = openRows(
    '0180',
    rows.map((row, record) => withCells(row, cellsOf(record))),
  );
  expect(delivery.findings()).toEqual(written.findings());
  expect(delivery.outcomes()).toEqual(written.outcomes());
  expect(delivery.measures()).toEqual(written.measures());
});
