import type { Condition } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';
import { lowest } from '../engine/bitset.ts';
import { andWords } from '../engine/combine-words.ts';
import { everyRecord } from '../engine/masks.ts';
import { compileMask } from './compile-condition.ts';
import { noParams, type Surroundings, type Test, type Mask } from './surroundings.ts';
import { somebody } from './text-answers.ts';

/** Which records of a group count, and the columns that hangs on. */
export interface GroupCondition {
  readonly test: Test;
  /** The same for all records; absent when all count. */
  readonly mask?: Mask;
  readonly reads: ReadonlySet<number>;
}

/** All records count when no condition is given. */
export function conditionOf(condition: Condition | undefined, rule: Rule, around: Surroundings): GroupCondition {
  if (!condition) return { test: () => true, reads: new Set() };
  const mask = compileMask(condition, rule.params ?? noParams, around).keep();
  return { test: (record) => mask.has(record), mask, reads: mask.reads };
}

/** Those that say who they are about. */
export function somebodyIn(around: Surroundings): GroupCondition {
  const mask = somebody(around).keep();
  return { test: (record) => mask.has(record), mask, reads: mask.reads };
}

/** Records that satisfy all of some conditions, a bit each. */
export const everyOne = ({ table: { records } }: Surroundings, ...conditions: readonly GroupCondition[]): Int32Array =>
  among(everyRecord(records), ...conditions);

/** The same of those whose bit is set, which are written over; undefined when that is every record. */
export function among(words: Int32Array, ...conditions: readonly (GroupCondition | undefined)[]): Int32Array;
export function among(words: Int32Array | undefined, ...conditions: readonly (GroupCondition | undefined)[]): Int32Array | undefined;
export function among(words: Int32Array | undefined, ...conditions: readonly (GroupCondition | undefined)[]): Int32Array | undefined {
  let together = words;
  for (const condition of conditions) {
    if (!condition?.mask) continue;
    const { all } = condition.mask;
    if (!together) together = all.slice();
    else andWords(together, 0, together.length, all, 0);
  }
  return together;
}

/** Of the records of a word, a bit each, those that satisfy a test. @param index of the word */
export function answersAmong(test: Test, candidates: number, index: number): number {
  let word = 0;
  for (let rest = candidates; rest !== 0; rest &= rest - 1) if (test(index * 32 + lowest(rest))) word |= rest & -rest;
  return word;
}

/** Columns that a rule on groups reads. */
export const readsOf = (rule: Rule, { table }: Surroundings, ...others: readonly Iterable<number>[]): ReadonlySet<number> =>
  new Set([...rule.fields.map((field) => table.indexOf[field]!), ...others.flatMap((columns) => [...columns])]);
