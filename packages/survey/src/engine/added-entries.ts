import type { Entries } from './entries.ts';
import { keyOfBytes, mostLooks, slotsFor } from './open-addressing.ts';
import type { Values } from './table.ts';
import { hashOf, mayBeBlank, mixed, short, takeWords, taken, wordNearEnd } from './value-words.ts';

/** Before there is a value, and room for the first of them. */
const nothing = new Int32Array(0);
const leastRoom = 160;

/** Instead of a slot, for a value that has none. */
const crowdedSlot = -1;

/**
 * Places of an entry's numbers: a short value's eight bytes (of a longer one its hash and its first four bytes), how many bytes
 * it has, where they begin, and the id of its text.
 */
const [atLow, atHigh, atLength, atStart, atId, width] = [0, 1, 2, 3, 4, 5] as const;

/** Where the values of some rows lie. */
export interface Cells {
  /** Start and end of each, side by side, those of row 0 at `first`. */
  readonly places: Int32Array;
  readonly first: number;
  readonly rows: number;
  /** Record of each row; negative for one that is passed over. */
  readonly targets: Int32Array;
  /** It is known that no value has blanks around it. */
  readonly isTrimmed: boolean;
}

/** The entries of a dictionary to which values are added: each is found by its bytes. */
export class AddedEntries implements Entries {
  /** Open addressing: entry + 1, 0 for a free place. None before the first value: nearly every dictionary is handed all of its values. */
  #slots = nothing;
  /** Entries that found no place in as many looks as one is worth, by their bytes. */
  #crowded: Map<string, number> | undefined;
  #size = 0;
  /** Of each entry five numbers side by side, so that they are fetched together: see the places above. */
  #facts = nothing;
  /** The value met last: neighbours in a column are often alike. */
  #last = -1;
  /** Entry that an id was cut from first; -1 for one that came as a text. */
  #representatives = nothing;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #idOfNew: (entry: number, start: number, length: number) => number;

  /** @param idOfNew the id of a value that is added */
  constructor(bytes: Uint8Array, view: DataView, idOfNew: (entry: number, start: number, length: number) => number) {
    this.#bytes = bytes;
    this.#view = view;
    this.#idOfNew = idOfNew;
  }

  get size(): number {
    return this.#size;
  }

  /** Makes room for so many different values at once. */
  expect(values: number): void {
    if (values * width > this.#facts.length) this.#facts = lengthened(this.#facts, values * width);
    const length = slotsFor(values);
    if (length > this.#slots.length) this.#rehash(length);
  }

  /** Takes entries that have been told apart, of which each has the id after its own number. @param ids that there are */
  take(entries: Entries, ids: number): void {
    const { size } = entries;
    this.#size = size;
    this.#facts = new Int32Array((size + 1) * width);
    this.#representatives = new Int32Array(ids + 1).fill(-1);
    const [facts, representatives] = [this.#facts, this.#representatives];
    for (let entry = 0, at = 0; entry < size; entry += 1, at += width) {
      const [start, length] = [entries.startOf(entry), entries.lengthOf(entry)];
      takeWords(this.#bytes, this.#view, start, length);
      facts[at] = taken.low;
      facts[at + atHigh] = taken.high;
      facts[at + atLength] = length;
      facts[at + atStart] = start;
      facts[at + atId] = entry + 1;
      representatives[entry + 1] = entry;
    }
    this.#rehash(slotsFor(size + 1));
  }

  /**
   * Ids of the values of one column in some rows, in one loop that leaves nothing to be looked up again.
   * @param cells where they lie; rows with a negative target are passed over
   * @param from first row to be read
   * @param values of each record, written: wide enough for as many new ids as there are rows
   * @returns the first row whose value may have blanks around it, which is not read; all rows when there is none
   */
  internCells({ places, first, rows, targets, isTrimmed }: Cells, from: number, values: Values): number {
    if (this.#slots.length === 0) this.#rehash(slotsFor(0));
    const bytes = this.#bytes;
    const view = this.#view;
    const lastWord = bytes.length - short;
    let last = this.#last;
    let facts = this.#facts;
    let slots = this.#slots;
    for (let row = from, cell = first + 2 * from; row < rows; row += 1, cell += 2) {
      const record = targets[row]!;
      if (record < 0) continue;
      const start = places[cell]!;
      const end = places[cell + 1]!;
      const length = end - start;
      if (length <= 0) {
        values[record] = 0;
        continue;
      }
      if (!isTrimmed && (mayBeBlank(bytes[start]!) || mayBeBlank(bytes[end - 1]!))) {
        this.#last = last;
        return row;
      }
      let low = 0;
      let high = 0;
      if (start > lastWord) {
        low = wordNearEnd(bytes, start, end);
        high = length > 4 ? wordNearEnd(bytes, start + 4, end) : 0;
        // Only short values begin so near the end of the bytes.
      } else if (length <= 4) low = view.getInt32(start, true) << (32 - (length << 3));
      else if (length <= short) {
        low = view.getInt32(start, true);
        high = view.getInt32(start + 4, true) << (64 - (length << 3));
      } else {
        high = view.getInt32(start, true);
        low = high;
        for (let at = start + 4; at < end - 4; at += 4) low = mixed(low, view.getInt32(at, true));
        low = mixed(low, view.getInt32(end - 4, true));
      }
      let entry = last;
      let at = entry * width;
      if (
        entry < 0 ||
        facts[at] !== low ||
        facts[at + atHigh] !== high ||
        facts[at + atLength] !== length ||
        (length > short && !this.#equals(entry, length, start))
      ) {
        const mask = slots.length - 1;
        let slot = hashOf(low, high, length) & mask;
        for (let looks = 0; ; looks += 1) {
          if (looks === mostLooks) {
            slot = crowdedSlot;
            entry = this.#crowdedEntry(bytes, start, length);
            break;
          }
          entry = slots[slot]! - 1;
          if (entry < 0) break;
          at = entry * width;
          if (
            facts[at] === low &&
            facts[at + atHigh] === high &&
            facts[at + atLength] === length &&
            (length <= short || this.#equals(entry, length, start))
          )
            break;
          slot = (slot + 1) & mask;
        }
        if (entry < 0) {
          entry = this.#add(slot, low, high, length, start);
          facts = this.#facts;
          slots = this.#slots;
        }
        last = entry;
      }
      values[record] = facts[entry * width + atId]!;
    }
    this.#last = last;
    return rows;
  }

  /** Notes what an id was cut from; -1 for one that came as a text. */
  represent(id: number, entry: number): void {
    if (id >= this.#representatives.length) {
      const known = this.#representatives.length;
      this.#representatives = widened(this.#representatives);
      this.#representatives.fill(-1, known);
    }
    this.#representatives[id] = entry;
  }

  entryFor(id: number): number {
    return this.#representatives[id]!;
  }

  idOf(entry: number): number {
    return this.#facts[entry * width + atId]!;
  }

  lengthOf(entry: number): number {
    return this.#facts[entry * width + atLength]!;
  }

  /** A file of more than two gigabytes is not read into one piece of memory. */
  startOf(entry: number): number {
    return this.#facts[entry * width + atStart]!;
  }

  entryOf(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    takeWords(bytes, view, start, length);
    const { low, high } = taken;
    const facts = this.#facts;
    if (this.#slots.length === 0) return -1;
    const mask = this.#slots.length - 1;
    let slot = hashOf(low, high, length) & mask;
    for (let looks = 0; looks < mostLooks; looks += 1, slot = (slot + 1) & mask) {
      const entry = this.#slots[slot]! - 1;
      if (entry < 0) return -1;
      const at = entry * width;
      if (facts[at] !== low || facts[at + atHigh] !== high || facts[at + atLength] !== length) continue;
      if (length <= short || this.#standsAlsoAt(entry, bytes, start)) return entry;
    }
    return this.#crowdedEntry(bytes, start, length);
  }

  /** @returns the new entry */
  #add(slot: number, low: number, high: number, length: number, start: number): number {
    const entry = this.#size;
    if ((entry + 1) * width > this.#facts.length) this.#facts = widened(this.#facts);
    this.#size += 1;
    this.#putIn(slot, entry, start, length);
    const facts = this.#facts;
    const base = entry * width;
    facts[base + atLow] = low;
    facts[base + atHigh] = high;
    facts[base + atLength] = length;
    facts[base + atStart] = start;
    const id = this.#idOfNew(entry, start, length);
    this.#facts[entry * width + atId] = id;
    if (this.#size * 2 > this.#slots.length) this.#rehash(this.#slots.length * 2);
    return entry;
  }

  #crowdedEntry(bytes: Uint8Array, start: number, length: number): number {
    return this.#crowded?.get(keyOfBytes(bytes, start, length)) ?? -1;
  }

  #putIn(slot: number, entry: number, start: number, length: number): void {
    if (slot !== crowdedSlot) this.#slots[slot] = entry + 1;
    else (this.#crowded ??= new Map()).set(keyOfBytes(this.#bytes, start, length), entry);
  }

  #standsAlsoAt(entry: number, bytes: Uint8Array, start: number): boolean {
    const own = this.startOf(entry);
    for (let index = this.lengthOf(entry) - 1; index >= 0; index -= 1) if (this.#bytes[own + index] !== bytes[start + index]) return false;
    return true;
  }

  /** Whether a long value is that of an entry with the same numbers. */
  #equals(entry: number, length: number, start: number): boolean {
    const from = this.startOf(entry);
    const view = this.#view;
    for (let index = 4; index < length - 4; index += 4)
      if (view.getInt32(from + index, true) !== view.getInt32(start + index, true)) return false;
    return view.getInt32(from + length - 4, true) === view.getInt32(start + length - 4, true);
  }

  #rehash(length: number): void {
    const slots = new Int32Array(length);
    const mask = slots.length - 1;
    this.#slots = slots;
    this.#crowded = undefined;
    for (let entry = 0; entry < this.#size; entry += 1) {
      let slot = hashOf(this.#facts[entry * width + atLow]!, this.#facts[entry * width + atHigh]!, this.lengthOf(entry)) & mask;
      let looks = 0;
      for (; looks < mostLooks && slots[slot] !== 0; looks += 1) slot = (slot + 1) & mask;
      this.#putIn(looks === mostLooks ? crowdedSlot : slot, entry, this.startOf(entry), this.lengthOf(entry));
    }
  }
}

const widened = (numbers: Int32Array): Int32Array<ArrayBuffer> => lengthened(numbers, Math.max(leastRoom, numbers.length * 2));

function lengthened(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const long = new Int32Array(length);
  long.set(numbers);
  return long;
}
