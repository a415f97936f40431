import type { Condition } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';
import type { Edition } from '../definition/survey-definition.ts';
import { usesOf } from '../definition/uses-of.ts';
import { Records, type Kept } from './find-record.ts';
import { isThere, together, TooManyWays, waysOf, type Judging, type Ways } from './requirements.ts';

/** A rule on single records, as ways to break it, to keep it, and to be meant by it. */
export interface Judged extends Kept {
  readonly rule: Rule;
  readonly meant: Ways | undefined;
  /** Part of it is not codes and linear sums: it is compared with the others as far as the rest goes. */
  readonly isPartly: boolean;
}

/** The rules of an edition as one kind of unit meets them. */
export interface Judgement {
  readonly judged: readonly Judged[];
  readonly records: Records;
}

/** Kinds of unit whose rules differ; one that is not named stands for all when none does. */
export const kindsIn = ({ rules }: Edition): readonly (string | undefined)[] => {
  const differs = rules.some(({ appliesTo, logic, when }) => appliesTo || /"op":"unitIs"/.test(JSON.stringify([logic, when])));
  return differs ? ['municipality', 'region', 'federation', 'company'] : [undefined];
};

/** @param unit kind of the unit, where rules differ by it */
export function judgeRules(edition: Edition, unit: string | undefined): Judgement {
  const judged = edition.rules.flatMap((rule) => judge(rule, edition, unit) ?? []);
  const bounds = new Map(
    edition.variables.map(({ id, length }) => {
      const high = 10 ** Math.min(length, 15) - 1;
      return [id, { low: edition.layout?.signed ? -high : 0, high }];
    }),
  );
  const requirements = judged.flatMap(({ broken, kept, meant = [] }) => [broken, kept, meant].flat(2));
  return { judged, records: new Records(requirements, (field) => bounds.get(field)!) };
}

function judge(rule: Rule, { codeLists, referenceYear, variables, layout }: Edition, unit: string | undefined): Judged | undefined {
  const { logic, when, appliesTo } = rule;
  if (logic.kind !== 'record' || rule.status !== 'active' || logic.unlessEmptyInFile !== undefined) return undefined;
  if (appliesTo && unit !== undefined && !(appliesTo as readonly string[]).includes(unit)) return undefined;
  const judging: Judging = {
    params: rule.params ?? {},
    year: referenceYear,
    codeLists,
    variables: new Map(variables.map((variable) => [variable.id, variable])),
    zeroIsMissing: layout?.zeroIsMissing !== false,
    unit,
  };
  const hit: Condition = when ? { op: 'all', of: [when, logic.hit] } : logic.hit;
  try {
    // Where zero is a number, one that is missing is compared with nothing: who lacks it neither breaks the rule nor is meant by it.
    const compared = judging.zeroIsMissing ? [] : numbersIn(hit);
    const there = compared.map((field): Ways => [[isThere(field, true)]]);
    const broken = together([waysOf(hit, true, judging), ...there]);
    const kept = [...waysOf(hit, false, judging), ...compared.map((field) => [isThere(field, false)])];
    const guard = when ?? leadingPart(hit);
    const meant = guard && together([waysOf(guard, true, judging), ...there]);
    const isPartly = [broken, kept].flat(2).some((one) => one.is === 'free' && !one.question.startsWith('there '));
    return { rule, broken, kept, meant, isPartly };
  } catch (fault) {
    if (fault instanceof TooManyWays) return undefined;
    throw fault;
  }
}

/** Of a rule without a guard of its own: what stands before the last part of "all of these". */
function leadingPart(hit: Condition): Condition | undefined {
  return hit.op === 'all' && hit.of.length > 1 ? { op: 'all', of: hit.of.slice(0, -1) } : undefined;
}

/** Numeric fields that are compared: all but those that are only asked whether they are there. */
const numbersIn = (condition: Condition): string[] => [
  ...new Set(usesOf(condition).flatMap(({ of, name }) => (of === 'number' ? [name] : []))),
];
