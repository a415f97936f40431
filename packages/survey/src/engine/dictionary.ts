import { kindOf, kinds, kindsOfCharacters } from '../kernels/character-kinds.ts';
import { findAmong, notAtHand, wordsAtHand, type AtHand } from './at-hand.ts';
import { giveBack } from './lent.ts';
import { keyOfBytes, mostLooks, slotsFor } from './open-addressing.ts';
import { copySettled, markLongerSettled, SettledIndex, type Settled } from './settled.ts';
import type { Values } from './table.ts';
import { hashOf, mayBeBlank, mixed, short, takeWords, taken, wordNearEnd } from './value-words.ts';

/** A dictionary of so many values is worth to be settled; none of its values may have more bytes. */
const [worthSettling, mostSettledBytes] = [100, 0xffff] as const;

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

/** How the bytes of a file are letters. */
export interface Decoding {
  readonly isUtf8: boolean;
  readonly decode: (bytes: Uint8Array) => string;
}

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

/** Room for a value that comes alone. */
const one = {
  places: new Int32Array(2),
  values: new Int32Array(1),
  first: 0,
  rows: 1,
  targets: new Int32Array(1),
  isTrimmed: true,
};

/**
 * Distinct values of one column, numbered from 0 (the empty value) in order of appearance. Keyed by the bytes in the file, so
 * that a value met again costs a comparison of two words and no string; the text is cut when somebody asks for it.
 *
 * An *entry* is a spelling in bytes, an *id* a text: two entries are one id when their texts are equal in NFC.
 */
export class Dictionary {
  /** Open addressing: entry + 1, 0 for a free place. None before the first value: nearly every dictionary is handed all of its values. */
  #slots = nothing;
  /** Entries that found no place in as many looks as one is worth, by their bytes. */
  #crowded: Map<string, number> | undefined;
  #entries = 0;
  /** Of each entry five numbers side by side, so that they are fetched together: see the places below. */
  #facts = nothing;
  /** The value met last: neighbours in a column are often alike. */
  #last = -1;
  /** Entry that an id was cut from first; -1 for one that came as a text. */
  #representatives = nothing;
  #size = 1;
  /** Texts that have been asked for, in NFC. */
  readonly #texts: (string | undefined)[] = [''];
  /** Ids of values that are not plain ASCII in the file or that came as text. */
  readonly #byText = new Map<string, number>();
  /** Some of those are plain ASCII: a correction, or letters that become ASCII in NFC (U+212A, K). Others are found by their bytes alone. */
  #hasPlainTexts = false;
  /** Of each entry where its bytes are, while none is added by its bytes: the rest of what is known of it can be worked out again. */
  #settled: Settled | undefined;
  /** What those are found by, when one has been looked for. */
  #index: SettledIndex | undefined;
  /** Ids of adopted values that are not plain ASCII are not in `#byText` yet: until a text is looked up that may be one of them. */
  #hasUnlisted = false;
  #longest = 0;
  /** Kinds of the characters of each id. */
  #kinds = new Uint8Array(1);
  /** 1 for what kinds a value has. */
  readonly #seenKinds = new Uint8Array(kindsOfCharacters);
  /** Where somebody thought that the values will be asked for, until they have been. */
  #atHand: AtHand | undefined;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #decode: Decoding['decode'];
  readonly isUtf8: boolean;

  constructor(bytes: Uint8Array, { decode, isUtf8 }: Decoding) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#decode = decode;
    this.isUtf8 = isUtf8;
    this.#seenKinds[0] = 1;
  }

  /** Number of distinct values, the empty one counted. */
  get size(): number {
    return this.#size;
  }

  /** No value has more characters. */
  get longest(): number {
    return this.#longest;
  }

  /** Makes room for so many different values at once, where it is likely that they will come. */
  expect(values: number): void {
    if (values * width > this.#facts.length) this.#facts = lengthened(this.#facts, values * width);
    const length = slotsFor(values);
    if (length > this.#slots.length) this.#rehash(length);
  }

  /** Id of the value in `bytes[start, end)`, already trimmed. */
  internBytes(start: number, end: number): number {
    one.places[0] = start;
    one.places[1] = end;
    this.internCells(one, 0, one.values);
    return one.values[0]!;
  }

  /**
   * Ids of the values of one column in some rows, in one loop that leaves nothing to be looked up again.
   * @param cells where they lie; rows with a negative target are passed over
   * @param from first row to be read
   * @param values of each record, written: wide enough for as many new ids as there are rows
   * @returns the first row whose value may have blanks around it, which is not read; all rows when there is none
   */
  internCells({ places, first, rows, targets, isTrimmed }: Cells, from: number, values: Values): number {
    if (this.#settled) this.#unsettle();
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

  /** Id of a text that came from elsewhere than the plain bytes: a correction, a quoted cell. NFC and trimmed already. */
  internText(text: string, entry = -1, seen: number = kinds.beyond): number {
    const known = this.#idOfText(text);
    if (known >= 0) return known;
    const id = this.#newId(text, entry, seen);
    this.#byText.set(text, id);
    if (isPlain(text)) this.#hasPlainTexts = true;
    return id;
  }

  textOf(id: number): string {
    return (this.#texts[id] ??= this.#cut(this.#entryFor(id)));
  }

  /** The same text, which is not kept: for values that are looked at once. */
  cutOf(id: number): string {
    return this.#texts[id] ?? this.#cut(this.#entryFor(id));
  }

  /**
   * Forgets what values are found by: a fifth of the room is left. To be called when the file has been read; when one is looked up later
   * what it is found by is worked out again, and all of it when one is added by its bytes.
   */
  settle(): void {
    const entries = this.#entries;
    if (this.#settled || entries < worthSettling || this.#longest > mostSettledBytes || entries !== this.#size - 1) return;
    for (let entry = 0; entry < entries; entry += 1) if (this.#representatives[entry + 1] !== entry) return;
    const starts = new Int32Array(entries);
    const lengths = this.#longest > 0xff ? new Uint16Array(entries) : new Uint8Array(entries);
    for (let entry = 0; entry < entries; entry += 1) {
      starts[entry] = this.#startOf(entry);
      lengths[entry] = this.#lengthOf(entry);
    }
    this.#settled = { starts, lengths };
    this.#last = -1;
    [this.#facts, this.#slots, this.#representatives] = [nothing, nothing, nothing];
    this.#kinds = this.#kinds.slice(0, this.#size);
  }

  /**
   * Takes values that somebody else has told apart, each of another text and the first of them id 1: as settled. The dictionary has none yet.
   * @param starts  where each stands
   * @param lengths bytes of each
   * @param kinds   of the characters of each id, the empty value's at 0
   * @param atHand  kept until it is put away
   */
  adopt(
    starts: Int32Array,
    lengths: Uint8Array | Uint16Array,
    kindsOfIds: Uint8Array<ArrayBuffer>,
    longest: number,
    atHand?: AtHand,
  ): void {
    this.#atHand = atHand;
    this.#settled = { starts, lengths };
    this.#entries = starts.length;
    this.#size = starts.length + 1;
    this.#longest = longest;
    this.#kinds = kindsOfIds;
    for (let id = 1; id < kindsOfIds.length; id += 1) this.#seenKinds[kindsOfIds[id]!] = 1;
    this.#hasUnlisted = true;
    [this.#facts, this.#slots, this.#representatives] = [nothing, nothing, nothing];
  }

  /** Id here of a text that has this id in another dictionary, without a text being cut where it is plain; -1 when it is not here. */
  idOf(other: Dictionary, id: number): number {
    const entry = id === 0 ? -1 : other.#entryFor(id);
    if (entry < 0 || !other.isAscii(id)) return this.#idOfText(other.textOf(id));
    const found = this.#entryOf(other.#bytes, other.#view, other.#startOf(entry), other.#lengthOf(entry));
    if (found >= 0) return this.#idOfEntry(found);
    return this.#hasPlainTexts ? (this.#byText.get(other.textOf(id)) ?? -1) : -1;
  }

  /** The same of all ids of another dictionary, as far as the values of both are at hand; `notAtHand` for one that has to be asked for. */
  idsOf(other: Dictionary): Int32Array {
    const ids = new Int32Array(other.size).fill(notAtHand);
    ids[0] = 0;
    if (!this.#atHand || !other.#atHand) return ids;
    findAmong(other.#atHand, this.#atHand, ids);
    // Whoever is not plain, or long, is like another such one only: they are few.
    const others = new Map(this.#idsNotAtHand().map((id) => [this.cutOf(id), id]));
    for (const id of other.#idsNotAtHand()) ids[id] = others.get(other.cutOf(id)) ?? -1;
    // A correction can have brought any text.
    if (this.#hasPlainTexts) for (let id = 1; id < ids.length; id += 1) if (ids[id] === -1) ids[id] = notAtHand;
    return ids;
  }

  /** Ids of values that are not plain, or have no bytes among those at hand. */
  #idsNotAtHand(): number[] {
    const ids: number[] = [];
    for (let id = 1; id < this.#size; id += 1) if (!this.isAscii(id) || !this.#atHand![id * wordsAtHand]) ids.push(id);
    return ids;
  }

  /**
   * The bytes of ids from the first on whose value has so many, of plain ASCII; of others nothing is written.
   * @param into for each id the bytes, and others that fill words of four
   */
  copyValues(first: number, length: number, into: Int32Array): void {
    const words = (length + 3) >> 2;
    const view = this.#view;
    const lastStart = view.byteLength - 4 * words;
    const from = this.#copyFirst(first, length, words, into);
    for (let id = from, at = words * (from - first); id < this.#size; id += 1, at += words) {
      const entry = id === 0 ? -1 : this.#entryFor(id);
      const start = entry < 0 ? -1 : this.#startOf(entry);
      if (start < 0) this.#copyText(id, length, new Uint8Array(into.buffer, into.byteOffset + 4 * at, length));
      else if (this.#lengthOf(entry) === length)
        if (start > lastStart)
          new Uint8Array(into.buffer, into.byteOffset + 4 * at, length).set(this.#bytes.subarray(start, start + length));
        else for (let place = 0; place < words; place += 1) into[at + place] = view.getInt32(start + 4 * place, true);
    }
  }

  /** Copies those that are copied at once. @returns the first id after them */
  #copyFirst(first: number, length: number, words: number, into: Int32Array): number {
    const atHand = this.#atHand;
    if (first === 0 && words === wordsAtHand && atHand) {
      for (let id = 1, at = words; at < atHand.length; id += 1, at += words) {
        if (this.#lengthOf(this.#entryFor(id)) !== length) continue;
        into[at] = atHand[at]!;
        into[at + 1] = atHand[at + 1]!;
        into[at + 2] = atHand[at + 2]!;
      }
      return atHand.length / words;
    }
    return this.#settled && first <= 1 ? copySettled(this.#view, this.#settled, length, words, 1 - first, into) + 1 : first;
  }

  /** Lets go what was thought to be asked for. */
  putAway(): void {
    if (this.#atHand) giveBack(this.#atHand);
    this.#atHand = undefined;
  }

  #copyText(id: number, length: number, into: Uint8Array): void {
    const text = this.textOf(id);
    if (text.length === length && isPlain(text)) for (let place = 0; place < length; place += 1) into[place] = text.charCodeAt(place);
  }

  /** A byte of the value in the file, for a value that is plain ASCII. */
  byteOf(id: number, place: number): number {
    return this.#bytes[this.#startOf(this.#entryFor(id)) + place]!;
  }

  /** Whether a byte of the value in the file is marked; true of one that came as a text. @param marked 1 at the place of each such byte */
  holdsByte(id: number, marked: Uint8Array): boolean {
    const entry = id === 0 ? -1 : this.#entryFor(id);
    if (entry < 0) return true;
    const start = this.#startOf(entry);
    for (let at = start + this.#lengthOf(entry) - 1; at >= start; at -= 1) if (marked[this.#bytes[at]!] === 1) return true;
    return false;
  }

  /** Bytes of the value in the file: never fewer than its characters. -1 for one that came as a text. */
  bytesIn(id: number): number {
    const entry = id === 0 ? -1 : this.#entryFor(id);
    return entry < 0 ? -1 : this.#lengthOf(entry);
  }

  /** Whether the value in the file is plain ASCII; false for one that came as a text. */
  isAscii(id: number): boolean {
    return (this.#kinds[id]! & kinds.beyond) === 0;
  }

  /** Kinds of characters of each id, none of the empty value; `beyond` of one that came as a text. To be asked for anew when an id has come. */
  get allKinds(): Uint8Array {
    return this.#kinds;
  }

  /** Whether a value has characters of exactly these kinds. */
  hasKinds(seen: number): boolean {
    return this.#seenKinds[seen] === 1;
  }

  /** Marks ids from the first on whose value has more bytes than so many, or came as a text: 1 at its place. @returns whether there is one */
  markLonger(marks: Uint8Array, first: number, most: number): boolean {
    if (this.#settled && first + marks.length <= this.#entries + 1) return markLongerSettled(this.#settled, marks, first, most);
    let isAny = false;
    for (let place = first === 0 ? 1 : 0; place < marks.length; place += 1) {
      const entry = this.#entryFor(first + place);
      if (entry >= 0 && this.#lengthOf(entry) <= most) continue;
      marks[place] = 1;
      isAny = true;
    }
    return isAny;
  }

  /** Marks ids from the first on whose value is so many digits and nothing else: 1 at its place. @returns whether there is one */
  markDigits(marks: Uint8Array, first: number, least: number, most: number): boolean {
    const notDigits = ~(kinds.zero | kinds.otherDigit);
    let isAny = false;
    for (let place = first === 0 ? 1 : 0; place < marks.length; place += 1) {
      const id = first + place;
      const seen = this.#kinds[id]!;
      // Of one that came as a text the kinds are not known.
      if ((seen & notDigits) !== 0 && !((seen & kinds.beyond) !== 0 && /^[0-9]+$/.test(this.textOf(id)))) continue;
      const entry = this.#entryFor(id);
      const length = entry < 0 ? this.textOf(id).length : this.#lengthOf(entry);
      if (length < least || length > most) continue;
      marks[place] = 1;
      isAny = true;
    }
    return isAny;
  }

  /** @returns the new entry */
  #add(slot: number, low: number, high: number, length: number, start: number): number {
    const entry = this.#entries;
    if ((entry + 1) * width > this.#facts.length) this.#facts = widened(this.#facts);
    this.#entries += 1;
    this.#putIn(slot, entry, start, length);
    const facts = this.#facts;
    const base = entry * width;
    facts[base + atLow] = low;
    facts[base + atHigh] = high;
    facts[base + atLength] = length;
    facts[base + atStart] = start;
    if (length > this.#longest) this.#longest = length;
    const seen = this.#lookAt(start, length);
    const id = (seen & kinds.beyond) === 0 ? this.#idOfPlain(entry, seen) : this.internText(this.#cut(entry), entry, seen);
    this.#facts[entry * width + atId] = id;
    if (this.#entries * 2 > this.#slots.length) this.#rehash(this.#slots.length * 2);
    return entry;
  }

  #idOfPlain(entry: number, seen: number): number {
    const known = this.#hasPlainTexts ? this.#byText.get(this.#cut(entry)) : undefined;
    return known ?? this.#newId(undefined, entry, seen);
  }

  /** Entry that an id was cut from; -1 for one that came as a text. Of the empty value it is not asked. */
  #entryFor(id: number): number {
    if (!this.#settled) return this.#representatives[id]!;
    return id <= this.#entries ? id - 1 : -1;
  }

  #idOfEntry(entry: number): number {
    return this.#settled ? entry + 1 : this.#facts[entry * width + atId]!;
  }

  #lengthOf(entry: number): number {
    return this.#settled ? this.#settled.lengths[entry]! : this.#facts[entry * width + atLength]!;
  }

  /** A file of more than two gigabytes is not read into one piece of memory. */
  #startOf(entry: number): number {
    return this.#settled ? this.#settled.starts[entry]! : this.#facts[entry * width + atStart]!;
  }

  #lookAt(start: number, length: number): number {
    let seen = 0;
    for (let index = start + length - 1; index >= start; index -= 1) seen |= kindOf[this.#bytes[index]!]!;
    return seen;
  }

  #newId(text: string | undefined, entry: number, seen: number): number {
    const id = this.#size;
    if (id === this.#kinds.length) {
      const more = new Uint8Array(Math.max(leastRoom, id * 2));
      more.set(this.#kinds);
      this.#kinds = more;
    }
    this.#kinds[id] = seen;
    this.#seenKinds[seen] = 1;
    if (!this.#settled) this.#represent(id, entry);
    if (text !== undefined) this.#texts[id] = text;
    if (text !== undefined && text.length > this.#longest) this.#longest = text.length;
    this.#size += 1;
    return id;
  }

  #represent(id: number, entry: number): void {
    if (id >= this.#representatives.length) {
      const known = this.#representatives.length;
      this.#representatives = widened(this.#representatives);
      this.#representatives.fill(-1, known);
    }
    this.#representatives[id] = entry;
  }

  #cut(entry: number): string {
    const start = this.#startOf(entry);
    return this.#decode(this.#bytes.subarray(start, start + this.#lengthOf(entry))).normalize('NFC');
  }

  #idOfText(text: string): number {
    if (text === '') return 0;
    if (this.#hasUnlisted && !isPlain(text)) this.#list();
    const known = this.#byText.get(text);
    if (known !== undefined || !isPlain(text)) return known ?? -1;
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const entry = this.#entryOf(bytes, new DataView(bytes.buffer), 0, bytes.length);
    return entry < 0 ? -1 : this.#idOfEntry(entry);
  }

  #list(): void {
    this.#hasUnlisted = false;
    for (let id = 1; id < this.#size; id += 1) if (!this.isAscii(id)) this.#byText.set(this.cutOf(id), id);
  }

  /** The entry of a value that stands among other bytes; -1 for none. */
  #entryOf(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    if (this.#settled)
      return (this.#index ??= new SettledIndex(this.#bytes, this.#view, this.#settled)).entryOf(bytes, view, start, length);
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

  #crowdedEntry(bytes: Uint8Array, start: number, length: number): number {
    return this.#crowded?.get(keyOfBytes(bytes, start, length)) ?? -1;
  }

  #putIn(slot: number, entry: number, start: number, length: number): void {
    if (slot !== crowdedSlot) this.#slots[slot] = entry + 1;
    else (this.#crowded ??= new Map()).set(keyOfBytes(this.#bytes, start, length), entry);
  }

  #unsettle(): void {
    const { starts, lengths } = this.#settled!;
    [this.#settled, this.#index] = [undefined, undefined];
    this.#facts = new Int32Array((starts.length + 1) * width);
    this.#representatives = new Int32Array(this.#size + 1).fill(-1);
    const [facts, representatives] = [this.#facts, this.#representatives];
    for (let entry = 0, at = 0; entry < starts.length; entry += 1, at += width) {
      takeWords(this.#bytes, this.#view, starts[entry]!, lengths[entry]!);
      facts[at] = taken.low;
      facts[at + atHigh] = taken.high;
      facts[at + atLength] = lengths[entry]!;
      facts[at + atStart] = starts[entry]!;
      facts[at + atId] = entry + 1;
      representatives[entry + 1] = entry;
    }
    this.#rehash(slotsFor(starts.length + 1));
  }

  #standsAlsoAt(entry: number, bytes: Uint8Array, start: number): boolean {
    const own = this.#startOf(entry);
    for (let index = this.#lengthOf(entry) - 1; index >= 0; index -= 1) if (this.#bytes[own + index] !== bytes[start + index]) return false;
    return true;
  }

  /** Whether a long value is that of an entry with the same numbers. */
  #equals(entry: number, length: number, start: number): boolean {
    const from = this.#startOf(entry);
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
    for (let entry = 0; entry < this.#entries; entry += 1) {
      let slot = hashOf(this.#facts[entry * width + atLow]!, this.#facts[entry * width + atHigh]!, this.#lengthOf(entry)) & mask;
      let looks = 0;
      for (; looks < mostLooks && slots[slot] !== 0; looks += 1) slot = (slot + 1) & mask;
      this.#putIn(looks === mostLooks ? crowdedSlot : slot, entry, this.#startOf(entry), this.#lengthOf(entry));
    }
  }
}

const widened = (numbers: Int32Array): Int32Array<ArrayBuffer> => lengthened(numbers, Math.max(leastRoom, numbers.length * 2));

function lengthened(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const long = new Int32Array(length);
  long.set(numbers);
  return long;
}

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false;
  return true;
}
