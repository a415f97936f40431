import type { Condition } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';
import type { Edition } from '../definition/survey-definition.ts';
import { NotCheckable, product, waysOf, type Judging, type Way } from './domains.ts';

/** What is wrong with a set of rules, found without any file. */
export interface RuleSetFault {
  /** `neverHits`: no record can break it. `neverApplies`: no record that keeps the others is meant by it. `contradicts`: no record can keep both. `redundant`: whatever breaks it breaks the other too. `fixed`: one value is left. */
  readonly fault: 'neverHits' | 'neverApplies' | 'contradicts' | 'redundant' | 'fixed';
  readonly rule: string;
  /** The other rule, or the field and its value. */
  readonly with: string;
}

export interface RuleSetAnswer {
  readonly faults: readonly RuleSetFault[];
  /** Rules that these checks cannot judge: not on one record, or not of codes and bounds alone. */
  readonly notChecked: readonly string[];
}

interface Judged {
  readonly rule: Rule;
  /** Ways to break it, to keep it, and to be meant by it. */
  readonly broken: readonly Way[];
  readonly kept: readonly Way[];
  readonly meant: readonly Way[] | undefined;
  readonly fields: ReadonlySet<string>;
}

const gravity = { fatal: 0, error: 1, warning: 2, info: 3 } as const;

/** Asks the record rules in force whether they can be kept together, and whether each is of use. */
export function checkRuleSet(edition: Edition): RuleSetAnswer {
  const judged: Judged[] = [];
  const notChecked: string[] = [];
  for (const rule of edition.rules.filter(({ status }) => status === 'active')) {
    const one = judge(rule, edition);
    if (one) judged.push(one);
    else notChecked.push(rule.id);
  }
  const faults = judged.flatMap((one) => [...alone(one), ...together(one, judged)]);
  return { faults: [...faults, ...fixedFields(judged)], notChecked };
}

function judge(rule: Rule, { codeLists, referenceYear, variables }: Edition): Judged | undefined {
  const { logic, when } = rule;
  if (logic.kind !== 'record' || rule.appliesTo) return undefined;
  const numbers = new Set(variables.filter(({ form }) => form === 'N').map(({ id }) => id));
  const judging: Judging = { params: rule.params ?? {}, codeLists, year: referenceYear, isNumber: (field) => numbers.has(field) };
  const hit: Condition = when ? { op: 'all', of: [when, logic.hit] } : logic.hit;
  try {
    // A number that is missing is compared with nothing: who lacks it neither breaks the rule nor is meant by it.
    const compared = comparedFields(hit);
    const isThere = compared.map((field): Way[] => [new Map([[field, anyNumber(false)]])]);
    const isMissing = compared.map((field): Way => new Map([[field, { ...anyNumber(true), low: 1, high: 0 }]]));
    const broken = product([waysOf(hit, true, judging), ...isThere]);
    const kept = [...waysOf(hit, false, judging), ...isMissing];
    const fields = new Set([...compared, ...broken.flatMap((way) => [...way.keys()])]);
    return { rule, broken, kept, meant: when ? product([waysOf(when, true, judging), ...isThere]) : undefined, fields };
  } catch (fault) {
    if (fault instanceof NotCheckable) return undefined;
    throw fault;
  }
}

const anyNumber = (missing: boolean) => ({
  kind: 'numbers' as const,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  missing,
});

/** Fields whose numbers a condition compares. */
function comparedFields(condition: Condition): string[] {
  if (condition.op === 'all' || condition.op === 'any') return [...new Set(condition.of.flatMap(comparedFields))];
  if (condition.op === 'not') return comparedFields(condition.of);
  return condition.op === 'compare' && typeof condition.left === 'object' && 'field' in condition.left ? [condition.left.field] : [];
}

function alone({ rule, broken }: Judged): RuleSetFault[] {
  return broken.length === 0 ? [{ fault: 'neverHits', rule: rule.id, with: '' }] : [];
}

function together(one: Judged, all: readonly Judged[]): RuleSetFault[] {
  const faults: RuleSetFault[] = [];
  const related = all.filter(
    (other) => other !== one && other.broken.length > 0 && [...other.fields].some((field) => one.fields.has(field)),
  );
  for (const other of related) {
    const isLater = all.indexOf(other) > all.indexOf(one);
    if (isLater && isHard(one) && isHard(other) && !canBe([one.kept, other.kept]))
      faults.push({ fault: 'contradicts', rule: one.rule.id, with: other.rule.id });
    // What silences it on purpose is no second rule; of two that say the same the later one is told of.
    const isSilenced = (one.rule.suppressedBy ?? []).includes(other.rule.id) || (other.rule.suppressedBy ?? []).includes(one.rule.id);
    const isAsGrave = gravity[other.rule.severity] <= gravity[one.rule.severity];
    if (
      one.broken.length > 0 &&
      isAsGrave &&
      !isSilenced &&
      !canBe([one.broken, other.kept]) &&
      (!isLater || canBe([other.broken, one.kept]))
    )
      faults.push({ fault: 'redundant', rule: one.rule.id, with: other.rule.id });
  }
  const hard = related.filter(isHard);
  if (one.meant && hard.length > 0 && !canBe([one.meant, ...(isHard(one) ? [one.kept] : []), ...hard.map(({ kept }) => kept)]))
    faults.push({ fault: 'neverApplies', rule: one.rule.id, with: hard.map(({ rule }) => rule.id).join(', ') });
  return faults;
}

const isHard = ({ rule }: Judged): boolean => rule.severity === 'error' || rule.severity === 'fatal';

/** Whether some record is one of each list of ways; yes when it would take too long to tell. */
function canBe(parts: readonly (readonly Way[])[]): boolean {
  try {
    return product(parts).length > 0;
  } catch (fault) {
    if (fault instanceof NotCheckable) return true;
    throw fault;
  }
}

/** Fields that rules on them alone leave a single value. */
function fixedFields(judged: readonly Judged[]): RuleSetFault[] {
  const single = judged.filter((one) => isHard(one) && one.fields.size === 1);
  return [...new Set(single.flatMap(({ fields }) => [...fields]))].flatMap((field): RuleSetFault[] => {
    const rules = single.filter(({ fields }) => fields.has(field));
    const ways = rules.length > 1 ? product(rules.map(({ kept }) => kept)) : [];
    const values = new Set(
      ways.flatMap((way) => {
        const domain = way.get(field);
        return domain?.kind === 'numbers'
          ? domain.low > domain.high
            ? []
            : domain.low === domain.high
              ? [domain.low]
              : [Number.NaN, domain.low]
          : [Number.NaN, 0];
      }),
    );
    return values.size === 1
      ? [{ fault: 'fixed', rule: rules.map(({ rule }) => rule.id).join(', '), with: `${field} = ${[...values][0]}` }]
      : [];
  });
}
