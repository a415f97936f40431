import type { Measure } from '../definition/aggregate.ts';
import type { Rule } from '../definition/rule.ts';
import { addTotals, countValues, eachRecord, sumOf } from '../engine/group-values.ts';
import { ones } from '../engine/bitset.ts';
import type { Values } from '../engine/table.ts';
import { isNumber, isUnread, noValue } from '../reading/encode-number.ts';
import { both, compileMask } from './compile-condition.ts';
import { PersonGroups } from './person-groups.ts';
import { PersonsOfFile } from './persons-of-file.ts';
import { columnOf, indexOf, noParams, type Mask, type Surroundings } from './surroundings.ts';
import { somebody } from './text-answers.ts';
import { Totals } from './totals.ts';

/** Records that count, and the groups they are in. */
export interface Counted {
  /** A bit for each. */
  readonly words: Int32Array;
  /** Of each record the value that tells its group, and the group of each value, -1 for none; absent where there is one group, 0. */
  readonly by?: { readonly values: Values; readonly groups: Int32Array };
}

/** One measure of a file, by group. */
export interface Counter {
  readonly name: string;
  /** The same text for counters of a file that count the same in the same groups. */
  readonly key: string;
  readonly totals: Totals;
  /** Columns that the count hangs on. */
  readonly reads: readonly number[];
  /** Records that count; absent when all do. */
  readonly where?: Mask;
  /** Counts all of them. */
  readonly count: (counted: Counted) => void;
  /** To be called before the first of them changes, where there is something to be made ready for that. */
  readonly expectChange?: (counted: Counted) => void;
  /** Puts a record that counts in (1), or takes it out (-1). */
  readonly change: (record: number, group: number, sign: 1 | -1) => void;
}

/** @param isOfFile whether there is one group, of all records */
export function counterOf(name: string, measure: Measure, rule: Rule, around: Surroundings, isOfFile: boolean): Counter {
  const totals = new Totals();
  const maskOf = (condition: Parameters<typeof compileMask>[0] | undefined) =>
    condition && compileMask(condition, rule.params ?? noParams, around).keep();
  if ('sum' in measure) return sum(name, totals, measure.sum, maskOf(measure.where), around);
  if (measure.count === 'unread') return unread(name, totals, measure.fields, around);
  const first = maskOf(measure.where);
  if (measure.count === 'records') return records(name, totals, first);
  const second = maskOf(measure.and);
  if (isOfFile) return personsOfFile(name, totals, first, second, around);
  return second ? personsOfBothKinds(name, totals, first, second, around) : persons(name, totals, first, around);
}

/** Where a measure has no question, every record counts. */
const keyOf = (mask: Mask | undefined): string => (mask ? String(mask.question.number) : 'all');

function records(name: string, totals: Totals, where: Mask | undefined): Counter {
  return {
    name,
    key: `records ${keyOf(where)}`,
    totals,
    reads: [...(where?.reads ?? [])],
    ...(where ? { where } : {}),
    count({ words, by }) {
      if (!by) return addIfAny(totals, 0, onesIn(words));
      const counts = countValues(words, by.values, by.groups.length);
      addByValue(totals, counts, by.groups);
    },
    change: (_, group, sign) => totals.add(group, sign),
  };
}

function sum(name: string, totals: Totals, fields: readonly string[], where: Mask | undefined, around: Surroundings): Counter {
  const columns = fields.map((field) => columnOf(around, field));
  const indices = fields.map((field) => indexOf(around, field));
  return {
    name,
    key: `sum ${indices.join(' ')} ${keyOf(where)}`,
    totals,
    reads: [...indices, ...(where?.reads ?? [])],
    ...(where ? { where } : {}),
    count({ words, by }) {
      if (!by) for (const { values } of columns) totals.add(0, sumOf(words, values, noValue + 1));
      else {
        const sums = new Float64Array(by.groups.length);
        for (const { values } of columns) addTotals(words, by.values, values, noValue + 1, 1, sums);
        addByValue(totals, sums, by.groups);
      }
    },
    change(record, group, sign) {
      for (const { values } of columns) if (isNumber(values[record]!)) totals.add(group, sign * values[record]!);
    },
  };
}

/** Records with something in one of the fields that is no number. */
function unread(name: string, totals: Totals, fields: readonly string[], around: Surroundings): Counter {
  const columns = fields.map((field) => columnOf(around, field));
  const indices = fields.map((field) => indexOf(around, field));
  const change: Counter['change'] = (record, group, sign) => {
    if (columns.some(({ values }) => isUnread(values[record]!))) totals.add(group, sign);
  };
  return {
    name,
    key: `unread ${indices.join(' ')}`,
    totals,
    reads: indices,
    count(counted) {
      if (columns.some(({ mayBeUnread }) => mayBeUnread)) putInAll(counted, change);
    },
    change,
  };
}

/** Persons of the whole file with a record that satisfies the first question, and one that satisfies the second where there is one. */
function personsOfFile(name: string, totals: Totals, first: Mask | undefined, second: Mask | undefined, around: Surroundings): Counter {
  const column = columnOf(around, around.roles.person!);
  const isKnown = somebody(around).keep();
  const kinds = second ? [first, second] : [first];
  const met = new PersonsOfFile(around, kinds);
  return {
    name,
    key: `persons ${kinds.map(keyOf).join(' ')}`,
    totals,
    reads: readsOfPersons(around, first, second),
    count: () => totals.add(0, met.number()),
    expectChange: () => met.expectChange(),
    change(record, group, sign) {
      if (!isKnown.has(record)) return;
      const isOfKind = (kind: number) => kinds[kind] === undefined || kinds[kind].has(record);
      totals.add(group, met.change(column.values[record]!, isOfKind, sign));
    },
  };
}

/** The persons of each group. */
function persons(name: string, totals: Totals, first: Mask | undefined, around: Surroundings): Counter {
  const column = columnOf(around, around.roles.person!);
  const isKnown = somebody(around);
  let met: PersonGroups | undefined;
  const meet = (counted: Counted, into: Totals): void => {
    met = new PersonGroups(column.dictionary!.size);
    const { words, by } = counted;
    if (by) addByValue(into, met.addAll(words, by.values, by.groups, column.values), by.groups);
    else putInAll(counted, (record, group) => into.add(group, changeOf(met!, record, group, 1)));
  };
  const changeOf = (groups: PersonGroups, record: number, group: number, sign: 1 | -1): number =>
    groups.change(group, column.values[record]!, sign) === (sign === 1 ? 1 : 0) ? sign : 0;
  return {
    name,
    key: `persons ${keyOf(first)}`,
    totals,
    reads: readsOfPersons(around, first),
    where: (first ? both(first, isKnown, around) : isKnown).keep(),
    count: (counted) => meet(counted, totals),
    expectChange(counted) {
      if (!met) meet(counted, new Totals());
    },
    change: (record, group, sign) => totals.add(group, changeOf(met!, record, group, sign)),
  };
}

/** The persons of each group with a record there that satisfies the first question, and one that satisfies the second. */
function personsOfBothKinds(name: string, totals: Totals, first: Mask | undefined, second: Mask, around: Surroundings): Counter {
  const column = columnOf(around, around.roles.person!);
  let kinds: readonly [PersonGroups, PersonGroups] | undefined;
  const meet = (counted: Counted, into: Totals): void => {
    kinds = [new PersonGroups(column.dictionary!.size), new PersonGroups(column.dictionary!.size)];
    putInAll(counted, (record, group, sign) => into.add(group, changeOf(kinds!, record, group, sign)));
  };
  const changeOf = ([firsts, seconds]: readonly [PersonGroups, PersonGroups], record: number, group: number, sign: 1 | -1): number => {
    const person = column.values[record]!;
    const isWhole = () => firsts.of(group, person) > 0 && seconds.of(group, person) > 0;
    const before = isWhole();
    if (!first || first.has(record)) firsts.change(group, person, sign);
    if (second.has(record)) seconds.change(group, person, sign);
    return Number(isWhole()) - Number(before);
  };
  return {
    name,
    key: `persons ${keyOf(first)} ${keyOf(second)}`,
    totals,
    reads: readsOfPersons(around, first, second),
    where: somebody(around).keep(),
    count: (counted) => meet(counted, totals),
    expectChange(counted) {
      if (!kinds) meet(counted, new Totals());
    },
    change: (record, group, sign) => totals.add(group, changeOf(kinds!, record, group, sign)),
  };
}

const readsOfPersons = (around: Surroundings, ...masks: readonly (Mask | undefined)[]): number[] => [
  indexOf(around, around.roles.person!),
  ...masks.flatMap((mask) => [...(mask?.reads ?? [])]),
];

function putInAll({ words, by }: Counted, change: Counter['change']): void {
  eachRecord(words, (record) => {
    const group = by ? by.groups[by.values[record]!]! : 0;
    if (group >= 0) change(record, group, 1);
  });
}

/** @param numbers of each value */
function addByValue(totals: Totals, numbers: Int32Array | Float64Array, groups: Int32Array): void {
  for (let value = 0; value < numbers.length; value += 1) if (groups[value]! >= 0) addIfAny(totals, groups[value]!, numbers[value]!);
}

/** A group of which nothing is counted is not listed. */
function addIfAny(totals: Totals, group: number, number: number): void {
  if (number !== 0) totals.add(group, number);
}

function onesIn(words: Int32Array): number {
  let count = 0;
  for (let index = 0; index < words.length; index += 1) count += ones(words[index]!);
  return count;
}
