/** A number for each group, 0 until one is added. */
export class Totals {
  #numbers = new Float64Array(16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  of(group: number): number {
    return this.#numbers[group] ?? 0;
  }

  add(group: number, number: number): void {
    if (group >= this.#length) this.#length = group + 1;
    if (group >= this.#numbers.length) {
      const longer = new Float64Array(Math.max(group + 1, this.#numbers.length * 2));
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[group]! += number;
  }

  /** Takes over the numbers of another. */
  copy(other: Totals): void {
    this.#numbers = other.#numbers.slice();
    this.#length = other.#length;
  }
}
