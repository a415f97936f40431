import type { Condition, Quantity } from './condition.ts';

/** What a condition must find in its edition or its rule. */
export interface Use {
  /** A field that must hold texts, or numbers, or either; a list, a fact of its codes, a parameter, a measure of the rule, or a role of the edition. */
  readonly of: 'text' | 'number' | 'field' | 'list' | 'fact' | 'param' | 'measure' | 'role';
  readonly name: string;
  /** Of a fact: the list whose codes have it. */
  readonly list?: string;
}

const text = (name: string): Use => ({ of: 'text', name });
const number = (name: string): Use => ({ of: 'number', name });
const list = (name: string): Use => ({ of: 'list', name });
const fact = (ofList: string, name: string): Use => ({ of: 'fact', name, list: ofList });
const param = (name: string): Use => ({ of: 'param', name });
const role = (name: 'person' | 'unitCode' | 'classification'): Use => ({ of: 'role', name });

/** Everything a condition names, in the order it stands there. */
export function usesOf(condition: Condition): Use[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(usesOf);
    case 'not':
    case 'lastYear':
      return usesOf(condition.of);
    case 'compare':
      return [...usesOfQuantity(condition.left), ...usesOfQuantity(condition.right)];
    case 'near':
      return [condition.left, condition.right, condition.tolerance].flatMap(usesOfQuantity);
    case 'empty':
    case 'sameAsLastYear':
      return [{ of: 'field', name: condition.field }];
    case 'sameText':
      return [
        { of: 'field', name: condition.field },
        { of: 'field', name: condition.other },
      ];
    case 'day':
      return [number(condition.field), param('minYear'), param('maxYear')];
    case 'containsWord':
      return [text(condition.field), param(condition.word)];
    case 'inList':
    case 'expiredIn':
    case 'nameEndsWith':
      return [text(condition.field), list(condition.list)];
    case 'factIn':
    case 'sameFactAsLastYear':
      return [text(condition.field), list(condition.list), fact(condition.list, condition.fact)];
    case 'unitHasNumber':
      return [text(condition.field), list('municipalities'), list('regions')];
    case 'personInLastYear':
      return [text(condition.field), role('person')];
    case 'unitIs':
      return [];
    case 'recordSector':
      return [role('unitCode')];
    case 'labelSector':
      return [role('classification'), list('aid-labels')];
    default:
      return [text(condition.field)];
  }
}

/** Everything a quantity names. */
export function usesOfQuantity(quantity: Quantity): Use[] {
  if (typeof quantity === 'number') return [];
  if ('param' in quantity) return [param(quantity.param)];
  if ('field' in quantity) return [number(quantity.field)];
  if ('codeFact' in quantity) return [text(quantity.codeFact), list(quantity.list), fact(quantity.list, quantity.fact)];
  if ('fact' in quantity) return quantity.fact === 'age' ? [role('person')] : [];
  if ('dayTurned' in quantity) return [param(quantity.dayTurned), role('person')];
  if ('lastYearField' in quantity) return [number(quantity.lastYearField)];
  if ('measure' in quantity) return [{ of: 'measure', name: quantity.measure }];
  if ('labelSalary' in quantity) return [role('classification'), list('aid-demo')];
  if ('lengthOf' in quantity) return [text(quantity.lengthOf)];
  if ('dateOf' in quantity) return [text(quantity.dateOf)];
  if ('ageOf' in quantity) return [text(quantity.ageOf), ...usesOfQuantity(quantity.on)];
  if (quantity.op === 'abs') return usesOfQuantity(quantity.of);
  return [...usesOfQuantity(quantity.left), ...usesOfQuantity(quantity.right)];
}

/** Whether a quantity is the same for every record: the day an age is counted on must be. */
export function isConstant(quantity: Quantity): boolean {
  if (typeof quantity === 'number' || 'param' in quantity) return true;
  if ('codeFact' in quantity) return false;
  if ('fact' in quantity) return quantity.fact !== 'age';
  if ('left' in quantity) return isConstant(quantity.left) && isConstant(quantity.right);
  return false;
}

/** Every age that is counted on a day of the record's own. */
export function agesOnOwnDay(tree: unknown): boolean {
  if (typeof tree !== 'object' || tree === null) return false;
  if ('ageOf' in tree && 'on' in tree && !isConstant(tree.on as Quantity)) return true;
  return Object.values(tree).some(agesOnOwnDay);
}
