import type { Table } from '../engine/table.ts';
import { TupleGroups } from '../engine/tuple-groups.ts';

/** What a rule has worked out of groups, by their number; forgotten when one of their records changes. */
export class GroupCache<Known> {
  readonly #known: (Known | undefined)[] = [];
  get(group: number): Known | undefined {
    return this.#known[group];
  }
  set(group: number, known: Known): void {
    // Filled up first: an array with holes would be slow to look in.
    while (this.#known.length <= group) this.#known.push(undefined);
    this.#known[group] = known;
  }
  forget(group: number): void {
    if (group >= 0 && group < this.#known.length) this.#known[group] = undefined;
  }
}

/** The same for numbers that are never NaN. */
export class NumberCache {
  #known = new Float64Array(64).fill(Number.NaN);
  /** NaN when it is not known. */
  get(group: number): number {
    return group < this.#known.length ? this.#known[group]! : Number.NaN;
  }
  set(group: number, known: number): void {
    if (group >= this.#known.length) {
      const longer = new Float64Array(Math.max(group + 1, this.#known.length * 2)).fill(Number.NaN);
      longer.set(this.#known);
      this.#known = longer;
    }
    this.#known[group] = known;
  }
  forget(group: number): void {
    if (group >= 0 && group < this.#known.length) this.#known[group] = Number.NaN;
  }
}

interface Grouping {
  readonly groups: TupleGroups;
  readonly caches: { forget(group: number): void }[];
}

/** One way of grouping, and what may be kept of its groups. */
interface GroupsBy {
  readonly groups: TupleGroups;
  cache<Known>(): GroupCache<Known>;
  numbers(): NumberCache;
  /** Tells of a group before a record leaves it and after one has come. */
  watch(changes: (group: number) => void): void;
}

/** Groups of records by equal values in some columns, shared by the rules that need the same ones. */
export class Groups {
  readonly #table: Table;
  readonly #byColumns = new Map<string, Grouping>();

  constructor(table: Table) {
    this.#table = table;
  }

  /** Groups by these columns. */
  by(columns: readonly number[]): GroupsBy {
    const key = columns.join();
    let grouping = this.#byColumns.get(key);
    if (!grouping) {
      const { records, misfits } = this.#table;
      const groups = new TupleGroups(
        columns.map((column) => this.#table.columns[column]!),
        records,
        (record) => !misfits.has(record),
      );
      grouping = { groups, caches: [] };
      this.#byColumns.set(key, grouping);
    }
    const { groups, caches } = grouping;
    return {
      groups,
      cache<Known>() {
        const cache = new GroupCache<Known>();
        caches.push(cache);
        return cache;
      },
      numbers() {
        const cache = new NumberCache();
        caches.push(cache);
        return cache;
      },
      watch(changes) {
        caches.push({ forget: changes });
      },
    };
  }

  /** Takes a record out of every group; what was worked out of them is forgotten. */
  remove(record: number): void {
    for (const { groups, caches } of this.#byColumns.values()) {
      for (const cache of caches) cache.forget(groups.groupOf[record]!);
      groups.remove(record);
    }
  }

  add(record: number): void {
    for (const { groups, caches } of this.#byColumns.values()) {
      groups.add(record);
      for (const cache of caches) cache.forget(groups.groupOf[record]!);
    }
  }
}
