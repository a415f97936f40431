import type { Edition } from '../definition/survey-definition.ts';
import { tableOf } from '../reading/open-file.ts';
import { readWorkbook } from '../reading/workbook/read-workbook.ts';
import type { CellChange } from '../remedy/remedy.ts';

/**
 * The first correction of a log that has no place in a file, so that the log must be another file's; undefined when all have.
 * @returns its place in the log, 0-based, and what is amiss: the file has no such record, the survey no such variable, or the
 * record a wrong number of values
 */
export function unfittingCorrection(
  edition: Edition,
  file: Uint8Array,
  log: readonly CellChange[],
): { readonly place: number; readonly reason: 'record' | 'variable' | 'values' } | undefined {
  const table = tableOf(file, edition, readWorkbook);
  for (const [place, { record, variable }] of log.entries()) {
    if (!Object.hasOwn(table.indexOf, variable)) return { place, reason: 'variable' };
    if (record < 1 || record > table.records) return { place, reason: 'record' };
    if (table.misfits.has(record - 1)) return { place, reason: 'values' };
  }
  return undefined;
}
