/**
 * Slots of a table that are looked at for one value. No file comes near, unless somebody chose values that fall on the same one. What is
 * not found by then is kept in a `Map`, whose hash is another in each process: so a file takes as long as it has values, whatever they are.
 */
export const mostLooks = 64;

/** Bytes as a text that no others have. */
export function keyOfBytes(bytes: Uint8Array, start: number, length: number): string {
  let key = '';
  for (let index = start; index < start + length; index += 1) key += String.fromCharCode(bytes[index]!);
  return key;
}

const leastSlots = 64;

/** Slots for so many values, a power of two: half of them stay free. */
export function slotsFor(values: number): number {
  let slots = leastSlots;
  while (slots < values * 2) slots *= 2;
  return slots;
}

/** Of two whole numbers; the lower bits tell where to look first. */
export function hashOfPair(one: number, other: number): number {
  const hash = Math.imul(one ^ Math.imul(other + 1, 0x9e3779b1), 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
