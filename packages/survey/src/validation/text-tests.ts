import type { Code, CodeList } from '../definition/code-list.ts';
import type { Condition } from '../definition/condition.ts';
import { codeRanges } from '../kernels/code-ranges.ts';
import { checkDigits } from '../kernels/check-digits.ts';
import { dayIn } from '../kernels/written-day.ts';
import { hasRightCheckDigit } from '../kernels/luhn.ts';
import type { Ground } from './ground.ts';
import type { Params, Surroundings } from './surroundings.ts';
import { codesOf, listOf, validCodes, workedOut } from './lists.ts';

type TextTest = (text: string) => boolean;

/** Conditions on the text of one field: asked once for each distinct value. */
export const textTest = (condition: Condition, params: Params, around: Surroundings): TextTest =>
  surveyTest(condition, params, around) ?? unitTest(condition, around);

/** One whose answer is the same whoever hands over the file; undefined for another. */
export function surveyTest(condition: Condition, params: Params, ground: Ground): TextTest | undefined {
  switch (condition.op) {
    case 'codeIn': {
      const named = params[condition.codes];
      return codeRanges(named === undefined ? condition.codes : String(named));
    }
    case 'inList': {
      if (condition.list === 'activity-codes') return undefined;
      const valid = codesOf(listOf(condition.list, ground), ground.referenceYear);
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
    case 'startsWith': {
      const start = String(params[condition.text] ?? condition.text);
      return (text) => text.startsWith(start);
    }
    case 'expiredIn': {
      const expired = codesWhere(
        condition.list,
        `expired ${ground.referenceYear}`,
        ground,
        ({ validToYear = 9999 }) => validToYear < ground.referenceYear,
      );
      return (text) => expired.has(text);
    }
    case 'nameEndsWith': {
      const endings = condition.endings.split('|');
      const codes = codesWhere(condition.list, `endings ${condition.endings}`, ground, ({ name }) =>
        endings.some((ending) => name.endsWith(ending)),
      );
      return (text) => codes.has(text);
    }
    case 'labelSector': {
      const labels = listOf('aid-labels', ground);
      const sectors = workedOut(labels, 'sectors', () => new Map(labels.codes.map(({ code, facts }) => [code, facts?.['sector']])));
      return (text) => sectors.get(text) === condition.is;
    }
    case 'checkDigit':
      return checkDigits[condition.scheme];
    case 'matches': {
      const pattern = patternOf(condition.pattern);
      return (text) => pattern.test(text);
    }
    case 'partIn': {
      const isOneOf = codeRanges(String(params[condition.codes] ?? condition.codes));
      return (text) => isOneOf([...text].slice(condition.from - 1, condition.from - 1 + condition.length).join(''));
    }
    case 'factIn': {
      const values = new Set(condition.values.split('|'));
      const holding = codesWhere(condition.list, `fact ${condition.fact} ${condition.values}`, ground, ({ facts }) =>
        values.has(String(facts?.[condition.fact] ?? '')),
      );
      return (text) => holding.has(text);
    }
    case 'isDate':
      return (text) => !Number.isNaN(dayIn(text, ground.dates));
    default:
      return undefined;
  }
}

/** One that asks what is known of the unit. */
export function unitTest(condition: Condition, around: Surroundings): TextTest {
  switch (condition.op) {
    case 'inList': {
      const valid = validCodes(condition.list, around);
      return (text) => valid.has(text);
    }
    case 'unitHasCode':
      return (text) => around.facts.unit?.codes.includes(text) === true;
    case 'unitHasEmployer':
      return (text) => around.facts.employers?.some((employer) => employer.organisationNumber === text) === true;
    case 'employerIsCompany':
      return (text) => around.facts.employers?.some((employer) => employer.organisationNumber === text && employer.isCompany) === true;
    case 'unitHasDistrict':
      return (text) => around.facts.unit?.districts?.includes(text) === true;
    case 'unitHasNumber': {
      const numbers = ['municipalities', 'regions'].map((list) => organisationNumbers(listOf(list, around)));
      const own = new Set(around.facts.unit?.codes.flatMap((code) => numbers.map((byCode) => byCode.get(code))));
      return (text) => own.has(text);
    }
    case 'inCodebook': {
      const codes = new Set(around.facts.codebook ?? []);
      return (text) => codes.has(text);
    }
    default:
      throw new Error(`no text condition: ${condition.op}`);
  }
}

/** Of the units of a list, by code. */
const organisationNumbers = (list: CodeList): ReadonlyMap<string, unknown> =>
  workedOut(list, 'organisation numbers', () => new Map(list.codes.map(({ code, facts }) => [code, facts?.['organisationNumber']])));

/** Codes of a list that something is true of. @param key tells what */
function codesWhere(id: string, key: string, ground: Ground, isTrue: (code: Code) => boolean): ReadonlySet<string> {
  const list = listOf(id, ground);
  return workedOut(list, key, () => new Set(list.codes.filter(isTrue).map(({ code }) => code)));
}

/** `9` a digit, `A` a letter, `*` either, anything else itself. Only what means something to an expression may be escaped in it. */
function patternOf(pattern: string): RegExp {
  const parts = [...pattern].map((character) => {
    if (character === '9') return '[0-9]';
    if (character === 'A') return '\\p{L}';
    return character === '*' ? '[0-9\\p{L}]' : character.replace(/[\\^$.+?()[\]{}|/]/, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 'u');
}
