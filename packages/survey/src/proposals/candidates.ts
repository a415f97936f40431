import type { CodeList } from '../definition/code-list.ts';
import type { Variable } from '../definition/variable.ts';
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
 * What a cell may have been meant to hold, by the ways in which such errors arise; the likeliest first. Nothing here knows
 * whether it would be right: that is asked of the rules.
 * @param hoursPerWeek of full time for the record, in hundredths; 0 when it is not known
 */
export function candidatesFor(text: string, variable: Variable, list: CodeList | undefined, hoursPerWeek: number): Candidate[] {
  const candidates = variable.form === 'N' ? forNumber(text, variable, hoursPerWeek) : forText(text, variable, list);
  const seen = new Set([text]);
  return candidates.filter((one) => {
    if (seen.has(one.text) || one.text === '' || [...one.text].length > variable.length) return false;
    seen.add(one.text);
    return true;
  });
}

function forNumber(text: string, { unit, decimals }: Variable, hoursPerWeek: number): Candidate[] {
  const signed = /^([0-9]+)[.,]([0-9]+)$/.exec(text);
  if (signed) {
    const written = signed[2]!.replace(/0+$/, '');
    return written.length > decimals
      ? []
      : [{ mechanism: 'decimalSign', text: String(Number(signed[1]! + written.padEnd(decimals, '0'))) }];
  }
  if (/^-[0-9]+$/.test(text)) return [{ mechanism: 'sign', text: text.slice(1) }];
  if (!/^[0-9]+$/.test(text) || Number(text) === 0) return [];
  if (unit === 'date') return dayAndMonth(text);
  const value = Number(text);
  const whole = (mechanism: Mechanism, number: number): Candidate[] =>
    Number.isInteger(number) && number > 0 ? [{ mechanism, text: String(number) }] : [];
  // Amounts are rounded to whole kronor; hours and rates are what they are.
  const part = (of: number): number => (unit === 'sek' ? Math.round(value / of) : value / of);
  return [
    ...whole('unit100', value * 100),
    ...whole('unit100', part(100)),
    ...(unit === 'percent' && hoursPerWeek > 0 ? whole('hoursForPercent', Math.round((value * 10_000) / hoursPerWeek)) : []),
    ...whole('unit10', value * 10),
    ...whole('unit10', part(10)),
    ...(unit === 'sek' ? [...whole('unit12', part(12)), ...whole('unit1000', value * 1000)] : []),
    ...transposed(text),
  ];
}

function forText(text: string, { unit, length }: Variable, list: CodeList | undefined): Candidate[] {
  if (text === '') return [];
  if (list) {
    const codes = list.codes.map(({ code }) => code);
    const of = (mechanism: Mechanism, isMeant: (code: string) => boolean): Candidate[] =>
      codes.filter((code) => code !== text && isMeant(code)).map((code) => ({ mechanism, text: code }));
    return [
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
