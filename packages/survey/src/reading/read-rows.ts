/** Bytes the reader looks for. */
const quote = 0x22;
const newline = 0x0a;
const carriageReturn = 0x0d;

/** Longest quoted value; a quote that is not closed within it is an ordinary character. */
const longestQuoted = 10_000;

/** Where the values of the row just read lie: half-open byte ranges, quotes not counted. */
export interface RowCells {
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  /** The value was written in quotes and holds doubled ones: its text is not its bytes. */
  doubled: Uint8Array;
}

/** Room for the values of a row; it grows by itself. */
export const rowCells = (): RowCells => ({ count: 0, starts: new Int32Array(64), ends: new Int32Array(64), doubled: new Uint8Array(64) });

/**
 * Splits one row into values: CRLF, LF and CR end it, quotes per RFC 4180.
 * @returns the byte at which the next row begins
 */
export function readRow(bytes: Uint8Array, from: number, separator: number, cells: RowCells): number {
  const length = bytes.length;
  const separators = [separator];
  let at = from;
  let count = 0;
  for (;;) {
    let start = at;
    let end = -1;
    let doubled = 0;
    if (bytes[at] === quote) {
      const closing = closingQuote(bytes, at + 1, separators);
      if (closing >= 0) {
        start = at + 1;
        end = closing;
        for (let index = start; index < closing; index += 1) if (bytes[index] === quote) doubled = 1;
        at = closing + 1;
      }
    }
    if (end < 0) {
      while (at < length) {
        const byte = bytes[at]!;
        if (byte === separator || byte === newline || byte === carriageReturn) break;
        at += 1;
      }
      end = at;
    }
    if (count === cells.starts.length) widen(cells);
    cells.starts[count] = start;
    cells.ends[count] = end;
    cells.doubled[count] = doubled;
    count += 1;
    if (at >= length || bytes[at] !== separator) break;
    at += 1;
  }
  cells.count = count;
  if (bytes[at] === carriageReturn && bytes[at + 1] === newline) return at + 2;
  return at < length ? at + 1 : at;
}

/** The quote that closes a value: one before a separator, a row's end or the file's end. -1 when there is none near. */
export function closingQuote(bytes: Uint8Array, from: number, separators: readonly number[]): number {
  const limit = Math.min(bytes.length, from + longestQuoted);
  for (let at = from; at < limit; at += 1) {
    if (bytes[at] !== quote) continue;
    const next = bytes[at + 1];
    if (next === quote) at += 1;
    else return next === undefined || separators.includes(next) || next === newline || next === carriageReturn ? at : -1;
  }
  return -1;
}

function widen(cells: RowCells): void {
  const copy = <T extends Int32Array | Uint8Array>(old: T, fresh: T): T => (fresh.set(old), fresh);
  cells.starts = copy(cells.starts, new Int32Array(cells.starts.length * 2));
  cells.ends = copy(cells.ends, new Int32Array(cells.ends.length * 2));
  cells.doubled = copy(cells.doubled, new Uint8Array(cells.doubled.length * 2));
}
