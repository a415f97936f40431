import { hasBlanksAround, normalised, widenFor, write, type Column } from '../engine/table.ts';
import { trimRange } from './decode.ts';
import { encodeDigits } from './encode-digits.ts';
import { encodeNumberBytes, encodeNumberText, type NumberForm } from './encode-number.ts';
import type { Block } from './split-rows.ts';

/** How the values of a file become values of columns. */
export interface Encoding {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly isUtf8: boolean;
  readonly decode: (bytes: Uint8Array) => string;
  /** Of each column; absent for texts. */
  readonly forms: readonly (NumberForm | undefined)[];
  /** Place of each column in a row; -1 where the file does not have it. */
  readonly places: Int32Array;
}

const range = { start: 0, end: 0 };

/**
 * Encodes the rows of a block, a column at a time. A row with doubled quotes, and a cell that is not plainly what its column
 * holds, is encoded by itself.
 * @param targets record of each row of the block; -1 for a row that is no record or has a wrong number of values
 * @returns number of cells that had blanks around them
 */
export function encodeBlock(encoding: Encoding, block: Block, targets: Int32Array, columns: readonly Column[]): number {
  const plain = block.doubled.size === 0 ? targets : withoutDoubled(block, targets);
  let trimmed = 0;
  for (let index = 0; index < columns.length; index += 1) {
    const place = encoding.places[index]!;
    if (place < 0) continue;
    const column = columns[index]!;
    const form = encoding.forms[index];
    trimmed += form ? encodeNumbers(encoding, block, plain, column, place, form) : encodeTexts(encoding, block, plain, column, place);
    for (const row of block.doubled.keys())
      if (targets[row]! >= 0) trimmed += encodeOddly(encoding, block, row, place, targets[row]!, column, form);
  }
  return trimmed;
}

function withoutDoubled(block: Block, targets: Int32Array): Int32Array {
  const plain = targets.slice();
  for (const row of block.doubled.keys()) plain[row] = -1;
  return plain;
}

function encodeNumbers(encoding: Encoding, block: Block, targets: Int32Array, column: Column, place: number, form: NumberForm): number {
  const { starts, ends, stride, rows } = block;
  const { length, empty } = form;
  // Numbers are narrow only when all have been read.
  const values = column.values as Int32Array | Float64Array;
  let trimmed = 0;
  for (let row = 0; row < rows; row += 1) {
    if (form.sign === 'implied') row = encodeDigits(encoding.view, starts, ends, stride, rows, targets, place, row, length, empty, values);
    if (row < rows && targets[row]! >= 0) trimmed += encodeOddly(encoding, block, row, place, targets[row]!, column, form);
  }
  return trimmed;
}

function encodeTexts(encoding: Encoding, block: Block, targets: Int32Array, column: Column, place: number): number {
  const { starts, ends, stride, rows } = block;
  const dictionary = column.dictionary!;
  const cells = { starts, ends, stride, rows, targets, isTrimmed: false };
  let trimmed = 0;
  widenFor(column, dictionary.size + rows);
  for (let row = 0; row < rows; row += 1) {
    row = dictionary.internCells(cells, place, row, column.values);
    if (row < rows) trimmed += encodeOddly(encoding, block, row, place, targets[row]!, column, undefined);
  }
  return trimmed;
}

/** A cell with blanks around it, in quotes, or with something else than digits. @returns 1 when it had blanks around it */
function encodeOddly(
  { bytes, isUtf8, decode }: Encoding,
  block: Block,
  row: number,
  place: number,
  record: number,
  column: Column,
  form: NumberForm | undefined,
): number {
  const cell = row * block.stride + place;
  range.start = block.starts[cell]!;
  range.end = block.ends[cell]!;
  if (block.doubled.get(row)?.[place] === 1) {
    const written = decode(bytes.subarray(range.start, range.end)).replaceAll('""', '"');
    const text = normalised(written);
    write(column, record, form ? encodeNumberText(text, form) : column.dictionary!.internText(text));
    return hasBlanksAround(written) ? 1 : 0;
  }
  const width = range.end - range.start;
  trimRange(bytes, range, isUtf8);
  write(
    column,
    record,
    form ? encodeNumberBytes(bytes, range.start, range.end, form) : column.dictionary!.internBytes(range.start, range.end),
  );
  return range.end - range.start === width ? 0 : 1;
}
