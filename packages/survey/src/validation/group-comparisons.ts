import type { Logic, Rule } from '../definition/rule.ts';
import { compileCondition } from './compile-condition.ts';
import type { Surroundings } from './surroundings.ts';
import { hasPerson } from './text-answers.ts';
import { isUnread } from '../reading/encode-number.ts';
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

const columnOf = ({ table }: Surroundings, field: string) => table.columns[table.indexOf[field]!]!;
const indexesOf = ({ table }: Surroundings, fields: readonly string[]): number[] => fields.map((field) => table.indexOf[field]!);
const readBy = (rule: Rule, around: Surroundings): ReadonlySet<number> => new Set(indexesOf(around, rule.fields));

function groupDiffers(rule: Rule, { by, of, where }: LogicOf<'groupDiffers'>, around: Surroundings, groups: Groups): GroupTest {
  const { groups: alike, cache } = groups.by(indexesOf(around, by));
  const differs = cache<boolean>();
  const counts = compileCondition(where, rule.params ?? {}, around);
  const { values } = columnOf(around, of);
  const isSomebody = hasPerson(around);
  const isCounted = (record: number) => counts(record) && !isUnread(values[record]!);
  const isMixed = (group: number): boolean => {
    const known = differs.get(group);
    if (known !== undefined) return known;
    let first: number | undefined;
    let mixed = false;
    for (const member of alike.members(group)) {
      if (!isCounted(member)) continue;
      first ??= values[member]!;
      if (values[member] !== first) mixed = true;
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
  const { values, dictionary } = columnOf(around, of);
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
    const names = new Map<number, number>();
    for (const member of persons.members(group)) {
      const name = values[member]!;
      if (name !== 0) names.set(name, Math.min(member, names.get(name) ?? member));
    }
    namesIn.set(group, names);
    return names;
  };
  const otherOf = (record: number): number => {
    const name = values[record]!;
    let first = -1;
    for (const [other, member] of firstWith(persons.groupOf[record]!))
      if (other !== name && !areAlike(name, other) && (first < 0 || member < first)) first = member;
    return first;
  };
  return {
    reads: readBy(rule, around),
    members: (record) => persons.members(persons.groupOf[record]!),
    test: (record) =>
      values[record] !== 0 && persons.sizeOf(persons.groupOf[record]!) > 1 && isSomebody(record) && hasOther(record, firstWith, areAlike),
    firstOther: otherOf,
  };

  /** As `otherOf`, but content with any. */
  function hasOther(record: number, names: typeof firstWith, isAlike: typeof areAlike): boolean {
    const name = values[record]!;
    for (const other of names(persons.groupOf[record]!).keys()) if (other !== name && !isAlike(name, other)) return true;
    return false;
  }
}

function groupSpread(rule: Rule, { by, filled, of, fact }: LogicOf<'groupSpread'>, around: Surroundings, groups: Groups): GroupTest {
  const { groups: alike, cache } = groups.by(indexesOf(around, by));
  const spreads = cache<number>();
  const { values } = columnOf(around, filled);
  const codes = columnOf(around, of);
  const valid = validCodes('aid-labels', around);
  const factOf = new Map(listOf('aid-labels', around).codes.map(({ code, facts }) => [code, facts?.[fact]]));
  const least = Number(rule.params?.['minRecords']);
  const most = Number(rule.params?.['maxGroups']);
  const spread = (group: number): number => {
    const known = spreads.get(group);
    if (known !== undefined) return known;
    const seen = new Set<number>();
    for (const member of alike.members(group)) seen.add(codes.values[member]!);
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
    test: (record) => values[record] !== 0 && alike.sizeOf(alike.groupOf[record]!) >= least && spread(alike.groupOf[record]!) > most,
    number: (record) => spread(alike.groupOf[record]!),
  };
}

/** How many persons of a group have each value. */
interface Values {
  readonly persons: number;
  readonly perAmount: ReadonlyMap<number, number>;
}

function sameValueInGroup(rule: Rule, { by, of, where }: LogicOf<'sameValueInGroup'>, around: Surroundings, groups: Groups): GroupTest {
  const { groups: alike, cache } = groups.by(indexesOf(around, [by]));
  const tallies = cache<Values>();
  const counts = compileCondition(where, rule.params ?? {}, around);
  const { values } = columnOf(around, of);
  const group = columnOf(around, by).values;
  const persons = columnOf(around, 'personalNumber').values;
  const isSomebody = hasPerson(around);
  const least = Number(rule.params?.['minPersons']);
  const share = Number(rule.params?.['sharePct']);
  const tallyOf = (number: number): Values => {
    const known = tallies.get(number);
    if (known) return known;
    const all = new Set<number>();
    const holders = new Map<number, Set<number>>();
    for (const member of alike.members(number)) {
      if (!counts(member) || !isSomebody(member)) continue;
      all.add(persons[member]!);
      const same = holders.get(values[member]!) ?? new Set<number>();
      holders.set(values[member]!, same.add(persons[member]!));
    }
    const tally = { persons: all.size, perAmount: new Map([...holders].map(([value, who]) => [value, who.size])) };
    tallies.set(number, tally);
    return tally;
  };
  const alikeTo = (record: number): number => tallyOf(alike.groupOf[record]!).perAmount.get(values[record]!) ?? 0;
  return {
    reads: readBy(rule, around),
    members: (record) => alike.members(alike.groupOf[record]!),
    test: (record) => {
      if (group[record] === 0 || !counts(record) || !isSomebody(record)) return false;
      const tally = tallyOf(alike.groupOf[record]!);
      return tally.persons >= least && alikeTo(record) * 100 > share * tally.persons;
    },
    number: alikeTo,
  };
}
