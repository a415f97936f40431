import { normalised, textOf, writeCorrection, type Table } from '../engine/table.ts';
import type { OpenedFile } from '../reading/open-file.ts';
import type { CellChange } from '../remedy/remedy.ts';
import type { Validation } from '../validation/validation.ts';

/**
 * Changes many cells at once.
 * @returns what each held before, 1-based, in the order given
 * @throws RangeError for a record or variable that does not exist, or a record whose number of values is wrong; then nothing is changed
 */
export function correctCells(validation: Validation, changes: readonly CellChange[]): CellChange[] {
  const { table } = validation;
  const cells = cellsOf(table, changes);
  const before = cells.map(({ record, column }, place) => ({
    record: record + 1,
    variable: changes[place]!.variable,
    text: textOf(table, record, column),
  }));
  validation.correctMany(cells);
  return before;
}

/**
 * Writes a log of corrections into a file that has been read and not been checked: it is then checked once, as it stands.
 * @throws RangeError as `correctCells` does
 */
export function withLog(opened: OpenedFile, log: readonly CellChange[]): OpenedFile {
  let { trimmedCells } = opened;
  for (const { record, column, text } of cellsOf(opened.table, log))
    if (writeCorrection(opened.table, record, column, text)) trimmedCells -= 1;
  return { ...opened, trimmedCells };
}

function cellsOf(table: Table, changes: readonly CellChange[]): { record: number; column: number; text: string }[] {
  return changes.map(({ record, variable, text }) => {
    const column = table.indexOf[variable];
    if (!Number.isInteger(record) || record < 1 || record > table.records) throw new RangeError(`There is no record ${record}`);
    if (column === undefined) throw new RangeError(`There is no variable ${variable}`);
    if (table.misfits.has(record - 1)) throw new RangeError(`Record ${record} has a wrong number of values`);
    return { record: record - 1, column, text: normalised(text) };
  });
}
