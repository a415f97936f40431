/**
 * A numeric cell as the rules see it: a scaled integer, or one of these, far below any number, that say why there is none.
 * Where zero means "no value" an empty cell is 0 too; in other surveys it is `noValue`.
 */
export const notDigits = -2147483648;
export const decimalSign = -2147483647;
export const tooLong = -2147483646;
export const noValue = -2147483645;

/** The cell holds something, and it is no number of the field. */
export const isUnread = (value: number): boolean => value <= tooLong;

/** The cell holds a number; an empty one does where zero means no value. */
export const isNumber = (value: number): boolean => value > noValue;

/** How the numbers of a survey are written. */
export interface NumberForm {
  /** Most digits, leading zeros not counted. */
  readonly length: number;
  /** Digits after the decimal sign; with `implied` decimals the sign is left out. */
  readonly decimals: number;
  readonly sign: 'implied' | 'comma' | 'point';
  readonly isSigned: boolean;
  /** What an empty cell is. */
  readonly empty: 0 | typeof noValue;
}

/** Reads the trimmed bytes of a numeric cell. Leading zeros are not counted in its length. */
export function encodeNumberBytes(bytes: Uint8Array, start: number, end: number, form: NumberForm): number {
  if (start >= end) return form.empty;
  let value = 0;
  let significant = 0;
  const { length } = form;
  for (let index = start; index < end; index += 1) {
    const digit = bytes[index]! - 48;
    if (digit < 0 || digit > 9 || form.sign !== 'implied')
      return encodeNumberText(String.fromCharCode(...bytes.subarray(start, Math.min(end, start + longest))), form);
    if (digit > 0 || significant > 0) significant += 1;
    if (significant <= length) value = value * 10 + digit;
  }
  return significant > length ? tooLong : value;
}

/** No number has more characters: what is longer is read as far as this, and is no number. */
const longest = 64;

/** The same for a text, as in a correction or a quoted cell. */
export function encodeNumberText(text: string, { length, decimals, sign, isSigned, empty }: NumberForm): number {
  if (text === '') return empty;
  const negative = isSigned && text.startsWith('-');
  const digits = negative ? text.slice(1) : text;
  if (sign !== 'implied') return encodeDecimal(digits, length, decimals, sign, negative);
  if (!/^[0-9]+$/.test(digits)) return /^[0-9]+[.,][0-9]+$/.test(digits) ? decimalSign : notDigits;
  const significant = digits.replace(/^0+/, '');
  if (significant.length > length) return tooLong;
  return negative ? 0 - Number(significant) : Number(significant);
}

/** At most as many decimals as the field has; fewer are filled up with zeros. */
function encodeDecimal(text: string, length: number, decimals: number, sign: 'comma' | 'point', negative: boolean): number {
  const [whole = '', part, ...more] = text.split(sign === 'comma' ? ',' : '.');
  const isWritten = /^[0-9]+$/.test(whole) && (part === undefined || /^[0-9]+$/.test(part)) && more.length === 0;
  if (!isWritten) return /^[0-9]+[.,][0-9]+$/.test(text) ? decimalSign : notDigits;
  const kept = (part ?? '').replace(/0+$/, '');
  if (kept.length > decimals) return tooLong;
  const significant = (whole + kept.padEnd(decimals, '0')).replace(/^0+/, '');
  if (significant.length > length) return tooLong;
  return negative ? 0 - Number(significant) : Number(significant);
}
