import type { Table } from '../engine/table.ts';
import { TupleGroups } from '../engine/tuple-groups.ts';

/** Groups of records by equal values in some columns, shared by the rules that need the same ones. */
export class Groups {
  readonly #table: Table;
  readonly #byFields = new Map<
    string,
    { readonly columns: ReadonlySet<number>; readonly groups: TupleGroups; readonly caches: Map<number, unknown>[] }
  >();

  constructor(table: Table) {
    this.#table = table;
  }

  /** Groups by these columns. `caches` holds what a rule has worked out of a group, until one of its records changes. */
  by(columns: readonly number[]): { readonly groups: TupleGroups; cache<T>(): Map<number, T> } {
    const key = columns.join();
    let entry = this.#byFields.get(key);
    if (!entry) {
      const groups = new TupleGroups(
        columns.map((column) => this.#table.columns[column]!),
        this.#table.records,
      );
      for (let record = 0; record < this.#table.records; record += 1) if (!this.#table.misfits.has(record)) groups.add(record);
      entry = { columns: new Set(columns), groups, caches: [] };
      this.#byFields.set(key, entry);
    }
    const { groups, caches } = entry;
    return {
      groups,
      cache<T>() {
        const cache = new Map<number, unknown>();
        caches.push(cache);
        return cache as Map<number, T>;
      },
    };
  }

  /** Takes a record out of every group; what was worked out of them is forgotten. */
  remove(record: number): void {
    for (const { groups, caches } of this.#byFields.values()) {
      for (const cache of caches) cache.delete(groups.groupOf[record]!);
      groups.remove(record);
    }
  }

  add(record: number): void {
    for (const { groups, caches } of this.#byFields.values()) {
      groups.add(record);
      for (const cache of caches) cache.delete(groups.groupOf[record]!);
    }
  }
}
