import { isUnread } from '../reading/encode-number.ts';
import { writtenNumber } from '../reading/written-number.ts';
import { textOf } from '../engine/table.ts';
import { columnOf, indexOf } from '../validation/surroundings.ts';
import type { Validation } from '../validation/validation.ts';
import type { CellChange, SystematicFinding } from './remedy.ts';

/**
 * What a column-wide remedy would write, cell by cell. A cell it would change to nothing sensible is left as it is.
 * @param choice what a wrong code is replaced by; asked for where the remedy does not say it itself
 * @throws RangeError for a question without a remedy, or a choice that does not fit the field
 */
export function columnChanges(validation: Validation, { remedy, records }: SystematicFinding, choice?: string): CellChange[] {
  if (!remedy) throw new RangeError('There is no remedy for the whole column');
  const { around, table } = validation;
  const column = columnOf(around, remedy.field);
  const { length, decimals } = column.variable;
  if ('from' in remedy) {
    const text = choice?.trim() ?? '';
    if (text === '' || [...text].length > length) throw new RangeError(`${remedy.field} cannot be replaced by that`);
    return [...records].map((record) => ({ record, variable: remedy.field, text }));
  }
  const rate = remedy.by === undefined ? undefined : columnOf(around, remedy.by);
  const index = indexOf(around, remedy.field);
  const mended = (record: number): number | undefined => {
    if (remedy.do === 'withoutSign') return withoutSign(textOf(table, record, index), decimals);
    const value = column.values[record]!;
    if (isUnread(value) || value <= 0) return undefined;
    if (remedy.do === 'times100') return value * 100;
    if (remedy.do === 'over100') return Math.round(value / 100);
    const share = rate ? rate.values[record]! : 0;
    return share > 0 ? Math.round((value * 10_000) / share) : undefined;
  };
  const changes: CellChange[] = [];
  for (const record of records) {
    const value = mended(record - 1);
    if (value === undefined) continue;
    const text = writtenNumber(value, column.variable, validation.edition.layout);
    if (String(value).length <= length) changes.push({ record, variable: remedy.field, text });
  }
  return changes;
}

/** 75,5 with two implied decimals is 7550; a value with more decimals than the field has is not cut. */
function withoutSign(text: string, decimals: number): number | undefined {
  const parts = /^([0-9]+)[.,]([0-9]+)$/.exec(text);
  if (!parts) return undefined;
  const written = parts[2]!.replace(/0+$/, '');
  return written.length > decimals ? undefined : Number(parts[1]! + written.padEnd(decimals, '0'));
}
