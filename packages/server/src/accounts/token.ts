import { hash, randomBytes, randomInt } from 'node:crypto';

export interface Token {
  /** For the cookie: 256 random bits. */
  readonly value: string;
  /** For the database, which a reader of it cannot turn back. */
  readonly hash: Buffer;
}

export function newToken(): Token {
  const value = randomBytes(32).toString('base64url');
  return { value, hash: hashOf(value) };
}

export const hashOf = (value: string): Buffer => hash('sha256', value, 'buffer');

/** Six digits, leading zeros included, from the system's source of chance. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** What a person typed as a code, without the spaces of any kind that copying brings; undefined for another shape. */
export function digitsOf(typed: string | undefined): string | undefined {
  const digits = (typed ?? '').replace(/\s/g, '');
  return /^[0-9]{6}$/.test(digits) ? digits : undefined;
}

export const sessionCookie = '__Host-session';
export const journeyCookie = '__Host-resa';
/** Under which a browser waits for a passkey to be chosen among those it suggests; opens nothing. */
export const suggestionCookie = '__Host-forslag';
/** Outlives the session: says only that somebody has signed in from this browser before. */
export const deviceCookie = '__Host-enhet';
