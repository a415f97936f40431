import type { Params, Surroundings } from '../validation/surroundings.ts';
import type { Field } from './problem.ts';

/** What a condition is turned into clauses with. */
export interface Compiling {
  readonly around: Surroundings;
  readonly params: Params;
  readonly fields: readonly Field[];
}

/** A rule that localisation cannot use: not linear in numbers, or about more than the record. */
export class Unusable extends Error {}

/** Place of a field. @throws Error for a field that does not exist: a fault of the edition */
export function placeOf(name: string, { around }: Compiling): number {
  const place = around.table.indexOf[name];
  if (place === undefined) throw new Error(`The layout has no field ${name}`);
  return place;
}

/** Places of fields that all hold texts no list knows. @throws Unusable when one does not */
export function openPlaces(names: readonly string[], compiling: Compiling): number[] {
  const places = names.map((name) => placeOf(name, compiling));
  if (places.some((place) => compiling.fields[place]!.kind !== 'open')) throw new Unusable('codes or numbers in a question to texts');
  return places;
}
