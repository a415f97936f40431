import type { Measure } from '../definition/aggregate.ts';
import type { Logic, Rule } from '../definition/rule.ts';
import { lowest, ones } from '../engine/bitset.ts';
import { holds, type Mask } from '../engine/masks.ts';
import type { Column } from '../engine/table.ts';
import { codeRanges } from '../kernels/code-ranges.ts';
import { isNumber, isUnread } from '../reading/encode-number.ts';
import { compileMask } from './compile-condition.ts';
import { listOf } from './lists.ts';
import { PersonCounts, PersonsOfFile } from './person-counts.ts';
import type { RecordCount } from './record-count.ts';
import { columnOf, indexOf, type Surroundings, type Test } from './surroundings.ts';
import { somebody } from './text-answers.ts';

type AggregateLogic = Extract<Logic, { kind: 'aggregate' }>;

/** Measures of one rule over the records of one file, kept up to date while records are taken out and put back. */
export class Tally implements RecordCount {
  readonly reads: ReadonlySet<number>;
  /** Text of a group; empty for the whole file. */
  readonly textOf: (group: number) => string;
  readonly #around: Surroundings;
  readonly #groupOf: (record: number) => number;
  readonly #counters: readonly Counter[];
  /** Records the rule is for; absent when it is for all. */
  readonly #isFor: Test | undefined;
  /** Records of each group; a group without any is not listed. */
  readonly #records = new Totals();
  /** Groups whose measures have changed since they were taken last. */
  #changed = new Set<number>();

  constructor(rule: Rule, logic: AggregateLogic, around: Surroundings, isFor?: Test) {
    this.#around = around;
    this.#isFor = isFor;
    const groups = groupsOf(rule, logic, around);
    this.#groupOf = groups.of;
    this.textOf = groups.text;
    this.#counters = Object.entries(logic.measures).map(([name, measure]) =>
      counterOf(name, measure, rule, around, logic.per === undefined),
    );
    const ofSector = isFor && around.roles.unitCode !== undefined ? [indexOf(around, around.roles.unitCode)] : [];
    this.reads = new Set([...groups.reads, ...ofSector, ...this.#counters.flatMap(({ reads }) => [...reads])]);
    this.#countAll();
  }

  /** Puts a record in (1) by the values it has now, or takes it out (-1). */
  change(record: number, sign: 1 | -1): void {
    if (this.#around.table.misfits.has(record) || this.#isFor?.(record) === false) return;
    const group = this.#groupOf(record);
    if (group < 0) return;
    this.#changed.add(group);
    this.#records.add(group, sign);
    for (const counter of this.#counters) if (!counter.where || holds(counter.where, record)) counter.change(record, group, sign);
  }

  /** Measures of the groups that have changed since this was asked last; undefined of one without records. */
  *takeChanged(): Generator<readonly [text: string, measures: Readonly<Record<string, number>> | undefined]> {
    const changed = this.#changed;
    this.#changed = new Set();
    for (const group of changed) yield [this.textOf(group), this.#records.of(group) === 0 ? undefined : this.#measuresOf(group)];
  }

  /** Measures by the text of the group. */
  byText(): Record<string, Readonly<Record<string, number>>> {
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
    this.#countWhere(undefined, (_, group, times) => this.#records.add(group, times), true);
    for (const { where, change, isCount, sumAll } of this.#counters)
      if (sumAll && this.#groupOf === wholeFile && !where && !this.#isFor) sumAll();
      else this.#countWhere(where, change, isCount === true);
  }

  /** Thirty-two records at a time; where they are but counted and all of one group, the bits are. */
  #countWhere(where: Mask | undefined, change: Counter['change'], isCount: boolean): void {
    const { records, misfits } = this.#around.table;
    const { length } = misfits;
    const beyond = records & 31;
    let counted = 0;
    for (let index = 0; index < length; index += 1) {
      let word = (where ? where.words[index]! : 0xffffffff) & ~misfits.word(index);
      if (index === length - 1 && beyond !== 0) word &= (1 << beyond) - 1;
      if (this.#isFor)
        for (let rest = word; rest !== 0; rest &= rest - 1) if (!this.#isFor(index * 32 + lowest(rest))) word &= ~(rest & -rest);
      if (isCount && this.#groupOf === wholeFile) {
        counted += ones(word);
        continue;
      }
      for (; word !== 0; word &= word - 1) {
        const record = index * 32 + lowest(word);
        const group = this.#groupOf(record);
        if (group >= 0) change(record, group, 1);
      }
    }
    if (counted > 0) change(0, 0, counted);
  }
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
  readonly change: (record: number, group: number, sign: number) => void;
  /** It counts records: many of one group can be counted at once. */
  readonly isCount?: true;
  /** The same as `change` for every record, where all are of one group. */
  readonly sumAll?: () => void;
}

function counterOf(name: string, measure: Measure, rule: Rule, around: Surroundings, isOfFile: boolean): Counter {
  const totals = new Totals();
  const maskOf = (condition: Parameters<typeof compileMask>[0] | undefined) =>
    condition ? { where: compileMask(condition, rule.params ?? {}, around) } : {};
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
      sumAll: () => totals.add(0, sumOf(columns, around)),
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
  const counter = personCounter(name, totals, first.where, second.where, around, isOfFile);
  return { ...counter, reads: readBy([around.roles.person!], first.where, second.where) };
}

/** Sum of what is above zero in some columns. */
function sumOf(columns: readonly Column[], { table: { records, misfits } }: Surroundings): number {
  let sum = 0;
  for (const { values } of columns)
    for (let record = 0; record < records; record += 1) if (values[record]! > 0 && !misfits.has(record)) sum += values[record]!;
  return sum;
}

/** Persons with a record that satisfies the first question, and one that satisfies the second where there is one. */
function personCounter(
  name: string,
  totals: Totals,
  first: Mask | undefined,
  second: Mask | undefined,
  around: Surroundings,
  isOfFile: boolean,
): Omit<Counter, 'reads'> {
  const column = columnOf(around, around.roles.person!);
  const isKnown = somebody(around);
  const isSomebody = (record: number) => holds(isKnown, record);
  const [firsts, seconds] = isOfFile ? [new PersonsOfFile(), new PersonsOfFile()] : [new PersonCounts(), new PersonCounts()];
  const isWith = (mask: Mask | undefined, record: number) => !mask || holds(mask, record);
  if (!second)
    return {
      name,
      totals,
      ...(first ? { where: first } : {}),
      change(record, group, sign) {
        if (!isSomebody(record)) return;
        const now = firsts.change(group, column.values[record]!, sign);
        if (now === (sign === 1 ? 1 : 0)) totals.add(group, sign);
      },
    };
  return {
    name,
    totals,
    change(record, group, sign) {
      if (!isSomebody(record)) return;
      const person = column.values[record]!;
      const counted = () => firsts.of(group, person) > 0 && seconds.of(group, person) > 0;
      const before = counted();
      if (isWith(first, record)) firsts.change(group, person, sign);
      if (isWith(second, record)) seconds.change(group, person, sign);
      if (counted() !== before) totals.add(group, before ? -1 : 1);
    },
  };
}

/** The group of a record: the whole file, the value of a field, or what a list says of it. -1 for none. */
function groupsOf(
  rule: Rule,
  { per, only }: AggregateLogic,
  around: Surroundings,
): { of: (record: number) => number; text: (group: number) => string; reads: readonly number[] } {
  if (per === undefined) return { of: wholeFile, text: () => '', reads: [] };
  const field = typeof per === 'string' ? per : per.of;
  const column = columnOf(around, field);
  const reads = [indexOf(around, field)];
  const { dictionary } = column;
  if (typeof per === 'string') {
    const isCounted = only === undefined ? () => true : codeRanges(String(rule.params?.[only] ?? ''));
    const known: boolean[] = [];
    return {
      of(record) {
        const id = column.values[record]!;
        return id !== 0 && (known[id] ??= isCounted(dictionary!.textOf(id))) ? id : -1;
      },
      text: (group) => dictionary!.textOf(group),
      reads,
    };
  }
  const factOf = new Map(listOf('aid-labels', around).codes.map(({ code, facts }) => [code, String(facts?.[per.fact] ?? '')]));
  const texts = [...new Set(factOf.values())];
  const known: number[] = [];
  return {
    of(record) {
      const id = column.values[record]!;
      return (known[id] ??= texts.indexOf(factOf.get(dictionary!.textOf(id)) ?? '?'));
    },
    text: (group) => texts[group]!,
    reads,
  };
}
