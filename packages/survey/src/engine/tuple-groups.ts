import type { Column } from './table.ts';

/** Room for so many groups, or places of a table, to begin with. */
const leastRoom = 1024;

/**
 * Records grouped by equal tuples of numbers (dictionary ids, values). Each record is linked into its group, so a correction
 * moves one record without touching the others. Equality is exact: the hash only finds candidates. Groups by one column of
 * texts need none: the id of the text is the group.
 */
export class TupleGroups {
  /** Group of each record; -1 while it is taken out. */
  readonly groupOf: Int32Array;
  readonly #columns: readonly Column[];
  readonly #isById: boolean;
  readonly #next: Int32Array;
  /** Made when the first record is taken out: a file that is only checked has no need of it. */
  #previous: Int32Array | undefined;
  #heads = new Int32Array(leastRoom).fill(-1);
  #sizes = new Int32Array(leastRoom);
  #hashes = new Int32Array(0);
  /** Group + 1 by hash; 0 for a free place. */
  #table = new Int32Array(0);
  #groups = 0;

  /** @param isIn records that are grouped */
  constructor(columns: readonly Column[], records: number, isIn: (record: number) => boolean) {
    this.#columns = columns;
    this.#isById = columns.length === 1 && columns[0]!.dictionary !== undefined;
    this.groupOf = new Int32Array(records).fill(-1);
    this.#next = new Int32Array(records).fill(-1);
    if (!this.#isById) {
      this.#hashes = new Int32Array(leastRoom);
      this.#table = new Int32Array(leastRoom);
    }
    const hashes = this.#isById ? undefined : hashesOf(columns, records);
    for (let record = 0; record < records; record += 1) if (isIn(record)) this.#link(record, hashes ? hashes[record]! : 0);
  }

  sizeOf(group: number): number {
    return this.#sizes[group] ?? 0;
  }

  /** A record of the group, from which `after` leads to the others; -1 for an empty one. */
  first(group: number): number {
    return this.#heads[group] ?? -1;
  }

  /** The next record of the same group, in no particular order; -1 after the last. */
  after(record: number): number {
    return this.#next[record]!;
  }

  /** Records of a group in no particular order. */
  *members(group: number): Generator<number> {
    for (let record = this.first(group); record >= 0; record = this.#next[record]!) yield record;
  }

  /** Links a record in by the values it has now. */
  add(record: number): void {
    this.#link(record, this.#isById ? 0 : hashOf(this.#columns, record));
  }

  /** Takes a record out; to be done before its values change. */
  remove(record: number): void {
    const group = this.groupOf[record]!;
    if (group < 0) return;
    const previous = (this.#previous ??= this.#allPrevious());
    const before = previous[record]!;
    const after = this.#next[record]!;
    if (before >= 0) this.#next[before] = after;
    else this.#heads[group] = after;
    if (after >= 0) previous[after] = before;
    this.groupOf[record] = -1;
    this.#sizes[group]! -= 1;
  }

  #link(record: number, hash: number): void {
    const group = this.#isById ? this.#columns[0]!.values[record]! : this.#find(record, hash);
    if (group >= this.#heads.length) this.#widen(group + 1);
    const head = this.#heads[group]!;
    this.groupOf[record] = group;
    this.#next[record] = head;
    if (this.#previous) {
      this.#previous[record] = -1;
      if (head >= 0) this.#previous[head] = record;
    }
    this.#heads[group] = record;
    this.#sizes[group]! += 1;
  }

  /** The group whose members are equal to the record, or a new one. A group that has become empty is not found again. */
  #find(record: number, hash: number): number {
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (let group = this.#table[slot]! - 1; group >= 0; group = this.#table[slot]! - 1) {
      if (this.#hashes[group] === hash && this.#heads[group]! >= 0 && this.#equal(this.#heads[group]!, record)) return group;
      slot = (slot + 1) & mask;
    }
    const group = this.#groups;
    this.#groups += 1;
    if (group >= this.#heads.length) this.#widen(group + 1);
    this.#heads[group] = -1;
    this.#hashes[group] = hash;
    this.#table[slot] = group + 1;
    if (this.#groups * 2 > this.#table.length) this.#grow();
    return group;
  }

  #allPrevious(): Int32Array {
    const previous = new Int32Array(this.#next.length).fill(-1);
    for (let record = 0; record < this.#next.length; record += 1) if (this.#next[record]! >= 0) previous[this.#next[record]!] = record;
    return previous;
  }

  #equal(one: number, other: number): boolean {
    for (const { values } of this.#columns) if (values[one] !== values[other]) return false;
    return true;
  }

  #widen(groups: number): void {
    const room = Math.max(groups, this.#heads.length * 2);
    const heads = new Int32Array(room).fill(-1);
    const sizes = new Int32Array(room);
    heads.set(this.#heads);
    sizes.set(this.#sizes);
    this.#heads = heads;
    this.#sizes = sizes;
    if (this.#isById) return;
    const hashes = new Int32Array(room);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 4);
    const mask = this.#table.length - 1;
    for (let group = 0; group < this.#groups; group += 1) {
      let slot = this.#hashes[group]! & mask;
      while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
      this.#table[slot] = group + 1;
    }
  }
}

const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;

/** Hashes of all records, a column at a time. */
function hashesOf(columns: readonly Column[], records: number): Int32Array {
  const hashes = new Int32Array(records).fill(seed);
  for (const { values } of columns)
    for (let record = 0; record < records; record += 1) hashes[record] = mixed(hashes[record]!, values[record]!);
  for (let record = 0; record < records; record += 1) hashes[record] = finished(hashes[record]!);
  return hashes;
}

function hashOf(columns: readonly Column[], record: number): number {
  let hash = seed;
  for (const { values } of columns) hash = mixed(hash, values[record]!);
  return finished(hash);
}

function mixed(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, prime);
  return product ^ (product >>> 13);
}

const finished = (hash: number): number => Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) | 0;
