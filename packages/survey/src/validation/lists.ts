import { isValidIn, type CodeList } from '../definition/code-list.ts';
import type { Ground } from './ground.ts';
import type { Surroundings } from './surroundings.ts';

/** Codes of a list that are valid in the reference year. `activity-codes` is the list of the unit's own kind. */
export function validCodes(list: string, around: Surroundings): ReadonlySet<string> {
  const year = around.referenceYear;
  const id = list === 'activity-codes' ? `activity-codes-${around.facts.unit?.kind === 'region' ? 'region' : 'municipality'}` : list;
  return codesOf(listOf(id, around), year);
}

/** All codes of a list, or those valid in a year. */
export const codesOf = (list: CodeList, year?: number): ReadonlySet<string> =>
  workedOut(
    list,
    `codes ${year}`,
    () => new Set(list.codes.filter((code) => year === undefined || isValidIn(list, code, year)).map(({ code }) => code)),
  );

/** What follows from a list alone. Lists belong to a survey and are asked of many files: it is worked out once. @param key tells what it is */
export function workedOut<Known>(list: CodeList, key: string, work: () => Known): Known {
  const ofList = known.get(list) ?? new Map<string, unknown>();
  known.set(list, ofList);
  if (!ofList.has(key)) ofList.set(key, work());
  return ofList.get(key) as Known;
}

const known = new WeakMap<CodeList, Map<string, unknown>>();

export function listOf(id: string, { codeLists }: Pick<Ground, 'codeLists'>): CodeList {
  const list = codeLists[id];
  if (!list) throw new Error(`The edition has no code list ${id}`);
  return list;
}
