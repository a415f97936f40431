import type { Layout } from '../definition/layout.ts';
import type { Variable } from '../definition/variable.ts';
import type { Decoding } from '../engine/dictionary.ts';
import { hasBlanksAround, normalised, widenFor, write, type Column } from '../engine/table.ts';
import { decoderFor, trimRange } from './decode.ts';
import { encodeDigits } from './encode-digits.ts';
import { encodeNumberBytes, encodeNumberText, noValue, type NumberForm } from './encode-number.ts';
import type { Source } from './source.ts';
import { placeOf, type Block } from './split-rows.ts';

/** How the values of a file become values of columns. */
export interface Encoding extends Decoding {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Of each column; absent for texts. */
  readonly forms: readonly (NumberForm | undefined)[];
  /** Place of each column in a row; -1 where the file does not have it. */
  readonly places: Int32Array;
}

export function encodingOf(source: Source, variables: readonly Variable[], layout: Layout | undefined): Encoding {
  const { bytes, isUtf8, order } = source;
  return {
    bytes,
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    isUtf8,
    decode: decoderFor(isUtf8 ? 'utf-8' : 'windows-1252'),
    forms: variables.map((variable) => formOf(variable, layout)),
    places: order ?? Int32Array.from(variables, (_, index) => index),
  };
}

/** How a variable's numbers are written; absent for texts. */
function formOf(variable: Variable, layout: Layout | undefined): NumberForm | undefined {
  if (variable.form === 'A/N') return undefined;
  return {
    length: variable.length,
    decimals: variable.decimals,
    sign: layout?.decimals ?? 'implied',
    isSigned: layout?.signed ?? false,
    empty: layout?.zeroIsMissing === false ? noValue : 0,
  };
}

/** Of a column of numbers: no record has one. */
export function setNone(column: Column, records: number): void {
  column.values = column.variable.length > 9 ? new Float64Array(records) : new Int32Array(records);
  column.values.fill(noValue);
  column.mayBeUnread = true;
}

const range = { start: 0, end: 0 };

/**
 * Encodes the rows of a block, a column at a time. A row with doubled quotes, and a cell that is not plainly what its column
 * holds, is encoded by itself.
 * @returns number of cells that had blanks around them
 */
export function encodeBlock(encoding: Encoding, block: Block, columns: readonly Column[]): number {
  const targets = withoutDoubled(block);
  let trimmed = 0;
  for (let index = 0; index < columns.length; index += 1) trimmed += encodeColumn(encoding, block, targets, columns[index]!, index);
  return trimmed;
}

/** The same of one column. @param targets as `withoutDoubled` gives them */
export function encodeColumn(encoding: Encoding, block: Block, targets: Int32Array, column: Column, index: number): number {
  const place = encoding.places[index]!;
  if (place < 0) return 0;
  const form = encoding.forms[index];
  let trimmed = form ? encodeNumbers(encoding, block, targets, column, place, form) : encodeTexts(encoding, block, targets, column, place);
  for (const row of block.doubled.keys()) {
    const record = block.targets[row]!;
    if (record >= 0) trimmed += encodeOddly(encoding, block, row, place, record, column, form);
  }
  return trimmed;
}

/** Records of the rows of a block, but of those with doubled quotes. */
export function withoutDoubled({ doubled, targets }: Block): Int32Array {
  if (doubled.size === 0) return targets;
  const plain = targets.slice();
  for (const row of doubled.keys()) plain[row] = -1;
  return plain;
}

function encodeNumbers(encoding: Encoding, block: Block, targets: Int32Array, column: Column, place: number, form: NumberForm): number {
  const { cells, rows } = block;
  const { length, empty } = form;
  // Numbers are narrow only when all have been read.
  const values = column.values as Int32Array | Float64Array;
  let trimmed = 0;
  for (let row = 0; row < rows; row += 1) {
    if (form.sign === 'implied') row = encodeDigits(encoding.view, cells, placeOf(0, place), rows, targets, row, length, empty, values);
    if (row < rows && targets[row]! >= 0) trimmed += encodeOddly(encoding, block, row, place, targets[row]!, column, form);
  }
  return trimmed;
}

function encodeTexts(encoding: Encoding, block: Block, targets: Int32Array, column: Column, place: number): number {
  const { rows } = block;
  const dictionary = column.dictionary!;
  const cells = { places: block.cells, first: placeOf(0, place), rows, targets, isTrimmed: false };
  let trimmed = 0;
  widenFor(column, dictionary.size + rows);
  for (let row = 0; row < rows; row += 1) {
    row = dictionary.internCells(cells, row, column.values);
    if (row < rows) trimmed += encodeOddly(encoding, block, row, place, targets[row]!, column, undefined);
  }
  return trimmed;
}

/** A cell with blanks around it, in quotes, or with something else than digits. @returns 1 when it had blanks around it */
function encodeOddly(
  encoding: Encoding,
  block: Block,
  row: number,
  place: number,
  record: number,
  column: Column,
  form: NumberForm | undefined,
): number {
  if (form) {
    const { value, trimmed } = oddNumber(encoding, block, row, place, form);
    write(column, record, value);
    return trimmed;
  }
  const dictionary = column.dictionary!;
  if (isDoubled(block, row, place)) {
    const written = doubledText(encoding, block, row, place);
    write(column, record, dictionary.internText(normalised(written)));
    return hasBlanksAround(written) ? 1 : 0;
  }
  const trimmed = trimCell(encoding, block, row, place);
  write(column, record, dictionary.internBytes(range.start, range.end));
  return trimmed;
}

/** The number of such a cell, and 1 when it had blanks around it. */
export function oddNumber(
  encoding: Encoding,
  block: Block,
  row: number,
  place: number,
  form: NumberForm,
): { readonly value: number; readonly trimmed: number } {
  if (isDoubled(block, row, place)) {
    const written = doubledText(encoding, block, row, place);
    return { value: encodeNumberText(normalised(written), form), trimmed: hasBlanksAround(written) ? 1 : 0 };
  }
  const trimmed = trimCell(encoding, block, row, place);
  return { value: encodeNumberBytes(encoding.bytes, range.start, range.end, form), trimmed };
}

/** Whether a cell was written in quotes and holds doubled ones. */
export const isDoubled = ({ doubled }: Block, row: number, place: number): boolean => doubled.get(row)?.[place] === 1;

function doubledText({ bytes, decode }: Encoding, { cells }: Block, row: number, place: number): string {
  const at = placeOf(row, place);
  return decode(bytes.subarray(cells[at], cells[at + 1])).replaceAll('""', '"');
}

/** Finds a cell without the blanks around it. @returns 1 when there are some */
function trimCell({ bytes, isUtf8 }: Encoding, { cells }: Block, row: number, place: number): number {
  const at = placeOf(row, place);
  range.start = cells[at]!;
  range.end = cells[at + 1]!;
  const width = range.end - range.start;
  trimRange(bytes, range, isUtf8);
  return range.end - range.start === width ? 0 : 1;
}
