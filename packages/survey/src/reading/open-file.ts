import type { Variable } from '../definition/variable.ts';
import { Bitset } from '../engine/bitset.ts';
import { Dictionary } from '../engine/dictionary.ts';
import { hasBlanksAround, normalised, type Column, type Table } from '../engine/table.ts';
import type { FileFacts } from './file-facts.ts';
import { decoderFor, trimRange, utf16AsUtf8 } from './decode.ts';
import { detectEncoding } from './detect-encoding.ts';
import { detectSeparator } from './detect-separator.ts';
import { encodeNumberBytes, encodeNumberText } from './encode-number.ts';
import { readRows, type RowCells } from './read-rows.ts';

/** A file that has been read: how it was written, its columns, and what was noted on the way. */
export interface OpenedFile {
  readonly facts: FileFacts;
  readonly fault: 'empty' | 'binary' | 'undecodable' | undefined;
  readonly table: Table;
  readonly blankRows: number;
  /** Cells that had blanks around them. */
  readonly trimmedCells: number;
}

/** Rows in which the separator is looked for (FIL-05). */
const separatorRows = 50;

/** Reads a file into columns in one pass. Nothing is thrown for what the file holds: faults are facts. */
export function openFile(original: Uint8Array, variables: readonly Variable[]): OpenedFile {
  const detected = detectEncoding(original);
  if (detected.fault) return unreadable(original, detected.encoding, detected.fault, variables);
  const isUtf16 = detected.encoding === 'utf-16le' || detected.encoding === 'utf-16be';
  const bytes = isUtf16 ? utf16AsUtf8(original.subarray(2), detected.encoding) : original;
  const start = isUtf16 ? 0 : detected.start;
  if (isUtf16 && bytes.includes(0)) return unreadable(original, 'unknown', 'binary', variables);
  const isUtf8 = detected.encoding !== 'windows-1252';
  const decode = decoderFor(detected.encoding);
  const separator = detectSeparator(bytes, start, separatorRows);
  const separatorByte = (separator || ';').charCodeAt(0);

  const capacity = countRows(bytes, start);
  const columns: Column[] = variables.map((variable) => ({
    variable,
    values: new Int32Array(capacity),
    dictionary: variable.form === 'A/N' ? new Dictionary(bytes, decode) : undefined,
  }));
  const rowStarts = new Uint32Array(capacity);
  const rows = new Uint32Array(capacity);
  const misfits = new Bitset(capacity);
  const misfitFields = new Map<number, number>();
  const range = { start: 0, end: 0 };
  let row = 0;
  let records = 0;
  let blankRows = 0;
  let trimmedCells = 0;
  let hasHeader = false;
  let isFirst = true;
  let fields = 0;

  readRows(bytes, start, separatorByte, (rowStart, cells) => {
    row += 1;
    if (isBlank(bytes, cells, range, isUtf8)) {
      blankRows += 1;
      return;
    }
    if (isFirst) {
      isFirst = false;
      if (looksLikeHeader(bytes, cells, decode)) {
        hasHeader = true;
        return;
      }
    }
    const record = records;
    records += 1;
    rowStarts[record] = rowStart;
    rows[record] = row;
    const count = fieldsIn(bytes, cells, variables.length, range, isUtf8);
    if (record === 0) fields = count;
    if (count !== variables.length) {
      misfits.set(record, true);
      misfitFields.set(record, count);
      return;
    }
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index]!;
      range.start = cells.starts[index]!;
      range.end = cells.ends[index]!;
      if (cells.doubled[index] === 1) {
        const written = decode(bytes.subarray(range.start, range.end)).replaceAll('""', '"');
        const text = normalised(written);
        if (hasBlanksAround(written)) trimmedCells += 1;
        column.values[record] = column.dictionary ? column.dictionary.internText(text) : encodeNumberText(text, column.variable.length);
        continue;
      }
      const width = range.end - range.start;
      if (width === 0) continue;
      trimRange(bytes, range, isUtf8);
      if (range.end - range.start !== width) trimmedCells += 1;
      column.values[record] = column.dictionary
        ? column.dictionary.internBytes(range.start, range.end)
        : encodeNumberBytes(bytes, range.start, range.end, column.variable.length);
    }
  });

  const rawTexts = (record: number): string[] => {
    let texts: string[] = [];
    readRows(bytes, rowStarts[record]!, separatorByte, (_, cells) => {
      texts = Array.from({ length: cells.count }, (__, index) => {
        const text = decode(bytes.subarray(cells.starts[index]!, cells.ends[index]!));
        return cells.doubled[index] === 1 ? text.replaceAll('""', '"') : text;
      });
      return false;
    });
    return texts;
  };
  const table: Table = {
    records,
    columns: columns.map((column) => ({ ...column, values: column.values.subarray(0, records) })),
    indexOf: Object.fromEntries(variables.map((variable, index) => [variable.id, index])),
    misfits,
    misfitFields,
    rows: rows.subarray(0, records),
    rawTexts,
    corrected: new Map(),
  };
  const facts: FileFacts = { bytes: original.length, encoding: detected.encoding, separator, hasHeader, records, fields };
  return { facts, fault: records === 0 ? 'empty' : undefined, table, blankRows, trimmedCells };
}

/** The line end that closes the last row makes no blank row, since no row begins after it. */
function isBlank(bytes: Uint8Array, cells: RowCells, range: { start: number; end: number }, isUtf8: boolean): boolean {
  for (let index = 0; index < cells.count; index += 1) {
    range.start = cells.starts[index]!;
    range.end = cells.ends[index]!;
    trimRange(bytes, range, isUtf8);
    if (range.start < range.end) return false;
  }
  return true;
}

/** FIL-07: field 1 is not four digits and field 7 holds a letter and no digit. */
function looksLikeHeader(bytes: Uint8Array, cells: RowCells, decode: (bytes: Uint8Array) => string): boolean {
  const cell = (index: number) => (index < cells.count ? normalised(decode(bytes.subarray(cells.starts[index]!, cells.ends[index]!))) : '');
  return !/^[0-9]{4}$/.test(cell(0)) && /\p{L}/u.test(cell(6)) && !/[0-9]/.test(cell(6));
}

/** Values in the row; one extra empty value at its end is not counted. */
function fieldsIn(bytes: Uint8Array, cells: RowCells, expected: number, range: { start: number; end: number }, isUtf8: boolean): number {
  if (cells.count !== expected + 1) return cells.count;
  range.start = cells.starts[expected]!;
  range.end = cells.ends[expected]!;
  trimRange(bytes, range, isUtf8);
  return range.start < range.end ? cells.count : expected;
}

/** Upper bound of the number of rows, for the size of the columns. */
function countRows(bytes: Uint8Array, start: number): number {
  let rows = 1;
  for (let index = start; index < bytes.length; index += 1) if (bytes[index] === 0x0a || bytes[index] === 0x0d) rows += 1;
  return rows;
}

function unreadable(
  bytes: Uint8Array,
  encoding: FileFacts['encoding'],
  fault: 'binary' | 'undecodable',
  variables: readonly Variable[],
): OpenedFile {
  const columns = variables.map((variable) => ({ variable, values: new Int32Array(0), dictionary: undefined }));
  const table: Table = {
    records: 0,
    columns,
    indexOf: {},
    misfits: new Bitset(0),
    misfitFields: new Map(),
    rows: new Uint32Array(0),
    rawTexts: () => [],
    corrected: new Map(),
  };
  return {
    facts: { bytes: bytes.length, encoding, separator: '', hasHeader: false, records: 0, fields: 0 },
    fault,
    table,
    blankRows: 0,
    trimmedCells: 0,
  };
}
