/** Middle and quartiles of the test variable in the reference group. */
export interface Reference {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
}

export interface SuspicionParameters {
  /** α: least distance to a quartile, as a share of the median. Default 0.05. */
  readonly alpha?: number;
  /** κ: distances to the quartile that are accepted. Default 3. */
  readonly kappa?: number;
  /** τ: how far beyond the limit suspicion is one half. Default 1. */
  readonly tau?: number;
}

/** b− = max(m − q1, α|m|) and b+ = max(q3 − m, α|m|). */
function distances({ median, lowerQuartile, upperQuartile }: Reference, alpha: number): readonly [down: number, up: number] {
  const least = alpha * Math.abs(median);
  return [Math.max(median - lowerQuartile, least), Math.max(upperQuartile - median, least)];
}

/** Values of the test variable that raise no suspicion: m − κ·b− to m + κ·b+, inclusive. */
export function acceptance(
  reference: Reference,
  { alpha = 0.05, kappa = 3 }: SuspicionParameters = {},
): { readonly lower: number; readonly upper: number } {
  const [down, up] = distances(reference, alpha);
  return { lower: reference.median - kappa * down, upper: reference.median + kappa * up };
}

/**
 * Suspicion of a test variable (ratio to last year, or ln salary in its group): 0 inside what is accepted, otherwise R/(τ + R)
 * with R the distance beyond the limit over b; towards 1 far out (form of SELEKT, Norberg et al. 2014).
 */
export function suspicionOf(test: number, reference: Reference, parameters: SuspicionParameters = {}): number {
  const { alpha = 0.05, tau = 1 } = parameters;
  const [down, up] = distances(reference, alpha);
  const { lower, upper } = acceptance(reference, parameters);
  const beyond = test < lower ? (lower - test) / down : test > upper ? (test - upper) / up : 0;
  // No spread and a median of 0: any other value is as far out as can be.
  if (beyond === Number.POSITIVE_INFINITY) return 1;
  return beyond / (tau + beyond);
}
