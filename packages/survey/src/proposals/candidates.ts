import { correctionOf, type CodeList } from '../definition/code-list.ts';
import type { Layout } from '../definition/layout.ts';
import type { Variable } from '../definition/variable.ts';
import { decimalSignOf, writtenNumber } from '../reading/written-number.ts';
import type { Mechanism } from '../remedy/mechanism.ts';

export interface Candidate {
  readonly mechanism: Mechanism;
  readonly text: string;
}

/** More digits than this are not turned round one by one. */
const longest = 12;

/** Of a shorter code nearly every other one is a letter away. */
const leastMistyped = 3;

/**
 * What a cell may have been meant to hold, by the ways in which such errors arise, as the file writes it; the likeliest first.
 * Nothing here knows whether it would be right: that is asked of the rules.
 * @param hoursPerWeek of full time for the record, in hundredths; 0 when it is not known
 */
export function candidatesFor(
  text: string,
  variable: Variable,
  list: CodeList | undefined,
  hoursPerWeek: number,
  layout?: Layout,
): Candidate[] {
  const isNumber = variable.form === 'N';
  const candidates = isNumber ? forNumber(text, variable, hoursPerWeek, layout) : forText(text, variable, list);
  const seen = new Set([text]);
  return candidates.filter((one) => {
    // Of a number the digits are counted.
    const length = isNumber ? one.text.replace(/[.,]/, '').length : [...one.text].length;
    if (seen.has(one.text) || one.text === '' || length > variable.length) return false;
    seen.add(one.text);
    return true;
  });
}

function forNumber(text: string, variable: Variable, hoursPerWeek: number, layout: Layout | undefined): Candidate[] {
  const { unit, decimals } = variable;
  const sign = decimalSignOf(variable, layout);
  const [, whole = '', own, part = ''] = /^([0-9]+)(?:([.,])([0-9]+))?$/.exec(text) ?? [];
  if (own !== undefined && own !== sign) return ofOtherSign(whole, part, variable, layout);
  if (/^-[0-9]+([.,][0-9]+)?$/.test(text)) return [{ mechanism: 'sign', text: text.slice(1) }];
  const value = Number(whole + (sign === undefined ? '' : part.padEnd(decimals, '0')));
  if (whole === '' || part.length > decimals || value === 0) return [];
  if (unit === 'date') return dayAndMonth(text);
  const told = (mechanism: Mechanism, number: number): Candidate[] =>
    Number.isInteger(number) && number > 0 ? [{ mechanism, text: writtenNumber(number, variable, layout) }] : [];
  // Amounts are rounded to whole kronor; hours and rates are what they are.
  const divided = (by: number): number => (unit === 'sek' ? Math.round(value / by) : value / by);
  return [
    ...told('unit100', value * 100),
    ...told('unit100', divided(100)),
    ...(unit === 'percent' && hoursPerWeek > 0 ? told('hoursForPercent', Math.round((value * 10_000) / hoursPerWeek)) : []),
    ...told('unit10', value * 10),
    ...told('unit10', divided(10)),
    ...(unit === 'sek' ? [...told('unit12', divided(12)), ...told('unit1000', value * 1000)] : []),
    ...transposed(text).filter((one) => sign === undefined || one.text.indexOf(sign) === text.indexOf(sign)),
  ];
}

/** Decimals with a sign that the file does not write them with; more of them than the field has are not cut. */
function ofOtherSign(whole: string, part: string, variable: Variable, layout: Layout | undefined): Candidate[] {
  const { decimals } = variable;
  const sign = decimalSignOf(variable, layout);
  const isImplied = (layout?.decimals ?? 'implied') === 'implied';
  // With a sign of its own the other may part thousands: 1.500 is not 1,5.
  const written = isImplied ? part.replace(/0+$/, '') : part;
  if (written.length > decimals) return [];
  if (isImplied) return [{ mechanism: 'decimalSign', text: String(Number(whole + written.padEnd(decimals, '0'))) }];
  return [{ mechanism: sign === ',' ? 'decimalComma' : 'decimalPoint', text: `${whole}${sign}${part}` }];
}

function forText(text: string, { unit, length }: Variable, list: CodeList | undefined): Candidate[] {
  if (text === '') return [];
  if (list) {
    const codes = list.codes.map(({ code }) => code);
    const of = (mechanism: Mechanism, isMeant: (code: string) => boolean): Candidate[] =>
      codes.filter((code) => code !== text && isMeant(code)).map((code) => ({ mechanism, text: code }));
    const corrected = correctionOf(list, text)?.becomes;
    return [
      ...of('listCorrected', (code) => code === corrected),
      ...of('capital', (code) => code.toUpperCase() === text.toUpperCase()),
      ...of('leadingZero', (code) => code === text.padStart(length, '0')),
      ...of('transposed', (code) => transposed(text).some((one) => one.text === code)),
      ...(text.length < leastMistyped ? [] : of('mistyped', (code) => isOneLetterAway(code, text))),
    ];
  }
  return unit === 'number' ? transposed(text) : [];
}

/** Two neighbours that changed places. */
function transposed(text: string): Candidate[] {
  if (text.length > longest) return [];
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, place) => ({
    mechanism: 'transposed' as const,
    text: text.slice(0, place) + text[place + 1]! + text[place]! + text.slice(place + 2),
  })).filter((one) => one.text !== text && !one.text.startsWith('0'.repeat(text.startsWith('0') ? 9 : 1)));
}

const dayAndMonth = (text: string): Candidate[] =>
  text.length === 8 ? [{ mechanism: 'dayAndMonth', text: text.slice(0, 4) + text.slice(6) + text.slice(4, 6) }] : [];

/** How one text becomes the other by one slip of the keys (Damerau & Levenshtein distance 1); undefined when it does not. */
export function oneKeyAway(text: string, other: string): 'transposed' | 'mistyped' | undefined {
  if (text === other) return undefined;
  if (isOneLetterAway(text, other)) return 'mistyped';
  const place = [...text].findIndex((letter, index) => letter !== other[index]);
  const turned = text.slice(0, place) + (text[place + 1] ?? '') + text[place]! + text.slice(place + 2);
  return turned === other ? 'transposed' : undefined;
}

/** One letter put in, left out or changed (Levenshtein distance 1). */
function isOneLetterAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let same = 0;
  while (same < one.length && same < other.length && one[same] === other[same]) same += 1;
  const [rest, otherRest] = [one.slice(same), other.slice(same)];
  if (rest.length === otherRest.length) return rest.slice(1) === otherRest.slice(1);
  return rest.length > otherRest.length ? rest.slice(1) === otherRest : rest === otherRest.slice(1);
}
