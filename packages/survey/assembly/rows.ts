const quote: i32 = 0x22;
const newline: i32 = 0x0a;
const carriageReturn: i32 = 0x0d;

/** Longest quoted value; a quote that is not closed within it is an ordinary character. */
const longestQuoted: i32 = 10_000;

/** Byte of the window where the first row begins that has not been read. */
export let nextRow: i32 = 0;
/** A row of those read has a value that was written in quotes with doubled ones in it. */
export let hasDoubled: bool = false;

/** Values in the row that the careful reader has read. */
let valuesInRow: i32 = 0;

// Where the bytes stand that are read, how many there are, whether the file ends with them, and which byte of the file the first is.
let window: usize = 0;
let length: i32 = 0;
let isLast: bool = false;
let base: i32 = 0;

/** @param place with zeros before and after it, as many as a word of sixteen bytes can reach */
export function showWindow(place: usize, bytes: i32, first: i32, isEnd: bool): void {
  window = place;
  length = bytes;
  base = first;
  isLast = isEnd;
}

/**
 * Places the values of some rows. Sixteen bytes are looked at together, and those that end a value are found at once. A row with a value
 * that begins with a quote is read by the careful reader.
 *
 * A value's place is two numbers, the byte of the file where it begins and that after its end. Those of one column stand side by side,
 * `column` of them after those of the column before. A row may have millions of values: of those that are only counted no place is worked out.
 *
 * @param from    byte of the window where the first row begins
 * @param fields  values of a row that are placed; more are only counted
 * @param counts  values of each row, written
 * @param starts  byte of the file where each row begins, written
 * @param doubled of each row and each value, whether it holds doubled quotes; written for rows with quotes
 * @returns rows that are whole
 */
export function splitRows(
  from: i32,
  separator: i32,
  cells: usize,
  column: i32,
  fields: i32,
  most: i32,
  counts: usize,
  starts: usize,
  doubled: usize,
): i32 {
  const separators = i8x16.splat(<i8>separator);
  const newlines = i8x16.splat(<i8>newline);
  const returns = i8x16.splat(<i8>carriageReturn);
  const quotes = i8x16.splat(<i8>quote);
  const width = (<usize>column) << 3;
  let row = 0;
  let at = from;
  hasDoubled = false;
  nextRow = from;
  while (row < most && at < length) {
    const first = cells + ((<usize>row) << 3);
    const beyond = first + <usize>fields * width;
    let place = first;
    let start = at;
    let count = 0;
    let hasQuote = false;
    let next = -1;
    for (let block = at; block < length; block += 16) {
      const bytes = v128.load(window + <usize>block);
      const ends = v128.or(i8x16.eq(bytes, newlines), i8x16.eq(bytes, returns));
      if (v128.any_true(i8x16.eq(bytes, quotes))) hasQuote = true;
      const rowEnds = i8x16.bitmask(ends);
      let marks = i8x16.bitmask(v128.or(ends, i8x16.eq(bytes, separators)));
      if (rowEnds != 0) marks &= (rowEnds & -rowEnds) - 1;
      while (marks != 0) {
        const end = block + ctz(marks);
        if (place < beyond) {
          store<u64>(place, placeOf(start, end));
          place += width;
        }
        count += 1;
        start = end + 1;
        marks &= marks - 1;
      }
      if (rowEnds != 0) {
        const end = block + ctz(rowEnds);
        if (place < beyond) store<u64>(place, placeOf(start, end));
        count += 1;
        next = afterLineEnd(end);
        if (next < 0) return row;
        break;
      }
    }
    if (next < 0) {
      if (!isLast) return row;
      if (place < beyond) store<u64>(place, placeOf(start, length));
      count += 1;
      next = length;
    }
    if (hasQuote && (count > fields || beginsWithQuote(first, width, count))) {
      next = readRow(at, separator, first, width, fields, doubled + <usize>(row * fields));
      if (next < 0) return row;
      count = valuesInRow;
    }
    store<i32>(counts + ((<usize>row) << 2), count);
    store<i32>(starts + ((<usize>row) << 2), base + at);
    row += 1;
    at = next;
    nextRow = next;
  }
  return row;
}

/**
 * Numbers rows from one on that have the right number of values and do not begin with a blank one: they are records, and nothing else has
 * to be known of them.
 * @param fields  values of a record
 * @param record  the first one's number
 * @param targets record of each row, written
 * @returns the first row that is not such a row; all rows when there is none
 */
export function placeOrdinary(rows: i32, from: i32, fields: i32, record: i32, cells: usize, counts: usize, targets: usize): i32 {
  for (let row = from; row < rows; row += 1) {
    if (load<i32>(counts + ((<usize>row) << 2)) != fields) return row;
    const place = cells + ((<usize>row) << 3);
    const start = load<i32>(place);
    if (start == load<i32>(place, 4)) return row;
    const byte = load<u8>(window + <usize>(start - base));
    if (byte <= 0x20 || byte >= 0x80) return row;
    store<i32>(targets + ((<usize>row) << 2), record + row - from);
  }
  return rows;
}

function placeOf(start: i32, end: i32): u64 {
  return <u64>(<u32>(base + start)) | ((<u64>(<u32>(base + end))) << 32);
}

/** The byte after a line end; -1 where that hangs on what comes after the window. */
function afterLineEnd(at: i32): i32 {
  if (load<u8>(window + <usize>at) != carriageReturn) return at + 1;
  if (at + 1 >= length) return isLast ? length : -1;
  return load<u8>(window + <usize>(at + 1)) == newline ? at + 2 : at + 1;
}

function beginsWithQuote(first: usize, width: usize, count: i32): bool {
  let place = first;
  for (let index = 0; index < count; index += 1, place += width)
    if (load<u8>(window + <usize>(load<i32>(place) - base)) == quote) return true;
  return false;
}

/** One row, quotes per RFC 4180. @returns the byte of the window after it; -1 where that hangs on what comes after the window */
function readRow(from: i32, separator: i32, first: usize, width: usize, fields: i32, doubled: usize): i32 {
  let at = from;
  let count = 0;
  let place = first;
  memory.fill(doubled, 0, <usize>fields);
  for (;;) {
    let start = at;
    let end = -1;
    if (at < length && load<u8>(window + <usize>at) == quote) {
      const closing = closingQuote(at + 1, separator);
      if (closing == -2) return -1;
      if (closing >= 0) {
        start = at + 1;
        end = closing;
        at = closing + 1;
        if (count < fields && holdsQuote(start, end)) {
          store<u8>(doubled + <usize>count, 1);
          hasDoubled = true;
        }
      }
    }
    if (end < 0) {
      while (at < length) {
        const byte = <i32>load<u8>(window + <usize>at);
        if (byte == separator || byte == newline || byte == carriageReturn) break;
        at += 1;
      }
      end = at;
    }
    if (count < fields) {
      store<u64>(place, placeOf(start, end));
      place += width;
    }
    count += 1;
    if (at >= length || <i32>load<u8>(window + <usize>at) != separator) break;
    at += 1;
  }
  valuesInRow = count;
  if (at >= length) return isLast ? length : -1;
  return afterLineEnd(at);
}

function holdsQuote(start: i32, end: i32): bool {
  for (let at = start; at < end; at += 1) if (load<u8>(window + <usize>at) == quote) return true;
  return false;
}

/** The quote that closes a value: -1 when there is none near, -2 where that hangs on what comes after the window. */
function closingQuote(from: i32, separator: i32): i32 {
  const limit = min(length, from + longestQuoted);
  for (let at = from; at < limit; at += 1) {
    if (load<u8>(window + <usize>at) != quote) continue;
    if (at + 1 >= length) return isLast ? at : -2;
    const next = <i32>load<u8>(window + <usize>(at + 1));
    if (next == quote) at += 1;
    else return next == separator || next == newline || next == carriageReturn ? at : -1;
  }
  return length < from + longestQuoted && !isLast ? -2 : -1;
}
