import type { Quantity } from '../definition/condition.ts';
import { fieldsOf } from '../definition/fields-of.ts';
import { labelSalary } from '../validation/label-salary.ts';
import { binaryFunctions } from '../validation/number-functions.ts';
import { compileQuantity } from '../validation/numbers.ts';
import { textQuantity } from '../validation/text-quantities.ts';
import { openPlaces, placeOf, Unusable, type Compiling } from './compiling.ts';
import type { Linear, Term } from './problem.ts';

/** A quantity as a number plus numbers times fields, plus what a code and what open fields say. */
export interface LinearForm {
  readonly constant: number;
  readonly terms: readonly Term[];
  readonly plus?: NonNullable<Linear['plus']>;
  readonly known?: NonNullable<Linear['known']>;
}

/** @throws Unusable for what is not linear */
export function linearForm(quantity: Quantity, compiling: Compiling): LinearForm {
  if (typeof quantity === 'number') return { constant: quantity, terms: [] };
  // A fact of a code is no fact of the year.
  if ('codeFact' in quantity) return ofCode(quantity, compiling);
  if ('param' in quantity || ('fact' in quantity && quantity.fact !== 'age')) return { constant: valueOf(quantity, compiling), terms: [] };
  if ('field' in quantity) return { constant: 0, terms: [{ field: placeOf(quantity.field, compiling), times: 1 }] };
  if ('labelSalary' in quantity) {
    const { field, salaryOf } = labelSalary(quantity.labelSalary, compiling.around);
    return { constant: 0, terms: [], plus: { field: codePlace(field, compiling), of: salaryOf } };
  }
  if ('measure' in quantity || 'lastYearField' in quantity) throw new Unusable('more than the record');
  if (!('op' in quantity)) return knownForm(quantity, compiling);
  if (quantity.op === 'abs') throw new Unusable('an absolute value');
  const [left, right] = [linearForm(quantity.left, compiling), linearForm(quantity.right, compiling)];
  if (isConstant(left) && isConstant(right)) return { constant: binaryFunctions[quantity.op](left.constant, right.constant), terms: [] };
  switch (quantity.op) {
    case 'plus':
      return sum(left, right);
    case 'minus':
      return sum(left, scaled(right, -1));
    case 'times':
      if (isConstant(left)) return scaled(right, left.constant);
      if (isConstant(right)) return scaled(left, right.constant);
      break;
    case 'over':
      if (isConstant(right) && right.constant !== 0) return scaled(left, 1 / right.constant);
      break;
    default:
  }
  return knownForm(quantity, compiling);
}

/** left − right as one form. */
export const difference = (left: LinearForm, right: LinearForm): LinearForm => sum(left, scaled(right, -1));

const isConstant = ({ terms, plus, known }: LinearForm): boolean => terms.length === 0 && !plus && !known;

function sum(one: LinearForm, other: LinearForm): LinearForm {
  const times = new Map<number, number>();
  for (const term of [...one.terms, ...other.terms]) times.set(term.field, (times.get(term.field) ?? 0) + term.times);
  const plus = one.plus && other.plus ? bothCodes(one.plus, other.plus) : (one.plus ?? other.plus);
  const known = one.known && other.known ? bothKnown(one.known, other.known) : (one.known ?? other.known);
  return {
    constant: one.constant + other.constant,
    terms: [...times].flatMap(([field, factor]) => (factor === 0 ? [] : [{ field, times: factor }])),
    ...(plus ? { plus } : {}),
    ...(known ? { known } : {}),
  };
}

function bothCodes(one: NonNullable<Linear['plus']>, other: NonNullable<Linear['plus']>): NonNullable<Linear['plus']> {
  if (one.field !== other.field) throw new Unusable('numbers of two codes');
  return { field: one.field, of: (text) => one.of(text) + other.of(text) };
}

const bothKnown = (one: NonNullable<Linear['known']>, other: NonNullable<Linear['known']>): NonNullable<Linear['known']> => ({
  fields: [...one.fields, ...other.fields],
  of: (record) => one.of(record) + other.of(record),
});

function scaled({ constant, terms, plus, known }: LinearForm, by: number): LinearForm {
  return {
    constant: constant * by,
    terms: terms.map(({ field, times }) => ({ field, times: times * by })),
    ...(plus ? { plus: { field: plus.field, of: (text: string) => plus.of(text) * by } } : {}),
    ...(known ? { known: { fields: known.fields, of: (record: number) => known.of(record) * by } } : {}),
  };
}

/** What a list says of a code; where the field itself may hold any text, of the text that stands there. */
function ofCode(quantity: Extract<Quantity, { codeFact: string }>, compiling: Compiling): LinearForm {
  const place = placeOf(quantity.codeFact, compiling);
  if (compiling.fields[place]!.kind === 'open') return knownForm(quantity, compiling);
  const of = textQuantity(quantity, compiling.around);
  return { constant: 0, terms: [], plus: { field: codePlace(quantity.codeFact, compiling), of: (text) => of(text, 0) } };
}

/** What follows from texts that no list knows is a number of the record. */
function knownForm(quantity: Quantity, compiling: Compiling): LinearForm {
  const { params, around } = compiling;
  const fields = openPlaces(textsReadBy(quantity, compiling), compiling);
  const numbers = compileQuantity(quantity, { params, ground: around.ground, match: 'any' }).of(around);
  const one = new Float64Array(1);
  const of = (record: number): number => {
    numbers.fill(record, record + 1, one);
    return one[0]!;
  };
  return { constant: 0, terms: [], known: { fields, of } };
}

/** Age and day of birth follow from the person, whom the quantity does not name. */
function textsReadBy(quantity: Quantity, { around }: Compiling): string[] {
  const person = /"dayTurned"|"fact":"age"/.test(JSON.stringify(quantity)) ? around.roles.person : undefined;
  return [...fieldsOf(quantity), ...(person === undefined ? [] : [person])];
}

function codePlace(name: string, compiling: Compiling): number {
  const place = placeOf(name, compiling);
  if (compiling.fields[place]!.kind !== 'codes') throw new Unusable('a number of a text without a list');
  return place;
}

const valueOf = (quantity: Quantity, { params, around }: Compiling): number =>
  compileQuantity(quantity, { params, ground: around.ground, match: 'any' }).constant!;
