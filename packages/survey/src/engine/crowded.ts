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
