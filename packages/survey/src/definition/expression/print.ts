import type { Condition, Quantity } from '../condition.ts';
import {
  conditionFunctions,
  membershipFunctions,
  products,
  quantityFunctions,
  sums,
  type Argument,
  type FunctionWord,
} from './vocabulary.ts';

/** A condition as a person writes it; read again it is the same tree. */
export function printCondition(condition: Condition): string {
  return conditionIn(condition, 0);
}

/** A quantity as a person writes it. */
export function printQuantity(quantity: Quantity): string {
  return quantityIn(quantity, 0);
}

/** Strength of what stands around: 0 nothing, 1 `or`, 2 `and`, 3 `not`. */
function conditionIn(condition: Condition, around: number): string {
  switch (condition.op) {
    case 'all':
    case 'any': {
      const word = condition.op === 'all' ? 'and' : 'or';
      const strength = condition.op === 'all' ? 2 : 1;
      if (condition.of.length < 2) return `${condition.op}(${condition.of.map((part) => conditionIn(part, 0)).join(', ')})`;
      // A list within a list of its own kind keeps its brackets: it is another tree.
      const text = condition.of.map((part) => conditionIn(part, strength)).join(` ${word} `);
      return around >= strength ? `(${text})` : text;
    }
    case 'not':
      return negated(condition.of, around);
    case 'compare':
      return `${quantityIn(condition.left, 0)} ${condition.sign} ${quantityIn(condition.right, 0)}`;
    case 'codeIn':
      return `${condition.field} in ${quoted(condition.codes)}`;
    case 'inList':
      return `${condition.field} in list ${quoted(condition.list)}`;
    case 'expiredIn':
      return `${condition.field} in expired ${quoted(condition.list)}`;
    case 'unitIs':
      return `unit is ${quoted(condition.kinds.join('|'))}`;
    case 'partIn':
      return `${called(membershipFunctions, condition)} in ${quoted(condition.codes)}`;
    case 'factIn':
      return `${called(membershipFunctions, condition)} in ${quoted(condition.values)}`;
    default:
      return called(conditionFunctions, condition);
  }
}

function negated(of: Condition, around: number): string {
  if (of.op === 'codeIn') return `${of.field} not in ${quoted(of.codes)}`;
  if (of.op === 'inList') return `${of.field} not in list ${quoted(of.list)}`;
  if (of.op === 'expiredIn') return `${of.field} not in expired ${quoted(of.list)}`;
  // A comparison has no word in front of which `not` could be read otherwise, but people read it so.
  const text = of.op === 'compare' ? `not (${conditionIn(of, 0)})` : `not ${conditionIn(of, 3)}`;
  return around > 3 ? `(${text})` : text;
}

/** Strength: 1 a sum, 2 a product or the right of a sum, 3 the right of a product. */
function quantityIn(quantity: Quantity, around: number): string {
  if (typeof quantity === 'number') return String(quantity);
  if ('param' in quantity) return `$${quantity.param}`;
  if ('field' in quantity) return quantity.field;
  if ('lastYearField' in quantity) return `last.${quantity.lastYearField}`;
  if ('measure' in quantity) return `${quantity.year === 'last' ? 'last.' : ''}measure.${quantity.measure}`;
  const tagged = quantityFunctions.find(({ tag }) => tag !== undefined && tag in quantity);
  if (tagged) return written(tagged, quantity);
  if ('fact' in quantity) return `@${quantity.fact}`;
  const { op } = quantity as { op: string };
  const sum = Object.entries(sums).find(([, name]) => name === op)?.[0];
  const product = Object.entries(products).find(([, name]) => name === op)?.[0];
  if (!sum && !product) return called(quantityFunctions, quantity as { op: string });
  const { left, right } = quantity as { left: Quantity; right: Quantity };
  const strength = sum ? 1 : 2;
  const text = `${quantityIn(left, strength - 1)} ${sum ?? product} ${quantityIn(right, strength)}`;
  return around >= strength ? `(${text})` : text;
}

function called(words: readonly FunctionWord[], node: { readonly op: string }): string {
  const word = words.find(({ op }) => op === node.op);
  if (!word) throw new Error(`The language has no word for ${node.op}`);
  return written(word, node);
}

const written = ({ name, arguments: wanted }: FunctionWord, node: object): string =>
  `${name}(${wanted.map((argument) => argumentOf(argument, (node as Record<string, unknown>)[argument.key])).join(', ')})`;

function argumentOf({ kind }: Argument, value: unknown): string {
  if (kind === 'text') return quoted(String(value));
  if (kind === 'param') return `$${String(value)}`;
  if (kind === 'quantity') return quantityIn(value as Quantity, 0);
  if (kind === 'condition') return conditionIn(value as Condition, 0);
  return String(value);
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
