import { sumOf } from './sums.ts';

/** One record of a round that was edited wholly. */
export interface Edited {
  readonly raw: number;
  readonly edited: number;
  readonly score: number;
}

/**
 * (total with the q highest scores edited − total fully edited)/total fully edited, for q = 0 … n: how much is left when review
 * stops after q records.
 * @returns shares of the fully edited total, one for each q; NaN when that total is 0
 */
export function pseudoBias(records: readonly Edited[]): number[] {
  const full = sumOf(records.map(({ edited }) => edited));
  const descending = records
    .map((record, index) => ({ ...record, index }))
    .sort((one, other) => other.score - one.score || one.index - other.index);
  return [...descending.keys(), descending.length].map(
    (reviewed) =>
      sumOf(descending.map(({ raw, edited }, place) => (place < reviewed ? 0 : raw - edited))) / (full === 0 ? Number.NaN : full),
  );
}
