/** What is counted of the records of a file, kept up to date while records are taken out and put back. */
export interface RecordCount {
  /** Columns that it hangs on. */
  readonly reads: ReadonlySet<number>;
  /** Puts a record in (1) by the values it has now, or takes it out (-1). */
  change(record: number, sign: 1 | -1): void;
}

/** How many records pass a test: counted when that is asked for first. */
export class CountOf implements RecordCount {
  readonly reads: ReadonlySet<number>;
  readonly #test: (record: number) => boolean;
  readonly #countAll: () => number;
  #number = -1;

  constructor(reads: Iterable<number>, test: (record: number) => boolean, countAll: () => number) {
    this.reads = new Set(reads);
    this.#test = test;
    this.#countAll = countAll;
  }

  get number(): number {
    if (this.#number < 0) this.#number = this.#countAll();
    return this.#number;
  }

  change(record: number, sign: 1 | -1): void {
    if (this.#number >= 0 && this.#test(record)) this.#number += sign;
  }
}
