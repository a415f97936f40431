/**
 * Whether a text looks as if it holds a Swedish personal or coordination number: a date of six or eight digits, four more
 * (together, or after a hyphen, plus sign or blank), and the right check digit. It warns the writer before anything is sent;
 * the server refuses by its own reading.
 */
export function holdsPersonalNumber(text: string): boolean {
  for (const [, date = '', last = ''] of text.normalize('NFKC').matchAll(looksLikeOne)) {
    if (isDate(date) && hasCheckDigit(date + last)) return true;
  }
  return false;
}

const looksLikeOne = /(?<!\d)(?:18|19|20)?(\d{6})[-+\u2010-\u2015\u2212\s]{0,3}(\d{4})(?!\d)/g;

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
