import { ascending, quantile } from './quantile.ts';
import { meanOf } from './sums.ts';

export interface SalarySpread {
  readonly count: number;
  readonly mean: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  /** P90/P10. */
  readonly ratio: number;
  /** (P90 − P10)/P50, a share. */
  readonly relativeRange: number;
}

/** Level and dispersion of salaries as published: percentiles of type 2, unrounded, in the unit of the salaries. */
export function salarySpread(salaries: Iterable<number>): SalarySpread {
  const ordered = ascending(salaries);
  const [p10, p25, p50, p75, p90] = [0.1, 0.25, 0.5, 0.75, 0.9].map((p) => quantile(ordered, p, 2)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { count: ordered.length, mean: meanOf(ordered), p10, p25, p50, p75, p90, ratio: p90 / p10, relativeRange: (p90 - p10) / p50 };
}
