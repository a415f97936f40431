import { normalised, textOf } from '../engine/table.ts';
import type { Validation } from '../validation/validation.ts';
import type { CellChange } from '../remedy/remedy.ts';

/**
 * Changes many cells at once. @param changes records 0-based
 * @returns what each held before, 1-based, in the order given
 * @throws RangeError for a variable the layout lacks, or a record whose number of values is wrong; then nothing is changed
 */
export function correctCells(validation: Validation, changes: readonly CellChange[]): CellChange[] {
  const { table } = validation;
  const cells = changes.map(({ record, variable, text }) => {
    const column = table.indexOf[variable];
    if (column === undefined) throw new RangeError(`There is no variable ${variable}`);
    if (table.misfits.has(record)) throw new RangeError(`Record ${record + 1} has a wrong number of values`);
    return { record, column, text: normalised(text) };
  });
  const before = cells.map(({ record, column }, place) => ({
    record: record + 1,
    variable: changes[place]!.variable,
    text: textOf(table, record, column),
  }));
  validation.correctMany(cells);
  return before;
}
