import type { Condition, Quantity } from './condition.ts';

/** Properties of conditions and quantities that name a field. */
const naming = new Set(['field', 'other', 'lastYearField', 'lengthOf', 'dateOf', 'codeFact', 'ageOf']);

/** Fields that a condition reads, in the order they are named. */
export const fieldsOf = (tree: Condition | Quantity): string[] => [...new Set(named(tree, false))];

/** The same without those that are only asked whether they are missing. */
export const textFieldsOf = (tree: Condition): string[] => [...new Set(named(tree, true))];

function named(tree: unknown, skipsMissing: boolean): string[] {
  if (Array.isArray(tree)) return tree.flatMap((part) => named(part, skipsMissing));
  if (typeof tree !== 'object' || tree === null) return [];
  if (skipsMissing && 'op' in tree && tree.op === 'empty') return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? (naming.has(key) ? [value] : []) : named(value, skipsMissing),
  );
}
