import { randomBytes } from 'node:crypto';
import type { Writer } from '../../platform/db/index.ts';
import { webAuthn } from './web-authn.ts';
import { insertChallenge, spendChallenge } from './writer.ts';

/** For what, and in which browser, a passkey signs. A signature made on one occasion is worth nothing on another. */
export interface Occasion {
  readonly purpose: 'sign-in' | 'second-factor' | 'step-up' | 'add';
  readonly boundTo: string;
}

export const inJourney = (purpose: 'sign-in' | 'second-factor' | 'add', tokenHash: Buffer): Occasion => ({
  purpose,
  boundTo: `journey ${tokenHash.toString('hex')}`,
});
/** Suggested in the address field, before anybody has asked to sign in: bound to the browser alone. */
export const suggestedIn = (tokenHash: Buffer): Occasion => ({ purpose: 'sign-in', boundTo: `suggestion ${tokenHash.toString('hex')}` });
export const addingIn = (sessionId: string): Occasion => ({ purpose: 'add', boundTo: `session ${sessionId}` });
/** @param of  what the proof is to be given for, as the refusal named it; empty for anything */
export const steppingUpIn = (sessionId: string, of: string): Occasion => ({ purpose: 'step-up', boundTo: `session ${sessionId} ${of}` });

/** How long a person has to answer. */
export const patienceMs = 5 * 60_000;

/** 32 random bytes to sign, as base64url. */
export async function newChallenge(db: Writer, { purpose, boundTo }: Occasion, now: Date): Promise<string> {
  const challenge = randomBytes(32);
  await insertChallenge(db, { challenge, purpose, boundTo, expiresAt: new Date(now.getTime() + patienceMs) });
  return challenge.toString('base64url');
}

/**
 * Spends the challenge that the browser says was signed, whatever the rest of the answer is worth.
 * @returns the challenge, or undefined when it was not ours to this browser for this, or was spent or late
 */
export async function spentChallenge(db: Writer, occasion: Occasion, clientDataJSON: string, now: Date): Promise<string | undefined> {
  let claimed: unknown;
  try {
    claimed = (await webAuthn()).decodeClientDataJSON(clientDataJSON).challenge;
  } catch {
    return undefined; // not JSON
  }
  if (typeof claimed !== 'string') return undefined;
  return (await spendChallenge(db, { challenge: Buffer.from(claimed, 'base64url'), ...occasion }, now)) ? claimed : undefined;
}
