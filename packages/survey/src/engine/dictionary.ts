/** Most bytes of a value that its two words hold whole. */
const short = 8;
/**
 * Places of an entry's numbers: a short value's eight bytes (of a longer one its hash and its first four bytes), how many bytes
 * it has, where they begin, and the id of its text.
 */
const [atLow, atHigh, atLength, atStart, atId, width] = [0, 1, 2, 3, 4, 5] as const;
/** Bits of a word that hold its first bytes, by their number. */
const kept = Int32Array.of(0, 0xff, 0xffff, 0xffffff);
/** Bit 7 of each of four bytes: set in one of them, the text is not plain ASCII. */
const highBits = 0x80808080;

/**
 * Distinct values of one column, numbered from 0 (the empty value) in order of appearance. Keyed by the bytes in the file, so
 * that a value met again costs a comparison of two words and no string; the text is cut when somebody asks for it.
 *
 * An *entry* is a spelling in bytes, an *id* a text: two entries are one id when their texts are equal in NFC.
 */
export class Dictionary {
  /** Open addressing: entry + 1, 0 for a free place. */
  #slots = new Int32Array(64);
  #entries = 0;
  /** Of each entry five numbers side by side, so that they are fetched together: see the places below. */
  #facts = new Int32Array(32 * width);
  /** The value met last: neighbours in a column are often alike. */
  #last = -1;
  /** Entry that an id was cut from first; -1 for one that came as a text. */
  #representatives = new Int32Array(32).fill(-1);
  #size = 1;
  /** Texts that have been asked for, in NFC. */
  readonly #texts: (string | undefined)[] = [''];
  /** Ids of values that are not plain ASCII in the file or that came as text. */
  readonly #byText = new Map<string, number>();
  #hasAllTexts = false;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #decode: (bytes: Uint8Array) => string;

  constructor(bytes: Uint8Array, decode: (bytes: Uint8Array) => string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#decode = decode;
  }

  /** Number of distinct values, the empty one counted. */
  get size(): number {
    return this.#size;
  }

  /** Id of the value in `bytes[start, end)`, already trimmed. */
  internBytes(start: number, end: number): number {
    const length = end - start;
    if (length <= 0) return 0;
    const bytes = this.#bytes;
    let low = 0;
    let high = 0;
    if (length <= short) {
      if (start + short <= bytes.length) {
        low = this.#view.getInt32(start, true);
        if (length < 4) low &= kept[length]!;
        else if (length > 4)
          high = length < short ? this.#view.getInt32(start + 4, true) & kept[length - 4]! : this.#view.getInt32(start + 4, true);
      } else {
        for (let index = 0; index < length && index < 4; index += 1) low |= bytes[start + index]! << (index << 3);
        for (let index = 4; index < length; index += 1) high |= bytes[start + index]! << ((index - 4) << 3);
      }
    } else {
      low = 0x811c9dc5;
      for (let index = start; index < end; index += 1) low = Math.imul(low ^ bytes[index]!, 0x01000193);
      high = bytes[start]! | (bytes[start + 1]! << 8) | (bytes[start + 2]! << 16) | (bytes[start + 3]! << 24);
    }
    const last = this.#last;
    if (last >= 0 && this.#facts[last * width] === low && this.#equals(last, high, length, start)) return this.#facts[last * width + atId]!;
    const mask = this.#slots.length - 1;
    let slot = hashOf(low, high, length) & mask;
    for (;;) {
      const entry = this.#slots[slot]! - 1;
      if (entry < 0) break;
      if (this.#facts[entry * width] === low && this.#equals(entry, high, length, start)) {
        this.#last = entry;
        return this.#facts[entry * width + atId]!;
      }
      slot = (slot + 1) & mask;
    }
    return this.#add(slot, low, high, length, start);
  }

  /** Id of a text that came from elsewhere than the plain bytes: a correction, a quoted cell. NFC and trimmed already. */
  internText(text: string, entry = -1): number {
    if (text === '') return 0;
    // Plain values are not known by their text until somebody asks; a few letters outside ASCII become ASCII in NFC (U+212A, K).
    if (entry < 0 || isPlain(text)) this.#cutAll();
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const id = this.#newId(text, entry);
    this.#byText.set(text, id);
    return id;
  }

  textOf(id: number): string {
    return (this.#texts[id] ??= this.#cut(this.#representatives[id]!));
  }

  /**
   * The digits of a value that is nothing else, without a text being cut.
   * @param into room for as many digits as asked for
   * @returns false when the value has another number of characters, or another character
   */
  digitsOf(id: number, into: Uint8Array): boolean {
    const entry = id === 0 ? -1 : this.#representatives[id]!;
    const text = entry < 0 ? this.textOf(id) : '';
    const length = entry < 0 ? text.length : this.#lengthOf(entry);
    if (length !== into.length) return false;
    const start = entry < 0 ? 0 : this.#startOf(entry);
    for (let place = 0; place < length; place += 1) {
      const digit = (entry < 0 ? text.charCodeAt(place) : this.#bytes[start + place]!) - 48;
      if (digit < 0 || digit > 9) return false;
      into[place] = digit;
    }
    return true;
  }

  /** Bytes of the value in the file: never fewer than its characters. -1 for one that came as a text. */
  bytesIn(id: number): number {
    const entry = id === 0 ? -1 : this.#representatives[id]!;
    return entry < 0 ? -1 : this.#lengthOf(entry);
  }

  /** Whether the value in the file is plain ASCII; false for one that came as a text. */
  isAscii(id: number): boolean {
    const entry = id === 0 ? -1 : this.#representatives[id]!;
    return entry >= 0 && this.#isAscii(entry);
  }

  /** Whether one of the value's bytes lies in the range, for a value that is plain ASCII. */
  hasByte(id: number, least: number, most: number): boolean {
    const entry = this.#representatives[id]!;
    const start = this.#startOf(entry);
    for (let index = start + this.#lengthOf(entry) - 1; index >= start; index -= 1)
      if (this.#bytes[index]! >= least && this.#bytes[index]! <= most) return true;
    return false;
  }

  #add(slot: number, low: number, high: number, length: number, start: number): number {
    const entry = this.#entries;
    if ((entry + 1) * width > this.#facts.length) this.#facts = widened(this.#facts);
    this.#entries += 1;
    this.#slots[slot] = entry + 1;
    const facts = this.#facts;
    const base = entry * width;
    facts[base + atLow] = low;
    facts[base + atHigh] = high;
    facts[base + atLength] = length;
    facts[base + atStart] = start;
    this.#last = entry;
    const id = this.#isAscii(entry) ? this.#idOfAscii(entry) : this.internText(this.#cut(entry), entry);
    this.#facts[entry * width + atId] = id;
    if (this.#entries * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  #lengthOf(entry: number): number {
    return this.#facts[entry * width + atLength]!;
  }

  /** A file of more than two gigabytes is not read into one piece of memory. */
  #startOf(entry: number): number {
    return this.#facts[entry * width + atStart]!;
  }

  #isAscii(entry: number): boolean {
    if (this.#lengthOf(entry) <= short)
      return ((this.#facts[entry * width + atLow]! | this.#facts[entry * width + atHigh]!) & highBits) === 0;
    const start = this.#startOf(entry);
    for (let index = start + this.#lengthOf(entry) - 1; index >= start; index -= 1) if (this.#bytes[index]! > 127) return false;
    return true;
  }

  #newId(text: string | undefined, entry: number): number {
    const id = this.#size;
    if (id === this.#representatives.length) {
      this.#representatives = widened(this.#representatives);
      this.#representatives.fill(-1, id);
    }
    this.#representatives[id] = entry;
    if (text !== undefined) this.#texts[id] = text;
    this.#size += 1;
    return id;
  }

  /** Bytes that are new may be a text that came before in quotes or as a correction. */
  #idOfAscii(entry: number): number {
    return this.#hasAllTexts ? this.internText(this.#cut(entry), entry) : this.#newId(undefined, entry);
  }

  /** From the first text on, every value can be found by its text. */
  #cutAll(): void {
    if (this.#hasAllTexts) return;
    this.#hasAllTexts = true;
    for (let id = 1; id < this.#size; id += 1) this.#byText.set(this.textOf(id), id);
  }

  #cut(entry: number): string {
    const start = this.#startOf(entry);
    return this.#decode(this.#bytes.subarray(start, start + this.#lengthOf(entry))).normalize('NFC');
  }

  /** Whether the value is that of an entry with the same first word. */
  #equals(entry: number, high: number, length: number, start: number): boolean {
    if (this.#lengthOf(entry) !== length || this.#facts[entry * width + atHigh] !== high) return false;
    if (length <= short) return true;
    const from = this.#startOf(entry);
    const bytes = this.#bytes;
    for (let index = 4; index < length; index += 1) if (bytes[from + index] !== bytes[start + index]) return false;
    return true;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let entry = 0; entry < this.#entries; entry += 1) {
      let slot = hashOf(this.#facts[entry * width + atLow]!, this.#facts[entry * width + atHigh]!, this.#lengthOf(entry)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry + 1;
    }
    this.#slots = slots;
  }
}

function hashOf(low: number, high: number, length: number): number {
  let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1) ^ length, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function widened(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(numbers.length * 2);
  wide.set(numbers);
  return wide;
}

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false;
  return true;
}
