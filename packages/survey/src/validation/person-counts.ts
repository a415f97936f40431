/** How many records each person has in each group: open addressing over pairs of numbers. */
export class PersonCounts {
  #groups = new Int32Array(64);
  #isUsed = new Uint8Array(64);
  #persons = new Int32Array(64);
  #counts = new Int32Array(64);
  #size = 0;

  of(group: number, person: number): number {
    const slot = this.#slotOf(group, person);
    return this.#isUsed[slot] === 0 ? 0 : this.#counts[slot]!;
  }

  /** @returns the count after the change */
  change(group: number, person: number, sign: number): number {
    let slot = this.#slotOf(group, person);
    if (this.#isUsed[slot] === 0) {
      if (this.#size * 2 >= this.#groups.length) {
        this.#grow();
        slot = this.#slotOf(group, person);
      }
      this.#isUsed[slot] = 1;
      this.#groups[slot] = group;
      this.#persons[slot] = person;
      this.#size += 1;
    }
    return (this.#counts[slot]! += sign);
  }

  #slotOf(group: number, person: number): number {
    const mask = this.#groups.length - 1;
    let hash = Math.imul(person ^ Math.imul(group + 1, 0x9e3779b1), 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & mask;
    while (this.#isUsed[slot] === 1 && (this.#groups[slot] !== group || this.#persons[slot] !== person)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [groups, persons, counts, isUsed] = [this.#groups, this.#persons, this.#counts, this.#isUsed];
    const length = groups.length * 4;
    this.#groups = new Int32Array(length);
    this.#isUsed = new Uint8Array(length);
    this.#persons = new Int32Array(length);
    this.#counts = new Int32Array(length);
    for (let old = 0; old < groups.length; old += 1) {
      if (isUsed[old] === 0) continue;
      const slot = this.#slotOf(groups[old]!, persons[old]!);
      this.#isUsed[slot] = 1;
      this.#groups[slot] = groups[old]!;
      this.#persons[slot] = persons[old]!;
      this.#counts[slot] = counts[old]!;
    }
  }
}
