import type { Condition, Quantity } from '../definition/condition.ts';
import { isUncertain } from '../definition/definite.ts';
import { isNumber, isUnread, noValue } from '../reading/encode-number.ts';
import { compileQuantity, type Asking as AskingOfSurvey } from './numbers.ts';
import { columnOf, type Surroundings, type Test } from './surroundings.ts';

/** What a condition is asked with, and of which file. */
export interface Asking extends Omit<AskingOfSurvey, 'ground'> {
  readonly around: Surroundings;
}

/** Something a condition works with. */
export interface Operand {
  /** A record has none. */
  readonly isMissing: Test;
  /** What a record has is no number. */
  readonly isUnread: Test;
  /** There is no number, so that a comparison with it has no answer: in a guard nobody knows then whether the rule applies. */
  readonly isUnknown: Test;
}

const never: Test = () => false;

/** What a condition works with. A field that it only asks whether it is filled need not be. */
export function operandsOf(condition: Condition, asking: Asking): Operand[] {
  const { around } = asking;
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => operandsOf(part, asking));
    case 'not':
      return operandsOf(condition.of, asking);
    case 'lastYear':
      return ofLastYear(condition.of, asking);
    case 'compare': {
      const asked = around.zeroIsValue ? undefined : filledField(condition.left, condition.right);
      return asked === undefined
        ? [condition.left, condition.right].flatMap((part) => ofQuantity(part, asking))
        : [asksIfFilled(asked, around)];
    }
    case 'near':
      return [condition.left, condition.right, condition.tolerance].flatMap((part) => ofQuantity(part, asking));
    case 'empty':
      return [asksIfFilled(condition.field, around)];
    case 'sameText':
      return [operandOf(condition.field, around), operandOf(condition.other, around)];
    case 'sameAsLastYear':
    case 'sameFactAsLastYear':
      return [
        operandOf(condition.field, around),
        ...ofLastYear({ op: 'sameText', field: condition.field, other: condition.field }, asking),
      ];
    case 'unitIs':
      return [];
    case 'recordSector':
      return [operandOf(around.roles.unitCode!, around)];
    case 'labelSector':
      return [operandOf(around.roles.classification!, around)];
    default:
      return [operandOf(condition.field, around)];
  }
}

/** Where an empty number is 0, comparing a field with 0 asks whether it is filled. */
const filledField = (left: Quantity, right: Quantity): string | undefined =>
  right === 0 && typeof left === 'object' && 'field' in left ? left.field : undefined;

const asksIfFilled = (field: string, around: Surroundings): Operand => {
  const operand = operandOf(field, around);
  return { ...operand, isMissing: never, isUnknown: operand.isUnread };
};

export function operandOf(field: string, around: Surroundings): Operand {
  const column = columnOf(around, field);
  const nothing = column.dictionary || !around.zeroIsValue ? 0 : noValue;
  return {
    isMissing: (record) => column.values[record] === nothing,
    isUnread: column.dictionary ? never : (record) => isUnread(column.values[record]!),
    isUnknown: column.dictionary ? never : (record) => !isNumber(column.values[record]!),
  };
}

function ofQuantity(quantity: Quantity, asking: Asking): Operand[] {
  if (typeof quantity === 'number' || 'param' in quantity) return [];
  if ('field' in quantity) return [operandOf(quantity.field, asking.around)];
  if ('left' in quantity)
    return [...[quantity.left, quantity.right].flatMap((part) => ofQuantity(part, asking)), ...ofResult(quantity, asking)];
  if ('op' in quantity) return ofQuantity(quantity.of, asking);
  const { around } = asking;
  const numbers = compileQuantity(quantity, { ...asking, ground: around.ground }).of(around);
  const one = new Float64Array(1);
  const isMissing: Test = (record) => {
    numbers.fill(record, record + 1, one);
    return Number.isNaN(one[0]);
  };
  return [{ isMissing, isUnread: never, isUnknown: isMissing }];
}

/** Of two numbers that are there, one that is no day, or nothing to divide by. */
function ofResult(quantity: Extract<Quantity, { left: Quantity }>, asking: Asking): Operand[] {
  if (!isUncertain(quantity)) return [];
  const { around } = asking;
  const numbers = compileQuantity(quantity, { ...asking, ground: around.ground }).of(around);
  const one = new Float64Array(1);
  const isNone: Test = (record) => {
    numbers.fill(record, record + 1, one);
    return !Number.isFinite(one[0]);
  };
  return [{ isMissing: isNone, isUnread: never, isUnknown: isNone }];
}

/** Of the matched record; without a match everything of last year is missing. */
function ofLastYear(condition: Condition, asking: Asking): Operand[] {
  const { panel } = asking.around;
  if (!panel) return [];
  return operandsOf(condition, { ...asking, around: panel.last }).map(({ isMissing, isUnread: isNoNumber }) => ({
    isMissing(record) {
      const match = panel.match(record, asking.match);
      return match < 0 || isMissing(match) || isNoNumber(match);
    },
    isUnread: never,
    isUnknown: never,
  }));
}
