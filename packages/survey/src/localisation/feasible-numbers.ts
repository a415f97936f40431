import type { Inequality, Polyhedron } from '../kernels/linear-program.ts';
import type { Problem, Steps } from './problem.ts';
import { intersection, union, type Range } from './ranges.ts';
import { wholeRangeOf } from './whole-numbers.ts';

/** An inequality in the numbers of a set, the rest of the record put in. */
export interface Bound extends Inequality {
  readonly strictly: boolean;
}

/** How much less a number that is not whole must be where it may not be equal. */
const less = 1e-6;

/**
 * The ranges of each number so that at least one inequality of every clause holds, the other numbers being free to follow;
 * undefined when they cannot. Exact for one number and at the ends of a range; of several numbers a range may hold values in its
 * middle that no choice of the others allows.
 */
export function feasibleNumbers(
  problem: Problem,
  numbers: readonly number[],
  clauses: readonly (readonly Bound[])[],
  steps: Steps,
): ReadonlyMap<number, readonly Range[]> | undefined {
  const bounds = numbers.map((number): Range & { isWhole: boolean } => {
    const field = problem.fields[number]!;
    return field.kind === 'number' ? field : { low: 0, high: 0, isWhole: true };
  });
  if (numbers.length === 0) return clauses.length === 0 ? new Map() : undefined;
  if (numbers.length === 1) {
    let left: Range[] = [bounds[0]!];
    for (const clause of clauses) {
      steps.take(1);
      left = intersection(
        left,
        union(
          clause.map((inequality) => halfLine(inequality, bounds[0]!.isWhole)),
          bounds[0]!.isWhole,
        ),
      );
      if (left.length === 0) return undefined;
    }
    return new Map([[numbers[0]!, left]]);
  }
  const found = numbers.map((): Range[] => []);
  const isWhole = bounds.map((bound) => bound.isWhole);
  const explore = (within: Polyhedron, left: readonly (readonly Bound[])[]): void => {
    const first = wholeRangeOf(0, within, isWhole, steps);
    if (!first) return;
    const [clause, ...rest] = left;
    if (clause) {
      for (const inequality of clause) explore({ ...within, rows: [...within.rows, closed(inequality, isWhole)] }, rest);
      return;
    }
    for (const [place, ranges] of found.entries()) ranges.push(place === 0 ? first : wholeRangeOf(place, within, isWhole, steps)!);
  };
  const single = clauses.filter(({ length }) => length === 1).map(([inequality]) => closed(inequality!, isWhole));
  const several = clauses.filter(({ length }) => length > 1).toSorted((one, other) => one.length - other.length);
  explore({ low: bounds.map(({ low }) => low), high: bounds.map(({ high }) => high), rows: single }, several);
  return found[0]!.length === 0 ? undefined : new Map(numbers.map((number, place) => [number, union(found[place]!, isWhole[place]!)]));
}

/** Where one inequality in one number holds. */
function halfLine({ coefficients: [times = 0], atMost, strictly }: Bound, isWhole: boolean): Range {
  const bound = atMost / times + 0;
  const nearest = Math.round(bound);
  // A bound that is a whole number but for a rounding is that number.
  const isExact = isWhole && Math.abs(bound - nearest) < 1e-9 * Math.max(1, Math.abs(bound));
  const exact = isExact ? nearest : bound;
  if (times > 0) {
    const high = strictly ? (isWhole ? Math.ceil(exact) - 1 : exact - less) : isWhole ? Math.floor(exact) : exact;
    return { low: Number.NEGATIVE_INFINITY, high };
  }
  const low = strictly ? (isWhole ? Math.floor(exact) + 1 : exact + less) : isWhole ? Math.ceil(exact) : exact;
  return { low, high: Number.POSITIVE_INFINITY };
}

/** The inequality without "strictly": of whole numbers with whole coefficients the next whole number below. */
function closed({ coefficients, atMost, strictly }: Bound, isWhole: readonly boolean[]): Inequality {
  if (!strictly) return { coefficients, atMost };
  const isAllWhole = coefficients.every((times, place) => times === 0 || (isWhole[place]! && Number.isInteger(times)));
  return { coefficients, atMost: isAllWhole ? Math.ceil(atMost - 1e-9 * Math.max(1, Math.abs(atMost))) - 1 : atMost - less };
}
