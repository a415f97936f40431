const zeros: u64 = 0x3030303030303030;
/** Added to a digit's value 0 to 9 it leaves bit 7 of its byte clear, and sets it for any greater one. */
const beyondNine: u64 = 0x7676767676767676;
const highBits: u64 = 0x8080808080808080;

/** Least and most of the numbers read since they were set. */
export let least: i32 = 0;
export let most: i32 = 0;

export function forgetBounds(): void {
  least = 0;
  most = 0;
}

/**
 * Reads the values of one column in some rows as integers, eight digits at a time.
 * @param shift   what is added to a byte of the file to have its place in the memory
 * @param cells   places of the column's values
 * @param targets record of each row, counted from the block's first; -1 for a row that is passed over
 * @param digits  most of the field, leading zeros not counted
 * @param empty   what an empty value is
 * @param into    number of each record, written
 * @returns the first row whose value is not so many digits and nothing else, which is not read; all rows when there is none
 */
export function readDigits(
  shift: isize,
  cells: usize,
  targets: usize,
  rows: i32,
  from: i32,
  digits: i32,
  limit: i32,
  empty: i32,
  into: usize,
): i32 {
  for (let row = from; row < rows; row += 1) {
    const target = load<i32>(targets + ((<usize>row) << 2));
    if (target < 0) continue;
    const place = cells + ((<usize>row) << 3);
    const start = load<i32>(place);
    const end = load<i32>(place + 4);
    const length = end - start;
    if (length == 0) {
      store<i32>(into + ((<usize>target) << 2), empty);
      if (empty < least) least = empty;
      continue;
    }
    if (length > 8) return row;
    const before = <u64>((8 - length) << 3);
    let value = ((load<u64>(<usize>(shift + <isize>end - 8)) ^ zeros) >> before) << before;
    if (((value | (value + beyondNine)) & highBits) != 0) return row;
    value = value * 10 + (value >> 8);
    value = ((value & 0x000000ff000000ff) * 0x000f424000000064 + ((value >> 16) & 0x000000ff000000ff) * 0x0000271000000001) >> 32;
    const number = <i32>value;
    if (length > digits && number >= limit) return row;
    if (number > most) most = number;
    store<i32>(into + ((<usize>target) << 2), number);
  }
  return rows;
}

/** Numbers of four bytes each, all of 0 to 255, as bytes. Some after the last are written too. */
export function packBytes(from: usize, count: i32, into: usize): void {
  for (let index = 0; index < count; index += 16) {
    const place = from + ((<usize>index) << 2);
    const low = i16x8.narrow_i32x4_u(v128.load(place), v128.load(place, 16));
    const high = i16x8.narrow_i32x4_u(v128.load(place, 32), v128.load(place, 48));
    v128.store(into + <usize>index, i8x16.narrow_i16x8_u(low, high));
  }
}

/** The same for numbers of 0 to 65,535, in two bytes each. */
export function packPairs(from: usize, count: i32, into: usize): void {
  for (let index = 0; index < count; index += 8) {
    const place = from + ((<usize>index) << 2);
    v128.store(into + ((<usize>index) << 1), i16x8.narrow_i32x4_u(v128.load(place), v128.load(place, 16)));
  }
}
