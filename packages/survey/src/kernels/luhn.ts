/** Modulus 10 with weights 2, 1, 2, 1 … from the left, as in personal and organisation numbers. @param digits ten digits */
export function hasRightCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < 10; index += 1) {
    const product = (digits.charCodeAt(index) - 48) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}
