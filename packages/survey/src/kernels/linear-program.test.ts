import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feasiblePoint, minimise, rangeOf, type Inequality, type Polyhedron } from './linear-program.ts';

test('the cheapest corner is found, whatever side the bounds are on', () => {
  const rows = [
    { coefficients: [-1, -1], atMost: -4 },
    { coefficients: [1, -1], atMost: 2 },
  ];
  expect(minimise([3, 2], { low: [0, 0], high: [10, 10], rows })).toMatchObject({ is: 'optimal', value: 8, point: [0, 4] });
  expect(minimise([3, 2], { low: [0, 0], high: [10, 3], rows })).toMatchObject({ is: 'optimal', value: 9, point: [1, 3] });
  expect(rangeOf(0, { low: [0, 0], high: [10, 3], rows })).toEqual({ low: 1, high: 5 });
});

test('what has no bottom and what has no point are told apart', () => {
  const free = { low: [Number.NEGATIVE_INFINITY], high: [Number.POSITIVE_INFINITY], rows: [] };
  expect(minimise([1], free)).toEqual({ is: 'unbounded' });
  expect(rangeOf(0, { ...free, high: [7] })).toEqual({ low: Number.NEGATIVE_INFINITY, high: 7 });
  expect(rangeOf(0, { ...free, rows: [{ coefficients: [-2], atMost: 6 }] })).toEqual({ low: -3, high: Number.POSITIVE_INFINITY });
  expect(feasiblePoint({ low: [2], high: [1], rows: [] })).toBeUndefined();
  const impossible = [
    { coefficients: [1, 1], atMost: 1 },
    { coefficients: [-1, -1], atMost: -2 },
  ];
  expect(rangeOf(0, { low: [0, 0], high: [5, 5], rows: impossible })).toBeUndefined();
});

test('an inequality without variables is either nothing or a contradiction', () => {
  expect(feasiblePoint({ low: [0], high: [1], rows: [{ coefficients: [0], atMost: 0 }] })).toEqual([0]);
  expect(feasiblePoint({ low: [0], high: [1], rows: [{ coefficients: [0], atMost: -1 }] })).toBeUndefined();
});

const number = fc.integer({ min: -6, max: 6 });
const problem = fc.integer({ min: 1, max: 3 }).chain((size) =>
  fc.record({
    objective: fc.array(number, { minLength: size, maxLength: size }),
    low: fc.array(fc.integer({ min: -9, max: 0 }), { minLength: size, maxLength: size }),
    high: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }),
    rows: fc.array(
      fc.record({ coefficients: fc.array(number, { minLength: size, maxLength: size }), atMost: fc.integer({ min: -20, max: 20 }) }),
      { maxLength: 6 },
    ),
  }),
);

/** Every corner: where as many bounds and inequalities as there are variables are met exactly, and the others hold. */
function corners({ low, high, rows }: Polyhedron): number[][] {
  const unit = (place: number, value: number) => low.map((_, index) => (index === place ? value : 0));
  const all: Inequality[] = [
    ...rows,
    ...high.map((bound, place) => ({ coefficients: unit(place, 1), atMost: bound })),
    ...low.map((bound, place) => ({ coefficients: unit(place, -1), atMost: -bound })),
  ];
  const holds = (point: readonly number[]) =>
    all.every(({ coefficients, atMost }) => coefficients.reduce((sum, value, index) => sum + value * point[index]!, 0) <= atMost + 1e-7);
  return choices(all, low.length)
    .flatMap((chosen) => solved(chosen) ?? [])
    .filter(holds);
}

const choices = <Item>(items: readonly Item[], count: number): Item[][] =>
  count === 0 ? [[]] : items.flatMap((item, index) => choices(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]));

/** The one point where all are met exactly (Cramer); nothing where they do not cross in one point. */
function solved(chosen: readonly Inequality[]): [number[]] | undefined {
  const matrix = chosen.map(({ coefficients }) => [...coefficients]);
  const whole = determinant(matrix);
  if (whole === 0) return undefined;
  return [chosen.map((_, place) => determinant(matrix.map((row, index) => row.with(place, chosen[index]!.atMost))) / whole)];
}

function determinant(matrix: readonly (readonly number[])[]): number {
  if (matrix.length === 0) return 1;
  return matrix[0]!.reduce(
    (sum, value, place) =>
      sum + (place % 2 === 0 ? value : -value) * determinant(matrix.slice(1).map((row) => row.filter((_, index) => index !== place))),
    0,
  );
}

test('it finds what the best of all corners has, and nothing where there is no corner', () => {
  fc.assert(
    fc.property(problem, ({ objective, ...polyhedron }) => {
      const known = corners(polyhedron).map((point) => point.reduce((sum, value, index) => sum + value * objective[index]!, 0));
      const answer = minimise(objective, polyhedron);
      expect(answer.is).toBe(known.length === 0 ? 'infeasible' : 'optimal');
      if (answer.is === 'optimal') expect(answer.value).toBeCloseTo(Math.min(...known), 6);
    }),
    { numRuns: 2000 },
  );
});

test('amounts and days in the millions are told apart to the unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: -1, max: 1 }), (amount, more) => {
      const rows = [
        { coefficients: [1, -1], atMost: -20_000_000 - more },
        { coefficients: [0, 1], atMost: 20_000_000 + amount },
      ];
      const range = rangeOf(0, { low: [amount, 0], high: [99_999_999, 99_999_999], rows });
      expect(range === undefined).toBe(more > 0);
      if (range) expect([range.low, range.high].map(Math.round)).toEqual([amount, amount - more]);
    }),
  );
});
