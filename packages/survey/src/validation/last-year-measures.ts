import type { Aggregates } from '../definition/aggregate.ts';
import type { Edition } from '../definition/survey-definition.ts';
import type { DeliveryFacts } from '../definition/unit.ts';
import { comparesMeasures } from './asked-of-last-year.ts';
import { countsOf } from './distribution-rules.ts';
import { MeasuredOnce } from './measured-once.ts';
import { Tally } from './tally.ts';
import type { Surroundings } from './surroundings.ts';
import { isForRecords, isForUnit } from './make-slots.ts';

/** What the aggregate rules measure of last year's delivery: counted from its records, or as they were handed over. */
export function measuresOfLastYear(edition: Edition, { lastYear }: DeliveryFacts, last: Surroundings | undefined): Aggregates | undefined {
  if (last) return measuresOf({ rules: edition.rules.filter(comparesMeasures) }, last);
  return lastYear && 'aggregates' in lastYear ? lastYear.aggregates : undefined;
}

/** The measures of every aggregate rule in force, of the records as they stand. */
export function measuresOf(edition: Pick<Edition, 'rules'>, around: Surroundings): Aggregates {
  const once = new MeasuredOnce();
  const tallies = edition.rules.flatMap((rule) => {
    const { logic } = rule;
    if ((logic.kind !== 'aggregate' && logic.kind !== 'distribution') || rule.status !== 'active' || !isForUnit(rule, around)) return [];
    const counted = logic.kind === 'aggregate' ? logic : countsOf(logic, rule.when);
    return [[rule.id, new Tally(rule, counted, around, once, isForRecords(rule, around))] as const];
  });
  // What they ask of the records is asked together.
  around.masks.answer();
  return Object.fromEntries(tallies.map(([rule, tally]) => [rule, tally.byText()]));
}
