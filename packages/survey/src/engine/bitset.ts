/** One bit per record. Counting and listing cost a word per 32 records. */
export class Bitset {
  readonly words: Uint32Array;
  constructor(records: number) {
    this.words = new Uint32Array((records + 31) >>> 5);
  }
  has(record: number): boolean {
    return ((this.words[record >>> 5]! >>> (record & 31)) & 1) === 1;
  }
  set(record: number, value: boolean): void {
    if (value) this.words[record >>> 5]! |= 1 << (record & 31);
    else this.words[record >>> 5]! &= ~(1 << (record & 31));
  }
  count(): number {
    let total = 0;
    for (let word of this.words) {
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      total += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
    }
    return total;
  }
  /** Records whose bit is set, ascending, 0-based. */
  *records(): Generator<number> {
    for (let index = 0; index < this.words.length; index += 1) {
      let word = this.words[index]!;
      while (word !== 0) {
        const lowest = 31 - Math.clz32(word & -word);
        yield index * 32 + lowest;
        word &= word - 1;
      }
    }
  }
}
