import type { CodeList } from '../definition/code-list.ts';
import type { Surroundings } from './surroundings.ts';

/** Codes of a list that are valid in the reference year. `activity-codes` is the list of the unit's own kind. */
export function validCodes(list: string, around: Surroundings): ReadonlySet<string> {
  const year = around.referenceYear;
  const id = list === 'activity-codes' ? `activity-codes-${around.facts.unit?.kind === 'region' ? 'region' : 'municipality'}` : list;
  return codesOf(listOf(id, around), year);
}

/** All codes of a list, or those valid in a year. */
export function codesOf(list: CodeList, year?: number): ReadonlySet<string> {
  const ofList = known.get(list) ?? new Map<number | undefined, ReadonlySet<string>>();
  known.set(list, ofList);
  const codes = ofList.get(year) ?? new Set(list.codes.filter((code) => year === undefined || isValid(code, year)).map(({ code }) => code));
  ofList.set(year, codes);
  return codes;
}

/** Lists belong to a survey and are asked of many files. */
const known = new WeakMap<CodeList, Map<number | undefined, ReadonlySet<string>>>();

const isValid = ({ validFromYear = 0, validToYear = 9999 }: CodeList['codes'][number], year: number): boolean =>
  validFromYear <= year && year <= validToYear;

export function listOf(id: string, around: Surroundings): CodeList {
  const list = around.codeLists[id];
  if (!list) throw new Error(`The edition has no code list ${id}`);
  return list;
}
