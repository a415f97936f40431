import type { Logic, Rule } from '../definition/rule.ts';
import { fillRange } from '../engine/fill-words.ts';
import { differing, inMarked } from '../engine/group-values.ts';
import { among, readsOf, somebodyIn } from './group-condition.ts';
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

/** Records of a person that are gone through one by one. */
const soonGoneThrough = 32;

/** The names of a group. */
interface Names {
  readonly counts: Map<number, number>;
  /** Each with the first record that has it, once it is asked for. */
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
  const least = Number(rule.params?.['minLetters']);
  // Nearly every name is looked at once: none is kept.
  const parts = (name: number): string[] => partsOf(dictionary!.cutOf(name), least);
  /** Whether another name is like one with these parts. */
  const isLike = (own: readonly string[], other: number): boolean =>
    parts(other).some((otherPart) => own.some((part) => part.startsWith(otherPart) || otherPart.startsWith(part)));
  const areAlike = (one: number, other: number): boolean => isLike(parts(one), other);
  const hasOther = (name: number, { counts }: Names): boolean => {
    const own = parts(name);
    for (const other of counts.keys()) if (other !== name && !isLike(own, other)) return true;
    return false;
  };
  // The first other name answers: where there are few, they are not counted before they are looked at.
  const hasOtherAmong = (group: number, name: number): boolean => {
    if (persons.sizeOf(group) > soonGoneThrough) return hasOther(name, namesIn.of(group));
    const own = parts(name);
    for (let member = persons.first(group); member >= 0; member = persons.after(member)) {
      const other = names.values[member]!;
      if (other !== 0 && other !== name && !isLike(own, other)) return true;
    }
    return false;
  };
  const namesIn = new GroupStates<Names>(persons, {
    empty: () => ({ counts: new Map(), firsts: undefined }),
    change(state, record, sign) {
      const name = names.values[record]!;
      if (name !== 0) count(state.counts, name, sign);
      state.firsts = undefined;
    },
    verdict: (state) =>
      [...state.counts.keys()]
        .filter((name) => !hasOther(name, state))
        .toSorted((one, other) => one - other)
        .join(),
  });
  const firstsOf = (group: number): ReadonlyMap<number, number> => {
    const state = namesIn.of(group);
    if (state.firsts) return state.firsts;
    const firsts = new Map<number, number>();
    for (let member = persons.first(group); member >= 0; member = persons.after(member)) {
      const name = names.values[member]!;
      if (name !== 0) firsts.set(name, Math.min(member, firsts.get(name) ?? member));
    }
    return (state.firsts = firsts);
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
      hasOtherAmong(persons.groupOf[record]!, names.values[record]!),
    candidates() {
      const named = new Int32Array(around.masks.length);
      fillRange(named, 0, 0, named.length, names.values, around.table.records, 1, Infinity);
      return among(inMarked(named, persons.groupOf, differing(named, persons.groupOf, persons.end, names.values)), isSomebody);
    },
    firstOther(record) {
      const name = names.values[record]!;
      let first = -1;
      for (const [other, member] of firstsOf(persons.groupOf[record]!))
        if (other !== name && !areAlike(name, other) && (first < 0 || member < first)) first = member;
      return first;
    },
  };
}
