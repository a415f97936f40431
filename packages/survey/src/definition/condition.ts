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
  /** Sector of the record by its municipality code, and of the label by its list. */
  | { readonly op: 'recordSector'; readonly is: 'region' | 'municipality' }
  | { readonly op: 'labelSector'; readonly is: 'region' | 'kommun' };

/** A number in the file's own units. */
export type Quantity =
  | number
  | { readonly field: string }
  | { readonly param: string }
  | { readonly fact: 'firstDay' | 'lastDay' | 'year' | 'age' }
  /** Day on which the person turned the number of years in the parameter. */
  | { readonly dayTurned: string }
  | { readonly op: 'plus' | 'minus' | 'times' | 'over'; readonly left: Quantity; readonly right: Quantity }
  /** Of the record's label: percentiles and median of salaries, from the fallback table while no national material is loaded. */
  | { readonly labelSalary: 'p10' | 'median' | 'p90' };

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

/** Roles of the placeholder codes, bound here and nowhere else: the real lists change them in one place. */
export const monthly = codeIn('payForm', 'M');
export const hourly = codeIn('payForm', 'T');
export const permanent = codeIn('employmentForm', '1');
export const temporary = codeIn('employmentForm', '2|3|6');
export const age: Quantity = { fact: 'age' };
export const firstDay: Quantity = { fact: 'firstDay' };
export const lastDay: Quantity = { fact: 'lastDay' };
export const year: Quantity = { fact: 'year' };
