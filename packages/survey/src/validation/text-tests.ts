import type { Condition } from '../definition/condition.ts';
import { codeRanges } from '../kernels/code-ranges.ts';
import { hasRightCheckDigit } from '../kernels/luhn.ts';
import type { Params, Surroundings } from './surroundings.ts';
import { listOf, validCodes } from './lists.ts';

/** Conditions on the text of one field: asked once for each distinct value. */
export function textTest(condition: Condition, params: Params, around: Surroundings): (text: string) => boolean {
  switch (condition.op) {
    case 'codeIn': {
      const named = params[condition.codes];
      return codeRanges(named === undefined ? condition.codes : String(named));
    }
    case 'inList': {
      const valid = validCodes(condition.list, around);
      return (text) => valid.has(text);
    }
    case 'digits':
      return (text) => text.length >= condition.least && text.length <= condition.most && /^[0-9]+$/.test(text);
    case 'contains':
      return (text) => (condition.what === 'letter' ? /\p{L}/u : /[0-9]/).test(text);
    case 'containsWord': {
      const word = String(params[condition.word]).toLowerCase();
      return (text) => text.toLowerCase().includes(word);
    }
    case 'organisationNumber':
      return (text) => /^[0-9]{10}$/.test(text) && text.charCodeAt(2) >= 50 && hasRightCheckDigit(text);
    case 'unitHasCode':
      return (text) => around.facts.unit?.codes.includes(text) === true;
    case 'unitHasEmployer':
      return (text) => around.facts.employers?.some((employer) => employer.organisationNumber === text) === true;
    case 'employerIsCompany':
      return (text) => around.facts.employers?.some((employer) => employer.organisationNumber === text && employer.isCompany) === true;
    case 'unitHasDistrict':
      return (text) => around.facts.unit?.districts?.includes(text) === true;
    case 'unitHasNumber': {
      const own = new Set(
        ['municipalities', 'regions']
          .flatMap((list) => listOf(list, around).codes)
          .filter(({ code }) => around.facts.unit?.codes.includes(code) === true)
          .map(({ facts }) => facts?.['organisationNumber']),
      );
      return (text) => own.has(text);
    }
    case 'inCodebook': {
      const codes = new Set(around.facts.codebook ?? []);
      return (text) => codes.has(text);
    }
    case 'startsWith': {
      const start = String(params[condition.text] ?? condition.text);
      return (text) => text.startsWith(start);
    }
    case 'expiredIn': {
      const expired = new Set(
        listOf(condition.list, around)
          .codes.filter(({ validToYear = 9999 }) => validToYear < around.referenceYear)
          .map(({ code }) => code),
      );
      return (text) => expired.has(text);
    }
    case 'nameEndsWith': {
      const endings = condition.endings.split('|');
      const codes = new Set(
        listOf(condition.list, around)
          .codes.filter(({ name }) => endings.some((ending) => name.endsWith(ending)))
          .map(({ code }) => code),
      );
      return (text) => codes.has(text);
    }
    case 'labelSector': {
      const sectors = new Map(listOf('aid-labels', around).codes.map((code) => [code.code, code.facts?.['sector']]));
      return (text) => sectors.get(text) === condition.is;
    }
    default:
      throw new Error(`no text condition: ${condition.op}`);
  }
}
