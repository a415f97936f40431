/** A numeric cell as the rules see it: 0 is "no value", a negative number says why there is none. */
export const notDigits = -1;
export const decimalSign = -2;
export const tooLong = -3;

/** Reads the trimmed bytes of a numeric cell. Leading zeros are not counted in its length. */
export function encodeNumberBytes(bytes: Uint8Array, start: number, end: number, length: number): number {
  let value = 0;
  let significant = 0;
  for (let index = start; index < end; index += 1) {
    const digit = bytes[index]! - 48;
    if (digit < 0 || digit > 9) return isDecimal(bytes, start, end) ? decimalSign : notDigits;
    if (digit > 0 || significant > 0) significant += 1;
    if (significant <= length) value = value * 10 + digit;
  }
  return significant > length ? tooLong : value;
}

/** Digits, one comma or full stop, digits. */
function isDecimal(bytes: Uint8Array, start: number, end: number): boolean {
  let sign = -1;
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index]!;
    if (byte === 0x2c || byte === 0x2e) {
      if (sign >= 0) return false;
      sign = index;
    } else if (byte < 48 || byte > 57) return false;
  }
  return sign > start && sign < end - 1;
}

/** The same for a text, as in a correction or a quoted cell. */
export function encodeNumberText(text: string, length: number): number {
  if (!/^[0-9]*$/.test(text)) return /^[0-9]+[.,][0-9]+$/.test(text) ? decimalSign : notDigits;
  const significant = text.replace(/^0+/, '');
  return significant.length > length ? tooLong : Number(significant);
}
