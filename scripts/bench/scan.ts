/** The floor: counts separators and line ends in one loop over the bytes, the least that any reader in JavaScript must do. */
export function scan(bytes: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < bytes.length; index += 1) if (bytes[index] === 0x3b || bytes[index] === 0x0a) count += 1;
  return count;
}
