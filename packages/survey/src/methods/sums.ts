import { ascending } from './quantile.ts';

/**
 * Sum that is the same in whatever order the numbers come: they are added from the least to the greatest, with the error of each
 * step carried along (Neumaier 1974).
 */
export function sumOf(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of ascending(values)) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Mean in the unit of the numbers; NaN when there are none. */
export function meanOf(values: ArrayLike<number> & Iterable<number>): number {
  return values.length === 0 ? Number.NaN : sumOf(values) / values.length;
}
