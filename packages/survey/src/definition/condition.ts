import type { UnitKind } from './unit.ts';

/**
 * When a record rule hits, as plain data: a small tree that can be written as JSON and is compiled to closures over columns.
 * A numeric cell that cannot be read makes the whole condition not evaluable for its record.
 */
export type Condition =
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'empty'; readonly field: string }
  /** Codes and inclusive ranges, `207008-207014|207029`, or the name of a parameter that holds them. */
  | { readonly op: 'codeIn'; readonly field: string; readonly codes: string }
  /** In a code list, valid in the reference year. */
  | { readonly op: 'inList'; readonly field: string; readonly list: string }
  /** From `least` to `most` digits and nothing else. */
  | { readonly op: 'digits'; readonly field: string; readonly least: number; readonly most: number }
  | { readonly op: 'contains'; readonly field: string; readonly what: 'letter' | 'digit' }
  /** Text search without regard to case; the parameter holds the word. */
  | { readonly op: 'containsWord'; readonly field: string; readonly word: string }
  | { readonly op: 'organisationNumber'; readonly field: string }
  | { readonly op: 'personalNumber'; readonly field: string; readonly is: 'dated' | 'checked' | 'coordination' }
  | { readonly op: 'compare'; readonly left: Quantity; readonly sign: '>' | '>=' | '<' | '<=' | '='; readonly right: Quantity }
  /** A calendar day yyyymmdd within the parameters minYear and maxYear. */
  | { readonly op: 'day'; readonly field: string }
  | { readonly op: 'unitIs'; readonly kinds: readonly UnitKind[] }
  | { readonly op: 'unitHasCode'; readonly field: string }
  | { readonly op: 'unitHasEmployer'; readonly field: string }
  /** A registered employer that is marked as a company. */
  | { readonly op: 'employerIsCompany'; readonly field: string }
  | { readonly op: 'unitHasDistrict'; readonly field: string }
  /** The unit's own organisation number, as the lists of municipalities and regions know it. */
  | { readonly op: 'unitHasNumber'; readonly field: string }
  /** In the list of position codes that the unit has uploaded. */
  | { readonly op: 'inCodebook'; readonly field: string }
  /** Begins with a text, or with the parameter of that name. */
  | { readonly op: 'startsWith'; readonly field: string; readonly text: string }
  /** In a list, with its last year before the reference year. */
  | { readonly op: 'expiredIn'; readonly field: string; readonly list: string }
  /** The name that a list gives the code ends with one of these, `, annan|, annat`. */
  | { readonly op: 'nameEndsWith'; readonly field: string; readonly list: string; readonly endings: string }
  /** On at least one record of last year's delivery. */
  | { readonly op: 'personInLastYear'; readonly field: string }
  /** Of the matched record of last year, with last year's codes and dates. */
  | { readonly op: 'lastYear'; readonly of: Condition }
  /** The same text, or the same number, as in the matched record of last year. */
  | { readonly op: 'sameAsLastYear'; readonly field: string }
  /** What a list says of the code is what it says of last year's. */
  | { readonly op: 'sameFactAsLastYear'; readonly field: string; readonly list: string; readonly fact: string }
  /** Sector of the record by its municipality code, and of the label by its list. */
  | { readonly op: 'recordSector'; readonly is: 'region' | 'municipality' }
  | { readonly op: 'labelSector'; readonly is: 'region' | 'kommun' }
  /** The last digit checks the others. */
  | { readonly op: 'checkDigit'; readonly field: string; readonly scheme: 'luhn' | 'mod11' | 'mod97' }
  /** Every character fits its place in the pattern: `9` a digit, `A` a letter, `*` either, anything else itself. */
  | { readonly op: 'matches'; readonly field: string; readonly pattern: string }
  /** Length characters from the 1-based place `from` are one of these codes. */
  | { readonly op: 'partIn'; readonly field: string; readonly from: number; readonly length: number; readonly codes: string }
  /** What a list says of the code is one of these, `region|kommun`. */
  | { readonly op: 'factIn'; readonly field: string; readonly list: string; readonly fact: string; readonly values: string }
  /** Two fields hold the same text, or the same number. */
  | { readonly op: 'sameText'; readonly field: string; readonly other: string }
  /** The text is a date that exists, written as the variable says. */
  | { readonly op: 'isDate'; readonly field: string }
  /** Differs by at most the tolerance: how amounts are equal. */
  | { readonly op: 'near'; readonly left: Quantity; readonly right: Quantity; readonly tolerance: Quantity };

/** A number in the file's own units. */
export type Quantity =
  | number
  | { readonly field: string }
  | { readonly param: string }
  | { readonly fact: 'firstDay' | 'lastDay' | 'year' | 'age' }
  /** Of the matched record of last year; not evaluable when that holds no number. */
  | { readonly lastYearField: string }
  /** A measure of an aggregate rule, of this year's delivery or last year's. */
  | { readonly measure: string; readonly year?: 'last' }
  | { readonly op: 'abs'; readonly of: Quantity }
  /** Day on which the person turned the number of years in the parameter. */
  | { readonly dayTurned: string }
  | { readonly op: BinaryOperator; readonly left: Quantity; readonly right: Quantity }
  /** Characters of a text. */
  | { readonly lengthOf: string }
  /** The date a text field holds, as the number yyyymmdd. */
  | { readonly dateOf: string }
  /** A number that a list says of the code. */
  | { readonly codeFact: string; readonly list: string; readonly fact: string }
  /** Whole years from the birth date in a personal number to a day yyyymmdd. */
  | { readonly ageOf: string; readonly on: Quantity }
  /** Of the record's label: percentiles and median of salaries, from the fallback table while no national material is loaded. */
  | { readonly labelSalary: 'p10' | 'median' | 'p90' };

/** Of two numbers. Days, months and years are whole ones from the day on the left to the day on the right, both yyyymmdd. */
export type BinaryOperator = 'plus' | 'minus' | 'times' | 'over' | 'least' | 'greatest' | 'daysTo' | 'monthsTo' | 'yearsTo';

export const all = (...of: Condition[]): Condition => ({ op: 'all', of });
export const any = (...of: Condition[]): Condition => ({ op: 'any', of });
export const not = (of: Condition): Condition => ({ op: 'not', of });
export const empty = (field: string): Condition => ({ op: 'empty', field });
export const filled = (field: string): Condition => not(empty(field));
export const codeIn = (field: string, codes: string): Condition => ({ op: 'codeIn', field, codes });
export const inList = (field: string, list: string): Condition => ({ op: 'inList', field, list });
export const digits = (field: string, least: number, most = least): Condition => ({ op: 'digits', field, least, most });
export const field = (name: string): Quantity => ({ field: name });
export const param = (name: string): Quantity => ({ param: name });
export const above = (left: Quantity, right: Quantity): Condition => ({ op: 'compare', left, sign: '>', right });
export const below = (left: Quantity, right: Quantity): Condition => ({ op: 'compare', left, sign: '<', right });
export const atLeast = (left: Quantity, right: Quantity): Condition => ({ op: 'compare', left, sign: '>=', right });
export const atMost = (left: Quantity, right: Quantity): Condition => ({ op: 'compare', left, sign: '<=', right });
export const equals = (left: Quantity, right: Quantity): Condition => ({ op: 'compare', left, sign: '=', right });
export const plus = (left: Quantity, right: Quantity): Quantity => ({ op: 'plus', left, right });
export const minus = (left: Quantity, right: Quantity): Quantity => ({ op: 'minus', left, right });
export const times = (left: Quantity, right: Quantity): Quantity => ({ op: 'times', left, right });
export const over = (left: Quantity, right: Quantity): Quantity => ({ op: 'over', left, right });

export const abs = (of: Quantity): Quantity => ({ op: 'abs', of });
export const measure = (name: string): Quantity => ({ measure: name });
export const measureLastYear = (name: string): Quantity => ({ measure: name, year: 'last' });
export const lastYear = (of: Condition): Condition => ({ op: 'lastYear', of });
export const lastYearField = (name: string): Quantity => ({ lastYearField: name });
export const sameAsLastYear = (name: string): Condition => ({ op: 'sameAsLastYear', field: name });
export const sameFactAsLastYear = (name: string, list: string, fact: string): Condition => ({
  op: 'sameFactAsLastYear',
  field: name,
  list,
  fact,
});

/**
 * The measure differs from last year's by more than a percentage of it; none last year and some now differ by more than any.
 * Multiplied out, so that a limit that is met exactly is not passed by a rounding.
 */
export const changedMoreThan = (name: string, percent: Quantity): Condition =>
  above(times(abs(minus(measure(name), measureLastYear(name))), 100), times(percent, measureLastYear(name)));

/** A count has changed by less than the lower or more than the upper percentage of last year's; from none by more than any. */
export const countChangedOutside = (name: string, lower: Quantity, upper: Quantity): Condition => {
  const now = times(measure(name), 100);
  const bound = (percent: Quantity) => times(plus(100, percent), measureLastYear(name));
  return any(below(now, bound(lower)), above(now, bound(upper)));
};

/** The mean (a sum over a count) has changed by less than the lower or more than the upper percentage. */
export const meanChangedOutside = (sum: string, count: string, lower: Quantity, upper: Quantity): Condition => {
  const now = times(times(measure(sum), measureLastYear(count)), 100);
  const last = times(measureLastYear(sum), measure(count));
  return any(below(now, times(plus(100, lower), last)), above(now, times(plus(100, upper), last)));
};

/** Roles of the placeholder codes, bound here and nowhere else: the real lists change them in one place. */
export const monthly = codeIn('payForm', 'M');
export const hourly = codeIn('payForm', 'T');
export const permanent = codeIn('employmentForm', '1');
export const temporary = codeIn('employmentForm', '2|3|6');
/** Absence with a reason; the parameter noAbsence holds the code that says there is none. */
export const absent = all(filled('absenceReason'), not(codeIn('absenceReason', 'noAbsence')));
export const age: Quantity = { fact: 'age' };
export const firstDay: Quantity = { fact: 'firstDay' };
export const lastDay: Quantity = { fact: 'lastDay' };
export const year: Quantity = { fact: 'year' };
