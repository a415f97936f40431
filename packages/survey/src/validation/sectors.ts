import { fillTested } from '../engine/fill-words.ts';
import type { Answering } from '../engine/questions.ts';
import { codesOf, listOf, validCodes } from './lists.ts';
import type { Ground } from './ground.ts';
import type { Surroundings, Test } from './surroundings.ts';
import { perValue } from './text-answers.ts';

export type Sector = 'municipality' | 'region';

/** True for a unit with codes of both sectors (Gotland): field 1 then says which sector a record is of. */
export function hasBothSectors(around: Surroundings): boolean {
  if (!around.codeLists['municipalities'] || !around.codeLists['regions']) return false;
  const codes = around.facts.unit?.codes ?? [];
  return codes.some(isIn('municipalities', around)) && codes.some(isIn('regions', around));
}

/**
 * Whether a record is of the sector, for a unit with both. A record with a code that is not the unit's is of neither: what is
 * wrong with it is its code, and no rule of a sector can be evaluated.
 */
export function isOfSector(sector: Sector, around: Surroundings): Test {
  const own = new Set((around.facts.unit?.codes ?? []).filter(isIn(sector === 'region' ? 'regions' : 'municipalities', around)));
  return perValue(around, unitField(around), (text) => own.has(text));
}

/** For a unit with both sectors: a record whose sector is not known may have an activity of either. */
export function isActivityOfItsSector(field: string, around: Surroundings): Answering {
  const [ofMunicipality, ofRegion] = (['municipality', 'region'] as const).map((sector) => {
    const valid = validCodes(`activity-codes-${sector}`, around);
    return { isOf: isOfSector(sector, around), isValid: perValue(around, field, (text) => valid.has(text)) };
  });
  const test: Test = (record) =>
    (ofMunicipality!.isValid(record) && !ofRegion!.isOf(record)) || (ofRegion!.isValid(record) && !ofMunicipality!.isOf(record));
  const { records } = around.table;
  return { fill: (words, at, from, to) => fillTested(words, at, from, to, records, test) };
}

/** @throws Error for an edition that does not say it */
export function unitField({ roles }: Pick<Ground, 'roles'>): string {
  if (roles.unitCode === undefined) throw new Error('The edition does not say which field holds the code of the unit');
  return roles.unitCode;
}

function isIn(list: string, around: Surroundings): (code: string) => boolean {
  const codes = codesOf(listOf(list, around));
  return (code) => codes.has(code);
}
