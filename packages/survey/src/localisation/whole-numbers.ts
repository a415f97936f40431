import { minimise, type Polyhedron } from '../kernels/linear-program.ts';
import type { Range } from './ranges.ts';
import type { Steps } from './problem.ts';

/** So near a whole number is one. */
const near = 1e-6;

/**
 * From where to where a variable can be within a polyhedron whose points have whole numbers where asked; undefined when no point
 * has. By branch and bound on the linear programme.
 */
export function wholeRangeOf(variable: number, polyhedron: Polyhedron, isWhole: readonly boolean[], steps: Steps): Range | undefined {
  const low = leastOf(variable, 1, polyhedron, isWhole, steps);
  if (low === undefined) return undefined;
  return { low, high: 0 - leastOf(variable, -1, polyhedron, isWhole, steps)! };
}

function leastOf(variable: number, sign: 1 | -1, polyhedron: Polyhedron, isWhole: readonly boolean[], steps: Steps): number | undefined {
  const objective = polyhedron.low.map((_, index) => (index === variable ? sign : 0));
  let best: number | undefined;
  const search = (within: Polyhedron): void => {
    steps.take(10 + 2 * within.rows.length);
    const answer = minimise(objective, within);
    if (answer.is === 'infeasible') return;
    if (answer.is === 'unbounded') {
      best = Number.NEGATIVE_INFINITY;
      return;
    }
    // No minus before a zero: ranges are compared and shown.
    const least = (isWhole[variable] ? Math.ceil(answer.value - near) : answer.value) + 0;
    if (best !== undefined && least >= best) return;
    const split = answer.point.findIndex((value, index) => isWhole[index] && Math.abs(value - Math.round(value)) > near);
    if (split < 0) {
      best = least;
      return;
    }
    const below = Math.floor(answer.point[split]!);
    search({ ...within, high: within.high.map((bound, index) => (index === split ? below : bound)) });
    search({ ...within, low: within.low.map((bound, index) => (index === split ? below + 1 : bound)) });
  };
  search(polyhedron);
  return best;
}
