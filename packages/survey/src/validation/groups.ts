import { SameTexts } from '../engine/same-texts.ts';
import type { Table } from '../engine/table.ts';
import { TupleGroups } from '../engine/tuple-groups.ts';

/** What a rule has worked out of groups, by their number; forgotten when one of their records changes. */
export class GroupCache<Known> {
  readonly #known = new Map<number, Known>();
  get(group: number): Known | undefined {
    return this.#known.get(group);
  }
  set(group: number, known: Known): void {
    this.#known.set(group, known);
  }
  forget(group: number): void {
    this.#known.delete(group);
  }
}

interface Grouping {
  readonly columns: readonly number[];
  readonly groups: TupleGroups;
  /** Each with the columns that what is kept hangs on, beside those of the grouping. */
  readonly caches: { readonly kept: { forget(group: number): void }; readonly reads: ReadonlySet<number> }[];
}

/** One way of grouping, and what may be kept of its groups. */
interface GroupsBy {
  readonly groups: TupleGroups;
  /** @param reads columns that it hangs on, beside those of the grouping */
  cache<Known>(reads: ReadonlySet<number>): GroupCache<Known>;
  /** Tells of a group before a record leaves it and after one has come because a column of the grouping was written. */
  watch(changes: (group: number) => void): void;
}

/** Groups of records by equal values in some columns, shared by the rules that need the same ones. */
export class Groups {
  readonly #table: Table;
  readonly #byColumns = new Map<string, Grouping>();
  /** The same, one after the other. */
  readonly #all: Grouping[] = [];
  readonly #sameTexts = new SameTexts();

  constructor(table: Table) {
    this.#table = table;
  }

  /**
   * Groups by these columns.
   * @param coarser groups by some of them, which make it soon done
   */
  by(columns: readonly number[], coarser?: TupleGroups): GroupsBy {
    const key = columns.join();
    let grouping = this.#byColumns.get(key);
    if (!grouping) {
      const { records, misfits } = this.#table;
      const groups = new TupleGroups(
        columns.map((column) => this.#table.columns[column]!),
        records,
        misfits,
        this.#sameTexts,
        coarser,
      );
      grouping = { columns, groups, caches: [] };
      this.#byColumns.set(key, grouping);
      this.#all.push(grouping);
    }
    const { groups, caches } = grouping;
    return {
      groups,
      cache<Known>(reads: ReadonlySet<number>) {
        const kept = new GroupCache<Known>();
        caches.push({ kept, reads });
        return kept;
      },
      watch(changes) {
        caches.push({ kept: { forget: changes }, reads: new Set() });
      },
    };
  }

  /** To be called when all records have been asked about: who is in a group is forgotten until somebody asks again. */
  settle(): void {
    this.#sameTexts.letGo();
    for (const { groups } of this.#all) groups.settle();
  }

  /**
   * Takes a record out of every group; what was worked out of them is forgotten.
   * @param column the one that is about to be written; left out: any
   */
  remove(record: number, column?: number): void {
    this.#sameTexts.letGo();
    // For each correction: by number, since nothing has to be made for that.
    for (let place = 0; place < this.#all.length; place += 1) {
      const grouping = this.#all[place]!;
      forget(grouping, record, column);
      if (column === undefined || grouping.columns.includes(column)) grouping.groups.remove(record);
    }
  }

  /** @param column the one that was written; left out: any */
  add(record: number, column?: number): void {
    for (let place = 0; place < this.#all.length; place += 1) {
      const grouping = this.#all[place]!;
      if (column === undefined || grouping.columns.includes(column)) grouping.groups.add(record);
      forget(grouping, record, column);
    }
  }
}

function forget({ columns, groups, caches }: Grouping, record: number, column: number | undefined): void {
  const group = groups.groupOf[record]!;
  const isOfGrouping = column === undefined || columns.includes(column);
  for (let place = 0; place < caches.length; place += 1) {
    const { kept, reads } = caches[place]!;
    if (isOfGrouping || reads.has(column)) kept.forget(group);
  }
}
