import type { Aggregates, MeasureGap } from '../definition/aggregate.ts';
import type { Logic, Rule } from '../definition/rule.ts';
import { listOf } from './lists.ts';
import type { MeasuredOnce } from './measured-once.ts';
import { compileMeasured } from './measured-condition.ts';
import type { FileHit, Questions } from './slot.ts';
import type { Measured, Surroundings, Test } from './surroundings.ts';
import { Tally } from './tally.ts';

type AggregateLogic = Extract<Logic, { kind: 'aggregate' }>;

/** An aggregate rule made ready: what it measures now, what it measured last year, and what it finds. */
export interface AggregateTest {
  readonly tally: Tally;
  hits(): readonly FileHit[];
  /** The groups it is asked of, or the one file, and how many of them are large enough to be judged. */
  questions(): Questions;
}

export function compileAggregate(
  rule: Rule,
  logic: AggregateLogic,
  around: Surroundings,
  once: MeasuredOnce,
  isFor: Test | undefined,
  lastYear: () => Aggregates[string] | undefined,
): AggregateTest {
  const tally = new Tally(rule, logic, around, once, isFor);
  const measured: Measured = { now: {}, last: undefined };
  const isHit = compileMeasured(logic.hit, rule.params ?? {}, around, measured);
  const isEnough = logic.enough ? compileMeasured(logic.enough, rule.params ?? {}, around, measured) : () => true;
  const nothing = Object.fromEntries(Object.keys(logic.measures).map((name) => [name, 0]));
  let perGroup: Map<string, FileHit> | undefined;
  /** In the order of their groups, until one comes or goes. */
  let listed: readonly FileHit[] | undefined;
  const ask = (hits: Map<string, FileHit>, group: string, now: Measured['now'] | undefined): void => {
    const last = lastYear();
    measured.now = now ?? nothing;
    measured.last = last && (last[group] ?? nothing);
    const isThere = logic.per === undefined || now !== undefined || last?.[group] !== undefined;
    if (isThere && isEnough() && isHit()) {
      hits.set(group, {
        fields: rule.fields,
        gaps: { ...nameGaps(logic, group, around), ...measureGaps(logic.gaps ?? {}, measured) },
        about: aboutOf(logic, group, around),
      });
      listed = undefined;
    } else if (hits.delete(group)) listed = undefined;
  };
  const groupsIn = (now: Aggregates[string]): string[] =>
    logic.per === undefined ? [''] : [...new Set([...Object.keys(now), ...Object.keys(lastYear() ?? {})])];
  return {
    tally,
    hits() {
      if (!perGroup) {
        perGroup = new Map();
        const now = tally.byText();
        for (const group of groupsIn(now)) ask(perGroup, group, now[group]);
        listed = undefined;
      } else for (const [group, now] of tally.takeChanged()) ask(perGroup, group, now);
      return (listed ??= [...perGroup].sort(([one], [other]) => inCodeOrder(one, other)).map(([, hit]) => hit));
    },
    questions() {
      const [now, last] = [tally.byText(), lastYear()];
      const groups = groupsIn(now);
      const judged = groups.filter((group) => {
        measured.now = now[group] ?? nothing;
        measured.last = last && (last[group] ?? nothing);
        return isEnough();
      });
      return { asked: groups.length, judged: judged.length };
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
  return { grupp: group, orgnr: group, arbetsgivare: employer?.name ?? '' };
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
