import { medcouple } from './medcouple.ts';
import { ascending, quartiles } from './quantile.ts';

export interface Fence {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Fence of the boxplot adjusted for skewness: [Q1 − 1.5·e^(−4M)·IQR, Q3 + 1.5·e^(3M)·IQR] for a medcouple M ≥ 0; for M < 0 the
 * exponents are −3M and 4M (Hubert & Vandervieren 2008). Quartiles of type 7, in the unit of the numbers.
 */
export function adjustedFence(values: Iterable<number>): Fence & { readonly medcouple: number } {
  const ordered = ascending(values);
  const [q1, , q3] = quartiles(ordered);
  const skewness = medcouple(ordered);
  const [down, up] = skewness >= 0 ? [-4, 3] : [-3, 4];
  return {
    lower: q1 - 1.5 * Math.exp(down * skewness) * (q3 - q1),
    upper: q3 + 1.5 * Math.exp(up * skewness) * (q3 - q1),
    medcouple: skewness,
  };
}

/** Tukey's fence, Q1 − 1.5·IQR to Q3 + 1.5·IQR, of the logarithms; in the unit of the amounts, which are all above 0. */
export function tukeyLogFence(amounts: Iterable<number>): Fence {
  const [q1, , q3] = quartiles(ascending(Array.from(amounts, Math.log)));
  return { lower: Math.exp(q1 - 1.5 * (q3 - q1)), upper: Math.exp(q3 + 1.5 * (q3 - q1)) };
}

/** Fewest amounts, and most skewness, for which the adjusted fence says something. */
const fewest = 50;
const mostSkew = 0.6;

/**
 * The fence as it is shown beside the default detector, on the scale of logarithms. It never tightens from below: on skew
 * salaries the adjusted fence clears the extreme top and flags the ordinary bottom.
 * @returns undefined for fewer than 50 amounts above 0 or |M| > 0.6
 */
export function displayFence(amounts: Iterable<number>): Fence | undefined {
  const usable = Array.from(amounts).filter((amount) => amount > 0);
  if (usable.length < fewest) return undefined;
  const adjusted = adjustedFence(usable.map(Math.log));
  if (Math.abs(adjusted.medcouple) > mostSkew) return undefined;
  return { lower: Math.min(Math.exp(adjusted.lower), tukeyLogFence(usable).lower), upper: Math.exp(adjusted.upper) };
}
