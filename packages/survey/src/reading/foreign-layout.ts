import type { Table } from '../engine/table.ts';
import type { Foreign } from './file-facts.ts';
import { rowWidths } from './fixed-width.ts';
import type { Source } from './source.ts';

/** Share of the rows, or of the years, that must be alike before the file is said to be another one. */
const nearlyAll = 0.9;
/** Fewer say nothing of the whole file. */
const leastRecords = 20;

/** Whether the file is another layout's or another year's, said before any rule is asked. */
export function foreignIn(source: Source, table: Table, referenceYear: number): Foreign | undefined {
  return otherWidth(source, table) ?? otherFields(source, table) ?? otherYear(table, referenceYear);
}

/** Rows without separators that are all equally long, and not as long as a record. A comma in a name is taken for one: of so few fields nearly none is a record. */
function otherWidth({ facts, bytes, start, isUtf8 }: Source, table: Table): Foreign | undefined {
  const isSeparated = facts.separator !== '' && (facts.separator !== ',' || !areMostlyMisfits(table));
  if (isSeparated || facts.form !== 'separated') return undefined;
  const common = commonest(rowWidths(bytes, start, isUtf8), leastRecords);
  if (common === undefined || common < table.columns.length) return undefined;
  const expected = table.columns.reduce((sum, { variable }) => sum + variable.length, 0);
  return { kind: 'otherLayout', found: common, expected, of: 'characters' };
}

/** Rows that all have the same number of values, and not the layout's. */
function otherFields({ fields }: Source, table: Table): Foreign | undefined {
  if (!areMostlyMisfits(table)) return undefined;
  const { misfitFields } = table;
  const counts = new Map<number, number>();
  for (const count of misfitFields.values()) counts.set(count, (counts.get(count) ?? 0) + 1);
  const common = commonest(counts, leastRecords);
  return common === undefined || common < 2 ? undefined : { kind: 'otherLayout', found: common, expected: fields, of: 'values' };
}

const areMostlyMisfits = ({ records, misfits }: Table): boolean => misfits.count() >= Math.max(1, nearlyAll * records);

const [earliestYear, latestYear] = [1900, 2999];

/** A field that holds a year, and nearly always the same one from before the year before. */
function otherYear({ columns, records, misfits }: Table, referenceYear: number): Foreign | undefined {
  const column = columns.find(({ variable }) => variable.unit === 'year');
  if (!column || column.dictionary) return undefined;
  const years = new Int32Array(latestYear - earliestYear + 1);
  for (let record = 0; record < records; record += 1) {
    const place = column.values[record]! - earliestYear;
    if (place >= 0 && place < years.length && !misfits.has(record)) years[place]! += 1;
  }
  const counts = new Map<number, number>();
  for (let place = 0; place < years.length; place += 1) if (years[place]! > 0) counts.set(earliestYear + place, years[place]!);
  const common = commonest(counts, leastRecords);
  const isUsual = common === undefined || common === referenceYear || common === referenceYear - 1;
  return isUsual ? undefined : { kind: 'otherYear', found: common, expected: referenceYear };
}

/** What nearly all are, when there are enough of them. */
function commonest(counts: ReadonlyMap<number, number>, least: number): number | undefined {
  let all = 0;
  let most = 0;
  let value: number | undefined;
  for (const [one, count] of counts) {
    all += count;
    if (count > most) [value, most] = [one, count];
  }
  return most >= least && most >= nearlyAll * all ? value : undefined;
}
