import { hashOfPair, mostLooks, slotsFor } from '../engine/open-addressing.ts';
import type { Values } from '../engine/table.ts';

/** Finds the record of a pair of values, where there is only one: open addressing over the columns themselves. */
export class OnlyRecords {
  readonly #firsts: Values;
  readonly #seconds: Values;
  /** Record + 1, below zero where another has the same pair; 0 for a free place. */
  readonly #slots: Int32Array;
  /** The same of pairs that found no slot in as many looks as one is worth. */
  #crowded: Map<string, number> | undefined;

  constructor(firsts: Values, seconds: Values, records: number) {
    this.#firsts = firsts;
    this.#seconds = seconds;
    this.#slots = new Int32Array(slotsFor(records));
  }

  add(record: number): void {
    const [first, second] = [this.#firsts[record]!, this.#seconds[record]!];
    const slot = this.#slotOf(first, second);
    if (slot >= 0) this.#slots[slot] = this.#slots[slot] === 0 ? record + 1 : -Math.abs(this.#slots[slot]!);
    else {
      this.#crowded ??= new Map();
      this.#crowded.set(`${first} ${second}`, this.#crowded.has(`${first} ${second}`) ? -1 : record + 1);
    }
  }

  /** The only record of the pair; -1 where there is none, or are several. */
  of(first: number, second: number): number {
    const slot = this.#slotOf(first, second);
    const found = slot >= 0 ? this.#slots[slot]! : (this.#crowded?.get(`${first} ${second}`) ?? 0);
    return found > 0 ? found - 1 : -1;
  }

  /** The slot of a pair, or the free one that it would have; -1 where none is near. */
  #slotOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOfPair(first, second) & mask, looks = 0; looks < mostLooks; looks += 1, slot = (slot + 1) & mask) {
      const record = Math.abs(this.#slots[slot]!) - 1;
      if (record < 0 || (this.#firsts[record] === first && this.#seconds[record] === second)) return slot;
    }
    return -1;
  }
}
