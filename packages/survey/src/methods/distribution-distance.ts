import { chiSquaredTail } from './chi-squared-tail.ts';
import { sumOf } from './sums.ts';

/** How far this year's shares q are from last year's p. Both arrays name the same categories in the same order and sum to 1. */
type Distance = (p: readonly number[], q: readonly number[]) => number;

const over = (p: readonly number[], q: readonly number[], term: (p: number, q: number) => number): number =>
  sumOf(p.map((share, category) => term(share, q[category]!)));

/** Total variation ½Σ|p − q|, 0 to 1: the share of records that would have to move. Defined with empty categories. */
export const totalVariation: Distance = (p, q) => over(p, q, (one, other) => Math.abs(one - other)) / 2;

/** Hellinger √(1 − Σ√(pq)), 0 to 1. Defined with empty categories. */
export const hellinger: Distance = (p, q) => Math.sqrt(Math.max(0, 1 - over(p, q, (one, other) => Math.sqrt(one * other))));

/** Population stability index Σ(q − p)·ln(q/p); NaN with an empty category. */
export const populationStability: Distance = (p, q) =>
  p.some((share) => share <= 0) || q.some((share) => share <= 0)
    ? Number.NaN
    : over(p, q, (one, other) => (other - one) * Math.log(other / one));

/**
 * χ² = nΣ(q − p)²/p and its p-value: for information, since it is significant for any large n.
 * @returns infinity with p-value 0 when a category that was empty is not any more
 */
export function chiSquared(p: readonly number[], q: readonly number[], n: number): { readonly statistic: number; readonly pValue: number } {
  if (p.some((share, category) => share === 0 && q[category]! > 0)) return { statistic: Number.POSITIVE_INFINITY, pValue: 0 };
  const statistic = n * over(p, q, (one, other) => (one === other ? 0 : (other - one) ** 2 / one));
  const degrees = p.filter((share) => share > 0).length - 1;
  return { statistic, pValue: chiSquaredTail(statistic, degrees) };
}

/** Counts as shares of their sum; all 0 when there are none. */
export function sharesOf(counts: readonly number[]): number[] {
  const total = sumOf(counts);
  return counts.map((count) => (total === 0 ? 0 : count / total));
}
