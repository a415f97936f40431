import { write, type Column } from '../engine/table.ts';
import { hasBlanksAround, normalised } from '../engine/table.ts';
import { trimRange } from './decode.ts';
import { encodeNumberBytes, encodeNumberText, type NumberForm } from './encode-number.ts';
import type { Block } from './split-rows.ts';

/** How the values of a file become values of columns. */
export interface Encoding {
  readonly bytes: Uint8Array;
  readonly isUtf8: boolean;
  readonly decode: (bytes: Uint8Array) => string;
  /** Of each column; absent for texts. */
  readonly forms: readonly (NumberForm | undefined)[];
  /** Place of each column in a row; -1 where the file does not have it. */
  readonly places: Int32Array;
}

const range = { start: 0, end: 0 };

/**
 * Encodes the rows of a block, a column at a time.
 * @param targets record of each row of the block; -1 for a row that is no record or has a wrong number of values
 * @returns number of cells that had blanks around them
 */
export function encodeBlock(encoding: Encoding, block: Block, targets: Int32Array, columns: readonly Column[]): number {
  let trimmed = 0;
  for (let index = 0; index < columns.length; index += 1) {
    const place = encoding.places[index]!;
    if (place < 0) continue;
    const form = encoding.forms[index];
    trimmed += form
      ? encodeNumbers(encoding, block, targets, columns[index]!, place, form)
      : encodeTexts(encoding, block, targets, columns[index]!, place);
  }
  return trimmed;
}

function encodeNumbers(encoding: Encoding, block: Block, targets: Int32Array, column: Column, place: number, form: NumberForm): number {
  const { bytes } = encoding;
  const { starts, ends, stride, rows } = block;
  const { values } = column;
  const isImplied = form.sign === 'implied';
  const { length, empty } = form;
  let trimmed = 0;
  for (let row = 0; row < rows; row += 1) {
    const record = targets[row]!;
    if (record < 0) continue;
    const start = starts[row * stride + place]!;
    const end = ends[row * stride + place]!;
    if (start === end) {
      values[record] = empty;
      continue;
    }
    // Digits that fit whatever zeros they begin with: nearly every cell.
    let value = 0;
    let at = start;
    if (isImplied && end - start <= 9)
      for (; at < end; at += 1) {
        const digit = bytes[at]! - 48;
        if (digit < 0 || digit > 9) break;
        value = value * 10 + digit;
      }
    if (at === end && (end - start <= length || value < 10 ** length)) {
      values[record] = value;
      continue;
    }
    trimmed += encodeOddly(encoding, block, row, place, record, column, form);
  }
  return trimmed;
}

function encodeTexts(encoding: Encoding, block: Block, targets: Int32Array, column: Column, place: number): number {
  const { bytes } = encoding;
  const { starts, ends, stride, rows, doubled } = block;
  const dictionary = column.dictionary!;
  let trimmed = 0;
  for (let row = 0; row < rows; row += 1) {
    const record = targets[row]!;
    if (record < 0) continue;
    const start = starts[row * stride + place]!;
    const end = ends[row * stride + place]!;
    if (start === end) continue;
    if (mayBeBlank(bytes[start]!) || mayBeBlank(bytes[end - 1]!) || doubled.size > 0) {
      trimmed += encodeOddly(encoding, block, row, place, record, column, undefined);
      continue;
    }
    write(column, record, dictionary.internBytes(start, end));
  }
  return trimmed;
}

/** A space, a tab, or a byte of a letter outside ASCII or of a no-break space. */
const mayBeBlank = (byte: number): boolean => byte <= 0x20 || byte >= 0x80;

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
