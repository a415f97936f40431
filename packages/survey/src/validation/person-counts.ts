/** How many records each person has in each group: open addressing over pairs of numbers. */
export class PersonCounts {
  #groups = new Int32Array(64).fill(-1);
  #persons = new Int32Array(64);
  #counts = new Int32Array(64);
  #size = 0;

  of(group: number, person: number): number {
    const slot = this.#slotOf(group, person);
    return this.#groups[slot] === -1 ? 0 : this.#counts[slot]!;
  }

  /** @returns the count after the change */
  change(group: number, person: number, sign: 1 | -1): number {
    let slot = this.#slotOf(group, person);
    if (this.#groups[slot] === -1) {
      if (this.#size * 2 >= this.#groups.length) {
        this.#grow();
        slot = this.#slotOf(group, person);
      }
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
    while (this.#groups[slot] !== -1 && (this.#groups[slot] !== group || this.#persons[slot] !== person)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [groups, persons, counts] = [this.#groups, this.#persons, this.#counts];
    const length = groups.length * 4;
    this.#groups = new Int32Array(length).fill(-1);
    this.#persons = new Int32Array(length);
    this.#counts = new Int32Array(length);
    for (let old = 0; old < groups.length; old += 1) {
      if (groups[old] === -1) continue;
      const slot = this.#slotOf(groups[old]!, persons[old]!);
      this.#groups[slot] = groups[old]!;
      this.#persons[slot] = persons[old]!;
      this.#counts[slot] = counts[old]!;
    }
  }
}
