import type { Edition } from './definition/survey-definition.ts';
import { tableOf, type Wanted } from './reading/open-file.ts';
import { readWorkbook } from './reading/workbook/read-workbook.ts';

/** What a file tells of whose it is before any rule is asked. */
export interface WhoseFile {
  /** At least one row is a record. */
  readonly hasRecords: boolean;
  /** Codes of delivering units, and how many records have each; none where the survey has no field for them. */
  readonly unitCodes: ReadonlyMap<string, number>;
}

/** Reads one column of a file, as it stands after its corrections. */
export function whoseFile(edition: Edition, file: Uint8Array, corrections: Wanted['corrections'] = []): WhoseFile {
  const field = edition.roles?.unitCode;
  const table = tableOf(file, edition, readWorkbook, { only: new Set(field === undefined ? [] : [field]), corrections });
  const { records, misfits } = table;
  const unitCodes = new Map<string, number>();
  const column = field === undefined ? undefined : table.columns[table.indexOf[field]!];
  const counts = new Map<number, number>();
  for (let record = 0; column && record < records; record += 1)
    if (!misfits.has(record)) counts.set(column.values[record]!, (counts.get(column.values[record]!) ?? 0) + 1);
  for (const [value, count] of counts) if (value !== 0) unitCodes.set(column!.dictionary!.textOf(value), count);
  return { hasRecords: misfits.count() < records, unitCodes };
}
