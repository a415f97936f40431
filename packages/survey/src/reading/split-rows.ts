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
  block.doubled.clear();
  block.rows = 0;
  let at = from;
  while (block.rows < blockRows && at < bytes.length) at = splitRow(bytes, at, separator, block);
  return at;
}

/** @returns the byte at which the next row begins */
function splitRow(bytes: Uint8Array, from: number, separator: number, block: Block): number {
  const { stride, rows: row } = block;
  block.rowStarts[row] = from;
  block.rows = row + 1;
  const end = splitPlain(bytes, from, separator, block.starts, block.ends, row * stride, stride, block.counts, row);
  if (end < 0) return splitQuoted(bytes, from, separator, block, row);
  if (bytes[end] === carriageReturn && bytes[end + 1] === newline) return end + 2;
  return Math.min(end + 1, bytes.length);
}

/** @returns the byte that ends the row; -1 when a value begins with a quote, and what has been placed is not to be used */
function splitPlain(
  bytes: Uint8Array,
  from: number,
  separator: number,
  starts: Int32Array,
  ends: Int32Array,
  base: number,
  stride: number,
  counts: Int32Array,
  row: number,
): number {
  const { length } = bytes;
  if (bytes[from] === quote) return -1;
  let count = 0;
  let start = from;
  let at = from;
  for (; at < length; at += 1) {
    const byte = bytes[at]!;
    if (byte === separator) {
      if (count < stride) {
        starts[base + count] = start;
        ends[base + count] = at;
      }
      count += 1;
      start = at + 1;
      if (bytes[start] === quote) return -1;
    } else if (byte <= carriageReturn && (byte === newline || byte === carriageReturn)) break;
  }
  if (count < stride) {
    starts[base + count] = start;
    ends[base + count] = at;
  }
  counts[row] = count + 1;
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
