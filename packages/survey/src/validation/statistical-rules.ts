import { all, type Condition } from '../definition/condition.ts';
import type { Logic, Rule } from '../definition/rule.ts';
import { hbBounds, hbLimits, isHbOutlier, type HbBounds, type Pair } from '../methods/hidiroglou-berthelot.ts';
import { logLimits, robustLogScaleOf, robustLogZ, type RobustScale } from '../methods/robust-z.ts';
import { compileMask } from './compile-condition.ts';
import { everyMember } from './every-member.ts';
import type { GroupTest } from './group-rules.ts';
import type { Groups } from './groups.ts';
import { Strata } from './strata.ts';
import { columnOf, indexOf, noParams, type Surroundings, type Test } from './surroundings.ts';

type LogicOf<Kind extends Logic['kind']> = Extract<Logic, { kind: Kind }>;
export type StatisticalLogic = LogicOf<'robustZ' | 'hidiroglouBerthelot'>;

/** Rules that compare an amount with what is usual in its group. */
export function compileStatistical(rule: Rule, logic: StatisticalLogic, around: Surroundings, groups: Groups): GroupTest {
  return logic.kind === 'robustZ' ? robustZ(rule, logic, around, groups) : hidiroglouBerthelot(rule, logic, around, groups);
}

/** Groups with fewer say nothing; an edition may ask for more, and for fewer down to five. */
const usualGroupSize = 10;
const leastGroupSize = 5;
const groupSizeOf = ({ params = {} }: Rule): number => Math.max(leastGroupSize, Number(params['minGroupSize'] ?? usualGroupSize));

const paramsOf = ({ params = {} }: Rule, ...names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.flatMap((name) => (params[name] === undefined ? [] : [[name, Number(params[name])]])));

/** Records that are counted in their group and can be asked about, and the columns that hangs on. */
function countedBy(
  rule: Rule,
  where: Condition | undefined,
  around: Surroundings,
): { readonly counts: Test; readonly counting: readonly number[] } {
  const conditions = [rule.when, where].flatMap((condition) => condition ?? []);
  if (conditions.length === 0) return { counts: () => true, counting: [] };
  const mask = compileMask(all(...conditions), rule.params ?? noParams, around).keep();
  return { counts: (record) => mask.has(record), counting: [...mask.reads] };
}

const readBy = (rule: Rule, of: string, strata: ReadonlySet<number>, around: Surroundings): Set<number> =>
  new Set([...strata, indexOf(around, of), ...rule.fields.map((field) => indexOf(around, field))]);

/** |z| of ln amount above the parameter limit (3.5) in the record's group; amounts that are not above 0 are left out. */
function robustZ(rule: Rule, logic: LogicOf<'robustZ'>, around: Surroundings, groups: Groups): GroupTest {
  const column = columnOf(around, logic.of);
  const { counts, counting } = countedBy(rule, logic.where, around);
  const isCounted = (record: number): boolean => column.values[record]! > 0 && counts(record);
  const least = groupSizeOf(rule);
  const limit = Number(rule.params?.['limit'] ?? 3.5);
  const strata = new Strata<RobustScale & { readonly count: number }>(
    logic.strata,
    around,
    groups,
    new Set([indexOf(around, logic.of), ...counting]),
    (members) => {
      const amounts = members.flatMap((member) => (isCounted(member) ? [column.values[member]!] : []));
      return amounts.length < least ? undefined : { ...robustLogScaleOf(amounts), count: amounts.length };
    },
  );
  const scaleOf = (record: number) => (isCounted(record) ? strata.of(record) : undefined);
  return {
    reads: new Set([...readBy(rule, logic.of, strata.columns, around), ...counting]),
    members: (record) => strata.goingBy(record),
    ...everyMember((record) => strata.goingBy(record)),
    test(record) {
      const scale = scaleOf(record);
      return scale !== undefined && Math.abs(robustLogZ(column.values[record]!, scale)) > limit;
    },
    isTold: (record) => scaleOf(record) !== undefined,
    number: (record) => scaleOf(record)?.count ?? 0,
    limits: (record) => logLimits(scaleOf(record)!, limit),
  };
}

/** Of a match that has not been looked for. */
const unknown = -3;

/** Effect of the change since last year outside the bounds of the record's group; see methods/hidiroglou-berthelot.ts. */
function hidiroglouBerthelot(rule: Rule, logic: LogicOf<'hidiroglouBerthelot'>, around: Surroundings, groups: Groups): GroupTest {
  const { panel } = around;
  if (!panel) throw new Error('Last year is not known');
  if (/"(?:lastYear|lastYearField|sameAsLastYear|sameFactAsLastYear)"/.test(JSON.stringify([rule.when ?? '', logic.where ?? ''])))
    throw new Error(`${rule.id} counts records by what they are this year, not last year`);
  const column = columnOf(around, logic.of);
  const last = columnOf(panel.last, logic.of);
  const { counts, counting } = countedBy(rule, logic.where, around);
  // A match is looked up by its texts: once, until somebody of the same person and label changes.
  const matches = new Int32Array(around.table.records).fill(unknown);
  const matchOf = (record: number): number => {
    if (matches[record] === unknown) matches[record] = panel.match(record, logic.match);
    return matches[record]!;
  };
  const pairOf = (record: number): Pair | undefined => {
    const now = column.values[record]!;
    if (!(now > 0) || !counts(record)) return undefined;
    const match = matchOf(record);
    const before = match < 0 ? 0 : last.values[match]!;
    return before > 0 ? { last: before, now } : undefined;
  };
  const least = groupSizeOf(rule);
  const parameters = paramsOf(rule, 'u', 'a', 'c', 'rho');
  const strata = new Strata<HbBounds & { readonly count: number }>(
    logic.strata,
    around,
    groups,
    new Set([indexOf(around, logic.of), ...counting, ...panel.reads]),
    (members) => {
      const pairs = members.flatMap((member) => pairOf(member) ?? []);
      const bounds = pairs.length < least ? undefined : hbBounds(pairs, parameters);
      return bounds && bounds.used >= leastGroupSize ? { ...bounds, count: pairs.length } : undefined;
    },
  );
  // Whether a match without an employment id stands hangs on the others of the same person and label.
  const [person, employment, label] = panel.reads as [number, number, number];
  const { groups: alike, watch } = groups.by([person, label, employment]);
  const matchedAlike = (record: number): Iterable<number> => (logic.match === 'any' ? alike.members(alike.groupOf[record]!) : [record]);
  watch((group) => {
    for (const member of alike.members(group)) {
      matches[member] = unknown;
      strata.forget(member);
    }
  });
  const boundsOf = (record: number, pair = pairOf(record)) => (pair ? strata.of(record) : undefined);
  function* together(record: number): Generator<number> {
    for (const member of matchedAlike(record)) yield* strata.goingBy(member);
    yield* matchedAlike(record);
  }
  return {
    reads: new Set([...readBy(rule, logic.of, strata.columns, around), ...counting, ...panel.reads]),
    members: together,
    ...everyMember(together),
    test(record) {
      const pair = pairOf(record);
      const bounds = boundsOf(record, pair);
      return pair !== undefined && bounds !== undefined && isHbOutlier(pair, bounds);
    },
    isTold: (record) => boundsOf(record) !== undefined,
    number: (record) => boundsOf(record)?.count ?? 0,
    limits(record) {
      const pair = pairOf(record)!;
      const { lower, upper } = hbLimits(pair, boundsOf(record, pair)!);
      return { lower: lower * pair.last, upper: upper * pair.last };
    },
  };
}
