import { readRow, rowCells } from './read-rows.ts';

const quote = 0x22;
const newline = 0x0a;
const carriageReturn = 0x0d;

/** Rows split at a time: their places fit in the processor's own memory. */
export const blockRows = 1024;
/** Places from one column to the next: not a power of two, so that those of a row are not all kept at one place of that memory. */
export const columnPlaces = blockRows + 16;

/** Where the values of some rows lie, as half-open byte ranges. */
export interface Block {
  /** Values of a row that are placed: one more than asked for is told from none, and more are only counted. */
  readonly width: number;
  /** Start and end side by side, those of a value at `placeOf(row, index)`: a column after the other. */
  readonly cells: Int32Array;
  /** Values in each row. */
  readonly counts: Int32Array;
  readonly rowStarts: Int32Array | Uint32Array;
  /** Record of each row; -1 for one that is none, or has a wrong number of values. */
  readonly targets: Int32Array;
  /** Rows with a value that was written in quotes with doubled ones in it: its text is not its bytes. By row, then by value. */
  readonly doubled: Map<number, Uint8Array>;
  readonly rows: number;
}

/** Where in the cells of a block the start of a value stands, and its end after it. */
export const placeOf = (row: number, index: number): number => 2 * (index * columnPlaces + row);

/** The rows of a file, a block after the other. */
export interface Rows {
  readonly block: Block;
  /** Byte at which the next row begins. */
  readonly at: number;
  /** Places the next rows. @returns false when there are none */
  next(): boolean;
  /** Numbers rows from one on that are plainly records of so many values, the first of them `record`. @returns the first that is not */
  placeOrdinary?(from: number, record: number, fields: number): number;
}

/** Splits in one loop over the bytes. CRLF, LF and CR end a row. A row with a quote is read by the careful reader. */
export class PlainRows implements Rows {
  readonly block: Block & { rows: number };
  at: number;
  readonly #bytes: Uint8Array;
  readonly #separator: number;
  /** Of the row that the careful reader has just read. */
  readonly #cells = rowCells();

  constructor(bytes: Uint8Array, from: number, separator: number, fields: number) {
    this.#bytes = bytes;
    this.#separator = separator;
    this.at = from;
    this.block = {
      width: fields + 1,
      cells: new Int32Array(2 * columnPlaces * (fields + 1)),
      counts: new Int32Array(blockRows),
      rowStarts: new Uint32Array(blockRows),
      targets: new Int32Array(blockRows),
      doubled: new Map(),
      rows: 0,
    };
  }

  next(): boolean {
    const { block } = this;
    block.doubled.clear();
    block.rows = 0;
    while (block.rows < blockRows && this.at < this.#bytes.length) {
      this.at = this.#splitRow(this.at, block.rows);
      block.rows += 1;
    }
    return block.rows > 0;
  }

  /** @returns the byte at which the next row begins */
  #splitRow(from: number, row: number): number {
    const { cells, width, counts, rowStarts } = this.block;
    const bytes = this.#bytes;
    rowStarts[row] = from;
    const end = splitPlain(bytes, from, this.#separator, cells, width, counts, row);
    if (end < 0) return this.#splitQuoted(from, row);
    if (bytes[end] === carriageReturn && bytes[end + 1] === newline) return end + 2;
    return Math.min(end + 1, bytes.length);
  }

  /** One row by the careful reader. @returns the byte after it */
  #splitQuoted(from: number, row: number): number {
    const read = this.#cells;
    const { cells, width, counts, doubled } = this.block;
    const next = readRow(this.#bytes, from, this.#separator, read);
    const placed = Math.min(read.count, width);
    let hasDoubled = false;
    for (let index = 0; index < placed; index += 1) {
      cells[placeOf(row, index)] = read.starts[index]!;
      cells[placeOf(row, index) + 1] = read.ends[index]!;
      if (read.doubled[index] === 1) hasDoubled = true;
    }
    if (hasDoubled) doubled.set(row, read.doubled.slice(0, placed));
    counts[row] = read.count;
    return next;
  }
}

/** @returns the byte that ends the row; -1 when a value begins with a quote, and what has been placed is not to be used */
function splitPlain(
  bytes: Uint8Array,
  from: number,
  separator: number,
  cells: Int32Array,
  width: number,
  counts: Int32Array,
  row: number,
): number {
  const { length } = bytes;
  if (bytes[from] === quote) return -1;
  let count = 0;
  let start = from;
  let at = from;
  let place = 2 * row;
  for (; at < length; at += 1) {
    const byte = bytes[at]!;
    if (byte === separator) {
      if (count < width) {
        cells[place] = start;
        cells[place + 1] = at;
        place += 2 * columnPlaces;
      }
      count += 1;
      start = at + 1;
      if (bytes[start] === quote) return -1;
    } else if (byte <= carriageReturn && (byte === newline || byte === carriageReturn)) break;
  }
  if (count < width) {
    cells[place] = start;
    cells[place + 1] = at;
  }
  counts[row] = count + 1;
  return at;
}
