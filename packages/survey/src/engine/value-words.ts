/*
 * What a value of a column is found by: two words of its bytes, and a hash of them. `Dictionary.internCells` takes the words in its own
 * loop, as `takeWords` does; a test keeps both equal.
 */

/** Most bytes of a value that its two words hold whole. */
export const short = 8;

/** Of a value that `takeWords` has looked at. */
export const taken = { low: 0, high: 0 };

/** The two words of a value, as `internCells` takes them for itself. */
export function takeWords(bytes: Uint8Array, view: DataView, start: number, length: number): void {
  const end = start + length;
  taken.high = 0;
  if (start > bytes.length - short) {
    taken.low = wordNearEnd(bytes, start, end);
    if (length > 4) taken.high = wordNearEnd(bytes, start + 4, end);
  } else if (length <= 4) taken.low = view.getInt32(start, true) << (32 - (length << 3));
  else if (length <= short) {
    taken.low = view.getInt32(start, true);
    taken.high = view.getInt32(start + 4, true) << (64 - (length << 3));
  } else {
    taken.high = view.getInt32(start, true);
    taken.low = taken.high;
    for (let at = start + 4; at < end - 4; at += 4) taken.low = mixed(taken.low, view.getInt32(at, true));
    taken.low = mixed(taken.low, view.getInt32(end - 4, true));
  }
}

/** The bytes of a value that ends within a word of the end of all bytes, as a longer one's first word would be: low bytes first. */
export function wordNearEnd(bytes: Uint8Array, start: number, end: number): number {
  const length = Math.min(4, end - start);
  let word = 0;
  for (let index = 0; index < length; index += 1) word |= bytes[start + index]! << ((index + 4 - length) << 3);
  return word;
}

/** A space, a tab, or a byte of a no-break space. */
export const mayBeBlank = (byte: number): boolean => byte <= 0x20 || byte === 0xa0 || byte === 0xc2;

export const mixed = (hash: number, word: number): number => {
  const product = Math.imul(hash ^ word, 0x01000193);
  return product ^ (product >>> 15);
};

export function hashOf(low: number, high: number, length: number): number {
  let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1) ^ length, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
