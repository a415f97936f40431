import type { Entries } from './entries.ts';
import { keyOfBytes, mostLooks, slotsFor } from './open-addressing.ts';
import { hashOf, takeWords, taken } from './value-words.ts';

/** Where values stand while none is added, each of another text and the first of them id 1: a fifth of the room of those that are added. */
export class SettledEntries implements Entries {
  readonly #starts: Int32Array;
  readonly #lengths: Uint8Array | Uint16Array;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  /** What values are found by, when one has been looked for. */
  #index: SettledIndex | undefined;

  constructor(bytes: Uint8Array, view: DataView, starts: Int32Array, lengths: Uint8Array | Uint16Array) {
    this.#bytes = bytes;
    this.#view = view;
    this.#starts = starts;
    this.#lengths = lengths;
  }

  get size(): number {
    return this.#starts.length;
  }

  startOf(entry: number): number {
    return this.#starts[entry]!;
  }

  lengthOf(entry: number): number {
    return this.#lengths[entry]!;
  }

  idOf(entry: number): number {
    return entry + 1;
  }

  entryFor(id: number): number {
    return id <= this.#starts.length ? id - 1 : -1;
  }

  entryOf(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    this.#index ??= new SettledIndex(this.#bytes, this.#view, this.#starts, this.#lengths);
    return this.#index.entryOf(bytes, view, start, length);
  }

  /**
   * The values of so many bytes, four bytes at a time: they lie far apart, and each time they have to be waited for.
   * @param at place of the first among those that are written
   * @returns entries that have been gone through: not those so near the end that others would be read with them
   */
  copy(length: number, words: number, at: number, into: Int32Array): number {
    const view = this.#view;
    const starts = this.#starts;
    const lengths = this.#lengths;
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
  markLonger(marks: Uint8Array, first: number, most: number): boolean {
    const lengths = this.#lengths;
    let isAny = false;
    for (let place = first === 0 ? 1 : 0; place < marks.length; place += 1) {
      if (lengths[first + place - 1]! <= most) continue;
      marks[place] = 1;
      isAny = true;
    }
    return isAny;
  }
}

/** Finds settled values by their bytes, with one number for each. Made when the first is looked for: a file that is only checked does without. */
class SettledIndex {
  readonly #bytes: Uint8Array;
  readonly #starts: Int32Array;
  readonly #lengths: Uint8Array | Uint16Array;
  /** Open addressing: entry + 1, 0 for a free place. */
  readonly #slots: Int32Array;
  /** Entries that found no place in as many looks as one is worth, by their bytes. */
  #crowded: Map<string, number> | undefined;

  constructor(bytes: Uint8Array, view: DataView, starts: Int32Array, lengths: Uint8Array | Uint16Array) {
    this.#bytes = bytes;
    this.#starts = starts;
    this.#lengths = lengths;
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
    if (this.#lengths[entry] !== length) return false;
    const own = this.#starts[entry]!;
    for (let index = length - 1; index >= 0; index -= 1) if (this.#bytes[own + index] !== bytes[start + index]) return false;
    return true;
  }
}
