import { above, all, any, atLeast, below, type Condition, type Quantity } from './condition.ts';
import { fieldsOf } from './fields-of.ts';

type Compared = Extract<Condition, { op: 'compare' }>;

const otherwise = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' } as const;

/**
 * What is true where a condition is surely false, or surely true, whatever the values are that cannot be had. A comparison with such a
 * value is neither, and so is what hangs on it (Kleene's logic): turning its answer round would make a fault of what nobody knows.
 */
export function surely(condition: Condition, isTrue: boolean): Condition {
  switch (condition.op) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => surely(part, isTrue));
      return (condition.op === 'all') === isTrue ? all(...parts) : any(...parts);
    }
    case 'not':
      return surely(condition.of, !isTrue);
    case 'compare':
      return all(isTrue ? condition : opposite(condition), ...divisorsOf(condition).map(isNotZero));
    case 'near': {
      const apart: Quantity = { op: 'abs', of: { op: 'minus', left: condition.left, right: condition.right } };
      return surely({ op: 'compare', left: apart, sign: '<=', right: condition.tolerance }, isTrue);
    }
    case 'lastYear':
      return { op: 'lastYear', of: surely(condition.of, isTrue) };
    default:
      return isTrue ? condition : { op: 'not', of: condition };
  }
}

const opposite = ({ left, sign, right }: Compared): Condition =>
  sign === '=' ? any(below(left, right), above(left, right)) : { op: 'compare', left, sign: otherwise[sign], right };

/** Whether a comparison in it may be with a value that cannot be had, though no number it reads is missing. */
export const mayBeUnknown = (condition: Condition): boolean =>
  'of' in condition && Array.isArray(condition.of)
    ? (condition.of as readonly Condition[]).some(mayBeUnknown)
    : condition.op === 'lastYear' || (condition.op === 'not' && mayBeUnknown(condition.of)) || uncertainIn(condition).length > 0;

/** For each value in a condition that may not be had, that it is there. */
export const allKnown = (condition: Condition): Condition[] =>
  firstOfEach(
    uncertainIn(condition).map((quantity) =>
      'op' in quantity && quantity.op === 'over' ? isNotZero(quantity.right) : any(below(quantity, 0), atLeast(quantity, 0)),
    ),
  );

/** That there is a record of last year, where a condition asks about one. */
export const hasLastYear = (condition: Condition): Condition[] =>
  firstOfEach(
    fieldsOfLastYear(condition).map((field) => ({
      op: 'lastYear',
      of: any({ op: 'empty', field }, { op: 'not', of: { op: 'empty', field } }),
    })),
  );

const firstOfEach = (conditions: readonly Condition[]): Condition[] => [
  ...new Map(conditions.map((one) => [JSON.stringify(one), one])).values(),
];

/** Fields that are asked about in last year's record, of each question to it one. */
function fieldsOfLastYear(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(fieldsOfLastYear);
  if (typeof tree !== 'object' || tree === null) return [];
  const { op } = tree as Condition;
  if (op === 'lastYear' || op === 'sameAsLastYear' || op === 'sameFactAsLastYear') return fieldsOf(tree as Condition).slice(0, 1);
  return Object.values(tree).flatMap(fieldsOfLastYear);
}

type Uncertain = Exclude<Quantity, number>;

/** Quotients, what lies between two days, and what a text, a list or last year says, as far as they stand in comparisons of this year. */
function uncertainIn(tree: unknown): Uncertain[] {
  if (Array.isArray(tree)) return tree.flatMap(uncertainIn);
  if (typeof tree !== 'object' || tree === null || ('op' in tree && tree.op === 'lastYear')) return [];
  const inside = Object.values(tree).flatMap(uncertainIn);
  return isUncertain(tree as Condition | Uncertain) ? [...inside, tree as Uncertain] : inside;
}

/** Whether it may have no value though there is one of all it is made of. */
export function isUncertain(tree: Condition | Uncertain): boolean {
  if ('dateOf' in tree || 'codeFact' in tree || 'ageOf' in tree || 'lastYearField' in tree || 'labelSalary' in tree) return true;
  if ('dayTurned' in tree || ('fact' in tree && tree.fact === 'age' && !('list' in tree))) return true;
  if (!('op' in tree)) return false;
  if (tree.op === 'over') return typeof tree.right !== 'number' || tree.right === 0;
  return tree.op === 'daysTo' || tree.op === 'monthsTo' || tree.op === 'yearsTo';
}

const divisorsOf = (tree: unknown): Quantity[] =>
  uncertainIn(tree).flatMap((quantity) => ('op' in quantity && quantity.op === 'over' ? [quantity.right] : []));

const isNotZero = (quantity: Quantity): Condition => any(below(quantity, 0), above(quantity, 0));
