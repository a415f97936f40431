import type { Logic, MissingOperands, Rule } from '../definition/rule.ts';
import { all, any, filled, type Condition } from '../definition/condition.ts';
import { fillRange } from '../engine/fill-words.ts';
import { addTotals, inMarked, whereDiffering } from '../engine/group-values.ts';
import { giveBack, lendBytes, lendLongs } from '../engine/lent.ts';
import { isNumber, noValue } from '../reading/encode-number.ts';
import { compileMask } from './compile-condition.ts';
import { equalRecords } from './equal-records.ts';
import { compileComparison, type ComparisonLogic } from './group-comparisons.ts';
import { among, conditionOf, everyOne, readsOf, somebodyIn } from './group-condition.ts';
import { count, GroupStates } from './group-states.ts';
import { fieldsOfGroup } from './group-operands.ts';
import type { Groups } from './groups.ts';
import { columnOf, indexOf, noParams, type Surroundings, type Test } from './surroundings.ts';
import { compileStatistical, type StatisticalLogic } from './statistical-rules.ts';

type GroupLogic = Extract<Logic, { kind: 'equalRecords' | 'personSum' | 'groupMajority' }> | ComparisonLogic | StatisticalLogic;

/** A rule over groups of records as a question to one record, and what its message needs to know. */
export interface GroupTest {
  readonly test: Test;
  /** Where all records are asked: those that may hit, a bit each, which leaves out most of them; undefined when all may. */
  readonly candidates?: () => Int32Array | undefined;
  /** Those are the very records that hit: they need not be asked one by one. */
  readonly areHits?: boolean;
  /** Columns whose change can change the answer for others in the group. */
  readonly reads: ReadonlySet<number>;
  /** Records that now share the group of this one, itself among them: their words may change with it. */
  members(record: number): Iterable<number>;
  /** Takes a record out of what is kept of its groups (-1), before a cell that is read is written, or puts it in (1), after. */
  readonly change: (record: number, sign: 1 | -1) => void;
  /** Others whose answer may be another than before what has changed since this was asked last. */
  readonly stale: () => readonly number[];
  /** Forgets what is kept of all groups. */
  readonly forget: () => void;
  /** The first other record of the same finding, 0-based; for messages that name two rows. */
  readonly firstOther?: (record: number) => number;
  /** Sum in the file's units, for messages that name it. */
  readonly sum?: (record: number) => number;
  /** Count that the message names. */
  readonly number?: (record: number) => number;
  /** False of a record that is asked about in a group too small, or without a match, to tell anything: it is not evaluable. */
  readonly isTold?: (record: number) => boolean;
  /** What is accepted of the value of a record that hits, in the file's units. */
  readonly limits?: (record: number) => { readonly lower: number; readonly upper: number };
}

export function compileGroupRule(rule: Rule, logic: GroupLogic, around: Surroundings, groups: Groups): GroupTest {
  const made = compileLogic(rule, guarded(logic, rule, around), around, groups);
  const conditions = [rule.when, 'where' in logic ? logic.where : undefined, 'subtractWhere' in logic ? logic.subtractWhere : undefined];
  const asked = conditions.flatMap((condition) => (condition ? [compileMask(condition, rule.params ?? noParams, around)] : []));
  const reads = new Set([...made.reads, ...asked.flatMap((mask) => [...mask.reads])]);
  const [guard] = rule.when ? asked : [];
  if (!guard) return { ...made, reads };
  guard.keep();
  return {
    ...made,
    reads,
    test: (record) => guard.has(record) && made.test(record),
    candidates: () => among(made.candidates?.(), { test: made.test, mask: guard, reads }),
  };
}

/** A record that the rule does not apply to is not counted in its group either, nor one that lacks what is asked. */
function guarded<Guarded extends GroupLogic>(logic: Guarded, { when, missing }: Rule, { roles }: Surroundings): Guarded {
  if (logic.kind === 'differentNames' || logic.kind === 'groupSpread') return logic;
  const there = 'onlyFilled' in logic ? areThere(fieldsOfGroup(logic, roles.person), missing) : [];
  const others = [...(when ? [when] : []), ...there];
  if (others.length === 0) return logic;
  const conditions = [...others, ...(logic.where ? [logic.where] : [])];
  return { ...logic, where: conditions.length === 1 ? conditions[0]! : all(...conditions) };
}

function areThere(fields: readonly string[], missing: MissingOperands = 'skipIfAnyMissing'): Condition[] {
  if (missing === 'neverSkip') return [];
  return missing === 'skipIfAllMissing' ? [any(...fields.map(filled))] : fields.map(filled);
}

function compileLogic(rule: Rule, logic: GroupLogic, around: Surroundings, groups: Groups): GroupTest {
  if (logic.kind === 'equalRecords') return equalRecords(rule, logic, around, groups);
  if (logic.kind === 'personSum') return personSum(rule, logic, around, groups);
  if (logic.kind === 'groupMajority') return groupMajority(rule, logic, around, groups);
  if (logic.kind === 'robustZ' || logic.kind === 'hidiroglouBerthelot') return compileStatistical(rule, logic, around, groups);
  return compileComparison(rule, logic, around, groups);
}

function personSum(rule: Rule, logic: Extract<Logic, { kind: 'personSum' }>, around: Surroundings, groups: Groups): GroupTest {
  const by = (logic.by ?? [around.roles.person!]).map((field) => indexOf(around, field));
  const { groups: persons } = groups.by(by);
  const counts = conditionOf(logic.where, rule, around);
  const subtracts = logic.subtractWhere ? conditionOf(logic.subtractWhere, rule, around) : { test: () => false, reads: new Set<number>() };
  const added = columnOf(around, logic.add);
  const subtracted = columnOf(around, logic.subtract ?? logic.add);
  const isSomebody = logic.by ? conditionOf(undefined, rule, around) : somebodyIn(around);
  const most = Number(rule.params?.['max']);
  const amountOf = (record: number): number => {
    if (!counts.test(record) || !isNumber(added.values[record]!)) return 0;
    const less = subtracts.test(record) && subtracted.values[record]! > 0 ? subtracted.values[record]! : 0;
    return added.values[record]! - less;
  };
  const sums = new GroupStates(persons, {
    empty: () => ({ total: 0 }),
    change(sum, record, sign) {
      sum.total += sign * amountOf(record);
    },
    verdict: ({ total }) => total > most,
  });
  // Of one who is alone nothing needs to be kept.
  const sum = (record: number): number => {
    const group = persons.groupOf[record]!;
    return persons.sizeOf(group) === 1 ? amountOf(record) : sums.of(group).total;
  };
  const { change, stale, forget } = sums;
  return {
    reads: readsOf(
      rule,
      around,
      by,
      counts.reads,
      subtracts.reads,
      isSomebody.reads,
      [added, subtracted].map(({ variable }) => indexOf(around, variable.id)),
    ),
    members: (record) => persons.members(persons.groupOf[record]!),
    change,
    stale,
    forget,
    test: (record) => isSomebody.test(record) && counts.test(record) && isNumber(added.values[record]!) && sum(record) > most,
    candidates() {
      const numbers = new Int32Array(around.masks.length);
      fillRange(numbers, 0, 0, numbers.length, added.values, around.table.records, noValue + 1, Infinity);
      const counted = among(numbers, counts);
      const totals = lendLongs(persons.end);
      addTotals(counted, persons.groupOf, added.values, noValue + 1, 1, totals);
      if (logic.subtractWhere) addTotals(among(counted.slice(), subtracts), persons.groupOf, subtracted.values, 1, -1, totals);
      const isAbove = aboveIn(totals, most);
      const found = inMarked(among(counted, isSomebody), persons.groupOf, isAbove);
      giveBack(totals, isAbove);
      return found;
    },
    areHits: true,
    sum,
  };
}

function groupMajority(rule: Rule, logic: Extract<Logic, { kind: 'groupMajority' }>, around: Surroundings, groups: Groups): GroupTest {
  const by = logic.by.map((field) => indexOf(around, field));
  const { groups: places } = groups.by(by);
  const counts = conditionOf(logic.where, rule, around);
  const codes = columnOf(around, logic.of);
  const least = Number(rule.params?.['minGroup']);
  const share = Number(rule.params?.['otherPct']) / 100;
  interface Codes {
    total: number;
    readonly perCode: Map<number, number>;
    /** Codes that so many have that a record with another is alone; worked out when it is asked for. */
    usual: readonly number[] | undefined;
  }
  const usualIn = (tally: Codes): readonly number[] =>
    (tally.usual ??=
      tally.total < least ? [] : [...tally.perCode].flatMap(([code, number]) => (number > share * (tally.total - 1) ? [code] : [])));
  const tallies = new GroupStates<Codes>(places, {
    empty: () => ({ total: 0, perCode: new Map(), usual: undefined }),
    change(tally, record, sign) {
      if (!counts.test(record)) return;
      tally.total += sign;
      count(tally.perCode, codes.values[record]!, sign);
      tally.usual = undefined;
    },
    verdict: (tally) =>
      usualIn(tally)
        .toSorted((one, other) => one - other)
        .join(),
  });
  const { change, stale, forget } = tallies;
  return {
    reads: readsOf(rule, around, by, counts.reads, [indexOf(around, logic.of)]),
    members: (record) => places.members(places.groupOf[record]!),
    change,
    stale,
    forget,
    isTold: (record) => tallies.of(places.groupOf[record]!).total >= least,
    test: (record) =>
      by.every((column) => around.table.columns[column]!.values[record] !== 0) &&
      counts.test(record) &&
      usualIn(tallies.of(places.groupOf[record]!)).some((code) => code !== codes.values[record]),
    // Where all have the same code, none is alone with another.
    candidates() {
      const counted = everyOne(around, counts);
      return whereDiffering(counted, places, codes.values);
    },
  };
}

/** 1 for each total that is more than the limit. @returns lent: to be given back */
const aboveIn = (totals: Float64Array, most: number): Uint8Array => {
  const isAbove = lendBytes(totals.length);
  for (let group = 0; group < totals.length; group += 1) if (totals[group]! > most) isAbove[group] = 1;
  return isAbove;
};
