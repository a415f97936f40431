import type { Layout } from '../definition/layout.ts';
import type { Variable } from '../definition/variable.ts';
import { inFileUnits, writtenNumber } from '../reading/written-number.ts';
import type { FieldRemedy } from './remedy.ts';

/** Numbers between two bounds; null where there is none. */
export interface AllowedRange<Bound = number> {
  readonly low: Bound | null;
  readonly high: Bound | null;
}

/** The numbers that a field may be in the file's own units, without the bounds that its width alone sets. Empty where it is no number. */
export const allowedRanges = (remedy: FieldRemedy, variable: Variable, layout?: Layout): AllowedRange[] =>
  rangesOf(remedy, variable, (bound) => inFileUnits(bound, variable, layout));

/** The same as the file writes them. */
export const writtenRanges = (remedy: FieldRemedy, variable: Variable, layout?: Layout): AllowedRange<string>[] =>
  rangesOf(remedy, variable, (bound) => writtenNumber(bound, variable, layout));

function rangesOf<Bound>(
  { low, high, ranges }: FieldRemedy,
  { unit, length }: Variable,
  told: (bound: number) => Bound,
): AllowedRange<Bound>[] {
  if (low === undefined || high === undefined) return [];
  const [first, last] = unit === 'date' ? [10_101, 99_991_231] : [1 - 10 ** length, 10 ** length - 1];
  return (ranges ?? [{ low, high }]).map((range) => ({
    low: range.low === first ? null : told(range.low),
    high: range.high === last ? null : told(range.high),
  }));
}
