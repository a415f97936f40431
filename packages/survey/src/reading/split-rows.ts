import { readRow, rowCells } from './read-rows.ts';

const quote = 0x22;
const newline = 0x0a;
const carriageReturn = 0x0d;

/** Rows split at a time: their places fit in the processor's own memory. */
export const blockRows = 512;

/** Where the values of some rows lie, as half-open byte ranges: those of row `r` begin at `r * stride`. */
export class Block {
  readonly stride: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Values in each row; at most `stride` of them are placed. */
  readonly counts = new Int32Array(blockRows);
  readonly rowStarts = new Uint32Array(blockRows);
  /** Rows with a value that was written in quotes with doubled ones in it: its text is not its bytes. By row, then by value. */
  readonly doubled = new Map<number, Uint8Array>();
  rows = 0;
  /** Of the row that the careful reader has just read. */
  readonly cells = rowCells();

  constructor(fields: number) {
    // One value more than asked for is told from none, and more are only counted.
    this.stride = fields + 1;
    this.starts = new Int32Array(blockRows * this.stride);
    this.ends = new Int32Array(blockRows * this.stride);
  }
}

/**
 * Splits rows into the block until it is full or the bytes end. CRLF, LF and CR end a row. A row with a quote is read by the
 * careful reader; in all others no byte is looked at twice.
 * @returns the byte at which the next row begins
 */
export function splitRows(bytes: Uint8Array, from: number, separator: number, block: Block): number {
  const { stride, starts, ends, counts, rowStarts } = block;
  const length = bytes.length;
  block.doubled.clear();
  let at = from;
  let row = 0;
  while (row < blockRows && at < length) {
    const rowStart = at;
    const base = row * stride;
    let count = 0;
    let start = at;
    let byte = 0;
    let isQuoted = bytes[at] === quote;
    while (!isQuoted) {
      while (at < length && (byte = bytes[at]!) !== separator && (byte > carriageReturn || (byte !== newline && byte !== carriageReturn)))
        at += 1;
      if (count < stride) {
        starts[base + count] = start;
        ends[base + count] = at;
      }
      count += 1;
      if (at >= length || bytes[at] !== separator) break;
      at += 1;
      start = at;
      isQuoted = bytes[at] === quote;
    }
    if (isQuoted) {
      at = splitQuoted(bytes, rowStart, separator, block, row);
    } else {
      counts[row] = count;
      if (bytes[at] === carriageReturn && bytes[at + 1] === newline) at += 2;
      else if (at < length) at += 1;
    }
    rowStarts[row] = rowStart;
    row += 1;
  }
  block.rows = row;
  return at;
}

/** One row by the careful reader. @returns the byte after it */
function splitQuoted(bytes: Uint8Array, rowStart: number, separator: number, block: Block, row: number): number {
  const { cells } = block;
  const base = row * block.stride;
  const next = readRow(bytes, rowStart, separator, cells);
  const placed = Math.min(cells.count, block.stride);
  let hasDoubled = false;
  for (let index = 0; index < placed; index += 1) {
    block.starts[base + index] = cells.starts[index]!;
    block.ends[base + index] = cells.ends[index]!;
    if (cells.doubled[index] === 1) hasDoubled = true;
  }
  if (hasDoubled) block.doubled.set(row, cells.doubled.slice(0, placed));
  block.counts[row] = cells.count;
  return next;
}
