import { createHash, randomBytes } from 'node:crypto';

/** Crockford's: no letter that is read as a digit or as another letter. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;

/** How many codes are made at a time. */
export const codesInASet = 10;

/** A code of 80 random bits in groups that can be read aloud: `7K3M-9QXA-24TB-HZ0C`. */
export const newRecoveryCode = (): string => {
  const letters = Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
};

/** What a person typed, whatever the case and signs between the groups, with O and 0, I, L and 1 taken for one another. */
export function readRecoveryCode(typed: string | undefined): string | undefined {
  const letters = (typed ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return letters.length === length && [...letters].every((letter) => alphabet.includes(letter)) ? letters : undefined;
}

/**
 * What is kept of a code. A plain hash is enough, and needs no key to outlive: nobody can try 2^80 codes, so that neither a slow
 * hash nor a secret adds anything. Bound to the account, so that a row cannot be moved to another.
 */
export const recoveryCodeHash = (accountId: string, letters: string): Buffer =>
  createHash('sha256').update(`recovery ${accountId} ${letters}`).digest();
