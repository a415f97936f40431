import type { Condition } from '../condition.ts';
import { parseCondition } from './parse.ts';
import { printCondition } from './print.ts';

/** Whether a tree from a document is a condition, to the last property: what it says is written down and read back as itself. */
export function isCondition(tree: unknown): tree is Condition {
  try {
    return areEqual(parseCondition(printCondition(tree as Condition)), tree);
  } catch {
    // Whatever it is, it cannot be written down.
    return false;
  }
}

function areEqual(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === others.length &&
    keys.every(
      (key) => Object.hasOwn(other, key) && areEqual((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
    )
  );
}
