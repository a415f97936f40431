import { perValue, type Surroundings, type Test } from './compile-condition.ts';
import { listOf } from './lists.ts';

export type Sector = 'municipality' | 'region';

/** True for a unit with codes of both sectors (Gotland): field 1 then says which sector a record is of. */
export function hasBothSectors(around: Surroundings): boolean {
  const codes = around.facts.unit?.codes ?? [];
  return codes.some(isIn('municipalities', around)) && codes.some(isIn('regions', around));
}

/**
 * Whether a record is of the sector, for a unit with both. A record with a code that is not the unit's is of neither: what is
 * wrong with it is its code, and no rule of a sector can be evaluated.
 */
export function isOfSector(sector: Sector, around: Surroundings): Test {
  const own = new Set((around.facts.unit?.codes ?? []).filter(isIn(sector === 'region' ? 'regions' : 'municipalities', around)));
  return perValue(around, 'municipalityCode', (code) => own.has(code));
}

function isIn(list: string, around: Surroundings): (code: string) => boolean {
  const codes = new Set(listOf(list, around).codes.map(({ code }) => code));
  return (code) => codes.has(code);
}
