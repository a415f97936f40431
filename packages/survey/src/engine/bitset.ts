/** One bit per record. Counting costs nothing, listing a word per 32 records. */
export class Bitset {
  readonly #words: Uint32Array;
  #count = 0;
  constructor(records: number) {
    this.#words = new Uint32Array((records + 31) >>> 5);
  }
  has(record: number): boolean {
    return ((this.#words[record >>> 5]! >>> (record & 31)) & 1) === 1;
  }
  /** @returns whether that changed anything */
  set(record: number, value: boolean): boolean {
    if (this.has(record) === value) return false;
    this.#words[record >>> 5]! ^= 1 << (record & 31);
    this.#count += value ? 1 : -1;
    return true;
  }
  count(): number {
    return this.#count;
  }
  /** Records whose bit is set, ascending, 0-based. */
  *records(): Generator<number> {
    for (let index = 0; index < this.#words.length; index += 1) {
      let word = this.#words[index]!;
      while (word !== 0) {
        const lowest = 31 - Math.clz32(word & -word);
        yield index * 32 + lowest;
        word &= word - 1;
      }
    }
  }
}
