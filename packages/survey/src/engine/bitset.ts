/** One bit per record. Counting costs nothing, listing a word per 32 records. */
export class Bitset {
  readonly #length: number;
  /** Most rules find nothing: there is room for what they find once there is something. */
  #words: Int32Array | undefined;
  #count = 0;
  constructor(records: number) {
    this.#length = (records + 31) >>> 5;
  }
  /** Words of 32 records. */
  get length(): number {
    return this.#length;
  }
  word(index: number): number {
    return this.#words === undefined ? 0 : this.#words[index]!;
  }
  has(record: number): boolean {
    return this.#words !== undefined && ((this.#words[record >>> 5]! >>> (record & 31)) & 1) === 1;
  }
  /** @returns whether that changed anything */
  set(record: number, value: boolean): boolean {
    if (this.has(record) === value) return false;
    this.#room()[record >>> 5]! ^= 1 << (record & 31);
    this.#count += value ? 1 : -1;
    return true;
  }
  /** Writes 32 bits at once. @returns those that changed */
  setWord(index: number, word: number): number {
    const before = this.word(index);
    const changed = before ^ word;
    if (changed === 0) return 0;
    this.#room()[index] = word;
    this.#count += ones(word) - ones(before);
    return changed;
  }
  /** Writes all bits at once. @param changed is told of words with bits that changed, and their places */
  assign(words: Int32Array, changed?: (bits: number, index: number) => void): void {
    for (let index = 0; index < words.length; index += 1) {
      if (words[index] === this.word(index)) continue;
      const bits = this.setWord(index, words[index]!);
      changed?.(bits, index);
    }
  }
  /** Writes the bits of some words, which stand among others. */
  write(from: number, count: number, words: Int32Array, at: number): void {
    let place = 0;
    if (!this.#words) while (place < count && words[at + place] === 0) place += 1;
    for (; place < count; place += 1) this.setWord(from + place, words[at + place]!);
  }
  /** Clears the records of another set. */
  remove(others: Bitset): void {
    const [own, gone] = [this.#words, others.#words];
    if (own && gone && others.#count > 0)
      for (let index = 0; index < own.length; index += 1)
        if ((own[index]! & gone[index]!) !== 0) this.setWord(index, own[index]! & ~gone[index]!);
  }
  clear(): void {
    this.#words = undefined;
    this.#count = 0;
  }
  /** Clears these records in other words. */
  removeFrom(words: Int32Array): void {
    const own = this.#words;
    if (own && this.#count > 0) for (let index = 0; index < words.length; index += 1) words[index]! &= ~own[index]!;
  }
  count(): number {
    return this.#count;
  }
  /** Records whose bit is set, ascending, 0-based. */
  *records(): Generator<number> {
    const words = this.#words;
    // Most sets have few records, or none.
    if (!words || this.#count === 0) return;
    for (let index = 0; index < words.length; index += 1) if (words[index] !== 0) yield* recordsIn(words[index]!, index);
  }

  #room(): Int32Array {
    return (this.#words ??= new Int32Array(this.#length));
  }
}

/** Records whose bit is set in one word, ascending. */
export function* recordsIn(word: number, index: number): Generator<number> {
  for (let rest = word; rest !== 0; rest &= rest - 1) yield index * 32 + lowest(rest);
}

/** Place of the lowest bit that is set. */
export const lowest = (word: number): number => 31 - Math.clz32(word & -word);

/** How many bits are set. */
export function ones(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
