/** Sets of columns, each made once: hundreds of questions hang on the same few. */
export class ColumnSets {
  readonly #ofOne: ReadonlySet<number>[] = [];
  readonly #byColumns = new Map<string, ReadonlySet<number>>();

  /** Some columns, and those that questions hang on. */
  readBy(columns: readonly number[], questions: readonly { readonly reads: ReadonlySet<number> }[]): ReadonlySet<number> {
    const [first] = questions;
    if (!first) return this.#of(columns);
    // Mostly one of the questions hangs on all that the others do.
    let { reads: widest } = first;
    for (const { reads } of questions) if (reads.size > widest.size) widest = reads;
    const isAll = areIn(widest, columns) && questions.every(({ reads }) => reads === widest || areIn(widest, reads));
    return isAll ? widest : this.#of([...columns, ...questions.flatMap(({ reads }) => [...reads])]);
  }

  #of(columns: readonly number[]): ReadonlySet<number> {
    if (columns.length === 1) return (this.#ofOne[columns[0]!] ??= new Set(columns));
    const sorted = [...new Set(columns)].sort((one, other) => one - other);
    if (sorted.length === 1) return this.#of(sorted);
    const key = sorted.join();
    const known = this.#byColumns.get(key) ?? new Set(sorted);
    this.#byColumns.set(key, known);
    return known;
  }
}

function areIn(set: ReadonlySet<number>, columns: Iterable<number>): boolean {
  for (const column of columns) if (!set.has(column)) return false;
  return true;
}
