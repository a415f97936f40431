import type { Logic, Rule } from '../definition/rule.ts';
import { eachRecord } from '../engine/group-values.ts';
import { everyRecord } from '../engine/masks.ts';
import { counterOf, type Counted, type Counter } from './counters.ts';
import type { MeasuredOnce } from './measured-once.ts';
import type { RecordCount } from './record-count.ts';
import { indexOf, type Mask, type Surroundings, type Test } from './surroundings.ts';
import { groupsOf, type TallyGroups } from './tally-groups.ts';

type AggregateLogic = Extract<Logic, { kind: 'aggregate' }>;

/** Measures of one rule over the records of one file, kept up to date while records are taken out and put back. */
export class Tally implements RecordCount {
  readonly reads: ReadonlySet<number>;
  readonly #around: Surroundings;
  readonly #groups: TallyGroups;
  /** Records of each group: one without any is not listed. */
  readonly #records: Counter;
  readonly #counters: readonly Counter[];
  /** Records the rule is for; absent when it is for all. */
  readonly #isFor: Test | undefined;
  readonly #once: MeasuredOnce;
  /** Groups whose measures have changed since they were taken last. */
  #changed = new Set<number>();
  /** Records are counted when that is asked for first, or before the first of them changes. */
  #isCounted = false;
  #hasChanged = false;

  /** @param once what other rules have measured of the file */
  constructor(rule: Rule, logic: AggregateLogic, around: Surroundings, once: MeasuredOnce, isFor?: Test) {
    this.#around = around;
    this.#once = once;
    this.#isFor = isFor;
    this.#groups = groupsOf(rule, logic, around);
    const isOfFile = !this.#groups.by && !isFor;
    this.#records = counterOf('', { count: 'records' }, rule, around, isOfFile);
    this.#counters = Object.entries(logic.measures).map(([name, measure]) => counterOf(name, measure, rule, around, isOfFile));
    const ofGroups = this.#groups.by ? [this.#groups.by.index] : [];
    const ofSector = isFor && around.roles.unitCode !== undefined ? [indexOf(around, around.roles.unitCode)] : [];
    this.reads = new Set([...ofGroups, ...ofSector, ...this.#counters.flatMap(({ reads }) => reads)]);
  }

  /** Puts a record in (1) by the values it has now, or takes it out (-1). */
  change(record: number, sign: 1 | -1): void {
    if (!this.#hasChanged) this.#expectChange();
    if (this.#around.table.misfits.has(record) || this.#isFor?.(record) === false) return;
    const { by } = this.#groups;
    const group = by ? by.groupOf(by.column.values[record]!) : 0;
    if (group < 0) return;
    this.#changed.add(group);
    this.#records.change(record, group, sign);
    for (const counter of this.#counters) if (!counter.where || counter.where.has(record)) counter.change(record, group, sign);
  }

  /** Measures of the groups that have changed since this was asked last; undefined of one without records. */
  *takeChanged(): Generator<readonly [text: string, measures: Readonly<Record<string, number>> | undefined]> {
    this.#countAll();
    const changed = this.#changed;
    this.#changed = new Set();
    for (const group of changed)
      yield [this.#groups.text(group), this.#records.totals.of(group) === 0 ? undefined : this.#measuresOf(group)];
  }

  /** Measures by the text of the group. */
  byText(): Record<string, Readonly<Record<string, number>>> {
    this.#countAll();
    const measures: Record<string, Readonly<Record<string, number>>> = {};
    const { totals } = this.#records;
    for (let group = 0; group < totals.length; group += 1)
      if (totals.of(group) !== 0) measures[this.#groups.text(group)] = this.#measuresOf(group);
    return measures;
  }

  #measuresOf(group: number): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counters.map(({ name, totals }) => [name, totals.of(group)]));
  }

  #countAll(): void {
    if (this.#isCounted) return;
    this.#isCounted = true;
    for (const counter of [this.#records, ...this.#counters]) {
      const count = () => counter.count(this.#countedBy(counter));
      // What a rule is for, where a unit has both sectors, is not in the key.
      if (this.#isFor) count();
      else this.#once.measure(`${counter.key} ${this.#groups.key}`, counter.totals, count);
    }
  }

  #expectChange(): void {
    this.#hasChanged = true;
    this.#countAll();
    for (const counter of this.#counters) counter.expectChange?.(this.#countedBy(counter));
    this.#once.forget();
  }

  /** Records that the rule is for and the question is answered yes of; those with a wrong number of values are not counted. */
  #countedBy({ where }: Counter): Counted {
    const words = this.#wordsOf(where);
    const { by, key } = this.#groups;
    if (!by) return { words };
    const { values, dictionary } = by.column;
    const groups = () => Int32Array.from({ length: dictionary!.size }, (_, id) => by.groupOf(id));
    return { words, by: { values, groups: this.#once.groups(key, groups) } };
  }

  #wordsOf(where: Mask | undefined): Int32Array {
    const { records, misfits } = this.#around.table;
    const words = where ? where.all.slice() : everyRecord(records);
    misfits.removeFrom(words);
    const isFor = this.#isFor;
    if (isFor)
      eachRecord(words.slice(), (record) => {
        if (!isFor(record)) words[record >>> 5]! &= ~(1 << (record & 31));
      });
    return words;
  }
}
