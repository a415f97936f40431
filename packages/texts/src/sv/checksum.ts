/**
 * The beginning of a checksum as it is read aloud or compared by eye: «3fa8 91c0 7d22 e410».
 * @param sha256  64 hexadecimal digits
 */
export const checksumAloud = (sha256: string): string => (sha256.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
