/** Rows of a file that are no records, by the record they stand before: what makes the row of a record another number than its own. */
export class SkippedRows {
  /** Records, 0-based and ascending, and how many rows have been skipped before each of them. */
  readonly #records: number[] = [];
  readonly #skipped: number[] = [];

  /** Notes a row that stands before a record. @param record not less than any before */
  add(record: number): void {
    const last = this.#records.length - 1;
    const before = this.#skipped[last] ?? 0;
    if (this.#records[last] === record) this.#skipped[last] = before + 1;
    else {
      this.#records.push(record);
      this.#skipped.push(before + 1);
    }
  }

  /** How many stand before a record, wherever. */
  before(record: number): number {
    let [low, high] = [0, this.#records.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#records[middle]! <= record) low = middle + 1;
      else high = middle;
    }
    return this.#skipped[low - 1] ?? 0;
  }
}
