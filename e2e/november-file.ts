import { generate } from '@insamling/survey/generator';

/** A cell of the file: record counted from 1, field by its number in the record layout. */
export interface Change {
  readonly record: number;
  readonly field: number;
  readonly text: string;
}

/** A small synthetic file with nothing to remark on but for the cells that are changed, and for how little it is like last year's. */
export const novemberFile = (unit: string, records: number, ...changes: readonly Change[]): Buffer =>
  changed(generate({ unit, records, seed: 11, year: 2026 }).file, changes);

/** The whole file of a unit of the demonstration: the year after the one that it has delivered. */
export const wholeNovemberFile = (unit: string, ...changes: readonly Change[]): Buffer =>
  changed(generate({ unit, seed: 2026, year: 2026 }).file, changes);

function changed(file: Uint8Array, changes: readonly Change[]): Buffer {
  const rows = Buffer.from(file)
    .toString('latin1')
    .split('\r\n')
    .map((row) => row.split(';'));
  for (const { record, field, text } of changes) rows[record - 1]![field - 1] = text;
  return Buffer.from(rows.map((row) => row.join(';')).join('\r\n'), 'latin1');
}
