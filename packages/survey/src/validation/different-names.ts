import type { Logic, Rule } from '../definition/rule.ts';
import { fillRange } from '../engine/fill-words.ts';
import { whereDiffering } from '../engine/group-values.ts';
import { giveBack, lendInts } from '../engine/lent.ts';
import { among, answersAmong, readsOf, somebodyIn } from './group-condition.ts';
import type { GroupTest } from './group-rules.ts';
import { count, GroupStates } from './group-states.ts';
import type { Groups } from './groups.ts';
import { columnOf, indexOf, type Surroundings } from './surroundings.ts';

/** Parts of a name that are long enough to tell, in lower case. */
const partsOf = (name: string, least: number): string[] =>
  name
    .toLowerCase()
    .split(/[\s,-]+/)
    .filter((part) => part.length >= least);

/** Names whose parts are kept for the next time: each is looked at from both sides, and some are common. */
const mostKept = 4096;

/** Records of a person that are gone through one by one. */
const soonGoneThrough = 32;

/**
 * Different names of one person that are compared each with each. Who has more, without a part that all have, has different names: names
 * that are alike in pairs, however many, would take the square of their number to tell so.
 */
const mostCompared = 200;

/** Whether a part of one name begins as a part of the other. */
function areAlike(some: readonly string[], others: readonly string[]): boolean {
  for (const part of some)
    for (const other of others)
      if (part.charCodeAt(0) === other.charCodeAt(0) && (part.startsWith(other) || other.startsWith(part))) return true;
  return false;
}

/**
 * How parts of a name begin, a bit for the hash of the letters that each of them has at least, beside the one that says that it was looked
 * at: names that share none are not alike.
 */
function beginningsOf(parts: readonly string[], least: number): number {
  let beginnings = wasLookedAt;
  for (const part of parts) {
    let hash = 0;
    for (let place = 0; place < least; place += 1) hash = (hash * 37 + part.charCodeAt(place)) % 31;
    beginnings |= 1 << hash;
  }
  return beginnings;
}
const wasLookedAt = 1 << 31;

/** The names of a group. */
interface Names {
  readonly counts: Map<number, number>;
  /** Of each name that has been compared: where many are alike, each is compared with all. */
  readonly parts: Map<number, readonly string[]>;
  /** Whether all have a part in common, and so are alike; worked out when it is asked for. */
  haveOneInCommon: boolean | undefined;
  /** The name that was another than the one asked about last: likely to be another than the next one, too. */
  latestOther: number | undefined;
  /** Each with the first record that has it, in the order of those, once it is asked for. */
  firsts: ReadonlyMap<number, number> | undefined;
}

export function differentNames(
  rule: Rule,
  { by, of }: Extract<Logic, { kind: 'differentNames' }>,
  around: Surroundings,
  groups: Groups,
): GroupTest {
  const { groups: persons } = groups.by([indexOf(around, by)]);
  const names = columnOf(around, of);
  const { dictionary } = names;
  const isSomebody = somebodyIn(around);
  const least = Math.max(1, Number(rule.params?.['minLetters']));
  const latest = new Map<number, readonly string[]>();
  const cut = (name: number): readonly string[] => {
    const known = latest.get(name);
    if (known) return known;
    if (latest.size === mostKept) latest.clear();
    const parts = partsOf(dictionary!.cutOf(name), least);
    latest.set(name, parts);
    return parts;
  };
  const partsIn = ({ parts }: Names, name: number): readonly string[] => {
    const known = parts.get(name) ?? cut(name);
    parts.set(name, known);
    return known;
  };
  const haveOneInCommon = (state: Names): boolean => {
    let common: readonly string[] | undefined;
    for (const name of state.counts.keys()) {
      const own = partsIn(state, name);
      common = common ? common.filter((part) => own.includes(part)) : own;
      if (common.length === 0) return false;
    }
    return true;
  };
  const hasOther = (name: number, state: Names): boolean => {
    // Thousands of names of one person that are all alike need not be compared each with each.
    if ((state.haveOneInCommon ??= haveOneInCommon(state))) return false;
    if (state.counts.size > mostCompared) return true;
    const own = partsIn(state, name);
    const isOther = (other: number): boolean => other !== name && !areAlike(own, partsIn(state, other));
    if (state.latestOther !== undefined && state.counts.has(state.latestOther) && isOther(state.latestOther)) return true;
    for (const other of state.counts.keys())
      if (isOther(other)) {
        state.latestOther = other;
        return true;
      }
    return false;
  };
  // The first other name answers: where there are few, they are not counted before they are looked at.
  const hasOtherAmong = (group: number, name: number, isOther: (name: number, other: number) => boolean): boolean => {
    if (persons.sizeOf(group) > soonGoneThrough) return hasOther(name, namesIn.of(group));
    for (let member = persons.first(group); member >= 0; member = persons.after(member)) {
      const other = names.values[member]!;
      if (other !== 0 && other !== name && isOther(name, other)) return true;
    }
    return false;
  };
  const areOthers = (name: number, other: number): boolean => !areAlike(cut(name), cut(other));
  const namesIn = new GroupStates<Names>(persons, {
    empty: () => ({ counts: new Map(), parts: new Map(), haveOneInCommon: undefined, latestOther: undefined, firsts: undefined }),
    change(state, record, sign) {
      const name = names.values[record]!;
      if (name !== 0) count(state.counts, name, sign);
      state.haveOneInCommon = undefined;
      state.firsts = undefined;
    },
    verdict: (state) =>
      [...state.counts.keys()]
        .filter((name) => !hasOther(name, state))
        .toSorted((one, other) => one - other)
        .join(),
  });
  const firstsOf = (group: number, state: Names): ReadonlyMap<number, number> => {
    if (state.firsts) return state.firsts;
    const firsts = new Map<number, number>();
    for (let member = persons.first(group); member >= 0; member = persons.after(member)) {
      const name = names.values[member]!;
      if (name !== 0) firsts.set(name, Math.min(member, firsts.get(name) ?? member));
    }
    return (state.firsts = new Map([...firsts].sort(([, one], [, other]) => one - other)));
  };
  const { change, stale, forget } = namesIn;
  return {
    reads: readsOf(
      rule,
      around,
      [by, of].map((field) => indexOf(around, field)),
      isSomebody.reads,
    ),
    members: (record) => persons.members(persons.groupOf[record]!),
    change,
    stale,
    forget,
    test: (record) =>
      names.values[record] !== 0 &&
      persons.sizeOf(persons.groupOf[record]!) > 1 &&
      isSomebody.test(record) &&
      hasOtherAmong(persons.groupOf[record]!, names.values[record]!, areOthers),
    candidates() {
      const named = new Int32Array(around.masks.length);
      fillRange(named, 0, 0, named.length, names.values, around.table.records, 1, Infinity);
      const words = among(whereDiffering(named, persons, names.values), isSomebody);
      const beginnings = lendInts(dictionary!.size);
      const beginningsIn = (name: number): number => (beginnings[name] ||= beginningsOf(cut(name), least));
      const isOther = (name: number, other: number): boolean =>
        (beginningsIn(name) & beginningsIn(other) & ~wasLookedAt) === 0 || areOthers(name, other);
      const hits = (record: number): boolean => hasOtherAmong(persons.groupOf[record]!, names.values[record]!, isOther);
      for (let index = 0; index < words.length; index += 1) if (words[index] !== 0) words[index] = answersAmong(hits, words[index]!, index);
      giveBack(beginnings);
      return words;
    },
    areHits: true,
    firstOther(record) {
      const [name, group] = [names.values[record]!, persons.groupOf[record]!];
      const state = namesIn.of(group);
      const own = partsIn(state, name);
      const isOther = (other: number): boolean => state.counts.size > mostCompared || !areAlike(own, partsIn(state, other));
      for (const [other, member] of firstsOf(group, state)) if (other !== name && isOther(other)) return member;
      return -1;
    },
  };
}
