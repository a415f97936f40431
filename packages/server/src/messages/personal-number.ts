/**
 * True when a text holds what looks like a Swedish personal number or coordination number: ten or twelve digits with a date
 * that exists and the right check digit, written together or with a hyphen, plus sign or blank before the last four.
 * @source Skatteverket, SKV 704; the check digit is Luhn's over the last ten digits
 */
export function holdsPersonalNumber(text: string): boolean {
  for (const match of text.normalize('NFKC').matchAll(pattern)) {
    const { century, year = '', month = '', day = '', last = '' } = match.groups ?? {};
    if (isDate(century, year, Number(month), Number(day)) && hasCheckDigit(year + month + day + last)) return true;
  }
  return false;
}

const pattern = /(?<!\d)(?<century>18|19|20)?(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})[-+\u2010-\u2015\u2212\s]{0,3}(?<last>\d{4})(?!\d)/g;

/** A coordination number has 60 added to its day. Without a century, one of the two that can be meant must have the day. */
function isDate(century: string | undefined, year: string, month: number, dayAsWritten: number): boolean {
  const day = dayAsWritten > 60 ? dayAsWritten - 60 : dayAsWritten;
  const centuries = century === undefined ? ['19', '20'] : [century];
  return centuries.some((one) => {
    const date = new Date(Date.UTC(Number(one + year), month - 1, day));
    return day > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  });
}

function hasCheckDigit(tenDigits: string): boolean {
  const sum = [...tenDigits].reduce((total, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
