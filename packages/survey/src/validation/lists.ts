import type { CodeList } from '../definition/code-list.ts';
import type { Surroundings } from './surroundings.ts';

/** Codes of a list that are valid in the reference year. `activity-codes` is the list of the unit's own kind. */
export function validCodes(list: string, around: Surroundings): Set<string> {
  const year = around.referenceYear;
  const id = list === 'activity-codes' ? `activity-codes-${around.facts.unit?.kind === 'region' ? 'region' : 'municipality'}` : list;
  return new Set(
    listOf(id, around)
      .codes.filter(({ validFromYear = 0, validToYear = 9999 }) => validFromYear <= year && year <= validToYear)
      .map(({ code }) => code),
  );
}

export function listOf(id: string, around: Surroundings): CodeList {
  const list = around.codeLists[id];
  if (!list) throw new Error(`The edition has no code list ${id}`);
  return list;
}
