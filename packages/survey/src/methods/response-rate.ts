import { sumOf } from './sums.ts';

/** What is known of one unit that was asked. `unknown`: not even whether it should have answered. */
export interface AskedUnit {
  readonly status: 'responded' | 'nonresponse' | 'unknown' | 'ineligible';
  /** Default 1; last year's employees for the weighted rate. */
  readonly weight?: number;
}

/**
 * responded/(responded + nonresponse + e·unknown), e the eligible share among those that are resolved, by number.
 * @returns a share from 0 to 1; NaN when nobody was asked
 */
export function unitResponseRate(units: readonly AskedUnit[]): number {
  const [responded, nonresponse, unknown] = (['responded', 'nonresponse', 'unknown'] as const).map((status) =>
    sumOf(units.flatMap((unit) => (unit.status === status ? [unit.weight ?? 1] : []))),
  ) as [number, number, number];
  const resolved = units.filter(({ status }) => status !== 'unknown').length;
  const eligible = units.filter(({ status }) => status === 'responded' || status === 'nonresponse').length;
  return responded / (responded + nonresponse + (unknown > 0 ? (eligible / resolved) * unknown : 0));
}
