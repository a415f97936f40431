import type { Condition } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';
import { holds } from '../engine/masks.ts';
import { compileMask } from './compile-condition.ts';
import type { Surroundings, Test } from './surroundings.ts';
import { somebody } from './text-answers.ts';

/** Which records of a group count, and the columns that hangs on. */
export interface GroupCondition {
  readonly test: Test;
  readonly reads: ReadonlySet<number>;
}

/** All records count when no condition is given. */
export function conditionOf(condition: Condition | undefined, rule: Rule, around: Surroundings): GroupCondition {
  if (!condition) return { test: () => true, reads: new Set() };
  const mask = compileMask(condition, rule.params ?? {}, around);
  return { test: (record) => holds(mask, record), reads: mask.reads };
}

/** Those that say who they are about. */
export function somebodyIn(around: Surroundings): GroupCondition {
  const mask = somebody(around);
  return { test: (record) => holds(mask, record), reads: mask.reads };
}

/** Columns that a rule on groups reads. */
export const readsOf = (rule: Rule, { table }: Surroundings, ...others: readonly Iterable<number>[]): ReadonlySet<number> =>
  new Set([...rule.fields.map((field) => table.indexOf[field]!), ...others.flatMap((columns) => [...columns])]);
