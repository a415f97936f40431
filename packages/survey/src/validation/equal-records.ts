import type { Logic, Rule } from '../definition/rule.ts';
import { textOf } from '../engine/table.ts';
import { isUnread } from '../reading/encode-number.ts';
import type { GroupTest } from './group-rules.ts';
import type { Groups } from './groups.ts';
import { indexOf, type Surroundings } from './surroundings.ts';
import { among, conditionOf } from './group-condition.ts';

/** Records that are equal to the last letter, and the two first of them once they are asked for. */
interface Alike {
  readonly records: Set<number>;
  first: number;
  second: number;
}

export function equalRecords(rule: Rule, logic: Extract<Logic, { kind: 'equalRecords' }>, around: Surroundings, groups: Groups): GroupTest {
  const { table } = around;
  const indexes = (fields: readonly string[]): number[] => fields.map((field) => indexOf(around, field));
  const columns = logic.fields === 'all' ? table.columns.map((_, index) => index) : indexes(logic.fields);
  // Whoever is equal in everything is equal in what another rule asks, and there are few of those.
  const less = logic.fields === 'all' ? around.equalIn : undefined;
  const { groups: equal } = groups.by(columns, less && groups.by(indexes(less)).groups);
  const where = conditionOf(logic.where, rule, around);
  const known = new Map<number, Map<string, Alike>>();
  const stale = new Set<number>();
  // Numbers that cannot be read share a sentinel: they are equal only when their texts are, which are cut from the row once.
  const unreadTexts = new Map<number, string>();
  const unreadOf = (record: number): string => {
    const unread = columns.filter((column) => isUnread(table.columns[column]!.values[record]!));
    if (unread.length === 0) return '';
    const cut = unreadTexts.get(record) ?? JSON.stringify(unread.map((column) => textOf(table, record, column)));
    unreadTexts.set(record, cut);
    return cut;
  };
  const put = (alike: Map<string, Alike>, record: number): Alike => {
    const texts = unreadOf(record);
    const found = alike.get(texts) ?? { records: new Set(), first: -1, second: -1 };
    alike.set(texts, found);
    found.records.add(record);
    found.first = -1;
    return found;
  };
  // Worked out once for a group: every record of a file may be a copy of one.
  const alikeIn = (group: number): Map<string, Alike> => {
    const ready = known.get(group);
    if (ready) return ready;
    const alike = new Map<string, Alike>();
    for (let member = equal.first(group); member >= 0; member = equal.after(member)) put(alike, member);
    known.set(group, alike);
    return alike;
  };
  const alikeTo = (record: number): Alike => alikeIn(equal.groupOf[record]!).get(unreadOf(record))!;
  const noteTwo = ({ records }: Alike): void => {
    if (records.size === 2) for (const record of records) stale.add(record);
  };
  return {
    reads: new Set([...columns, ...where.reads]),
    members: (record) => equal.members(equal.groupOf[record]!),
    test: (record) =>
      equal.groupOf[record]! >= 0 && equal.sizeOf(equal.groupOf[record]!) > 1 && where.test(record) && alikeTo(record).records.size > 1,
    candidates: () => among(equal.shared(), where),
    change(record, sign) {
      if (sign === 1) unreadTexts.delete(record);
      const group = equal.groupOf[record]!;
      // Of one who is alone nothing is kept.
      if (group < 0 || (sign === -1 && equal.sizeOf(group) === 1)) return void known.delete(group);
      if (sign === 1) return equal.sizeOf(group) > 1 ? noteTwo(put(alikeIn(group), record)) : undefined;
      const alike = alikeTo(record);
      noteTwo(alike);
      alike.records.delete(record);
      alike.first = -1;
    },
    stale() {
      const told = [...stale];
      stale.clear();
      return told;
    },
    forget() {
      known.clear();
      unreadTexts.clear();
    },
    firstOther(record) {
      const alike = alikeTo(record);
      if (alike.first < 0) [alike.first, alike.second] = twoFirst(alike.records);
      return record === alike.first ? alike.second : alike.first;
    },
  };
}

function twoFirst(records: Iterable<number>): [first: number, second: number] {
  let [first, second] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const record of records) {
    if (record < first) [first, second] = [record, first];
    else if (record < second) second = record;
  }
  return [first, second];
}
