/**
 * Whether a text looks as if it holds a Swedish personal or coordination number: six or eight digits of a date, four more,
 * and the right check digit. Meant to warn the writer, so a number that happens to look like one is worth a warning too.
 */
export function holdsPersonalNumber(text: string): boolean {
  for (const [, digits = '', last = ''] of text.matchAll(/(?<!\d)(?:\d\d)?(\d{6})[-+ ]?(\d{4})(?!\d)/g)) {
    if (isDate(digits) && hasCheckDigit(digits + last)) return true;
  }
  return false;
}

/** yymmdd; in a coordination number the day is counted from 61. */
function isDate(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6)) % 60;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Luhn: every other digit doubled, the sum of all digits a multiple of ten. */
function hasCheckDigit(ten: string): boolean {
  const sum = Array.from(ten, Number).reduce((total, digit, place) => {
    const weighed = place % 2 === 0 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}
