import type { Condition, Quantity } from '../definition/condition.ts';
import { mayBeUnknown, surely } from '../definition/definite.ts';
import { fieldsOf } from '../definition/fields-of.ts';
import { compileCondition } from '../validation/compile-condition.ts';
import { paramOf } from '../validation/surroundings.ts';
import { hasBothSectors } from '../validation/sectors.ts';
import { textTest } from '../validation/text-tests.ts';
import { openPlaces, placeOf, Unusable, type Compiling } from './compiling.ts';
import { difference, linearForm } from './linear-form.ts';
import type { Literal } from './problem.ts';

/** More clauses of one rule, or alternatives in one clause, than this are not followed. */
const most = 64;

/**
 * A condition that is wanted to be true, or false, as clauses of literals at least one of which must be true.
 * @throws Unusable for what is neither linear in numbers nor a question to the texts of one record
 */
export function clausesOf(condition: Condition, wanted: boolean, compiling: Compiling): Literal[][] {
  switch (condition.op) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => clausesOf(part, wanted, compiling));
      return (condition.op === 'all') === wanted ? parts.flat() : distributed(parts);
    }
    case 'not':
      return mayBeUnknown(condition.of)
        ? clausesOf(surely(condition.of, false), wanted, compiling)
        : clausesOf(condition.of, !wanted, compiling);
    case 'compare':
      return compared(condition, wanted, compiling);
    case 'near': {
      const { left, right, tolerance } = condition;
      const apart: Quantity = { op: 'abs', of: { op: 'minus', left, right } };
      return compared({ op: 'compare', left: apart, sign: '<=', right: tolerance }, wanted, compiling);
    }
    case 'empty': {
      const place = placeOf(condition.field, compiling);
      const field = compiling.fields[place]!;
      return field.kind === 'number' ? missing(place, wanted, compiling) : ofText(condition, condition.field, wanted, compiling);
    }
    case 'sameText': {
      const [one, other] = [condition.field, condition.other];
      const isNumber = compiling.fields[placeOf(one, compiling)]!.kind === 'number';
      if (!isNumber) return known(condition, [one, other], wanted, compiling);
      return compared({ op: 'compare', left: { field: one }, sign: '=', right: { field: other } }, wanted, compiling);
    }
    case 'day':
      return day(condition, wanted, compiling);
    case 'unitIs':
      return known(condition, [], wanted, compiling);
    case 'recordSector': {
      const { unitCode } = compiling.around.roles;
      return known(condition, unitCode === undefined ? [] : [unitCode], wanted, compiling);
    }
    case 'lastYear':
    case 'sameAsLastYear':
    case 'sameFactAsLastYear':
    case 'personInLastYear':
      throw new Unusable('last year');
    case 'inList':
      if (condition.list === 'activity-codes' && hasBothSectors(compiling.around)) throw new Unusable('the list hangs on the sector');
      return ofText(condition, condition.field, wanted, compiling);
    default: {
      const field = 'field' in condition ? condition.field : compiling.around.roles.classification;
      if (field === undefined) throw new Unusable('no field');
      return ofText(condition, field, wanted, compiling);
    }
  }
}

/** One of several lists of clauses must hold: every choice of one clause from each. */
function distributed(parts: readonly (readonly Literal[][])[]): Literal[][] {
  let joined: Literal[][] = [[]];
  for (const part of parts) {
    joined = joined.flatMap((clause) => part.map((other) => [...clause, ...other]));
    if (joined.length > most || joined.some((clause) => clause.length > most)) throw new Unusable('too many alternatives');
  }
  return joined;
}

function compared(condition: Extract<Condition, { op: 'compare' }>, wanted: boolean, compiling: Compiling): Literal[][] {
  const { left, sign, right } = condition;
  if (isAbsolute(right)) return compared({ op: 'compare', left: right, sign: turned[sign], right: left }, wanted, compiling);
  if (isAbsolute(left)) {
    const below: Quantity = { op: 'times', left: -1, right: left.of };
    const sides = [left.of, below].map((side): Condition => ({ op: 'compare', left: side, sign, right }));
    if (sign === '=') throw new Unusable('an absolute value that is equal to something');
    return clausesOf({ op: sign === '>' || sign === '>=' ? 'any' : 'all', of: sides }, wanted, compiling);
  }
  if (sign === '=') {
    const [least, greatest] = (['>=', '<='] as const).map((part) => inequality(left, part, right, wanted, compiling));
    return wanted ? [[least!], [greatest!]] : [[least!, greatest!]];
  }
  return [[inequality(left, sign, right, wanted, compiling)]];
}

const isAbsolute = (quantity: Quantity): quantity is Extract<Quantity, { op: 'abs' }> =>
  typeof quantity === 'object' && 'op' in quantity && quantity.op === 'abs';

const turned = { '>': '<', '>=': '<=', '<': '>', '<=': '>=', '=': '=' } as const;
const opposite = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' } as const;

/** left sign right, or the opposite when it is not wanted, with the fields to the left and the rest to the right. */
function inequality(left: Quantity, sign: '>' | '>=' | '<' | '<=', right: Quantity, wanted: boolean, compiling: Compiling): Literal {
  const asked = wanted ? sign : opposite[sign];
  const isMost = asked === '<' || asked === '<=';
  const [small, large] = isMost ? [left, right] : [right, left];
  const { constant, terms, plus, known: ofRecord } = difference(linearForm(small, compiling), linearForm(large, compiling));
  return {
    is: 'linear',
    terms,
    atMost: 0 - constant,
    strictly: asked === '<' || asked === '>',
    // A comparison with what is no number is false: one that is not wanted is as it should be.
    whenUnknown: !wanted,
    ...(plus ? { plus: { field: plus.field, of: (text: string) => 0 - plus.of(text) } } : {}),
    ...(ofRecord ? { known: { fields: ofRecord.fields, of: (record: number) => 0 - ofRecord.of(record) } } : {}),
  };
}

/** An empty number: nothing at all, or zero where that means the same. */
function missing(place: number, wanted: boolean, { fields }: Compiling): Literal[][] {
  const field = fields[place]!;
  if (field.kind === 'number' && field.mayBeMissing) return [[{ is: wanted ? 'missing' : 'there', field: place }]];
  const side = (times: number, atMost: number): Literal => ({ is: 'linear', terms: [{ field: place, times }], atMost, strictly: false });
  return wanted ? [[side(1, 0)], [side(-1, 0)]] : [[side(-1, -1), side(1, -1)]];
}

/**
 * A day is a number between the first and the last one; which numbers between them are days is asked where a value is proposed.
 * To write what is no day is never a remedy.
 */
function day(condition: Extract<Condition, { op: 'day' }>, wanted: boolean, compiling: Compiling): Literal[][] {
  const { around, params } = compiling;
  const place = placeOf(condition.field, compiling);
  const isDay = compileCondition(condition, params, around);
  const asItStands: Literal = { is: 'known', fields: [place], holds: (record) => isDay(record) === wanted, whenChanged: wanted };
  if (!wanted) return [[asItStands]];
  const [first, last] = [Number(paramOf('minYear', params)) * 10_000 + 101, Number(paramOf('maxYear', params)) * 10_000 + 1231];
  const side = (times: number, atMost: number): Literal => ({ is: 'linear', terms: [{ field: place, times }], atMost, strictly: false });
  return [[asItStands], [side(-1, 0 - first)], [side(1, last)]];
}

/** A question to the text of one field: asked of every code of a list, or of the record where no list tells what there is. */
function ofText(condition: Condition, name: string, wanted: boolean, compiling: Compiling): Literal[][] {
  const place = placeOf(name, compiling);
  const field = compiling.fields[place]!;
  if (field.kind === 'number') throw new Unusable('a question to the text of a number');
  if (field.kind === 'open') return known(condition, [name], wanted, compiling);
  if (condition.op === 'empty') return [[{ is: 'text', field: place, test: (text) => (text === '') === wanted }]];
  if (condition.op === 'personalNumber') throw new Unusable('a personal number from a list');
  const test = textTest(condition, compiling.params, compiling.around);
  return [[{ is: 'text', field: place, test: (text) => test(text) === wanted }]];
}

function known(condition: Condition, names: readonly string[], wanted: boolean, compiling: Compiling): Literal[][] {
  const fields = openPlaces([...names, ...fieldsOf(condition)], compiling);
  const holds = compileCondition(condition, compiling.params, compiling.around);
  return [[{ is: 'known', fields, holds: (record) => holds(record) === wanted, whenChanged: true }]];
}
