import type { Logic, Rule } from '../definition/rule.ts';
import { ones } from '../engine/bitset.ts';
import { fillRange } from '../engine/fill-words.ts';
import { bitsTogether, inMarked, whereDiffering } from '../engine/group-values.ts';
import { giveBack, lendBytes } from '../engine/lent.ts';
import { isNumber, noValue } from '../reading/encode-number.ts';
import { companionsIn } from './companions.ts';
import { differentNames } from './different-names.ts';
import { among, conditionOf, everyOne, readsOf, somebodyIn } from './group-condition.ts';
import type { GroupTest } from './group-rules.ts';
import { count, GroupStates } from './group-states.ts';
import type { Groups } from './groups.ts';
import { listOf, validCodes, workedOut } from './lists.ts';
import { sameValueInGroup } from './same-value.ts';
import { columnOf, indexOf, type Surroundings } from './surroundings.ts';

type LogicOf<Kind extends Logic['kind']> = Extract<Logic, { kind: Kind }>;
export type ComparisonLogic = LogicOf<'groupDiffers' | 'aloneInGroup' | 'differentNames' | 'groupSpread' | 'sameValueInGroup'>;

/** Rules that compare a record with the others of its group. */
export function compileComparison(rule: Rule, logic: ComparisonLogic, around: Surroundings, groups: Groups): GroupTest {
  switch (logic.kind) {
    case 'groupDiffers':
      return groupDiffers(rule, logic, around, groups);
    case 'aloneInGroup':
      return aloneInGroup(rule, logic, around, groups);
    case 'differentNames':
      return differentNames(rule, logic, around, groups);
    case 'groupSpread':
      return groupSpread(rule, logic, around, groups);
    case 'sameValueInGroup':
      return sameValueInGroup(rule, logic, around, groups);
  }
}

const indexesOf = (around: Surroundings, fields: readonly string[]): number[] => fields.map((field) => indexOf(around, field));

function groupDiffers(rule: Rule, { by, of, where }: LogicOf<'groupDiffers'>, around: Surroundings, groups: Groups): GroupTest {
  const columns = indexesOf(around, by);
  const { groups: alike } = groups.by(columns);
  const counts = conditionOf(where, rule, around);
  const column = columnOf(around, of);
  const person = around.roles.person;
  const isSomebody = person !== undefined && by.includes(person) ? somebodyIn(around) : conditionOf(undefined, rule, around);
  const isCounted = (record: number) => counts.test(record) && isNumber(column.values[record]!);
  const values = new GroupStates(alike, {
    empty: () => new Map<number, number>(),
    change(perValue, record, sign) {
      if (isCounted(record)) count(perValue, column.values[record]!, sign);
    },
    verdict: ({ size }) => size > 1,
  });
  const { change, stale, forget } = values;
  return {
    reads: readsOf(rule, around, columns, counts.reads, isSomebody.reads, [indexOf(around, of)]),
    members: (record) => alike.members(alike.groupOf[record]!),
    change,
    stale,
    forget,
    test: (record) =>
      alike.sizeOf(alike.groupOf[record]!) > 1 &&
      isSomebody.test(record) &&
      isCounted(record) &&
      values.of(alike.groupOf[record]!).size > 1,
    candidates() {
      const numbers = new Int32Array(around.masks.length);
      fillRange(numbers, 0, 0, numbers.length, column.values, around.table.records, noValue + 1, Infinity);
      return whereDiffering(among(numbers, counts, isSomebody), alike, column.values);
    },
    areHits: true,
  };
}

function aloneInGroup(rule: Rule, { by, where }: LogicOf<'aloneInGroup'>, around: Surroundings, groups: Groups): GroupTest {
  const columns = indexesOf(around, by);
  const { groups: alike } = groups.by(columns);
  const counts = conditionOf(where, rule, around);
  return {
    reads: readsOf(rule, around, columns, counts.reads),
    members: (record) => alike.members(alike.groupOf[record]!),
    ...companionsIn(alike),
    test: (record) => counts.test(record) && alike.sizeOf(alike.groupOf[record]!) === 1,
    candidates: () => among(undefined, counts),
  };
}

function groupSpread(rule: Rule, { by, filled, of, fact }: LogicOf<'groupSpread'>, around: Surroundings, groups: Groups): GroupTest {
  const columns = indexesOf(around, by);
  const { groups: alike } = groups.by(columns);
  const mustBeFilled = columnOf(around, filled);
  const codes = columnOf(around, of);
  const valid = validCodes('aid-labels', around);
  const labels = listOf('aid-labels', around);
  const factOf = workedOut(
    labels,
    `valid ${fact} ${around.referenceYear}`,
    () => new Map(labels.codes.flatMap(({ code, facts }) => (valid.has(code) ? [[code, facts?.[fact] ?? '']] : []))),
  );
  const least = Number(rule.params?.['minRecords']);
  const most = Number(rule.params?.['maxGroups']);
  const known: (string | number | boolean | null)[] = [];
  const factOfId = (code: number) => {
    if (known[code] === undefined) known[code] = factOf.get(codes.dictionary!.textOf(code)) ?? null;
    return known[code];
  };
  const spreads = new GroupStates(alike, {
    empty: () => ({ records: 0, perFact: new Map<unknown, number>() }),
    change(spread, record, sign) {
      const told = factOfId(codes.values[record]!);
      spread.records += sign;
      if (told !== null) count(spread.perFact, told, sign);
    },
    verdict: ({ records, perFact }) => records >= least && perFact.size > most,
  });
  const spread = (record: number): number => spreads.of(alike.groupOf[record]!).perFact.size;
  const { change, stale, forget } = spreads;
  return {
    reads: readsOf(
      rule,
      around,
      columns,
      [filled, of].map((field) => indexOf(around, field)),
    ),
    members: (record) => alike.members(alike.groupOf[record]!),
    change,
    stale,
    forget,
    test: (record) => mustBeFilled.values[record] !== 0 && alike.sizeOf(alike.groupOf[record]!) >= least && spread(record) > most,
    candidates() {
      const bitsOf = bitsById(codes.dictionary!.size, factOfId);
      if (!bitsOf) return undefined;
      const facts = bitsTogether(alike.groupOf, alike.end, codes.values, bitsOf);
      const isWide = withMore(facts, most);
      const found = inMarked(everyOne(around), alike.groupOf, isWide);
      giveBack(facts, isWide);
      return found;
    },
    isTold: (record) => alike.sizeOf(alike.groupOf[record]!) >= least,
    number: spread,
  };
}

/** A bit for each different fact, by the id of the code it is of, 0 where there is none; undefined when there are more facts than bits. */
function bitsById(ids: number, factOf: (id: number) => unknown): Int32Array | undefined {
  const bits = new Map<unknown, number>([[null, 0]]);
  const bitsOf = new Int32Array(ids);
  for (let id = 0; id < ids; id += 1) {
    const told = factOf(id);
    if (!bits.has(told)) bits.set(told, 1 << (bits.size - 1));
    bitsOf[id] = bits.get(told)!;
  }
  return bits.size > 33 ? undefined : bitsOf;
}

/** 1 for each group that has more bits than so many. @returns lent: to be given back */
function withMore(bitsOfGroups: Int32Array, most: number): Uint8Array {
  const isWide = lendBytes(bitsOfGroups.length);
  for (let group = 0; group < isWide.length; group += 1) if (ones(bitsOfGroups[group]!) > most) isWide[group] = 1;
  return isWide;
}
