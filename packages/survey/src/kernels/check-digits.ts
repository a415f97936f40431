/** Whether the last character checks those before it. A value with anything but digits has no right check digit. */
export const checkDigits: Readonly<Record<'luhn' | 'mod11' | 'mod97', (text: string) => boolean>> = {
  /** ISO/IEC 7812: every other digit from the right doubled, digits of the products added. */
  luhn: (text) =>
    /^[0-9]{2,}$/.test(text) && sumOf(text, (digit, place) => (place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2)) % 10 === 0,
  /** ISO 2108 (ISBN-10): weights 1, 2, 3 … from the right; X is ten and may stand last. */
  mod11: (text) => /^[0-9]+[0-9X]$/.test(text) && sumOf(text, (digit, place) => digit * (place + 1)) % 11 === 0,
  /** ISO 7064 MOD 97-10: the whole number leaves 1. */
  mod97: (text) => /^[0-9]{3,}$/.test(text) && [...text].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1,
};

/** @param weighed of a digit and its place from the right, 0-based */
function sumOf(text: string, weighed: (digit: number, place: number) => number): number {
  let sum = 0;
  for (let place = 0; place < text.length; place += 1) {
    const character = text[text.length - 1 - place]!;
    sum += weighed(character === 'X' ? 10 : Number(character), place);
  }
  return sum;
}
