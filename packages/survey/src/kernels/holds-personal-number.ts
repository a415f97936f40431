import { readPersonalNumber } from './personal-number.ts';

/**
 * Whether a text looks as if it holds a personal or co-ordination number: ten or twelve digits, together or with a hyphen, plus
 * sign or blank before the last four, with a date that exists and the right check digit.
 * @source Skatteverket, SKV 704
 */
export function holdsPersonalNumber(text: string): boolean {
  for (const [, date = '', last = ''] of text.normalize('NFKC').matchAll(looksLikeOne)) {
    const { dateExists, checkDigitIsRight } = readPersonalNumber(date + last, anyDay);
    if (dateExists && checkDigitIsRight) return true;
  }
  return false;
}

/** A text with the last four digits of every such number taken out, so that it can be shown to whoever need not see them. */
export const hidePersonalNumbers = (text: string): string =>
  holdsPersonalNumber(text)
    ? text.normalize('NFKC').replace(looksLikeOne, (found) => (holdsPersonalNumber(found) ? `${dateOf(found)}-••••` : found))
    : text;

/** The number as it is shown masked: its date, when it has the shape of one, and nothing of anything else. */
export function maskPersonalNumber(text: string): string {
  const [, date] = /^\s*((?:\d{2})?\d{6})[-+\s]?\d{4}\s*$/.exec(text.normalize('NFKC')) ?? [];
  return date === undefined ? '••••' : `${date}-••••`;
}

const dateOf = (found: string): string => found.replace(/\D*\d{4}$/, '');

const looksLikeOne = /(?<!\d)(?:18|19|20)?(\d{6})[-+\u2010-\u2015\u2212\s]{0,3}(\d{4})(?!\d)/g;

/** How old the person is does not matter here. */
const anyDay = 20_000_101;
