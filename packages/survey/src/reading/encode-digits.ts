const zeros = 0x30303030;
/** Added to a digit's value 0 to 9 it leaves bit 7 of its byte clear, and sets it for any greater one. */
const beyondNine = 0x76767676;
const highBits = 0x80808080;

/**
 * Reads the cells of one column in some rows as integers, four digits at a time.
 * @param cells start and end of each cell, side by side, those of row 0 at `first`
 * @param from first row to be read
 * @param most digits of the field, leading zeros not counted
 * @param empty what an empty cell is
 * @param values of each record, written
 * @returns the first row whose cell is not so many digits and nothing else, which is not read; all rows when there is none
 */
export function encodeDigits(
  view: DataView,
  cells: Int32Array,
  first: number,
  rows: number,
  targets: Int32Array,
  from: number,
  most: number,
  empty: number,
  values: Int32Array | Float64Array,
): number {
  const limit = 10 ** most;
  for (let row = from, cell = first + 2 * from; row < rows; row += 1, cell += 2) {
    const record = targets[row]!;
    if (record < 0) continue;
    const end = cells[cell + 1]!;
    const length = end - cells[cell]!;
    if (length === 0) {
      values[record] = empty;
      continue;
    }
    // Two words are read that end where the cell does: in the first bytes of a file there are none.
    if (length > 8 || end < 8) return row;
    let value: number;
    let wrong: number;
    let last = view.getInt32(end - 4, true) ^ zeros;
    if (length <= 4) {
      const before = 32 - (length << 3);
      last = (last >>> before) << before;
      wrong = last | (last + beyondNine);
      value = numberOf(last);
    } else {
      const before = 64 - (length << 3);
      const front = ((view.getInt32(end - 8, true) ^ zeros) >>> before) << before;
      wrong = front | (front + beyondNine) | last | (last + beyondNine);
      value = numberOf(front) * 10_000 + numberOf(last);
    }
    if ((wrong & highBits) !== 0 || (length > most && value >= limit)) return row;
    values[record] = value;
  }
  return rows;
}

/** Four digits' values, the first in the lowest byte, as a number. */
function numberOf(digits: number): number {
  const pairs = (Math.imul(digits, 10) + (digits >>> 8)) & 0x00ff00ff;
  return (pairs & 0xff) * 100 + (pairs >>> 16);
}
