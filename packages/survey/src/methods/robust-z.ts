import { ascending, median } from './quantile.ts';
import { meanOf } from './sums.ts';

/** Middle and spread of numbers that a few wrong ones among them hardly move. */
export interface RobustScale {
  readonly median: number;
  /** What one unit of z is; 0 when all numbers are the same: then nothing is an outlier. */
  readonly scale: number;
  /** `mad`: MAD / 0.6745. `meanDeviation`: 1.253314 · mean|x − med|, where half of the numbers or more are the same. */
  readonly from: 'mad' | 'meanDeviation' | 'none';
}

/**
 * z = 0.6745·(x − med)/MAD, MAD = med|x − med| (modified z, Iglewicz & Hoaglin 1993).
 * @returns NaN as the median of no numbers
 */
export function robustScaleOf(values: Iterable<number>): RobustScale {
  const ordered = ascending(values);
  const middle = median(ordered);
  const distances = ascending(ordered.map((value) => Math.abs(value - middle)));
  const mad = median(distances);
  if (mad > 0) return { median: middle, scale: mad / 0.6745, from: 'mad' };
  const mean = meanOf(distances);
  if (mean > 0) return { median: middle, scale: 1.253314 * mean, from: 'meanDeviation' };
  return { median: middle, scale: 0, from: 'none' };
}

/** z of one number; 0 where there is no spread. */
export const robustZ = (value: number, { median: middle, scale }: RobustScale): number => (scale > 0 ? (value - middle) / scale : 0);

/** Amounts are compared by their logarithms: salaries are skew, and a raise is a factor. Amounts that are not above 0 are left out. */
export const robustLogScaleOf = (amounts: Iterable<number>): RobustScale =>
  robustScaleOf(Array.from(amounts).flatMap((amount) => (amount > 0 ? [Math.log(amount)] : [])));

/** z of one amount above 0 on the scale of the logarithms. */
export const robustLogZ = (amount: number, scale: RobustScale): number => robustZ(Math.log(amount), scale);

/** Amounts between which |z| is at most the limit, in their own unit; no bounds where there is no spread. */
export function logLimits({ median: middle, scale }: RobustScale, limit = 3.5): { readonly lower: number; readonly upper: number } {
  if (!(scale > 0)) return { lower: 0, upper: Number.POSITIVE_INFINITY };
  return { lower: Math.exp(middle - limit * scale), upper: Math.exp(middle + limit * scale) };
}
