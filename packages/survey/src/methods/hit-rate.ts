export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Quantile of the normal distribution for 95 percent. */
const z95 = 1.959963984540054;

/** Wilson's interval of a share of `hits` in `trials`, 95 % unless told, within 0 and 1; 0 to 1 without trials. */
export function wilsonInterval(hits: number, trials: number, z = z95): Interval {
  if (trials === 0) return { lower: 0, upper: 1 };
  const p = hits / trials;
  const spread = z ** 2 / trials;
  const middle = (p + spread / 2) / (1 + spread);
  const half = (z / (1 + spread)) * Math.sqrt((p * (1 - p)) / trials + spread / (4 * trials));
  return { lower: Math.max(0, middle - half), upper: Math.min(1, middle + half) };
}

/** How often a rule is right: findings that led to a changed value in a blamed field, of those that were resolved. */
export interface HitRate {
  readonly rate: number;
  readonly interval: Interval;
  /** For ranking rules: drawn towards 0.3 as if 20 more findings had been resolved. */
  readonly shrunken: number;
  /** Fewer than 20: the rate says too little to be shown. */
  readonly isTooFew: boolean;
  /** At least 50, and even the upper limit below 0.10: the rule may be proposed for loosening, by a person. */
  readonly mayBeLoosened: boolean;
}

/** @param resolved findings that were corrected or explained; withdrawn ones and those of replaced files are counted elsewhere */
export function hitRate(hits: number, resolved: number): HitRate {
  const interval = wilsonInterval(hits, resolved);
  return {
    rate: hits / (resolved || Number.NaN),
    interval,
    shrunken: (hits + 20 * 0.3) / (resolved + 20),
    isTooFew: resolved < 20,
    mayBeLoosened: resolved >= 50 && interval.upper < 0.1,
  };
}

/**
 * hits/(hits + missed), missed = errors found in a random sample of what was not flagged, over its sampling share π.
 * @returns undefined (unknown, never 1) without a sample
 */
export function recall(hits: number, sample?: { readonly errors: number; readonly share: number }): number | undefined {
  if (!sample || !(sample.share > 0)) return undefined;
  const missed = sample.errors / sample.share;
  return hits + missed === 0 ? undefined : hits / (hits + missed);
}
