import type { Condition, Quantity } from '../definition/condition.ts';
import { binaryFunctions } from './number-functions.ts';
import { paramOf, type Measured, type Params, type Surroundings } from './surroundings.ts';

/**
 * A condition on the measures of an aggregate rule: asked of a group, not of a record. A measure that is not known is NaN and
 * compares as false.
 * @throws Error for a condition that asks of a record
 */
export function compileMeasured(condition: Condition, params: Params, around: Surroundings, measured: Measured): () => boolean {
  const part = (of: Condition) => compileMeasured(of, params, around, measured);
  const number = (of: Quantity) => quantityOf(of, params, around.referenceYear, measured);
  switch (condition.op) {
    case 'all': {
      const tests = condition.of.map(part);
      return () => tests.every((test) => test());
    }
    case 'any': {
      const tests = condition.of.map(part);
      return () => tests.some((test) => test());
    }
    case 'not': {
      const test = part(condition.of);
      return () => !test();
    }
    case 'near': {
      const [left, right, tolerance] = [number(condition.left), number(condition.right), number(condition.tolerance)];
      return () => Math.abs(left() - right()) <= tolerance();
    }
    case 'compare': {
      const [left, right] = [number(condition.left), number(condition.right)];
      if (condition.sign === '>') return () => left() > right();
      if (condition.sign === '>=') return () => left() >= right();
      if (condition.sign === '<') return () => left() < right();
      if (condition.sign === '<=') return () => left() <= right();
      return () => left() === right();
    }
    case 'unitIs': {
      const { unit } = around.facts;
      return () => unit !== undefined && condition.kinds.includes(unit.kind);
    }
    default:
      throw new Error(`${condition.op} asks of a record, and an aggregate rule of measures`);
  }
}

function quantityOf(quantity: Quantity, params: Params, year: number, measured: Measured): () => number {
  if (typeof quantity === 'number') return () => quantity;
  if ('param' in quantity) {
    const value = Number(paramOf(quantity.param, params));
    return () => value;
  }
  if ('measure' in quantity) {
    const { measure } = quantity;
    return quantity.year === 'last' ? () => measured.last?.[measure] ?? Number.NaN : () => measured.now[measure] ?? Number.NaN;
  }
  if ('fact' in quantity && quantity.fact === 'year') return () => year;
  if ('left' in quantity) {
    const apply = binaryFunctions[quantity.op];
    const [left, right] = [quantityOf(quantity.left, params, year, measured), quantityOf(quantity.right, params, year, measured)];
    return () => apply(left(), right());
  }
  if ('op' in quantity && quantity.op === 'abs') {
    const of = quantityOf(quantity.of, params, year, measured);
    return () => Math.abs(of());
  }
  throw new Error(`${JSON.stringify(quantity)} is of a record, and an aggregate rule asks of measures`);
}
