import type { Aggregates, Measure, MeasureGap } from '../definition/aggregate.ts';
import type { Logic, Rule } from '../definition/rule.ts';
import { codeRanges } from '../kernels/code-ranges.ts';
import { compileCondition, type Measured, type Surroundings, type Test } from './compile-condition.ts';
import { listOf } from './lists.ts';
import { isUnread } from '../reading/encode-number.ts';
import type { FileHit } from './slot.ts';

type AggregateLogic = Extract<Logic, { kind: 'aggregate' }>;

/** Measures of one rule over the records of one file, kept up to date while records are taken out and put back. */
export class Tally {
  /** Group → measure → number, for the groups that have had a record. */
  readonly groups = new Map<number, Record<string, number>>();
  /** Text of a group; empty for the whole file. */
  readonly textOf: (group: number) => string;
  readonly #around: Surroundings;
  readonly #groupOf: (record: number) => number;
  readonly #counters: readonly Counter[];
  readonly #isFor: Test;

  constructor(rule: Rule, logic: AggregateLogic, around: Surroundings, isFor: Test) {
    this.#around = around;
    this.#isFor = isFor;
    const groups = groupsOf(rule, logic, around);
    this.#groupOf = groups.of;
    this.textOf = groups.text;
    this.#counters = Object.entries(logic.measures).map(([name, measure]) => counterOf(name, measure, rule, around));
    for (let record = 0; record < around.table.records; record += 1) this.change(record, 1);
  }

  /** Puts a record in (1) by the values it has now, or takes it out (-1). */
  change(record: number, sign: 1 | -1): void {
    if (this.#around.table.misfits.has(record) || !this.#isFor(record)) return;
    const group = this.#groupOf(record);
    if (group < 0) return;
    let measures = this.groups.get(group);
    if (!measures) {
      measures = Object.fromEntries(this.#counters.map(({ name }) => [name, 0]));
      this.groups.set(group, measures);
    }
    for (const counter of this.#counters) measures[counter.name]! += counter.change(record, group, sign);
  }

  /** Measures by the text of the group. */
  byText(): Record<string, Readonly<Record<string, number>>> {
    return Object.fromEntries([...this.groups].map(([group, measures]) => [this.textOf(group), measures]));
  }
}

interface Counter {
  readonly name: string;
  /** What the measure of the group becomes more by. */
  change(record: number, group: number, sign: 1 | -1): number;
}

function counterOf(name: string, measure: Measure, rule: Rule, around: Surroundings): Counter {
  const { table } = around;
  const test = (condition: Parameters<typeof compileCondition>[0] | undefined): Test =>
    condition ? compileCondition(condition, rule.params ?? {}, around) : () => true;
  const columnsOf = (fields: readonly string[]) => fields.map((field) => table.columns[table.indexOf[field]!]!.values);
  if ('sum' in measure) {
    const where = test(measure.where);
    const columns = columnsOf(measure.sum);
    return {
      name,
      change: (record, _, sign) => (where(record) ? sign * columns.reduce((sum, values) => sum + Math.max(0, values[record]!), 0) : 0),
    };
  }
  if (measure.count === 'unread') {
    const columns = columnsOf(measure.fields);
    return { name, change: (record, _, sign) => (columns.some((values) => isUnread(values[record]!)) ? sign : 0) };
  }
  const where = test(measure.where);
  if (measure.count === 'records') return { name, change: (record, _, sign) => (where(record) ? sign : 0) };
  return personCounter(name, where, measure.and && test(measure.and), around);
}

/** Persons with a record that satisfies the first test, and one that satisfies the second where there is one. */
function personCounter(name: string, first: Test, second: Test | undefined, around: Surroundings): Counter {
  const { values, dictionary } = around.table.columns[around.table.indexOf['personalNumber']!]!;
  const isSomebody: boolean[] = [];
  const firsts = new PersonCounts();
  const seconds = new PersonCounts();
  return {
    name,
    change(record, group, sign) {
      const person = values[record]!;
      if (!(isSomebody[person] ??= /[^0]/.test(dictionary!.textOf(person)))) return 0;
      const counted = () => (firsts.has(group, person) && (second === undefined || seconds.has(group, person)) ? 1 : 0);
      const before = counted();
      if (first(record)) firsts.change(group, person, sign);
      if (second?.(record) === true) seconds.change(group, person, sign);
      return counted() - before;
    },
  };
}

/** How many records each person has in each group. */
class PersonCounts {
  readonly #perGroup = new Map<number, Map<number, number>>();
  has(group: number, person: number): boolean {
    return (this.#perGroup.get(group)?.get(person) ?? 0) > 0;
  }
  change(group: number, person: number, sign: 1 | -1): void {
    let persons = this.#perGroup.get(group);
    if (!persons) this.#perGroup.set(group, (persons = new Map()));
    persons.set(person, (persons.get(person) ?? 0) + sign);
  }
}

/** The group of a record: the whole file, the value of a field, or what a list says of it. -1 for none. */
function groupsOf(
  rule: Rule,
  { per, only }: AggregateLogic,
  around: Surroundings,
): { of: (record: number) => number; text: (group: number) => string } {
  if (per === undefined) return { of: () => 0, text: () => '' };
  const field = typeof per === 'string' ? per : per.of;
  const { values, dictionary } = around.table.columns[around.table.indexOf[field]!]!;
  if (typeof per === 'string') {
    const isCounted = only === undefined ? () => true : codeRanges(String(rule.params?.[only] ?? ''));
    const known: boolean[] = [];
    return {
      of(record) {
        const id = values[record]!;
        return id !== 0 && (known[id] ??= isCounted(dictionary!.textOf(id))) ? id : -1;
      },
      text: (group) => dictionary!.textOf(group),
    };
  }
  const factOf = new Map(listOf('aid-labels', around).codes.map(({ code, facts }) => [code, String(facts?.[per.fact] ?? '')]));
  const texts = [...new Set(factOf.values())];
  const known: number[] = [];
  return {
    of(record) {
      const id = values[record]!;
      return (known[id] ??= texts.indexOf(factOf.get(dictionary!.textOf(id)) ?? '?'));
    },
    text: (group) => texts[group]!,
  };
}

/** An aggregate rule made ready: what it measures now, what it measured last year, and what it finds. */
export interface AggregateTest {
  readonly tally: Tally;
  hits(): readonly FileHit[];
}

export function compileAggregate(
  rule: Rule,
  logic: AggregateLogic,
  around: Surroundings,
  isFor: Test,
  lastYear: () => Aggregates[string] | undefined,
): AggregateTest {
  const tally = new Tally(rule, logic, around, isFor);
  const measured: Measured = { now: {}, last: undefined };
  const isHit = compileCondition(logic.hit, rule.params ?? {}, around, { measured });
  const nothing = Object.fromEntries(Object.keys(logic.measures).map((name) => [name, 0]));
  return {
    tally,
    hits() {
      const now = tally.byText();
      const last = lastYear();
      const groups = logic.per === undefined ? [''] : [...new Set([...Object.keys(now), ...Object.keys(last ?? {})])].sort(inCodeOrder);
      return groups.flatMap((group) => {
        measured.now = now[group] ?? nothing;
        measured.last = last && (last[group] ?? nothing);
        if (!isHit(0)) return [];
        return [
          {
            fields: rule.fields,
            gaps: { ...nameGaps(logic, group, around), ...measureGaps(logic.gaps ?? {}, measured) },
            about: aboutOf(logic, group, around),
          },
        ];
      });
    },
  };
}

const inCodeOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What a finding on a group is about, so that one on a larger group silences it: a label, its staff group. */
function aboutOf({ per }: AggregateLogic, group: string, around: Surroundings): string[] {
  if (per === undefined) return [];
  if (typeof per !== 'string') return [`${per.fact}:${group}`];
  const facts = per === 'aidLabel' ? listOf('aid-labels', around).codes.find(({ code }) => code === group)?.facts : undefined;
  return [`${per}:${group}`, ...(facts ? [`staffGroup:${String(facts['staffGroup'])}`] : [])];
}

/** Gaps that name the group. */
function nameGaps({ per }: AggregateLogic, group: string, around: Surroundings): Record<string, string> {
  const named = (...lists: string[]) =>
    lists.flatMap((list) => listOf(list, around).codes).find(({ code }) => code === group)?.name ?? '(okänd)';
  if (per === undefined) return {};
  if (typeof per !== 'string') return { grupp: group };
  if (per === 'aidLabel') return { aid: group, aidnamn: named('aid-labels') };
  if (per === 'activityCode') return { verksamhet: `${group} ${named('activity-codes-municipality', 'activity-codes-region')}` };
  if (per === 'collectiveAgreement') return { avtal: named('collective-agreements') };
  const employer = around.facts.employers?.find(({ organisationNumber }) => organisationNumber === group);
  return { orgnr: group, arbetsgivare: employer?.name ?? '' };
}

function measureGaps(gaps: Readonly<Record<string, MeasureGap>>, { now, last = {} }: Measured): Record<string, string> {
  return Object.fromEntries(
    Object.entries(gaps).map(([name, gap]) => {
      if ('count' in gap) return [name, String((gap.year === 'last' ? last : now)[gap.count] ?? 0)];
      if ('share' in gap) {
        const of = gap.year === 'last' ? last : now;
        return [name, oneDecimal((100 * (of[gap.share] ?? 0)) / (of[gap.of] ?? 0))];
      }
      const mean = (of: Readonly<Record<string, number>>) => (of[gap.change] ?? 0) / (gap.per === undefined ? 1 : (of[gap.per] ?? 0));
      return [name, signed((100 * mean(now)) / mean(last) - 100)];
    }),
  );
}

const oneDecimal = (value: number): string => (Number.isFinite(value) ? value.toFixed(1).replace('.', ',') : '–');
const signed = (value: number): string => (Number.isFinite(value) ? `${value > 0 ? '+' : ''}${oneDecimal(value)}`.replace('-', '−') : '–');
