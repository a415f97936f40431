/** Numbers in ascending order: a copy, so that a result never hangs on the order of the records. */
export const ascending = (values: Iterable<number>): Float64Array => Float64Array.from(values).sort();

/**
 * Quantile of ordered numbers (types of Hyndman & Fan 1996, as in R).
 * Type 2, for publication: h = n·p; x[h] averaged with x[h+1] when h is whole, otherwise x[⌈h⌉] (SAS definition 5).
 * Type 7, for the bounds of detectors: linear between the places 1 + (n − 1)·p.
 * @param ordered ascending
 * @param p from 0 to 1
 * @returns in the unit of the numbers; NaN when there are none
 */
export function quantile(ordered: ArrayLike<number>, p: number, type: 2 | 7): number {
  const last = ordered.length - 1;
  if (last < 0) return Number.NaN;
  if (type === 7) {
    const place = last * p;
    const below = Math.floor(place);
    const low = ordered[below]!;
    return below === last ? low : low + (place - below) * (ordered[below + 1]! - low);
  }
  const place = ordered.length * p;
  const whole = Math.round(place);
  // n·p that is whole on paper may miss it by a rounding.
  if (Math.abs(place - whole) > 1e-9) return ordered[Math.ceil(place) - 1]!;
  return (ordered[Math.max(0, whole - 1)]! + ordered[Math.min(last, whole)]!) / 2;
}

/** Median of ordered numbers; NaN when there are none. */
export const median = (ordered: ArrayLike<number>): number => quantile(ordered, 0.5, 7);

/** Quartiles of ordered numbers by type 7: what detectors measure with. */
export const quartiles = (ordered: ArrayLike<number>): readonly [lower: number, median: number, upper: number] => [
  quantile(ordered, 0.25, 7),
  median(ordered),
  quantile(ordered, 0.75, 7),
];
