/** Where the values of a dictionary stand, by entry, while none is looked up. */
export interface Settled {
  readonly starts: Int32Array;
  readonly lengths: Uint8Array | Uint16Array;
}

/**
 * The values of so many bytes, four bytes at a time: they lie far apart, and each time they have to be waited for.
 * @param at place of the first among those that are written
 * @returns entries that have been gone through: not those so near the end that others would be read with them
 */
export function copySettled(
  view: DataView,
  { starts, lengths }: Settled,
  length: number,
  words: number,
  at: number,
  into: Int32Array,
): number {
  const lastStart = view.byteLength - 4 * words;
  for (let entry = 0, word = at * words; entry < starts.length; entry += 1, word += words) {
    const start = starts[entry]!;
    if (start > lastStart) return entry;
    if (lengths[entry] === length)
      for (let place = 0; place < words; place += 1) into[word + place] = view.getInt32(start + 4 * place, true);
  }
  return starts.length;
}

/** Marks ids from the first on whose value has more bytes than so many: 1 at its place. @returns whether there is one */
export function markLongerSettled({ lengths }: Settled, marks: Uint8Array, first: number, most: number): boolean {
  let isAny = false;
  for (let place = first === 0 ? 1 : 0; place < marks.length; place += 1) {
    if (lengths[first + place - 1]! <= most) continue;
    marks[place] = 1;
    isAny = true;
  }
  return isAny;
}
