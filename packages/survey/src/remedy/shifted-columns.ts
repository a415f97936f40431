import type { CodeList } from '../definition/code-list.ts';
import type { Variable } from '../definition/variable.ts';
import { textsOf } from '../engine/table.ts';
import type { Slot } from '../validation/slot.ts';
import type { Validation } from '../validation/validation.ts';
import type { SystematicFinding } from './remedy.ts';

/** Records looked at, evenly over the file. */
const sample = 200;
/** Fewer say nothing of columns. */
const leastRecords = 20;
/** Share of the values that fit, in their own column at most and beside it at least. */
const [atMostOwn, atLeastBeside] = [0.3, 0.9];
/** Columns in a row that must be out of place. */
const leastColumns = 3;

/** Columns whose values fit the column before or after them, and not their own: the file has a column too many or too few. */
export function shiftedColumns(validation: Validation): SystematicFinding[] {
  const { edition, table } = validation;
  const records = table.records - table.misfits.count();
  const { codeLists, variables } = edition;
  if (records < leastRecords || variables.length < leastColumns) return [];
  const step = Math.max(1, Math.floor(table.records / sample));
  const rows: (readonly string[])[] = [];
  for (let record = 0; record < table.records; record += step) if (!table.misfits.has(record)) rows.push(textsOf(table, record));
  const fit = (index: number, of: number): number | undefined => {
    const variable = variables[of];
    const filled = variable ? rows.flatMap((row) => (row[index] === '' || /^0+$/.test(row[index]!) ? [] : [row[index]!])) : [];
    return variable && filled.length >= rows.length / 2
      ? filled.filter((text) => fits(text, variable, codeLists)).length / filled.length
      : undefined;
  };
  for (const shift of [1, -1]) {
    const moved = variables.flatMap((_, index) => {
      const [own, beside] = [fit(index, index), fit(index, index + shift)];
      return own !== undefined && beside !== undefined && own <= atMostOwn && beside >= atLeastBeside ? [index] : [];
    });
    if (moved.length < leastColumns) continue;
    const fields = moved.map((index) => variables[index]!.id);
    const concerned = slotsOn(validation, fields);
    const findings = concerned.reduce((sum, slot) => sum + (slot.bits?.count() ?? slot.fileHits.length), 0);
    return [
      {
        key: `shifted ${shift} ${fields.join()}`,
        cause: 'shiftedColumns',
        rules: [...new Set(concerned.filter((slot) => (slot.bits?.count() ?? slot.fileHits.length) > 0).map(({ rule }) => rule.id))],
        findings,
        fields,
        records: Uint32Array.from({ length: table.records }, (_, record) => record + 1).filter((record) => !table.misfits.has(record - 1)),
        of: records,
      },
    ];
  }
  return [];
}

/** What looks at any of these fields, but for the rule on records with a wrong number of values. */
export const slotsOn = ({ slots, table }: Validation, fields: readonly string[]): Slot[] =>
  slots.filter((slot) => slot.bits !== table.misfits && slot.fields.some((field) => fields.includes(field)));

/** Whether a text could stand in a field, by what is particular to it: its code list, its digits and their number, a date. */
function fits(text: string, { codeList, form, length, unit }: Variable, codeLists: Readonly<Record<string, CodeList>>): boolean {
  const list = codeList === undefined ? undefined : codeLists[codeList];
  if (list) return list.codes.some(({ code }) => code === text);
  if (unit === 'date') return /^(19|20)[0-9]{6}$/.test(text);
  if (unit === 'year') return /^(19|20)[0-9]{2}$/.test(text);
  if (unit === 'text') return /\p{L}/u.test(text) && text.length <= length;
  if (form === 'N') return /^[0-9]+$/.test(text) && text.replace(/^0+/, '').length <= length;
  return unit === 'number' ? new RegExp(`^[0-9]{${Math.max(1, length - 1)},${length}}$`).test(text) : text.length === length;
}
