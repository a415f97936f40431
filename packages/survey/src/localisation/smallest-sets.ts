import { feasibleValues, type Allowed } from './feasible-values.ts';
import { isTrue, OutOfTime, Steps, type Case, type Problem } from './problem.ts';

/** Fields whose change makes every clause true, and what they may be. */
export interface FoundSet {
  readonly cost: number;
  /** Ascending. */
  readonly fields: readonly number[];
  readonly allowed: readonly Allowed[];
}

export interface Search {
  /** Most fields of a set. */
  readonly mostFields?: number;
  readonly mostSets?: number;
  /** How many different costs are answered: 2 gives the sets of the next cost too. */
  readonly costs?: number;
  /** What a record is worth; some 20 ms on a common machine. */
  readonly mostSteps?: number;
}

export interface Found {
  readonly sets: readonly FoundSet[];
  readonly notLocalised?: 'tooManyFields' | 'outOfTime' | 'nothingToSolve';
}

/** Costs are sums of weights with few decimals: what differs by less is a rounding. */
const rounded = (cost: number): number => Math.round(cost * 1e6) / 1e6;

/**
 * The sets of fields of least cost that can be changed so that all clauses are true (Fellegi & Holt 1976), all of them up to a
 * number, in an order that is always the same: cost, number of fields, place of the fields. A set that holds a smaller solution
 * is none.
 */
export function smallestSets(
  problem: Problem,
  one: Case,
  { mostFields = 3, mostSets = 5, costs = 1, mostSteps = 60_000 }: Search = {},
): Found {
  const violated = problem.clauses.filter(({ any }) => !any.some((literal) => isTrue(literal, one)));
  const start = [...new Set(one.mustChange)].sort((field, other) => field - other);
  if (violated.length === 0 && start.length === 0) return { sets: [], notLocalised: 'nothingToSolve' };
  const steps = new Steps(mostSteps);
  const sets: FoundSet[] = [];
  const seen = new Set<number>();
  try {
    for (const fields of candidates(
      problem,
      one,
      start,
      violated.map((clause) => clause.fields),
      mostFields,
      steps,
    )) {
      const cost = costOf(one, fields);
      if (seen.size === costs && !seen.has(cost)) break;
      if (sets.length === mostSets) break;
      if (sets.some((smaller) => smaller.fields.every((field) => fields.includes(field)))) continue;
      const allowed = feasibleValues(problem, one, fields, steps);
      if (!allowed) continue;
      seen.add(cost);
      sets.push({ cost, fields, allowed });
    }
  } catch (fault) {
    // What was found of the least cost is right as far as it goes; without any set there is no answer.
    if (!(fault instanceof OutOfTime)) throw fault;
    if (sets.length === 0) return { sets, notLocalised: 'outOfTime' };
  }
  return sets.length === 0 ? { sets, notLocalised: 'tooManyFields' } : { sets };
}

const costOf = ({ weights }: Case, fields: readonly number[]): number => rounded(fields.reduce((sum, field) => sum + weights[field]!, 0));

/**
 * Sets that touch every violated clause, grown along the clauses: a field that shares none with the others of a set could as
 * well stand. Cheapest first.
 */
function candidates(
  { clauses }: Problem,
  one: Case,
  start: readonly number[],
  violated: readonly (readonly number[])[],
  mostFields: number,
  steps: Steps,
): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const seen = new Set<string>();
  const grow = (set: readonly number[]): void => {
    const key = set.join();
    if (set.length > mostFields || seen.has(key)) return;
    seen.add(key);
    steps.take(1);
    const untouched = violated.find((fields) => !fields.some((field) => set.includes(field)));
    if (!untouched && set.length > 0) found.push(set);
    if (set.length === mostFields) return;
    const next = untouched ?? clauses.flatMap(({ fields }) => (fields.some((field) => set.includes(field)) ? fields : []));
    for (const field of new Set(next)) if (!set.includes(field)) grow([...set, field].sort((a, b) => a - b));
  };
  grow(start);
  return found
    .map((set) => ({ set, cost: costOf(one, set) }))
    .sort((a, b) => a.cost - b.cost || a.set.length - b.set.length || byPlace(a.set, b.set))
    .map(({ set }) => set);
}

function byPlace(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((field, index) => field !== other[index]);
  return place < 0 ? 0 : one[place]! - other[place]!;
}
