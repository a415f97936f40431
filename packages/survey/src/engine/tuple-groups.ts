import type { Column } from './table.ts';

/**
 * Records grouped by equal tuples of numbers (dictionary ids, values). Each record is linked into its group, so a correction
 * moves one record without touching the others. Equality is exact: the hash only finds candidates.
 */
export class TupleGroups {
  /** Group of each record; -1 while it is taken out. */
  readonly groupOf: Int32Array;
  readonly #columns: readonly Column[];
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  #heads: number[] = [];
  #sizes: number[] = [];
  #hashes: number[] = [];
  #table: Int32Array;

  constructor(columns: readonly Column[], records: number) {
    this.#columns = columns;
    this.groupOf = new Int32Array(records).fill(-1);
    this.#next = new Int32Array(records).fill(-1);
    this.#previous = new Int32Array(records).fill(-1);
    let size = 1024;
    while (size < records * 2) size *= 2;
    this.#table = new Int32Array(size).fill(-1);
  }

  sizeOf(group: number): number {
    return this.#sizes[group] ?? 0;
  }

  /** Records of a group in no particular order. */
  *members(group: number): Generator<number> {
    for (let record = this.#heads[group] ?? -1; record >= 0; record = this.#next[record]!) yield record;
  }

  /** Links a record in by the values it has now. */
  add(record: number): void {
    const group = this.#find(record);
    const head = this.#heads[group]!;
    this.groupOf[record] = group;
    this.#next[record] = head;
    this.#previous[record] = -1;
    if (head >= 0) this.#previous[head] = record;
    this.#heads[group] = record;
    this.#sizes[group]! += 1;
  }

  /** Takes a record out; to be done before its values change. */
  remove(record: number): void {
    const group = this.groupOf[record]!;
    if (group < 0) return;
    const before = this.#previous[record]!;
    const after = this.#next[record]!;
    if (before >= 0) this.#next[before] = after;
    else this.#heads[group] = after;
    if (after >= 0) this.#previous[after] = before;
    this.groupOf[record] = -1;
    this.#sizes[group]! -= 1;
  }

  /** The group whose members are equal to the record, or a new one. A group that has become empty is not found again. */
  #find(record: number): number {
    let hash = 0x811c9dc5;
    for (const { values } of this.#columns) {
      hash = Math.imul(hash ^ values[record]!, 0x01000193);
      hash ^= hash >>> 13;
    }
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (let group = this.#table[slot]!; group >= 0; group = this.#table[slot]!) {
      if (this.#hashes[group] === hash && this.#heads[group]! >= 0 && this.#equal(this.#heads[group]!, record)) return group;
      slot = (slot + 1) & mask;
    }
    const group = this.#heads.length;
    this.#heads.push(-1);
    this.#sizes.push(0);
    this.#hashes.push(hash);
    this.#table[slot] = group;
    if (group * 2 > this.#table.length) this.#grow();
    return group;
  }

  #equal(one: number, other: number): boolean {
    for (const { values } of this.#columns) if (values[one] !== values[other]) return false;
    return true;
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2).fill(-1);
    const mask = this.#table.length - 1;
    for (let group = 0; group < this.#heads.length; group += 1) {
      let slot = this.#hashes[group]! & mask;
      while (this.#table[slot]! >= 0) slot = (slot + 1) & mask;
      this.#table[slot] = group;
    }
  }
}
