/** What is counted of the records of a file, kept up to date while records are taken out and put back. */
export interface RecordCount {
  /** Columns that it hangs on. */
  readonly reads: ReadonlySet<number>;
  /** Puts a record in (1) by the values it has now, or takes it out (-1). */
  change(record: number, sign: 1 | -1): void;
}

/** How many records pass a test: counted when that is asked for first, or before the first of them changes. */
export class CountOf implements RecordCount {
  readonly reads: ReadonlySet<number>;
  readonly #test: (record: number) => boolean;
  readonly #countUpTo: (most: number) => number;
  #number = -1;
  /** While nothing has changed since, there are at least so many. */
  #least = 0;

  /** @param countUpTo all of them, or as many as asked for at least */
  constructor(reads: Iterable<number>, test: (record: number) => boolean, countUpTo: (most: number) => number) {
    this.reads = new Set(reads);
    this.#test = test;
    this.#countUpTo = countUpTo;
  }

  get number(): number {
    if (this.#number < 0) this.#number = this.#countUpTo(Number.POSITIVE_INFINITY);
    return this.#number;
  }

  /** Whether there are less than so many: to know that, few have to be looked at. */
  isLess(than: number): boolean {
    if (this.#number >= 0) return this.#number < than;
    if (this.#least < than) this.#least = this.#countUpTo(than);
    return this.#least < than;
  }

  change(record: number, sign: 1 | -1): void {
    const before = this.number;
    if (this.#test(record)) this.#number = before + sign;
  }
}
