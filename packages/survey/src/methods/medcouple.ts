import { ascending, median } from './quantile.ts';

/**
 * Medcouple M: how skew numbers are, from −1 to 1. The median of h(xi, xj) = ((xi − m) − (m − xj))/(xi − xj) over all
 * xj ≤ m ≤ xi; of the k numbers equal to the median m, pair i, j counts −1, 0 or 1 by the sign of i + j − 1 − k
 * (Brys, Hubert & Struyf 2004). In time n·log n: the pairs are counted, not listed.
 */
export function medcouple(values: Iterable<number>): number {
  const ordered = ascending(values);
  const middle = median(ordered);
  const above = ordered.filter((value) => value > middle).map((value) => value - middle);
  const below = ascending(ordered.filter((value) => value < middle).map((value) => middle - value));
  const tied = ordered.length - above.length - below.length;
  const pairs = (above.length + tied) * (below.length + tied);
  if (pairs === 0) return 0;
  const couples = new Couples(above, below, tied);
  const lower = couples.smallest(Math.floor((pairs + 1) / 2));
  return pairs % 2 === 1 ? lower : (lower + couples.smallest(pairs / 2 + 1)) / 2;
}

/** The values of h over all pairs, in order, without a list of them. */
class Couples {
  readonly #above: Float64Array;
  readonly #below: Float64Array;
  /** Pairs that are known without a division: value and how many. */
  readonly #plain: readonly (readonly [value: number, count: number])[];

  /** @param above distances of the numbers above the median, ascending @param below of those below it, ascending */
  constructor(above: Float64Array, below: Float64Array, tied: number) {
    this.#above = above;
    this.#below = below;
    const ofTied = (tied * (tied - 1)) / 2;
    this.#plain = [
      [-1, ofTied + tied * below.length],
      [0, tied],
      [1, ofTied + tied * above.length],
    ];
  }

  /** The value that is number `rank` from below, 1-based. */
  smallest(rank: number): number {
    let low = -1;
    let high = 1;
    if (this.#upTo(low).count >= rank) return low;
    for (let step = 0; step < 60; step += 1) {
      const between = (low + high) / 2;
      if (this.#upTo(between).count >= rank) high = between;
      else low = between;
    }
    return this.#upTo(low).next;
  }

  /** How many pairs are at most the bound, and the least value above it. */
  #upTo(bound: number): { readonly count: number; readonly next: number } {
    let count = 0;
    let next = 1;
    for (const [value, number] of this.#plain) {
      if (value <= bound) count += number;
      else if (number > 0) next = Math.min(next, value);
    }
    let first = 0;
    // h grows with the distance above and falls with the one below: what is too near for one is too near for the next.
    for (const over of this.#above) {
      while (first < this.#below.length && h(over, this.#below[first]!) > bound) first += 1;
      count += this.#below.length - first;
      if (first > 0) next = Math.min(next, h(over, this.#below[first - 1]!));
    }
    return { count, next };
  }
}

const h = (over: number, under: number): number => (over - under) / (over + under);
