import { kindOf, kinds, kindsOfCharacters } from '../kernels/character-kinds.ts';
import { AddedEntries, type Cells } from './added-entries.ts';
import { findAmong, notAtHand, wordsAtHand, type AtHand } from './at-hand.ts';
import { giveBack } from './lent.ts';
import { SettledEntries } from './settled-entries.ts';
import type { Values } from './table.ts';

/** A dictionary of so many values is worth to be settled; none of its values may have more bytes. */
const [worthSettling, mostSettledBytes] = [100, 0xffff] as const;

/** Ids there is room for, when there is one. */
const leastIds = 32;

/** How the bytes of a file are letters. */
export interface Decoding {
  readonly isUtf8: boolean;
  readonly decode: (bytes: Uint8Array) => string;
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
  #entries: AddedEntries | SettledEntries;
  #size = 1;
  /** Texts that have been asked for, in NFC. */
  readonly #texts: (string | undefined)[] = [''];
  /** Ids of values that are not plain ASCII in the file or that came as text. */
  readonly #byText = new Map<string, number>();
  /** Some of those are plain ASCII: a correction, or letters that become ASCII in NFC (U+212A, K). Others are found by their bytes alone. */
  #hasPlainTexts = false;
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
    this.#entries = this.#noEntries();
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
    this.#added().expect(values);
  }

  /** Id of the value in `bytes[start, end)`, already trimmed. */
  internBytes(start: number, end: number): number {
    one.places[0] = start;
    one.places[1] = end;
    this.internCells(one, 0, one.values);
    return one.values[0]!;
  }

  /** Ids of the values of one column in some rows: see `AddedEntries.internCells`. */
  internCells(cells: Cells, from: number, values: Values): number {
    return this.#added().internCells(cells, from, values);
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
    return (this.#texts[id] ??= this.#cut(this.#entries.entryFor(id)));
  }

  /** The same text, which is not kept: for values that are looked at once. */
  cutOf(id: number): string {
    return this.#texts[id] ?? this.#cut(this.#entries.entryFor(id));
  }

  /**
   * Forgets what values are found by: a fifth of the room is left. To be called when the file has been read; when one is looked up later
   * what it is found by is worked out again, and all of it when one is added by its bytes.
   */
  settle(): void {
    const entries = this.#entries;
    const { size } = entries;
    if (entries instanceof SettledEntries || size < worthSettling || this.#longest > mostSettledBytes || size !== this.#size - 1) return;
    for (let entry = 0; entry < size; entry += 1) if (entries.entryFor(entry + 1) !== entry) return;
    const starts = new Int32Array(size);
    const lengths = this.#longest > 0xff ? new Uint16Array(size) : new Uint8Array(size);
    for (let entry = 0; entry < size; entry += 1) {
      starts[entry] = entries.startOf(entry);
      lengths[entry] = entries.lengthOf(entry);
    }
    this.#entries = new SettledEntries(this.#bytes, this.#view, starts, lengths);
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
    this.#entries = new SettledEntries(this.#bytes, this.#view, starts, lengths);
    this.#size = starts.length + 1;
    this.#longest = longest;
    this.#kinds = kindsOfIds;
    for (let id = 1; id < kindsOfIds.length; id += 1) this.#seenKinds[kindsOfIds[id]!] = 1;
    this.#hasUnlisted = true;
  }

  /** Id here of a text that has this id in another dictionary, without a text being cut where it is plain; -1 when it is not here. */
  idOf(other: Dictionary, id: number): number {
    const entry = id === 0 ? -1 : other.#entries.entryFor(id);
    if (entry < 0 || !other.isAscii(id)) return this.#idOfText(other.textOf(id));
    const found = this.#entries.entryOf(other.#bytes, other.#view, other.#entries.startOf(entry), other.#entries.lengthOf(entry));
    if (found >= 0) return this.#entries.idOf(found);
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
      const entry = id === 0 ? -1 : this.#entries.entryFor(id);
      const start = entry < 0 ? -1 : this.#entries.startOf(entry);
      if (start < 0) this.#copyText(id, length, new Uint8Array(into.buffer, into.byteOffset + 4 * at, length));
      else if (this.#entries.lengthOf(entry) === length)
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
        if (this.#entries.lengthOf(this.#entries.entryFor(id)) !== length) continue;
        into[at] = atHand[at]!;
        into[at + 1] = atHand[at + 1]!;
        into[at + 2] = atHand[at + 2]!;
      }
      return atHand.length / words;
    }
    const entries = this.#entries;
    return entries instanceof SettledEntries && first <= 1 ? entries.copy(length, words, 1 - first, into) + 1 : first;
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
    return this.#bytes[this.#entries.startOf(this.#entries.entryFor(id)) + place]!;
  }

  /** Whether a byte of the value in the file is marked; true of one that came as a text. @param marked 1 at the place of each such byte */
  holdsByte(id: number, marked: Uint8Array): boolean {
    const entry = id === 0 ? -1 : this.#entries.entryFor(id);
    if (entry < 0) return true;
    const start = this.#entries.startOf(entry);
    for (let at = start + this.#entries.lengthOf(entry) - 1; at >= start; at -= 1) if (marked[this.#bytes[at]!] === 1) return true;
    return false;
  }

  /** Bytes of the value in the file: never fewer than its characters. -1 for one that came as a text. */
  bytesIn(id: number): number {
    const entry = id === 0 ? -1 : this.#entries.entryFor(id);
    return entry < 0 ? -1 : this.#entries.lengthOf(entry);
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
    const entries = this.#entries;
    if (entries instanceof SettledEntries && first + marks.length <= entries.size + 1) return entries.markLonger(marks, first, most);
    let isAny = false;
    for (let place = first === 0 ? 1 : 0; place < marks.length; place += 1) {
      const entry = this.#entries.entryFor(first + place);
      if (entry >= 0 && this.#entries.lengthOf(entry) <= most) continue;
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
      const entry = this.#entries.entryFor(id);
      const length = entry < 0 ? this.textOf(id).length : this.#entries.lengthOf(entry);
      if (length < least || length > most) continue;
      marks[place] = 1;
      isAny = true;
    }
    return isAny;
  }

  /** Values are added by their bytes from now on. */
  #added(): AddedEntries {
    const entries = this.#entries;
    if (entries instanceof AddedEntries) return entries;
    const added = this.#noEntries();
    added.take(entries, this.#size);
    this.#entries = added;
    return added;
  }

  #noEntries(): AddedEntries {
    return new AddedEntries(this.#bytes, this.#view, this.#idOfNew);
  }

  readonly #idOfNew = (entry: number, start: number, length: number): number => {
    if (length > this.#longest) this.#longest = length;
    const seen = this.#lookAt(start, length);
    return (seen & kinds.beyond) === 0 ? this.#idOfPlain(entry, seen) : this.internText(this.#cut(entry), entry, seen);
  };

  #idOfPlain(entry: number, seen: number): number {
    const known = this.#hasPlainTexts ? this.#byText.get(this.#cut(entry)) : undefined;
    return known ?? this.#newId(undefined, entry, seen);
  }

  #lookAt(start: number, length: number): number {
    let seen = 0;
    for (let index = start + length - 1; index >= start; index -= 1) seen |= kindOf[this.#bytes[index]!]!;
    return seen;
  }

  #newId(text: string | undefined, entry: number, seen: number): number {
    const id = this.#size;
    if (id === this.#kinds.length) {
      const more = new Uint8Array(Math.max(leastIds, id * 2));
      more.set(this.#kinds);
      this.#kinds = more;
    }
    this.#kinds[id] = seen;
    this.#seenKinds[seen] = 1;
    if (this.#entries instanceof AddedEntries) this.#entries.represent(id, entry);
    if (text !== undefined) this.#texts[id] = text;
    if (text !== undefined && text.length > this.#longest) this.#longest = text.length;
    this.#size += 1;
    return id;
  }

  #cut(entry: number): string {
    const start = this.#entries.startOf(entry);
    return this.#decode(this.#bytes.subarray(start, start + this.#entries.lengthOf(entry))).normalize('NFC');
  }

  #idOfText(text: string): number {
    if (text === '') return 0;
    if (this.#hasUnlisted && !isPlain(text)) this.#list();
    const known = this.#byText.get(text);
    if (known !== undefined || !isPlain(text)) return known ?? -1;
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const entry = this.#entries.entryOf(bytes, new DataView(bytes.buffer), 0, bytes.length);
    return entry < 0 ? -1 : this.#entries.idOf(entry);
  }

  #list(): void {
    this.#hasUnlisted = false;
    for (let id = 1; id < this.#size; id += 1) if (!this.isAscii(id)) this.#byText.set(this.cutOf(id), id);
  }
}

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false;
  return true;
}
