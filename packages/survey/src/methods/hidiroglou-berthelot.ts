import { ascending, median, quartiles } from './quantile.ts';

/** Settings of the test; the defaults are ours until the first real round has been looked at. */
export interface HbParameters {
  /** U: how much the size of a value counts, 0 to 1. Default 0.5. */
  readonly u?: number;
  /** A: least distance to a quartile as a share of the middle effect. Default 0.05. */
  readonly a?: number;
  /** C: how many distances to the quartiles are accepted. Default 4. */
  readonly c?: number;
  /** ρ: relative change that is always accepted of a value of middle size. Default 0.15. */
  readonly rho?: number;
}

/** One value at the two measurement times, both above 0. */
export interface Pair {
  readonly last: number;
  readonly now: number;
}

/** A group's ratios r = now/last and what is accepted of them. */
export interface HbBounds {
  /** Middle ratio m. */
  readonly ratio: number;
  /** Quartiles of the effects E, type 7. */
  readonly effects: readonly [lower: number, median: number, upper: number];
  /** Middle of the sizes max(last, now)^U. */
  readonly size: number;
  /** Effects that are accepted, inclusive. */
  readonly lower: number;
  readonly upper: number;
  readonly u: number;
  /** Pairs that the middle and the quartiles were taken from. */
  readonly used: number;
  /** Pairs left out of them because half of all or more are exactly unchanged. */
  readonly unchanged: number;
}

/**
 * Bounds of Hidiroglou & Berthelot (1986) with a floor. s = 1 − m/r for r < m, otherwise r/m − 1; E = s·max(last, now)^U;
 * d1 = max(E50 − E25, |A·E50|), d3 = max(E75 − E50, |A·E50|); accepted is E50 − C·d1 to E50 + C·d3.
 * E50 is about 0 by construction, so A gives no protection where most have the same raise: the bounds are never nearer E50 than
 * ρ times the middle size. Where half or more of the ratios are exactly 1, those are left out of m and the quartiles (as KOSTRA).
 * @returns undefined when no pair is left
 */
export function hbBounds(pairs: readonly Pair[], { u = 0.5, a = 0.05, c = 4, rho = 0.15 }: HbParameters = {}): HbBounds | undefined {
  const changed = pairs.filter(({ last, now }) => last !== now);
  const unchanged = pairs.length - changed.length;
  const leavesOut = unchanged * 2 >= pairs.length;
  const used = leavesOut ? changed : pairs;
  if (used.length === 0) return undefined;
  const ratio = median(ascending(used.map(({ last, now }) => now / last)));
  const effects = quartiles(ascending(used.map((pair) => hbEffect(pair, ratio, u))));
  const [e25, e50, e75] = effects;
  const size = median(ascending(pairs.map((pair) => sizeOf(pair, u))));
  return {
    ratio,
    effects,
    size,
    lower: Math.min(e50 - c * Math.max(e50 - e25, Math.abs(a * e50)), e50 - rho * size),
    upper: Math.max(e50 + c * Math.max(e75 - e50, Math.abs(a * e50)), e50 + rho * size),
    u,
    used: used.length,
    unchanged: leavesOut ? unchanged : 0,
  };
}

/** Effect E of one pair: its distance from the middle ratio, weighted by its size. */
export function hbEffect(pair: Pair, ratio: number, u: number): number {
  const own = pair.now / pair.last;
  return (own < ratio ? 1 - ratio / own : own / ratio - 1) * sizeOf(pair, u);
}

/** Whether the effect of the pair is outside what is accepted. */
export function isHbOutlier(pair: Pair, { ratio, u, lower, upper }: HbBounds): boolean {
  const effect = hbEffect(pair, ratio, u);
  return effect < lower || effect > upper;
}

/**
 * Ratios that would be accepted of the pair, for showing: m·Z/(Z − E_low) to m·(Z + E_high)/Z with its own size Z. Times `last`
 * they are amounts.
 */
export function hbLimits(pair: Pair, { ratio, u, lower, upper }: HbBounds): { readonly lower: number; readonly upper: number } {
  const size = sizeOf(pair, u);
  return { lower: (ratio * size) / (size - lower), upper: (ratio * (size + upper)) / size };
}

const sizeOf = ({ last, now }: Pair, u: number): number => Math.max(last, now) ** u;
