import type { Logic, Rule } from '../definition/rule.ts';
import { compileCondition } from './compile-condition.ts';
import { columnOf, type Surroundings } from './surroundings.ts';
import { MetPersons } from './person-counts.ts';
import { hasPerson } from './text-answers.ts';
import { isNumber } from '../reading/encode-number.ts';
import { listOf, validCodes } from './lists.ts';
import type { GroupTest } from './group-rules.ts';
import type { Groups } from './groups.ts';

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

const indexesOf = ({ table }: Surroundings, fields: readonly string[]): number[] => fields.map((field) => table.indexOf[field]!);
const readBy = (rule: Rule, around: Surroundings): ReadonlySet<number> => new Set(indexesOf(around, rule.fields));

function groupDiffers(rule: Rule, { by, of, where }: LogicOf<'groupDiffers'>, around: Surroundings, groups: Groups): GroupTest {
  const { groups: alike, cache } = groups.by(indexesOf(around, by));
  const differs = cache<boolean>();
  const counts = compileCondition(where, rule.params ?? {}, around);
  const column = columnOf(around, of);
  const person = around.roles.person;
  const isSomebody = person !== undefined && by.includes(person) ? hasPerson(around) : () => true;
  const isCounted = (record: number) => counts(record) && isNumber(column.values[record]!);
  const isMixed = (group: number): boolean => {
    const known = differs.get(group);
    if (known !== undefined) return known;
    let first: number | undefined;
    let mixed = false;
    for (let member = alike.first(group); member >= 0; member = alike.after(member)) {
      if (!isCounted(member)) continue;
      first ??= column.values[member]!;
      if (column.values[member] !== first) mixed = true;
    }
    differs.set(group, mixed);
    return mixed;
  };
  return {
    reads: readBy(rule, around),
    members: (record) => alike.members(alike.groupOf[record]!),
    test: (record) =>
      alike.sizeOf(alike.groupOf[record]!) > 1 && isSomebody(record) && isCounted(record) && isMixed(alike.groupOf[record]!),
  };
}

function aloneInGroup(rule: Rule, { by, where }: LogicOf<'aloneInGroup'>, around: Surroundings, groups: Groups): GroupTest {
  const { groups: alike } = groups.by(indexesOf(around, by));
  const counts = compileCondition(where, rule.params ?? {}, around);
  return {
    reads: readBy(rule, around),
    members: (record) => alike.members(alike.groupOf[record]!),
    test: (record) => counts(record) && alike.sizeOf(alike.groupOf[record]!) === 1,
  };
}

/** Parts of a name that are long enough to tell, in lower case. */
const partsOf = (name: string, least: number): string[] =>
  name
    .toLowerCase()
    .split(/[\s,-]+/)
    .filter((part) => part.length >= least);

function differentNames(rule: Rule, { by, of }: LogicOf<'differentNames'>, around: Surroundings, groups: Groups): GroupTest {
  const { groups: persons, cache } = groups.by(indexesOf(around, [by]));
  const namesIn = cache<Map<number, number>>();
  const names = columnOf(around, of);
  const { dictionary } = names;
  const isSomebody = hasPerson(around);
  const least = Number(rule.params?.['minLetters']);
  const known: string[][] = [];
  const parts = (name: number): string[] => (known[name] ??= partsOf(dictionary!.textOf(name), least));
  const areAlike = (one: number, other: number): boolean =>
    parts(one).some((part) => parts(other).some((otherPart) => part.startsWith(otherPart) || otherPart.startsWith(part)));
  /** Each name of the group, with the first record that has it. */
  const firstWith = (group: number): Map<number, number> => {
    const ready = namesIn.get(group);
    if (ready) return ready;
    const firsts = new Map<number, number>();
    for (let member = persons.first(group); member >= 0; member = persons.after(member)) {
      const name = names.values[member]!;
      if (name !== 0) firsts.set(name, Math.min(member, firsts.get(name) ?? member));
    }
    namesIn.set(group, firsts);
    return firsts;
  };
  const otherOf = (record: number): number => {
    const name = names.values[record]!;
    let first = -1;
    for (const [other, member] of firstWith(persons.groupOf[record]!))
      if (other !== name && !areAlike(name, other) && (first < 0 || member < first)) first = member;
    return first;
  };
  return {
    reads: readBy(rule, around),
    members: (record) => persons.members(persons.groupOf[record]!),
    test: (record) =>
      names.values[record] !== 0 &&
      persons.sizeOf(persons.groupOf[record]!) > 1 &&
      isSomebody(record) &&
      hasOther(record, firstWith, areAlike),
    firstOther: otherOf,
  };

  /** As `otherOf`, but content with any. */
  function hasOther(record: number, firsts: typeof firstWith, isAlike: typeof areAlike): boolean {
    const name = names.values[record]!;
    for (const other of firsts(persons.groupOf[record]!).keys()) if (other !== name && !isAlike(name, other)) return true;
    return false;
  }
}

function groupSpread(rule: Rule, { by, filled, of, fact }: LogicOf<'groupSpread'>, around: Surroundings, groups: Groups): GroupTest {
  const { groups: alike, cache } = groups.by(indexesOf(around, by));
  const spreads = cache<number>();
  const mustBeFilled = columnOf(around, filled);
  const codes = columnOf(around, of);
  const valid = validCodes('aid-labels', around);
  const factOf = new Map(listOf('aid-labels', around).codes.map(({ code, facts }) => [code, facts?.[fact]]));
  const least = Number(rule.params?.['minRecords']);
  const most = Number(rule.params?.['maxGroups']);
  const spread = (group: number): number => {
    const known = spreads.get(group);
    if (known !== undefined) return known;
    const seen = new Set<number>();
    for (let member = alike.first(group); member >= 0; member = alike.after(member)) seen.add(codes.values[member]!);
    const facts = new Set(
      [...seen]
        .map((id) => codes.dictionary!.textOf(id))
        .filter((code) => valid.has(code))
        .map((code) => factOf.get(code)),
    );
    spreads.set(group, facts.size);
    return facts.size;
  };
  return {
    reads: readBy(rule, around),
    members: (record) => alike.members(alike.groupOf[record]!),
    test: (record) =>
      mustBeFilled.values[record] !== 0 && alike.sizeOf(alike.groupOf[record]!) >= least && spread(alike.groupOf[record]!) > most,
    isTold: (record) => alike.sizeOf(alike.groupOf[record]!) >= least,
    number: (record) => spread(alike.groupOf[record]!),
  };
}

/** How many persons a group has, and of each value that may be too many of them, how many have it. */
interface Values {
  readonly persons: number;
  readonly perAmount: ReadonlyMap<number, number>;
}

function sameValueInGroup(rule: Rule, { by, of, where }: LogicOf<'sameValueInGroup'>, around: Surroundings, groups: Groups): GroupTest {
  const { groups: alike, cache } = groups.by(indexesOf(around, [by]));
  const tallies = cache<Values>();
  const counts = compileCondition(where, rule.params ?? {}, around);
  const amounts = columnOf(around, of);
  const group = columnOf(around, by);
  const persons = columnOf(around, around.roles.person!);
  const isSomebody = hasPerson(around);
  const least = Number(rule.params?.['minPersons']);
  const share = Number(rule.params?.['sharePct']);
  const met = new MetPersons();
  /** Different persons of a group, all or those with an amount. */
  const personsIn = (number: number, amount: number | undefined): number => {
    met.begin(persons.dictionary!.size);
    let different = 0;
    for (let member = alike.first(number); member >= 0; member = alike.after(member))
      if ((amount === undefined || amounts.values[member] === amount) && counts(member) && isSomebody(member))
        different += met.isNew(persons.values[member]!) ? 1 : 0;
    return different;
  };
  const recordsPerAmount = (number: number): Map<number, number> => {
    const records = new Map<number, number>();
    for (let member = alike.first(number); member >= 0; member = alike.after(member))
      if (counts(member) && isSomebody(member)) records.set(amounts.values[member]!, (records.get(amounts.values[member]!) ?? 0) + 1);
    return records;
  };
  const tallyOf = (number: number): Values => {
    const known = tallies.get(number);
    if (known) return known;
    const different = personsIn(number, undefined);
    const perAmount = new Map<number, number>();
    // A value has no more persons than records, and few values have records enough.
    if (different >= least)
      for (const [amount, records] of recordsPerAmount(number))
        if (records * 100 > share * different) perAmount.set(amount, personsIn(number, amount));
    const tally = { persons: different, perAmount };
    tallies.set(number, tally);
    return tally;
  };
  const alikeTo = (record: number): number => tallyOf(alike.groupOf[record]!).perAmount.get(amounts.values[record]!) ?? 0;
  return {
    reads: readBy(rule, around),
    members: (record) => alike.members(alike.groupOf[record]!),
    isTold: (record) => tallyOf(alike.groupOf[record]!).persons >= least,
    test: (record) => {
      if (group.values[record] === 0 || !counts(record) || !isSomebody(record)) return false;
      const tally = tallyOf(alike.groupOf[record]!);
      return tally.persons >= least && alikeTo(record) * 100 > share * tally.persons;
    },
    number: alikeTo,
  };
}
