/** Factors that amounts are wrong by when they were given in another unit: a digit, öre, thousands, a year's for a month's. */
const factors = [10, 100, 1000, 12].flatMap((factor) => [factor, 1 / factor]);

/** ln of how far from exactly the factor a ratio may be. */
const nearEnough = Math.log(1.15);

/**
 * The factor by which a value is in another unit, by its ratio to last year's value: the nearest f of 10, 100, 1000, 12 and their
 * inverses with |ln(ratio/(growth·f))| ≤ ln 1.15 (cf. the thousand pounds correction of ONS).
 * @param growth usual ratio to last year, a fraction: 1.03
 * @returns undefined when no factor is near enough, or one of the numbers is not above 0
 */
export function unitErrorFactor(ratio: number, growth: number): number | undefined {
  if (!(ratio > 0) || !(growth > 0)) return undefined;
  const apart = (factor: number): number => Math.abs(Math.log(ratio / (growth * factor)));
  const nearest = factors.reduce((one, other) => (apart(other) < apart(one) ? other : one));
  return apart(nearest) <= nearEnough ? nearest : undefined;
}
