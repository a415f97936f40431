import type { Quantity } from '../definition/condition.ts';

/** Σ coefficient·field + constant. */
export interface Linear {
  readonly of: ReadonlyMap<string, number>;
  readonly constant: number;
}

/** What a quantity is judged by beside itself. */
export interface Known {
  readonly params: Readonly<Record<string, number | string>>;
  readonly year: number;
}

/** A quantity as a sum of fields; undefined for one that is no such sum. */
export function linearOf(quantity: Quantity, known: Known): Linear | undefined {
  if (typeof quantity === 'number') return constant(quantity);
  if ('param' in quantity) return constant(Number(known.params[quantity.param]));
  if ('field' in quantity) return { of: new Map([[quantity.field, 1]]), constant: 0 };
  if ('codeFact' in quantity) return undefined;
  if ('fact' in quantity) return quantity.fact === 'age' ? undefined : constant(factOf(quantity.fact, known.year));
  if (!('left' in quantity)) return undefined;
  const [left, right] = [linearOf(quantity.left, known), linearOf(quantity.right, known)];
  if (!left || !right) return undefined;
  switch (quantity.op) {
    case 'plus':
      return sum(left, right, 1);
    case 'minus':
      return sum(left, right, -1);
    case 'times':
      if (left.of.size === 0) return scaled(right, left.constant);
      return right.of.size === 0 ? scaled(left, right.constant) : undefined;
    case 'over':
      return right.of.size === 0 && right.constant !== 0 ? scaled(left, 1 / right.constant) : undefined;
    default:
      return undefined;
  }
}

const constant = (value: number): Linear | undefined => (Number.isFinite(value) ? { of: new Map(), constant: value } : undefined);

const factOf = (fact: 'firstDay' | 'lastDay' | 'year', year: number): number =>
  fact === 'year' ? year : year * 10_000 + (fact === 'firstDay' ? 1101 : 1130);

/** The first with so many of the second. */
export function sum(one: Linear, other: Linear, times: number): Linear {
  const of = new Map(one.of);
  for (const [field, coefficient] of other.of) {
    const together = (of.get(field) ?? 0) + times * coefficient;
    if (together === 0) of.delete(field);
    else of.set(field, together);
  }
  return { of, constant: one.constant + times * other.constant };
}

export const scaled = ({ of, constant: added }: Linear, by: number): Linear => ({
  of: new Map(by === 0 ? [] : [...of].map(([field, coefficient]) => [field, coefficient * by])),
  constant: added * by,
});

/** Σ coefficient·field is at most a number. Fields hold whole numbers. */
export interface Row {
  readonly of: ReadonlyMap<string, number>;
  readonly atMost: number;
}

/**
 * The linear sum is below 0, or at most 0. Whole coefficients make a whole sum: below a number is then at most the whole number
 * before it. Where no power of ten makes them whole, "below" is taken as "at most": more records seem possible, never fewer.
 */
export function rowOf(linear: Linear, isStrict: boolean): Row {
  const whole = inWholeNumbers(linear);
  if (!whole) return { of: linear.of, atMost: 0 - linear.constant };
  const bound = 0 - whole.constant;
  return { of: whole.of, atMost: isStrict ? Math.ceil(bound) - 1 : Math.floor(bound) };
}

function inWholeNumbers(linear: Linear): Linear | undefined {
  for (let power = 0; power <= 6; power += 1) {
    const larger = scaled(linear, 10 ** power);
    if (![...larger.of.values()].every((value) => isWhole(value))) continue;
    const rounded = new Map([...larger.of].map(([field, value]) => [field, Math.round(value)]));
    return { of: rounded, constant: isWhole(larger.constant) ? Math.round(larger.constant) : larger.constant };
  }
  return undefined;
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, Math.abs(value));
