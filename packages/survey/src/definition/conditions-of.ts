import type { Condition } from './condition.ts';
import type { Rule } from './rule.ts';

/** A condition of a rule, and where in the rule it stands. */
export interface Placed {
  readonly condition: Condition;
  /** As `logic.measures.paid.where`. */
  readonly path: string;
}

type Asking = Pick<Rule, 'when' | 'logic' | 'systematic'>;

/** Every condition a rule asks of single records. */
export function conditionsOf({ when, logic, systematic }: Asking): Placed[] {
  const found: (Placed | undefined)[] = [placed(when, 'when')];
  if (logic.kind !== 'aggregate' && 'hit' in logic) found.push(placed(logic.hit, 'logic.hit'));
  if ('where' in logic) found.push(placed(logic.where, 'logic.where'));
  if ('subtractWhere' in logic) found.push(placed(logic.subtractWhere, 'logic.subtractWhere'));
  if (logic.kind === 'aggregate')
    for (const [name, measure] of Object.entries(logic.measures)) {
      if ('where' in measure) found.push(placed(measure.where, `logic.measures.${name}.where`));
      if ('and' in measure) found.push(placed(measure.and, `logic.measures.${name}.and`));
    }
  found.push(placed(systematic?.among, 'systematic.among'), placed(systematic?.records, 'systematic.records'));
  return found.filter((one) => one !== undefined);
}

/** The condition that is asked of measures, with the measures there are. */
export function measuredConditionsOf({ logic }: Asking): (Placed & { readonly measures: ReadonlySet<string> })[] {
  if (logic.kind !== 'aggregate') return [];
  const measures = new Set(Object.keys(logic.measures));
  const asked = [placed(logic.enough, 'logic.enough'), placed(logic.hit, 'logic.hit')].filter((one) => one !== undefined);
  return asked.map((one) => ({ ...one, measures }));
}

const placed = (condition: Condition | undefined, path: string): Placed | undefined => condition && { condition, path };
