import type { Column, Table } from '../engine/table.ts';

/** Records with a number above 0 in a column, 0-based, ascending. */
export function positiveRecords({ records, misfits }: Table, { values }: Column): number[] {
  const found: number[] = [];
  for (let record = 0; record < records; record += 1) if (!misfits.has(record) && values[record]! > 0) found.push(record);
  return found;
}
