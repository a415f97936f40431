import type { Variable } from '../definition/variable.ts';
import type { Bitset } from './bitset.ts';
import type { Dictionary } from './dictionary.ts';

/** Ids fit in one byte or two while there are few, small numbers in two, others in four; numbers with more than nine digits in eight. */
export type Values = Uint8Array | Uint16Array | Int32Array | Float64Array;

/**
 * One variable over all records. `values` holds dictionary ids for alphanumeric variables (0 = empty), scaled integers for
 * numeric ones (see encode-number.ts for what stands where there is none).
 */
export interface Column {
  readonly variable: Variable;
  /** Another array once they no longer fit: not to be kept across a correction. */
  values: Values;
  /** False while every number in it could be read. */
  mayBeUnread: boolean;
  /** Present for alphanumeric variables. */
  readonly dictionary: Dictionary | undefined;
  /** It is read when one of these is asked for. */
  readonly isLate?: true;
}

/** What is greater does not fit in one byte, or two. */
const [mostOfOne, mostOfTwo] = [0xff, 0xffff] as const;

/**
 * A column without records.
 * @param isNarrow whoever writes it makes it wider when a value does not fit
 */
export function emptyColumn(variable: Variable, dictionary: Dictionary | undefined, isNarrow = false): Column {
  const values = dictionary
    ? isNarrow
      ? new Uint8Array(0)
      : new Uint16Array(0)
    : variable.length > 9
      ? new Float64Array(0)
      : isNarrow
        ? new Uint16Array(0)
        : new Int32Array(0);
  return { variable, dictionary, values, mayBeUnread: false };
}

/** A column that is read when somebody asks what it holds. */
export function lateColumn(variable: Variable, read: () => Column): Column {
  let column: Column | undefined;
  const known = (): Column => (column ??= read());
  return {
    variable,
    isLate: true,
    get dictionary() {
      return known().dictionary;
    },
    get values() {
      return known().values;
    },
    set values(values) {
      known().values = values;
    },
    get mayBeUnread() {
      return known().mayBeUnread;
    },
    set mayBeUnread(mayBe) {
      known().mayBeUnread = mayBe;
    },
  };
}

/** Writes the value of a record, in a wider array when it does not fit. */
export function write(column: Column, record: number, value: number): void {
  widenFor(column, value);
  // What stands for a number that could not be read is below zero.
  if (value < 0) column.mayBeUnread = true;
  column.values[record] = value;
}

/**
 * Makes the array of a column wide enough for a value.
 * @param used records that have one: what is beyond them is not copied, nor touched
 */
export function widenFor(column: Column, value: number, used = column.values.length): void {
  const { values } = column;
  const isWide = values instanceof Uint16Array ? isWithin(value, mostOfTwo) : !(values instanceof Uint8Array) || isWithin(value, mostOfOne);
  if (isWide) return;
  const wide = isWithin(value, mostOfTwo) ? new Uint16Array(values.length) : new Int32Array(values.length);
  wide.set(values.subarray(0, used));
  column.values = wide;
}

/** Keeps the values of a column that has been read in fewer bytes, where all of them fit: most numbers of a record are small or none. */
export function narrow(column: Column): void {
  const { values, dictionary } = column;
  if (values instanceof Uint8Array) return;
  if (dictionary && isWithin(dictionary.size - 1, mostOfOne)) column.values = new Uint8Array(values);
  else if (values instanceof Int32Array && areWithin(values, mostOfTwo)) column.values = new Uint16Array(values);
}

function areWithin(values: Int32Array, most: number): boolean {
  for (let record = 0; record < values.length; record += 1) if (!isWithin(values[record]!, most)) return false;
  return true;
}

const isWithin = (value: number, most: number): boolean => value >= 0 && value <= most;

/** The column with room for more records. @param used records that have a value */
export function lengthen(column: Column, records: number, used: number): void {
  const longer = new (column.values.constructor as new (length: number) => Values)(records);
  longer.set(column.values.subarray(0, used));
  column.values = longer;
}

/** A file as columns, with what is needed to show a cell again. Records are numbered from 0 here. */
export interface Table {
  readonly records: number;
  readonly columns: readonly Column[];
  readonly indexOf: Readonly<Record<string, number>>;
  /** Records whose number of values is wrong: kept, but no rule reads them. */
  readonly misfits: Bitset;
  /** Number of values in each misfit. */
  readonly misfitFields: ReadonlyMap<number, number>;
  /** Row in the file of a record, 1-based, header counted. */
  rowOf(record: number): number;
  /** What a text becomes in a numeric column. */
  encode(column: number, text: string): number;
  /** The values of a record as written, untrimmed, in layout order, corrections not counted. */
  rawTexts(record: number): string[];
  /** One of them; empty where there is none. */
  rawText(record: number, column: number): string;
  /** Corrected texts: record → column → text. */
  readonly corrected: Map<number, Map<number, string>>;
}

/** Writes what a text becomes in a column, of which no correction is noted. */
export function writeText({ columns, encode }: Pick<Table, 'columns' | 'encode'>, record: number, column: number, text: string): void {
  const target = columns[column]!;
  write(target, record, target.dictionary ? target.dictionary.internText(text) : encode(column, text));
}

/** Writes a correction. @returns whether it is the first of a cell that had blanks around it, which then no longer counts as one */
export function writeCorrection(table: Table, record: number, column: number, text: string): boolean {
  writeText(table, record, column, text);
  const ofRecord = table.corrected.get(record) ?? new Map<number, string>();
  const isFirst = !ofRecord.has(column);
  table.corrected.set(record, ofRecord.set(column, text));
  return isFirst && hasBlanksAround(table.rawText(record, column));
}

/** The text of a cell as it stands now, trimmed and in NFC. */
export function textOf(table: Table, record: number, column: number): string {
  const corrected = table.corrected.get(record)?.get(column);
  if (corrected !== undefined) return corrected;
  const { dictionary, values } = table.columns[column]!;
  if (dictionary && !table.misfits.has(record)) return dictionary.textOf(values[record]!);
  return normalised(table.rawText(record, column));
}

/** All texts of a record as they stand now. */
export function textsOf(table: Table, record: number): string[] {
  const corrected = table.corrected.get(record);
  const texts = table.rawTexts(record).map(normalised);
  if (corrected) for (const [column, text] of corrected) texts[column] = text;
  return texts;
}

/** How a text is compared: without blanks around it, in NFC. */
export function normalised(text: string): string {
  const trimmed = hasBlanksAround(text) ? text.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, '') : text;
  // No character before U+0300 joins another.
  return /[^\0-\u02ff]/.test(trimmed) ? trimmed.normalize('NFC') : trimmed;
}

/** Whether the text as written has blanks that are not compared. */
export const hasBlanksAround = (text: string): boolean => /^[ \t\u00a0]|[ \t\u00a0]$/.test(text);
