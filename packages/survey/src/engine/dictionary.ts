/**
 * Distinct values of one column, numbered from 0 (the empty value) in order of appearance. Keyed by the bytes in the file, so
 * that a value met again costs a hash and a comparison and no string; the text is cut when somebody asks for it.
 */
export class Dictionary {
  #slots = new Int32Array(1024).fill(-1);
  #hashes: number[] = [];
  #starts: number[] = [];
  #ends: number[] = [];
  #ids: number[] = [];
  /** Text of an id, once it has been cut; NFC. */
  #texts: (string | undefined)[] = [''];
  #representatives: number[] = [-1];
  /** Ids of values that are not plain ASCII in the file or that came as text. */
  #byText = new Map<string, number>();
  #hasAllTexts = false;
  readonly #bytes: Uint8Array;
  readonly #decode: (bytes: Uint8Array) => string;

  constructor(bytes: Uint8Array, decode: (bytes: Uint8Array) => string) {
    this.#bytes = bytes;
    this.#decode = decode;
  }

  /** Number of distinct values, the empty one counted. */
  get size(): number {
    return this.#texts.length;
  }

  /** Id of the value in `bytes[start, end)`, already trimmed. */
  internBytes(start: number, end: number): number {
    if (start >= end) return 0;
    const bytes = this.#bytes;
    let hash = 0x811c9dc5;
    let isAscii = true;
    for (let index = start; index < end; index += 1) {
      const byte = bytes[index]!;
      if (byte > 127) isAscii = false;
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const entry = this.#slots[slot]!;
      if (entry < 0) break;
      if (this.#hashes[entry] === hash && this.#equals(entry, start, end)) return this.#ids[entry]!;
      slot = (slot + 1) & mask;
    }
    const entry = this.#ids.length;
    this.#slots[slot] = entry;
    this.#hashes.push(hash);
    this.#starts.push(start);
    this.#ends.push(end);
    const id = isAscii ? this.#idOfAscii(entry) : this.internText(this.#cut(start, end), entry);
    this.#ids.push(id);
    if (entry * 2 > this.#slots.length) this.#grow();
    return id;
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
    return (this.#texts[id] ??= this.#cut(this.#starts[this.#representatives[id]!]!, this.#ends[this.#representatives[id]!]!));
  }

  #newId(text: string | undefined, entry: number): number {
    this.#texts.push(text);
    this.#representatives.push(entry);
    return this.#texts.length - 1;
  }

  /** Bytes that are new may be a text that came before in quotes or as a correction. */
  #idOfAscii(entry: number): number {
    if (!this.#hasAllTexts) return this.#newId(undefined, entry);
    return this.internText(this.#cut(this.#starts[entry]!, this.#ends[entry]!), entry);
  }

  /** From the first text on, every value can be found by its text. */
  #cutAll(): void {
    if (this.#hasAllTexts) return;
    this.#hasAllTexts = true;
    for (let id = 1; id < this.#texts.length; id += 1) this.#byText.set(this.textOf(id), id);
  }

  #cut(start: number, end: number): string {
    return this.#decode(this.#bytes.subarray(start, end)).normalize('NFC');
  }

  #equals(entry: number, start: number, end: number): boolean {
    const from = this.#starts[entry]!;
    if (this.#ends[entry]! - from !== end - start) return false;
    for (let index = 0; index < end - start; index += 1) if (this.#bytes[from + index] !== this.#bytes[start + index]) return false;
    return true;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (let entry = 0; entry < this.#hashes.length; entry += 1) {
      let slot = this.#hashes[entry]! & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
    this.#slots = slots;
  }
}

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false;
  return true;
}
