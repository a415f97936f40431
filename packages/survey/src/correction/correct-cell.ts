import { normalised } from '../engine/table.ts';
import type { Validation } from '../validation/validation.ts';
import { Consequences } from './consequences.ts';
import type { CorrectionEffect } from './correction.ts';

/**
 * Changes a cell: the same rules as in a full run, asked of the records it can touch.
 * @param record 0-based
 * @param most findings that are listed of those that went, and of those that came; left out: all
 * @throws RangeError for a variable the layout lacks, or a record whose number of values is wrong
 */
export function correctCell(validation: Validation, record: number, variable: string, text: string, most?: number): CorrectionEffect {
  const { table } = validation;
  const column = table.indexOf[variable];
  if (column === undefined) throw new RangeError(`There is no variable ${variable}`);
  if (table.misfits.has(record)) throw new RangeError(`Record ${record + 1} has a wrong number of values`);
  const after = normalised(text);
  const correction = validation.correct(record, column, after);
  const consequences = new Consequences(validation, { record, column, correction, ...(most === undefined ? {} : { most }) });
  return {
    before: correction.before.text,
    after,
    get resolved() {
      return consequences.told.resolved;
    },
    get raised() {
      return consequences.told.raised;
    },
    summary: validation.summary(),
  };
}
