import type { Totals } from './totals.ts';

/**
 * What has been counted of a file while none of it has changed: rules that measure the same, as persons with a monthly salary, count
 * it once.
 */
export class MeasuredOnce {
  readonly #totals = new Map<string, Totals>();
  readonly #groups = new Map<string, Int32Array>();

  /** Fills in what another rule has counted, or has it counted. @param key the same for all that measure the same */
  measure(key: string, totals: Totals, count: () => void): void {
    const known = this.#totals.get(key);
    if (known) return totals.copy(known);
    count();
    this.#totals.set(key, totals);
  }

  /** The group of each value of a column. @param key the same for all that group alike */
  groups(key: string, make: () => Int32Array): Int32Array {
    let known = this.#groups.get(key);
    if (!known) this.#groups.set(key, (known = make()));
    return known;
  }

  /** To be called before something that is counted changes. */
  forget(): void {
    this.#totals.clear();
    this.#groups.clear();
  }
}
