/** Kinds of characters, a bit each: plain ones, and those that are not ASCII. */
export const kinds = { zero: 1, otherDigit: 2, letter: 4, blank: 8, sign: 16, beyond: 32 } as const;
/** Ways in which kinds can come together. */
export const kindsOfCharacters = 64;
/** Of each byte. */
export const kindOf = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte > 0x7f) return kinds.beyond;
  if (byte <= 0x20) return kinds.blank;
  const character = String.fromCharCode(byte);
  if (character === '0') return kinds.zero;
  if (/[1-9]/.test(character)) return kinds.otherDigit;
  return /[a-z]/i.test(character) ? kinds.letter : kinds.sign;
});

/** Kinds of the characters of a text. */
export function kindsOfText(text: string): number {
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) seen |= kindOf[Math.min(255, text.charCodeAt(index))]!;
  return seen;
}
