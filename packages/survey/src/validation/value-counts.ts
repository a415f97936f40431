import { countValues } from '../engine/group-values.ts';
import { everyRecord } from '../engine/masks.ts';
import type { Table } from '../engine/table.ts';
import type { RecordCount } from './record-count.ts';

/** How many records have each text of a column; those with a wrong number of values are not counted. */
export class ValueCounts implements RecordCount {
  readonly reads: ReadonlySet<number>;
  readonly #column: number;
  readonly #table: Table;
  /** Counted when it is asked for first. */
  #counts: Map<number, number> | undefined;

  constructor(column: number, table: Table) {
    this.reads = new Set([column]);
    this.#column = column;
    this.#table = table;
  }

  /** Values that a record has. */
  ids(): number[] {
    return [...this.#counted()].flatMap(([id, count]) => (count > 0 ? [id] : []));
  }

  /** Of those that as many records have, the one that comes first in the file; 0 of no record. */
  mostFrequent(): number {
    const counts = this.#counted();
    let most = 0;
    for (const count of counts.values()) most = Math.max(most, count);
    const { records, misfits } = this.#table;
    for (let record = 0; record < records; record += 1)
      if (!misfits.has(record) && counts.get(this.#valueOf(record)) === most) return this.#valueOf(record);
    return 0;
  }

  change(record: number, sign: 1 | -1): void {
    if (this.#counts) this.#add(this.#counts, record, sign);
  }

  #counted(): Map<number, number> {
    if (this.#counts) return this.#counts;
    const { records, misfits, columns } = this.#table;
    const { values, dictionary } = columns[this.#column]!;
    const words = everyRecord(records);
    misfits.removeFrom(words);
    this.#counts = new Map();
    for (const [value, count] of countValues(words, values, dictionary!.size).entries()) if (count > 0) this.#counts.set(value, count);
    return this.#counts;
  }

  #add(counts: Map<number, number>, record: number, sign: 1 | -1): void {
    const value = this.#valueOf(record);
    counts.set(value, (counts.get(value) ?? 0) + sign);
  }

  #valueOf(record: number): number {
    return this.#table.columns[this.#column]!.values[record]!;
  }
}
