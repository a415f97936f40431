import { lowest, ones, type Bitset } from './bitset.ts';
import { mostLooks, slotsFor } from './open-addressing.ts';
import { giveBack, lendInts } from './lent.ts';
import type { SameTexts } from './same-texts.ts';
import type { Column } from './table.ts';
import { hashesOf, hashOf } from './tuple-hashes.ts';
import { combinationsOf, distinctIn, mostDistinct, placesOf } from './tuple-places.ts';

/** Room for so many groups, or places of a table, to begin with. */
const leastRoom = 64;
/** Records that are looked for before a table is made: who corrects a few does not wait for it. */
const soonLookedFor = 16;

/**
 * Records grouped by equal tuples of numbers (dictionary ids, values). Each record is linked into its group, so a correction
 * moves one record without touching the others. Equality is exact: the hash only finds candidates. Groups by one column of
 * texts need none: the id of the text is the group.
 *
 * In the other groups most records are alone. A group of one has the number of its record and takes no room; numbers from that of
 * all records on are those of several. Only where a record is looked up again, after a correction, are all groups hashed.
 */
export class TupleGroups {
  /** Group of each record; -1 while it is taken out. */
  readonly groupOf: Int32Array;
  readonly #columns: readonly Column[];
  readonly #isById: boolean;
  /** Number of the first group that has a place among heads and sizes. */
  readonly #base: number;
  /** Of records of several the one after, and of groups the first one: made when somebody asks who is in a group. */
  #next: Int32Array | undefined;
  #heads: Int32Array | undefined;
  /** Made when the first record is taken out: a file that is only checked has no need of it. */
  #previous: Int32Array | undefined;
  #sizes = new Int32Array(leastRoom);
  #groups = 0;
  /** Groups with the number of a record that others have joined: their newest record, and how many they are. */
  readonly #joined = new Map<number, { readonly head: number; readonly size: number }>();
  /** Group + 1 by hash; 0 for a free place. */
  #table: Int32Array | undefined;
  #filled = 0;
  /** Records that have been looked for without a table. */
  #lookedFor = 0;
  /** Groups that found no place in the table in as many looks as one is worth, by their values. */
  #crowded: Map<string, number> | undefined;

  /**
   * @param without records that are in no group
   * @param coarser groups by some of the columns: who is alone there is alone here
   */
  constructor(columns: readonly Column[], records: number, without: Bitset, sameTexts: SameTexts, coarser?: TupleGroups) {
    this.#columns = columns;
    this.#isById = columns.length === 1 && columns[0]!.dictionary !== undefined;
    this.#base = this.#isById ? 0 : records;
    this.groupOf = new Int32Array(records).fill(-1);
    const combinations = this.#isById ? undefined : combinationsOf(columns, mostPlaces(records));
    if (this.#isById) this.#groupById(columns[0]!, without);
    else if (coarser) this.#groupWithin(coarser, without);
    else if (combinations !== undefined) this.#groupByPlace(combinations, without);
    else this.#groupByTuple(without, sameTexts);
  }

  sizeOf(group: number): number {
    if (group >= this.#base) return this.#sizes[group - this.#base] ?? 0;
    if (group < 0) return 0;
    const joined = this.#joined.size === 0 ? undefined : this.#joined.get(group);
    return joined ? joined.size : this.groupOf[group] === group ? 1 : 0;
  }

  /** A record of the group, from which `after` leads to the others; -1 for an empty one. */
  first(group: number): number {
    if (group >= this.#base) return (this.#heads ?? this.#links().heads)[group - this.#base] ?? -1;
    if (group < 0) return -1;
    const joined = this.#joined.size === 0 ? undefined : this.#joined.get(group);
    return joined ? joined.head : this.groupOf[group] === group ? group : -1;
  }

  /** The next record of the same group, in no particular order; -1 after the last. */
  after(record: number): number {
    return this.#next === undefined ? -1 : this.#next[record]!;
  }

  /** Records of a group in no particular order. */
  *members(group: number): Generator<number> {
    for (let record = this.first(group); record >= 0; record = this.after(record)) yield record;
  }

  /** No group has this number, or a greater one. */
  get end(): number {
    return this.#isById ? this.#sizes.length : this.#base + this.#groups;
  }

  /** Records that are not alone in their group, a bit each. */
  shared(): Int32Array {
    const words = new Int32Array((this.groupOf.length + 31) >>> 5);
    if (this.#joined.size > 0) {
      for (let record = 0; record < this.groupOf.length; record += 1)
        if (this.sizeOf(this.groupOf[record]!) > 1) words[record >>> 5]! |= 1 << record;
    } else markShared(words, this.groupOf, this.#base, this.#sizes);
    return words;
  }

  /** Forgets who is in a group: it is linked anew when somebody asks. Once records have been moved, nothing else tells who was put where. */
  settle(): void {
    if (!this.#previous) [this.#next, this.#heads] = [undefined, undefined];
  }

  /** Links a record in by the values it has now. */
  add(record: number): void {
    this.#link(record, this.#isById ? this.#columns[0]!.values[record]! : this.#find(record));
  }

  /** Takes a record out; to be done before its values change. */
  remove(record: number): void {
    const group = this.groupOf[record]!;
    if (group < 0) return;
    const { next } = this.#links();
    const previous = (this.#previous ??= allPrevious(next));
    const before = previous[record]!;
    const after = next[record]!;
    const size = this.sizeOf(group) - 1;
    if (before >= 0) next[before] = after;
    if (after >= 0) previous[after] = before;
    this.#note(group, before >= 0 ? this.first(group) : after, size);
    this.groupOf[record] = -1;
  }

  #groupById({ values, dictionary }: Column, without: Bitset): void {
    this.#widen(dictionary!.size);
    for (let record = 0; record < this.groupOf.length; record += 1) if (!without.has(record)) this.#join(record, values[record]!);
  }

  /** Where few combinations of values can be, each has a place of its own. */
  #groupByPlace(combinations: number, without: Bitset): void {
    const { groupOf } = this;
    const places = placesOf(this.#columns, groupOf.length);
    const firsts = lendInts(combinations);
    for (let record = 0; record < groupOf.length; record += 1) {
      if (without.has(record)) continue;
      const first = firsts[places[record]!]! - 1;
      if (first >= 0) this.#joinWith(first, record);
      else {
        firsts[places[record]!] = record + 1;
        groupOf[record] = record;
      }
    }
    giveBack(places, firsts);
  }

  /** Records that have one text in a column are compared with each other where they are few: where they are many, a hash finds who is equal. */
  #groupByTuple(without: Bitset, sameTexts: SameTexts): void {
    const { groupOf } = this;
    this.#putAlone(without);
    const column = mostDistinct(this.#columns);
    const { order, ends, many } = sameTexts.in(column, groupOf);
    const others = this.#columns.filter((one) => one !== column).toSorted((one, other) => distinctIn(other) - distinctIn(one));
    // One column tells nearly all apart: what of it is compared lies side by side.
    const hashes = hashesOf(others.slice(0, 1), order);
    for (let text = 0, from = 0; text < ends.length; from = ends[text]!, text += 1)
      for (let place = from + 1; place < ends[text]!; place += 1)
        for (let before = from; before < place; before += 1)
          if (hashes[before] === hashes[place] && areEqual(others, order[before]!, order[place]!)) {
            this.#joinWith(order[before]!, order[place]!);
            break;
          }
    this.#groupByHash(many);
    giveBack(hashes);
  }

  #groupWithin(coarser: TupleGroups, without: Bitset): void {
    this.#putAlone(without);
    const shared = coarser.shared();
    const records = lendInts(shared.reduce((sum, word) => sum + ones(word), 0));
    let count = 0;
    for (let index = 0; index < shared.length; index += 1)
      for (let rest = shared[index]!; rest !== 0; rest &= rest - 1) records[count++] = index * 32 + lowest(rest);
    this.#groupByHash(records);
    giveBack(records);
  }

  #putAlone(without: Bitset): void {
    const { groupOf } = this;
    for (let record = 0; record < groupOf.length; record += 1) if (!without.has(record)) groupOf[record] = record;
  }

  #groupByHash(records: Int32Array): void {
    const count = records.length;
    const hashes = hashesOf(this.#columns, records);
    const room = slotsFor(count);
    // The place among the records, + 1, of the first of each group.
    const firsts = lendInts(room);
    const crowded = new Map<string, number>();
    for (let place = 0; place < count; place += 1) {
      let slot = hashes[place]! & (room - 1);
      let first = firsts[slot]! - 1;
      let looks = 0;
      while (first >= 0 && (hashes[first] !== hashes[place] || !this.#equal(records[first]!, records[place]!))) {
        if ((looks += 1) === mostLooks) break;
        slot = (slot + 1) & (room - 1);
        first = firsts[slot]! - 1;
      }
      if (looks === mostLooks) {
        const key = this.#keyOf(records[place]!);
        first = crowded.get(key) ?? -1;
        if (first < 0) crowded.set(key, place);
      } else if (first < 0) firsts[slot] = place + 1;
      if (first >= 0) this.#joinWith(records[first]!, records[place]!);
    }
    giveBack(hashes, firsts);
  }

  /** Puts a record in the group of the first that is equal to it, which may have been alone. */
  #joinWith(first: number, record: number): void {
    if (this.groupOf[first] === first) this.#join(first, this.#newGroup());
    this.#join(record, this.groupOf[first]!);
  }

  /** Puts a record in while the groups are made. */
  #join(record: number, group: number): void {
    const place = group - this.#base;
    if (place >= this.#sizes.length) this.#widen(place + 1);
    this.groupOf[record] = group;
    this.#sizes[place]! += 1;
  }

  #links(): { readonly next: Int32Array; readonly heads: Int32Array } {
    if (!this.#next || !this.#heads) {
      this.#next = new Int32Array(this.groupOf.length).fill(-1);
      this.#heads = new Int32Array(this.#sizes.length).fill(-1);
      linkAll(this.groupOf, this.#base, this.#next, this.#heads);
    }
    return { next: this.#next, heads: this.#heads };
  }

  /** The place of the group of records equal to this one, or the free one that it would have; -1 where none is near. */
  #slotOf(table: Int32Array, record: number): number {
    const mask = table.length - 1;
    let slot = hashOf(this.#columns, record) & mask;
    for (let looks = 0; looks < mostLooks; looks += 1) {
      const group = table[slot]! - 1;
      if (group < 0 || this.#isOf(group, record)) return slot;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /** Whether a group has members, which are equal to the record. */
  #isOf(group: number, record: number): boolean {
    const one = this.first(group);
    return one >= 0 && this.#equal(one, record);
  }

  /** The group whose members are equal to the record, or a new one. A group that has become empty is not found again. */
  #find(record: number): number {
    if (!this.#table && this.#lookedFor < soonLookedFor && this.#columns.length > 0) return this.#lookFor(record);
    if (!this.#table || this.#filled * 2 > this.#table.length) this.#hashAll();
    const table = this.#table!;
    const slot = this.#slotOf(table, record);
    const known = slot >= 0 ? table[slot]! - 1 : (this.#crowded?.get(this.#keyOf(record)) ?? -1);
    if (known >= 0 && (slot >= 0 || this.#isOf(known, record))) return known;
    const group = this.sizeOf(record) === 0 ? record : this.#newGroup();
    this.#putIn(table, slot, record, group);
    return group;
  }

  /** The same, one record after the other that has the same in one column: for a few that is sooner done than the hash of all. */
  #lookFor(record: number): number {
    this.#lookedFor += 1;
    const { values } = mostDistinct(this.#columns) ?? this.#columns[0]!;
    const value = values[record]!;
    for (let one = values.indexOf(value); one >= 0; one = values.indexOf(value, one + 1))
      if (one !== record && this.groupOf[one]! >= 0 && this.#equal(one, record)) return this.groupOf[one]!;
    return this.sizeOf(record) === 0 ? record : this.#newGroup();
  }

  #hashAll(): void {
    let length = leastRoom;
    while (length < this.groupOf.length * 3) length *= 2;
    const table = new Int32Array(length);
    this.#filled = 0;
    this.#crowded = undefined;
    for (let record = 0; record < this.groupOf.length; record += 1) {
      const group = this.groupOf[record]!;
      if (group >= 0 && this.first(group) === record) this.#putIn(table, freePlace(table, hashOf(this.#columns, record)), record, group);
    }
    this.#table = table;
  }

  /** @param slot a free one, or -1 for none */
  #putIn(table: Int32Array, slot: number, record: number, group: number): void {
    if (slot >= 0) table[slot] = group + 1;
    else (this.#crowded ??= new Map()).set(this.#keyOf(record), group);
    this.#filled += 1;
  }

  #keyOf(record: number): string {
    return this.#columns.map(({ values }) => values[record]).join();
  }

  #link(record: number, group: number): void {
    const { next } = this.#links();
    const head = this.first(group);
    const size = this.sizeOf(group);
    next[record] = head;
    if (this.#previous) {
      this.#previous[record] = -1;
      if (head >= 0) this.#previous[head] = record;
    }
    this.groupOf[record] = group;
    this.#note(group, record, size + 1);
  }

  #note(group: number, head: number, size: number): void {
    if (group < this.#base) {
      if (size === 0 || (size === 1 && head === group)) this.#joined.delete(group);
      else this.#joined.set(group, { head, size });
      return;
    }
    const place = group - this.#base;
    if (place >= this.#sizes.length) this.#widen(place + 1);
    this.#links().heads[place] = head;
    this.#sizes[place] = size;
  }

  #newGroup(): number {
    this.#groups += 1;
    return this.#base + this.#groups - 1;
  }

  #equal(one: number, other: number): boolean {
    return areEqual(this.#columns, one, other);
  }

  #widen(groups: number): void {
    if (groups <= this.#sizes.length) return;
    const room = this.#sizes.length === leastRoom ? groups : Math.max(groups, Math.ceil(this.#sizes.length * 1.2));
    const sizes = new Int32Array(room);
    sizes.set(this.#sizes);
    this.#sizes = sizes;
    if (!this.#heads) return;
    const heads = new Int32Array(room).fill(-1);
    heads.set(this.#heads);
    this.#heads = heads;
  }
}

function areEqual(columns: readonly Column[], one: number, other: number): boolean {
  for (let place = 0; place < columns.length; place += 1) {
    const { values } = columns[place]!;
    if (values[one] !== values[other]) return false;
  }
  return true;
}

/** Links the records of each group from the last to the first. */
function linkAll(groupOf: Int32Array, base: number, next: Int32Array, heads: Int32Array): void {
  for (let record = 0; record < groupOf.length; record += 1) {
    const place = groupOf[record]! - base;
    if (place < 0) continue;
    next[record] = heads[place]!;
    heads[place] = record;
  }
}

function allPrevious(next: Int32Array): Int32Array {
  const previous = new Int32Array(next.length).fill(-1);
  for (let record = 0; record < next.length; record += 1) if (next[record]! >= 0) previous[next[record]!] = record;
  return previous;
}

/** Places of a table that is worth its room. */
const mostPlaces = (records: number): number => 2 * records + leastRoom;

function markShared(words: Int32Array, groupOf: Int32Array, base: number, sizes: Int32Array): void {
  for (let record = 0; record < groupOf.length; record += 1) {
    const group = groupOf[record]!;
    if (group >= base && sizes[group - base]! > 1) words[record >>> 5]! |= 1 << record;
  }
}

/** A free place near the one that the hash tells; -1 for none. */
function freePlace(table: Int32Array, hash: number): number {
  const mask = table.length - 1;
  for (let slot = hash & mask, looks = 0; looks < mostLooks; looks += 1, slot = (slot + 1) & mask) if (table[slot] === 0) return slot;
  return -1;
}
