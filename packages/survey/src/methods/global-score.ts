import { sumOf } from './sums.ts';

/** Score of a record: the largest of its local scores; 0 when there are none. */
export const recordScore = (local: Iterable<number>): number => Math.max(0, ...local);

/** Score of a reporting unit: the sum over its records. */
export const unitScore = (records: Iterable<number>): number => sumOf(records);

/**
 * (Σ s^p)^(1/p), between the sum (p = 1) and the largest (p → ∞); p = 2 is Euclid's (Hedlin's global score).
 * @throws RangeError for p below 1
 */
export function minkowskiScore(local: readonly number[], p: number): number {
  if (!(p >= 1)) throw new RangeError(`p must be at least 1, not ${p}`);
  const largest = recordScore(local);
  // Over the largest, so that no power is too great for a number.
  return largest === 0 || p === Number.POSITIVE_INFINITY
    ? largest
    : largest * sumOf(local.map((score) => (score / largest) ** p)) ** (1 / p);
}

export const euclideanScore = (local: readonly number[]): number => minkowskiScore(local, 2);
