import { keyOfBytes, mostLooks, slotsFor } from './open-addressing.ts';
import { hashOf, takeWords, taken } from './value-words.ts';

/** Where the values of a dictionary stand, by entry, while none is added by its bytes. */
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

/** Finds settled values by their bytes, with one number for each. Made when the first is looked for: a file that is only checked does without. */
export class SettledIndex {
  readonly #bytes: Uint8Array;
  readonly #settled: Settled;
  /** Open addressing: entry + 1, 0 for a free place. */
  readonly #slots: Int32Array;
  /** Entries that found no place in as many looks as one is worth, by their bytes. */
  #crowded: Map<string, number> | undefined;

  constructor(bytes: Uint8Array, view: DataView, settled: Settled) {
    this.#bytes = bytes;
    this.#settled = settled;
    const { starts, lengths } = settled;
    const slots = new Int32Array(slotsFor(starts.length));
    const mask = slots.length - 1;
    this.#slots = slots;
    for (let entry = 0; entry < starts.length; entry += 1) {
      takeWords(bytes, view, starts[entry]!, lengths[entry]!);
      let slot = hashOf(taken.low, taken.high, lengths[entry]!) & mask;
      let looks = 0;
      for (; looks < mostLooks && slots[slot] !== 0; looks += 1) slot = (slot + 1) & mask;
      if (looks < mostLooks) slots[slot] = entry + 1;
      else (this.#crowded ??= new Map()).set(keyOfBytes(bytes, starts[entry]!, lengths[entry]!), entry);
    }
  }

  /** The entry of a value that stands among other bytes; -1 for none. */
  entryOf(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    const mask = this.#slots.length - 1;
    takeWords(bytes, view, start, length);
    let slot = hashOf(taken.low, taken.high, length) & mask;
    for (let looks = 0; looks < mostLooks; looks += 1, slot = (slot + 1) & mask) {
      const entry = this.#slots[slot]! - 1;
      if (entry < 0 || this.#isAlsoAt(entry, bytes, start, length)) return entry;
    }
    return this.#crowded?.get(keyOfBytes(bytes, start, length)) ?? -1;
  }

  #isAlsoAt(entry: number, bytes: Uint8Array, start: number, length: number): boolean {
    if (this.#settled.lengths[entry] !== length) return false;
    const own = this.#settled.starts[entry]!;
    for (let index = length - 1; index >= 0; index -= 1) if (this.#bytes[own + index] !== bytes[start + index]) return false;
    return true;
  }
}
