import type { Logic, Rule } from '../definition/rule.ts';
import { inMarked } from '../engine/group-values.ts';
import { conditionOf, everyOne, readsOf, somebodyIn } from './group-condition.ts';
import type { GroupTest } from './group-rules.ts';
import { count, GroupStates } from './group-states.ts';
import type { Groups } from './groups.ts';
import { mostAlike } from './most-alike.ts';
import { PersonCounts } from './person-counts.ts';
import { columnOf, indexOf, type Surroundings } from './surroundings.ts';

/** How many persons of a group have each value. */
interface Values {
  /** Number of the count, which tells who has been met in it. */
  readonly pass: number;
  /** Of persons who have been met more than once. */
  readonly amountsOf: Map<number, Set<number>>;
  /** Records of each person, and with each amount; counted when the first of them changes. */
  records: { readonly of: PersonCounts; readonly with: PersonCounts } | undefined;
  readonly perAmount: Map<number, number>;
  persons: number;
  /** How many values are of so many persons. */
  readonly frequencies: number[];
  /** Of the value that most have. */
  most: number;
}

/** A value that more of the group's persons have than the parameter sharePct. */
export function sameValueInGroup(
  rule: Rule,
  { by, of, where }: Extract<Logic, { kind: 'sameValueInGroup' }>,
  around: Surroundings,
  groups: Groups,
): GroupTest {
  const { groups: alike } = groups.by([indexOf(around, by)]);
  const counts = conditionOf(where, rule, around);
  const amounts = columnOf(around, of);
  const group = columnOf(around, by);
  const person = around.roles.person!;
  const persons = columnOf(around, person);
  const isSomebody = somebodyIn(around);
  const least = Number(rule.params?.['minPersons']);
  const share = Number(rule.params?.['sharePct']);
  const isCounted = (record: number): boolean => counts.test(record) && isSomebody.test(record);
  const met = new PersonsMet();
  let passes = 0;
  const recordsIn = (all: number, without: number): NonNullable<Values['records']> => {
    const records = { of: new PersonCounts(), with: new PersonCounts() };
    for (let member = alike.first(all); member >= 0; member = alike.after(member)) {
      if (member === without || !isCounted(member)) continue;
      records.of.change(0, persons.values[member]!, 1);
      records.with.change(amounts.values[member]!, persons.values[member]!, 1);
    }
    return records;
  };
  const isUsual = (number: number, all: Values): boolean => all.persons >= least && number * 100 > share * all.persons;
  const tallies = new GroupStates<Values>(alike, {
    empty: () => ({
      pass: (passes += 1),
      amountsOf: new Map(),
      records: undefined,
      perAmount: new Map(),
      persons: 0,
      frequencies: [],
      most: 0,
    }),
    // Nearly everybody has one record: who has is known without a count of records.
    count(values, record) {
      if (!isCounted(record)) return;
      const who = persons.values[record]!;
      const amount = amounts.values[record]!;
      const first = met.first(who, values.pass, record);
      if (first === record) values.persons += 1;
      else {
        const known = values.amountsOf.get(who) ?? new Set([amounts.values[first]!]);
        if (known.has(amount)) return;
        values.amountsOf.set(who, known.add(amount));
      }
      countAmount(values, amount, 1);
    },
    change(values, record, sign) {
      values.records ??= recordsIn(alike.groupOf[record]!, sign === 1 ? record : -1);
      if (!isCounted(record)) return;
      const who = persons.values[record]!;
      const amount = amounts.values[record]!;
      const edge = sign === 1 ? 1 : 0;
      if (values.records.of.change(0, who, sign) === edge) values.persons += sign;
      if (values.records.with.change(amount, who, sign) === edge) countAmount(values, amount, sign);
    },
    verdict: (values) =>
      isUsual(values.most, values)
        ? [...values.perAmount]
            .flatMap(([amount, number]) => (isUsual(number, values) ? [amount] : []))
            .toSorted((one, other) => one - other)
            .join()
        : '',
  });
  const alikeTo = (record: number): number => tallies.of(alike.groupOf[record]!).perAmount.get(amounts.values[record]!) ?? 0;
  const hasUsual = (all: Values): boolean => isUsual(all.most, all);
  const { change, stale, forget } = tallies;
  return {
    reads: readsOf(
      rule,
      around,
      [by, of, person].map((field) => indexOf(around, field)),
      counts.reads,
      isSomebody.reads,
    ),
    members: (record) => alike.members(alike.groupOf[record]!),
    change,
    stale,
    forget,
    test: (record) =>
      group.values[record] !== 0 &&
      counts.test(record) &&
      isSomebody.test(record) &&
      hasUsual(tallies.of(alike.groupOf[record]!)) &&
      isUsual(alikeTo(record), tallies.of(alike.groupOf[record]!)),
    candidates() {
      const counted = everyOne(around, counts, isSomebody);
      if (amounts.values instanceof Float64Array) return counted;
      // A value is of no more persons than records, and who is met first in a group is a person of that group: where so many records
      // are not enough, the persons need not be counted.
      const { records, sure, most } = mostAlike(counted, alike, amounts.values, persons);
      const mayBeUsual = new Uint8Array(alike.end);
      for (let one = 0; one < mayBeUsual.length; one += 1)
        if (records[one]! >= least && most[one]! * 100 > share * sure[one]!) mayBeUsual[one] = 1;
      return inMarked(counted, alike.groupOf, mayBeUsual);
    },
    isTold: (record) => tallies.of(alike.groupOf[record]!).persons >= least,
    number: alikeTo,
  };
}

/** The first record of each person in one count of a group. */
class PersonsMet {
  #passes = new Int32Array(0);
  #firsts = new Int32Array(0);

  /** @returns the record itself when the person has not been met in this count */
  first(person: number, pass: number, record: number): number {
    if (person >= this.#passes.length) this.#widen(person + 1);
    if (this.#passes[person] !== pass) {
      this.#passes[person] = pass;
      this.#firsts[person] = record;
    }
    return this.#firsts[person]!;
  }

  #widen(persons: number): void {
    const room = Math.max(persons, Math.ceil(this.#passes.length * 1.5), 1024);
    const [passes, firsts] = [new Int32Array(room), new Int32Array(room)];
    passes.set(this.#passes);
    firsts.set(this.#firsts);
    [this.#passes, this.#firsts] = [passes, firsts];
  }
}

function countAmount(values: Values, amount: number, sign: 1 | -1): void {
  const { frequencies } = values;
  const now = count(values.perAmount, amount, sign);
  const before = now - sign;
  if (before > 0) frequencies[before]! -= 1;
  frequencies[now] = (frequencies[now] ?? 0) + 1;
  if (now > values.most) values.most = now;
  while (values.most > 0 && frequencies[values.most] === 0) values.most -= 1;
}
