import type { Aggregates, MeasureGap } from '../definition/aggregate.ts';
import type { Logic, Rule } from '../definition/rule.ts';
import { listOf } from './lists.ts';
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
  isFor: Test | undefined,
  lastYear: () => Aggregates[string] | undefined,
): AggregateTest {
  const tally = new Tally(rule, logic, around, isFor);
  const measured: Measured = { now: {}, last: undefined };
  const isHit = compileMeasured(logic.hit, rule.params ?? {}, around, measured);
  const isEnough = logic.enough ? compileMeasured(logic.enough, rule.params ?? {}, around, measured) : () => true;
  const nothing = Object.fromEntries(Object.keys(logic.measures).map((name) => [name, 0]));
  /** What is to be said of each group, measured while it is looked at. */
  const ofGroups = <Answer>(look: (group: string) => readonly Answer[]): Answer[] => {
    const now = tally.byText();
    const last = lastYear();
    const groups = logic.per === undefined ? [''] : [...new Set([...Object.keys(now), ...Object.keys(last ?? {})])].sort(inCodeOrder);
    return groups.flatMap((group) => {
      measured.now = now[group] ?? nothing;
      measured.last = last && (last[group] ?? nothing);
      return look(group);
    });
  };
  return {
    tally,
    questions() {
      const groups = ofGroups(() => [isEnough()]);
      return { asked: groups.length, judged: groups.filter(Boolean).length };
    },
    hits: () =>
      ofGroups((group) => {
        if (!isEnough() || !isHit()) return [];
        const gaps = { ...nameGaps(logic, group, around), ...measureGaps(logic.gaps ?? {}, measured) };
        return [{ fields: rule.fields, gaps, about: aboutOf(logic, group, around) }];
      }),
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
