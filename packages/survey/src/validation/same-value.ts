import type { Logic, Rule } from '../definition/rule.ts';
import { among, conditionOf, readsOf, somebodyIn } from './group-condition.ts';
import type { GroupTest } from './group-rules.ts';
import { count, GroupStates } from './group-states.ts';
import type { Groups } from './groups.ts';
import { PersonCounts } from './person-counts.ts';
import { columnOf, indexOf, type Surroundings } from './surroundings.ts';

/** How many persons of a group have each value. */
interface Values {
  readonly records: PersonCounts;
  readonly recordsWith: PersonCounts;
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
  const isUsual = (number: number, all: Values): boolean => all.persons >= least && number * 100 > share * all.persons;
  const tallies = new GroupStates<Values>(alike, {
    empty: () => ({
      records: new PersonCounts(),
      recordsWith: new PersonCounts(),
      perAmount: new Map(),
      persons: 0,
      frequencies: [],
      most: 0,
    }),
    change(values, record, sign) {
      if (!counts.test(record) || !isSomebody.test(record)) return;
      const who = persons.values[record]!;
      const amount = amounts.values[record]!;
      const edge = sign === 1 ? 1 : 0;
      if (values.records.change(0, who, sign) === edge) values.persons += sign;
      if (values.recordsWith.change(amount, who, sign) === edge) countAmount(values, amount, sign);
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
      isUsual(alikeTo(record), tallies.of(alike.groupOf[record]!)),
    candidates: () => among(undefined, counts, isSomebody),
    isTold: (record) => tallies.of(alike.groupOf[record]!).persons >= least,
    number: alikeTo,
  };
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
