import { hashOfPair, mostLooks } from '../engine/open-addressing.ts';

/** How many records each person has in each group: open addressing over pairs of numbers. */
export class PersonCounts {
  /** A group may be an amount, of more than four bytes. */
  #groups = new Float64Array(64);
  #isUsed = new Uint8Array(64);
  #persons = new Int32Array(64);
  #counts = new Int32Array(64);
  #size = 0;
  /** Of pairs that found no slot in as many looks as one is worth. */
  #crowded: Map<string, number> | undefined;

  of(group: number, person: number): number {
    const slot = this.#slotOf(group, person);
    if (slot < 0) return this.#crowded?.get(`${group} ${person}`) ?? 0;
    return this.#isUsed[slot] === 0 ? 0 : this.#counts[slot]!;
  }

  /** @returns the count after the change */
  change(group: number, person: number, sign: number): number {
    const slot = this.#slotOf(group, person);
    if (slot >= 0 && this.#isUsed[slot] === 1) return (this.#counts[slot]! += sign);
    if (this.#size * 2 >= this.#groups.length) this.#widen(this.#groups.length * 4);
    const count = this.of(group, person) + sign;
    this.#put(group, person, count);
    return count;
  }

  /** The slot of a pair, or the free one that it would have; -1 where none is near. */
  #slotOf(group: number, person: number): number {
    const mask = this.#groups.length - 1;
    for (let slot = hashOfPair(person, group) & mask, looks = 0; looks < mostLooks; looks += 1, slot = (slot + 1) & mask)
      if (this.#isUsed[slot] === 0 || (this.#groups[slot] === group && this.#persons[slot] === person)) return slot;
    return -1;
  }

  #put(group: number, person: number, count: number): void {
    const slot = this.#slotOf(group, person);
    if (slot < 0) {
      this.#crowded ??= new Map();
      this.#crowded.set(`${group} ${person}`, count);
      return;
    }
    this.#isUsed[slot] = 1;
    this.#groups[slot] = group;
    this.#persons[slot] = person;
    this.#counts[slot] = count;
    this.#size += 1;
  }

  #widen(length: number): void {
    const [groups, persons, counts, isUsed, crowded] = [this.#groups, this.#persons, this.#counts, this.#isUsed, this.#crowded];
    this.#groups = new Float64Array(length);
    this.#isUsed = new Uint8Array(length);
    this.#persons = new Int32Array(length);
    this.#counts = new Int32Array(length);
    this.#crowded = undefined;
    this.#size = 0;
    for (let old = 0; old < groups.length; old += 1) if (isUsed[old] === 1) this.#put(groups[old]!, persons[old]!, counts[old]!);
    for (const [pair, count] of crowded ?? []) {
      const [group, person] = pair.split(' ').map(Number);
      this.#put(group!, person!, count);
    }
  }
}
