import type { Column, Table } from '../engine/table.ts';

/** Fewer of a kind say nothing of what is usual. */
const leastOfKind = 5;
/** How far from the middle of its kind an amount may lie to be believed: a third less or half more. */
const widest = Math.log(1.5);
/** Share of the records that must have a rate before it is a usual one. */
const leastShare = 0.01;

/**
 * Whether a number is usual where it would stand: an amount near the middle of the records of its kind, a rate that others
 * have. Numbers of other kinds are not judged.
 */
export function isUsual(table: Table, record: number, column: Column, value: number, classification: Column | undefined): boolean {
  const { unit } = column.variable;
  if (unit === 'percent') return hasShare(table, column, value);
  if (unit !== 'sek' && unit !== 'sekPerHour') return true;
  const middle = middleOf(table, record, column, classification) ?? middleOf(table, record, column, undefined);
  return middle === undefined || Math.abs(Math.log(value / middle)) <= widest;
}

function hasShare({ records }: Table, { values }: Column, wanted: number): boolean {
  let count = 0;
  for (let record = 0; record < records; record += 1) if (values[record] === wanted) count += 1;
  return count >= Math.max(1, leastShare * records);
}

/** Median of the others of the same kind. */
function middleOf({ records }: Table, own: number, { values }: Column, classification: Column | undefined): number | undefined {
  const amounts: number[] = [];
  for (let record = 0; record < records; record += 1) {
    const isOfKind = classification === undefined || classification.values[record] === classification.values[own];
    if (record !== own && isOfKind && values[record]! > 0) amounts.push(values[record]!);
  }
  if (amounts.length < leastOfKind) return undefined;
  amounts.sort((one, other) => one - other);
  return amounts[amounts.length >> 1];
}
