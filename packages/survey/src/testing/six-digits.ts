/** A number to six significant digits, as the worked examples tell theirs. */
export const sixDigits = (value: number): number => Number(value.toPrecision(6));
