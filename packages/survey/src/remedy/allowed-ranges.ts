import type { Variable } from '../definition/variable.ts';
import type { FieldRemedy } from './remedy.ts';

/** Numbers between two bounds; null where there is none. */
export interface AllowedRange {
  readonly low: number | null;
  readonly high: number | null;
}

/** The numbers that a field may be, without the bounds that its width alone sets. Empty where it is no number. */
export function allowedRanges({ low, high, ranges }: FieldRemedy, { unit, length }: Variable): AllowedRange[] {
  if (low === undefined || high === undefined) return [];
  const [first, last] = unit === 'date' ? [10_101, 99_991_231] : [1 - 10 ** length, 10 ** length - 1];
  return (ranges ?? [{ low, high }]).map((range) => ({
    low: range.low === first ? null : range.low,
    high: range.high === last ? null : range.high,
  }));
}
