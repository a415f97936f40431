import type { Measure } from '../definition/aggregate.ts';
import type { Logic, Rule } from '../definition/rule.ts';
import { lowest, ones } from '../engine/bitset.ts';
import { everyRecord } from '../engine/masks.ts';
import { countValues, sumOf } from '../engine/group-values.ts';
import type { Column } from '../engine/table.ts';
import { codeRanges } from '../kernels/code-ranges.ts';
import { isNumber, isUnread, noValue } from '../reading/encode-number.ts';
import { both, compileMask } from './compile-condition.ts';
import { listOf, workedOut } from './lists.ts';
import { PersonGroups } from './person-groups.ts';
import { PersonsOfFile } from './persons-of-file.ts';
import type { RecordCount } from './record-count.ts';
import { columnOf, indexOf, noParams, type Surroundings, type Test, type Mask } from './surroundings.ts';
import { somebody } from './text-answers.ts';

type AggregateLogic = Extract<Logic, { kind: 'aggregate' }>;

/** Measures of one rule over the records of one file, kept up to date while records are taken out and put back. */
export class Tally implements RecordCount {
  readonly reads: ReadonlySet<number>;
  /** Text of a group; empty for the whole file. */
  readonly textOf: (group: number) => string;
  readonly #around: Surroundings;
  readonly #groupOf: (record: number) => number;
  /** The column whose values tell the group; absent when there is one group. */
  readonly #column: Column | undefined;
  readonly #groupOfId: (id: number) => number;
  readonly #counters: readonly Counter[];
  /** Records the rule is for; absent when it is for all. */
  readonly #isFor: Test | undefined;
  /** Records of each group; a group without any is not listed. */
  readonly #records = new Totals();
  /** Groups whose measures have changed since they were taken last. */
  #changed = new Set<number>();
  /** While all are counted. */
  #groups: Int32Array | undefined;
  /** Records are counted when that is asked for first, or before the first of them changes. */
  #isCounted = false;

  constructor(rule: Rule, logic: AggregateLogic, around: Surroundings, isFor?: Test) {
    this.#around = around;
    this.#isFor = isFor;
    const groups = groupsOf(rule, logic, around);
    this.#column = groups.column;
    this.#groupOfId = groups.ofId;
    this.#groupOf = groups.of;
    this.textOf = groups.text;
    this.#counters = Object.entries(logic.measures).map(([name, measure]) =>
      counterOf(name, measure, rule, around, logic.per === undefined && !isFor),
    );
    const ofSector = isFor && around.roles.unitCode !== undefined ? [indexOf(around, around.roles.unitCode)] : [];
    this.reads = new Set([...groups.reads, ...ofSector, ...this.#counters.flatMap(({ reads }) => [...reads])]);
  }

  /** Puts a record in (1) by the values it has now, or takes it out (-1). */
  change(record: number, sign: 1 | -1): void {
    this.#countAll();
    if (this.#around.table.misfits.has(record) || this.#isFor?.(record) === false) return;
    const group = this.#groupOf(record);
    if (group < 0) return;
    this.#changed.add(group);
    this.#records.add(group, sign);
    for (const counter of this.#counters) if (!counter.where || counter.where.has(record)) counter.change(record, group, sign);
  }

  /** Measures of the groups that have changed since this was asked last; undefined of one without records. */
  *takeChanged(): Generator<readonly [text: string, measures: Readonly<Record<string, number>> | undefined]> {
    this.#countAll();
    const changed = this.#changed;
    this.#changed = new Set();
    for (const group of changed) yield [this.textOf(group), this.#records.of(group) === 0 ? undefined : this.#measuresOf(group)];
  }

  /** Measures by the text of the group. */
  byText(): Record<string, Readonly<Record<string, number>>> {
    this.#countAll();
    const groups: Record<string, Readonly<Record<string, number>>> = {};
    for (let group = 0; group < this.#records.length; group += 1) {
      if (this.#records.of(group) === 0) continue;
      groups[this.textOf(group)] = this.#measuresOf(group);
    }
    return groups;
  }

  #measuresOf(group: number): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counters.map(({ name, totals }) => [name, totals.of(group)]));
  }

  #countAll(): void {
    if (this.#isCounted) return;
    this.#isCounted = true;
    this.#countRecords(undefined, this.#records);
    for (const { where, change, isCount, sumAll, totals } of this.#counters)
      if (sumAll && this.#groupOf === wholeFile && !this.#isFor) sumAll(this.#wordsOf(where));
      else if (isCount) this.#countRecords(where, totals);
      else this.#countWhere(where, change);
    this.#groups = undefined;
  }

  /** Records of a file are the bits that are set; those of groups are counted by value first. */
  #countRecords(where: Mask | undefined, totals: Totals): void {
    const words = this.#wordsOf(where);
    if (!this.#column) {
      const counted = onesIn(words);
      if (counted > 0) totals.add(0, counted);
      return;
    }
    const counts = countValues(words, this.#column.values, this.#column.dictionary!.size);
    for (let id = 0; id < counts.length; id += 1) {
      const group = counts[id]! > 0 ? this.#groupOfId(id) : -1;
      if (group >= 0) totals.add(group, counts[id]!);
    }
  }

  #countWhere(where: Mask | undefined, change: Counter['change']): void {
    const words = this.#wordsOf(where);
    const [values, groups] = [this.#column?.values, this.#groupsOfIds()];
    for (let index = 0; index < words.length; index += 1)
      for (let word = words[index]!; word !== 0; word &= word - 1) {
        const record = index * 32 + lowest(word);
        const group = values ? groups[values[record]!]! : 0;
        if (group >= 0) change(record, group, 1);
      }
  }

  /** Group of each value of the column; none where there is one group. */
  #groupsOfIds(): Int32Array {
    return (this.#groups ??= Int32Array.from({ length: this.#column?.dictionary?.size ?? 0 }, (_, id) => this.#groupOfId(id)));
  }

  /** Records that the rule is for and the question is answered yes of; those with a wrong number of values are not counted. */
  #wordsOf(where: Mask | undefined): Int32Array {
    const { records, misfits } = this.#around.table;
    const words = where ? where.all.slice() : everyRecord(records);
    misfits.removeFrom(words);
    if (this.#isFor)
      for (let index = 0; index < words.length; index += 1)
        for (let rest = words[index]!; rest !== 0; rest &= rest - 1)
          if (!this.#isFor(index * 32 + lowest(rest))) words[index]! &= ~(rest & -rest);
    return words;
  }
}

function onesIn(words: Int32Array): number {
  let count = 0;
  for (let index = 0; index < words.length; index += 1) count += ones(words[index]!);
  return count;
}

/** The one group of a measure of the whole file. */
const wholeFile = (): number => 0;

/** A number for each group, 0 until one is added. */
class Totals {
  #numbers = new Float64Array(16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  of(group: number): number {
    return this.#numbers[group] ?? 0;
  }

  add(group: number, number: number): void {
    if (group >= this.#length) this.#length = group + 1;
    if (group >= this.#numbers.length) {
      const longer = new Float64Array(Math.max(group + 1, this.#numbers.length * 2));
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[group]! += number;
  }
}

interface Counter {
  readonly name: string;
  readonly totals: Totals;
  /** Columns that the count hangs on. */
  readonly reads: Iterable<number>;
  /** Records that count; absent when all do. */
  readonly where?: Mask;
  /** Of a record that counts. */
  readonly change: (record: number, group: number, sign: 1 | -1) => void;
  /** It counts records: many of one group can be counted at once. */
  readonly isCount?: true;
  /** The same as `change` for every record that counts, where all are of one group. */
  readonly sumAll?: (counted: Int32Array) => void;
}

function counterOf(name: string, measure: Measure, rule: Rule, around: Surroundings, isOfFile: boolean): Counter {
  const totals = new Totals();
  const maskOf = (condition: Parameters<typeof compileMask>[0] | undefined) =>
    condition ? { where: compileMask(condition, rule.params ?? noParams, around).keep() } : {};
  const columnsOf = (fields: readonly string[]) => fields.map((field) => columnOf(around, field));
  const readBy = (fields: readonly string[], ...masks: readonly (Mask | undefined)[]) => [
    ...fields.map((field) => indexOf(around, field)),
    ...masks.flatMap((mask) => [...(mask?.reads ?? [])]),
  ];
  if ('sum' in measure) {
    const columns = columnsOf(measure.sum);
    const counting = maskOf(measure.where);
    return {
      name,
      totals,
      ...counting,
      reads: readBy(measure.sum, counting.where),
      change: (record, group, sign) => {
        for (const { values } of columns) if (isNumber(values[record]!)) totals.add(group, sign * values[record]!);
      },
      ...(counting.where
        ? {}
        : { sumAll: (counted: Int32Array) => columns.forEach(({ values }) => totals.add(0, sumOf(counted, values, noValue + 1))) }),
    };
  }
  if (measure.count === 'unread') {
    const columns = columnsOf(measure.fields);
    return {
      name,
      totals,
      reads: readBy(measure.fields),
      change: (record, group, sign) => {
        if (columns.some(({ values }) => isUnread(values[record]!))) totals.add(group, sign);
      },
      ...(columns.some(({ mayBeUnread }) => mayBeUnread) ? {} : { sumAll: () => undefined }),
    };
  }
  const first = maskOf(measure.where);
  if (measure.count === 'records')
    return { name, totals, ...first, reads: readBy([], first.where), isCount: true, change: (_, group, sign) => totals.add(group, sign) };
  const second = maskOf(measure.and);
  const counter = isOfFile
    ? personsOfFile(name, totals, first.where, second.where, around)
    : personCounter(name, totals, first.where, second.where, around);
  return { ...counter, reads: readBy([around.roles.person!], first.where, second.where) };
}

/** Persons of the whole file with a record that satisfies the first question, and one that satisfies the second where there is one. */
function personsOfFile(
  name: string,
  totals: Totals,
  first: Mask | undefined,
  second: Mask | undefined,
  around: Surroundings,
): Omit<Counter, 'reads'> {
  const column = columnOf(around, around.roles.person!);
  const isKnown = somebody(around).keep();
  const kinds = second ? [first, second] : [first];
  const persons = new PersonsOfFile(around, kinds);
  return {
    name,
    totals,
    change(record, group, sign) {
      if (!isKnown.has(record)) return;
      const isOfKind = (kind: number) => kinds[kind] === undefined || kinds[kind].has(record);
      totals.add(group, persons.change(column.values[record]!, isOfKind, sign));
    },
    sumAll: () => totals.add(0, persons.number()),
  };
}

/** The same in each group. */
function personCounter(
  name: string,
  totals: Totals,
  first: Mask | undefined,
  second: Mask | undefined,
  around: Surroundings,
): Omit<Counter, 'reads'> {
  const column = columnOf(around, around.roles.person!);
  const isKnown = somebody(around);
  const persons = column.dictionary!.size;
  const firsts = new PersonGroups(persons);
  const isWith = (mask: Mask | undefined, record: number) => !mask || mask.has(record);
  if (!second)
    return {
      name,
      totals,
      where: (first ? both(first, isKnown, around) : isKnown).keep(),
      change(record, group, sign) {
        const now = firsts.change(group, column.values[record]!, sign);
        if (now === (sign === 1 ? 1 : 0)) totals.add(group, sign);
      },
    };
  const seconds = new PersonGroups(persons);
  return {
    name,
    totals,
    where: isKnown.keep(),
    change(record, group, sign) {
      const person = column.values[record]!;
      const counted = () => firsts.of(group, person) > 0 && seconds.of(group, person) > 0;
      const before = counted();
      if (isWith(first, record)) firsts.change(group, person, sign);
      if (isWith(second, record)) seconds.change(group, person, sign);
      if (counted() !== before) totals.add(group, before ? -1 : 1);
    },
  };
}

interface GroupsOfTally {
  readonly of: (record: number) => number;
  readonly text: (group: number) => string;
  readonly reads: readonly number[];
  readonly column: Column | undefined;
  readonly ofId: (id: number) => number;
}

/** The group of a record: the whole file, the value of a field, or what a list says of it. -1 for none. */
function groupsOf(rule: Rule, { per, only }: AggregateLogic, around: Surroundings): GroupsOfTally {
  if (per === undefined) return { of: wholeFile, text: () => '', reads: [], column: undefined, ofId: wholeFile };
  const field = typeof per === 'string' ? per : per.of;
  const column = columnOf(around, field);
  const { dictionary } = column;
  const byId = (ofId: (id: number) => number, text: (group: number) => string): GroupsOfTally => ({
    of: (record) => ofId(column.values[record]!),
    text,
    reads: [indexOf(around, field)],
    column,
    ofId,
  });
  if (typeof per === 'string') {
    const isCounted = only === undefined ? () => true : codeRanges(String(rule.params?.[only] ?? ''));
    const known: boolean[] = [];
    return byId(
      (id) => (id !== 0 && (known[id] ??= isCounted(dictionary!.textOf(id))) ? id : -1),
      (group) => dictionary!.textOf(group),
    );
  }
  const labels = listOf('aid-labels', around);
  const factOf = workedOut(
    labels,
    `texts ${per.fact}`,
    () => new Map(labels.codes.map(({ code, facts }) => [code, String(facts?.[per.fact] ?? '')])),
  );
  const texts = [...new Set(factOf.values())];
  const known: number[] = [];
  return byId(
    (id) => (known[id] ??= texts.indexOf(factOf.get(dictionary!.textOf(id)) ?? '?')),
    (group) => texts[group]!,
  );
}
