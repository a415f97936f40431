import type { Aggregates, Measure } from '../definition/aggregate.ts';
import type { Logic, Rule } from '../definition/rule.ts';
import { hellinger, sharesOf, totalVariation } from '../methods/distribution-distance.ts';
import { sumOf } from '../methods/sums.ts';
import type { FileHit } from './slot.ts';
import { columnOf, type Surroundings } from './surroundings.ts';
import type { Tally } from './tally.ts';

type DistributionLogic = Extract<Logic, { kind: 'distribution' }>;
type AggregateLogic = Extract<Logic, { kind: 'aggregate' }>;

/** What a distribution rule counts, as an aggregate rule would: records per value. Its measures of last year are kept alike. */
export function countsOf({ of, where }: DistributionLogic, when: Rule['when']): AggregateLogic {
  const conditions = [when, where].flatMap((condition) => condition ?? []);
  const records: Measure = conditions.length === 0 ? { count: 'records' } : { count: 'records', where: { op: 'all', of: conditions } };
  return { kind: 'aggregate', per: of, measures: { records }, hit: { op: 'any', of: [] } };
}

/** Whether both years have minRecords (50) records with a value. */
export function areEnough({ params = {} }: Rule, tally: Tally, lastYear: Aggregates[string] | undefined): boolean {
  const recordsOf = (of: Aggregates[string] = {}) => sumOf(Object.values(of).map(({ records = 0 }) => records));
  return Math.min(recordsOf(tally.byText()), recordsOf(lastYear)) >= Number(params['minRecords'] ?? 50);
}

/** How many categories the message names. */
const mostNamed = 3;

/**
 * One finding on the file when the shares of the categories are farther from last year's than the parameter limit (0.10), and
 * both years have at least minRecords (50) records with a value.
 */
export function distributionHits(
  rule: Rule,
  logic: DistributionLogic,
  tally: Tally,
  lastYear: Aggregates[string] | undefined,
  around: Surroundings,
): readonly FileHit[] {
  if (!lastYear) return [];
  const now = tally.byText();
  const categories = [...new Set([...Object.keys(now), ...Object.keys(lastYear)])].sort();
  const [counts, before] = [now, lastYear].map((of) => categories.map((category) => of[category]?.['records'] ?? 0)) as [
    number[],
    number[],
  ];
  if (!areEnough(rule, tally, lastYear)) return [];
  const limit = rule.params?.['limit'] ?? 0.1;
  const [records, recordsBefore] = [sumOf(counts), sumOf(before)];
  const [p, q] = [sharesOf(before), sharesOf(counts)];
  const distance = (logic.distance === 'hellinger' ? hellinger : totalVariation)(p, q);
  // A limit that is met exactly is not passed by a rounding.
  if (distance <= Number(limit) + 1e-12) return [];
  const changed = categories
    .map((category, index) => ({ category, last: p[index]!, now: q[index]! }))
    .filter((one) => one.last !== one.now)
    .sort((one, other) => Math.abs(other.now - other.last) - Math.abs(one.now - one.last) || (one.category < other.category ? -1 : 1));
  return [
    {
      fields: rule.fields,
      gaps: {
        avstånd: inPercent(distance),
        antal: String(records),
        förra: String(recordsBefore),
        mest: changed
          .slice(0, mostNamed)
          .map((one) => `${named(one.category, logic, around)} ${inPercent(one.last)} → ${inPercent(one.now)} %`)
          .join('; '),
      },
      about: [`distribution:${rule.id}`],
    },
  ];
}

const inPercent = (share: number): string => (100 * share).toFixed(1).replace('.', ',');

/** Code and name of a category. */
function named(category: string, { of }: DistributionLogic, around: Surroundings): string {
  if (typeof of !== 'string') return category;
  const list = columnOf(around, of).variable.codeList;
  const name = list === undefined ? undefined : around.codeLists[list]?.codes.find(({ code }) => code === category)?.name;
  return name === undefined ? category : `${category} ${name}`;
}
