import type { Logic, Rule } from '../definition/rule.ts';
import { all } from '../definition/condition.ts';
import { holds } from '../engine/masks.ts';
import { textOf } from '../engine/table.ts';
import { isNumber, tooLong } from '../reading/encode-number.ts';
import { compileCondition, compileMask } from './compile-condition.ts';
import { columnOf, type Surroundings, type Test } from './surroundings.ts';
import { hasPerson } from './text-answers.ts';
import { compileComparison, type ComparisonLogic } from './group-comparisons.ts';
import type { Groups } from './groups.ts';
import { compileStatistical, type StatisticalLogic } from './statistical-rules.ts';

type GroupLogic = Extract<Logic, { kind: 'equalRecords' | 'personSum' | 'groupMajority' }> | ComparisonLogic | StatisticalLogic;

/** A rule over groups of records as a question to one record, and what its message needs to know. */
export interface GroupTest {
  readonly test: Test;
  /** Columns whose change can change the answer for others in the group. */
  readonly reads: ReadonlySet<number>;
  /** Records that now share the group of this one, itself among them. */
  members(record: number): Iterable<number>;
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
  const made = compileLogic(rule, guarded(logic, rule), around, groups);
  const conditions = [rule.when, 'where' in logic ? logic.where : undefined, 'subtractWhere' in logic ? logic.subtractWhere : undefined];
  const asked = conditions.flatMap((condition) => (condition ? [compileMask(condition, rule.params ?? {}, around)] : []));
  const reads = new Set([...made.reads, ...asked.flatMap((mask) => [...mask.reads])]);
  const [guard] = rule.when ? asked : [];
  return { ...made, reads, test: guard ? (record) => holds(guard, record) && made.test(record) : made.test };
}

/** A record that the rule does not apply to is not counted in its group either. */
function guarded<Guarded extends GroupLogic>(logic: Guarded, { when }: Rule): Guarded {
  if (!when || logic.kind === 'differentNames' || logic.kind === 'groupSpread') return logic;
  return { ...logic, where: logic.where ? all(when, logic.where) : when };
}

function compileLogic(rule: Rule, logic: GroupLogic, around: Surroundings, groups: Groups): GroupTest {
  if (logic.kind === 'equalRecords') return equalRecords(rule, logic, around, groups);
  if (logic.kind === 'personSum') return personSum(rule, logic, around, groups);
  if (logic.kind === 'groupMajority') return groupMajority(rule, logic, around, groups);
  if (logic.kind === 'robustZ' || logic.kind === 'hidiroglouBerthelot') return compileStatistical(rule, logic, around, groups);
  return compileComparison(rule, logic, around, groups);
}

const indexesOf = (around: Surroundings, fields: readonly string[]): number[] => fields.map((field) => around.table.indexOf[field]!);

/** Records that are equal to the last letter: how many, and the two first of them. */
interface Alike {
  count: number;
  first: number;
  second: number;
}

function equalRecords(rule: Rule, logic: Extract<Logic, { kind: 'equalRecords' }>, around: Surroundings, groups: Groups): GroupTest {
  const { table } = around;
  const columns = logic.fields === 'all' ? table.columns.map((_, index) => index) : indexesOf(around, logic.fields);
  const { groups: equal, cache } = groups.by(columns);
  const known = cache<Map<string, Alike>>();
  const where = logic.where ? compileCondition(logic.where, rule.params ?? {}, around) : () => true;
  // Numbers that cannot be read share a sentinel: they are equal only when their texts are.
  const unreadTexts = (record: number): string => {
    const unread = columns.filter((column) => table.columns[column]!.values[record]! <= tooLong);
    return unread.length === 0 ? '' : JSON.stringify(unread.map((column) => textOf(table, record, column)));
  };
  // Worked out once for a group: every record of a file may be a copy of one.
  const alikeIn = (group: number): Map<string, Alike> => {
    const ready = known.get(group);
    if (ready) return ready;
    const alike = new Map<string, Alike>();
    for (let member = equal.first(group); member >= 0; member = equal.after(member)) {
      const texts = unreadTexts(member);
      const found = alike.get(texts);
      if (!found) alike.set(texts, { count: 1, first: member, second: member });
      else {
        found.second = member < found.first ? found.first : found.count === 1 ? member : Math.min(found.second, member);
        found.first = Math.min(found.first, member);
        found.count += 1;
      }
    }
    known.set(group, alike);
    return alike;
  };
  const alikeTo = (record: number): Alike => alikeIn(equal.groupOf[record]!).get(unreadTexts(record))!;
  return {
    reads: new Set(columns),
    members: (record) => equal.members(equal.groupOf[record]!),
    test: (record) => equal.groupOf[record]! >= 0 && equal.sizeOf(equal.groupOf[record]!) > 1 && where(record) && alikeTo(record).count > 1,
    firstOther: (record) => {
      const { first, second } = alikeTo(record);
      return record === first ? second : first;
    },
  };
}

function personSum(rule: Rule, logic: Extract<Logic, { kind: 'personSum' }>, around: Surroundings, groups: Groups): GroupTest {
  const { groups: persons, numbers } = groups.by(indexesOf(around, logic.by ?? [around.roles.person!]));
  const sums = numbers();
  const counts = logic.where ? compileCondition(logic.where, rule.params ?? {}, around) : () => true;
  const subtracts = logic.subtractWhere ? compileCondition(logic.subtractWhere, rule.params ?? {}, around) : () => false;
  const added = columnOf(around, logic.add);
  const subtracted = columnOf(around, logic.subtract ?? logic.add);
  const isSomebody = logic.by ? () => true : hasPerson(around);
  const most = Number(rule.params?.['max']);
  const sum = (record: number): number => {
    const group = persons.groupOf[record]!;
    const known = sums.get(group);
    if (!Number.isNaN(known)) return known;
    let total = 0;
    for (let member = persons.first(group); member >= 0; member = persons.after(member)) {
      if (!counts(member) || !isNumber(added.values[member]!)) continue;
      total += added.values[member]!;
      if (subtracts(member) && subtracted.values[member]! > 0) total -= subtracted.values[member]!;
    }
    sums.set(group, total);
    return total;
  };
  return {
    reads: new Set(indexesOf(around, rule.fields)),
    members: (record) => persons.members(persons.groupOf[record]!),
    test: (record) => isSomebody(record) && counts(record) && isNumber(added.values[record]!) && sum(record) > most,
    sum,
  };
}

function groupMajority(rule: Rule, logic: Extract<Logic, { kind: 'groupMajority' }>, around: Surroundings, groups: Groups): GroupTest {
  const by = indexesOf(around, logic.by);
  const { groups: places, cache } = groups.by(by);
  const tallies = cache<{ total: number; perCode: Map<number, number> }>();
  const counts = compileCondition(logic.where, rule.params ?? {}, around);
  const codes = columnOf(around, logic.of);
  const least = Number(rule.params?.['minGroup']);
  const share = Number(rule.params?.['otherPct']) / 100;
  const tallyOf = (group: number) => {
    const known = tallies.get(group);
    if (known) return known;
    const perCode = new Map<number, number>();
    let total = 0;
    for (let member = places.first(group); member >= 0; member = places.after(member)) {
      if (!counts(member)) continue;
      total += 1;
      perCode.set(codes.values[member]!, (perCode.get(codes.values[member]!) ?? 0) + 1);
    }
    const tally = { total, perCode };
    tallies.set(group, tally);
    return tally;
  };
  return {
    reads: new Set(indexesOf(around, rule.fields)),
    members: (record) => places.members(places.groupOf[record]!),
    isTold: (record) => tallyOf(places.groupOf[record]!).total >= least,
    test: (record) => {
      if (by.some((column) => around.table.columns[column]!.values[record] === 0) || !counts(record)) return false;
      const { total, perCode } = tallyOf(places.groupOf[record]!);
      if (total < least) return false;
      for (const [code, number] of perCode) if (code !== codes.values[record] && number > share * (total - 1)) return true;
      return false;
    },
  };
}
