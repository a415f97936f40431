import type { PasskeyAssertion, PasskeyRequest } from '@insamling/contract';
import type { Services } from '../../context.ts';
import type { Writer } from '../../platform/db/index.ts';
import { newChallenge, patienceMs, spentChallenge, type Occasion } from './challenge.ts';
import { descriptor, handleOf } from './create-passkey.ts';
import { passkeyByCredential, passkeysOf } from './reader.ts';
import { relyingParty } from './relying-party.ts';
import { webAuthn } from './web-authn.ts';
import { useCounter } from './writer.ts';

/** What a passkey is to sign. @param accountId  whose passkeys may; null when the passkey shall say who the person is */
export async function passkeyRequest(
  db: Writer,
  { config }: Services,
  accountId: string | null,
  occasion: Occasion,
  now: Date,
): Promise<PasskeyRequest> {
  return {
    challenge: await newChallenge(db, occasion, now),
    rpId: relyingParty(config).id,
    allowCredentials: accountId === null ? [] : (await passkeysOf(db, accountId)).map(descriptor),
    userVerification: 'required',
    timeout: patienceMs,
  };
}

/**
 * Checks what a passkey has signed: in answer to our question of this occasion (which is spent by it), at our address, with the
 * person verified, by a passkey that an active account has.
 * @param accountId  whose it must be; null when the passkey shall say who the person is
 * @returns whose passkey it was; undefined when anything does not hold, and nothing tells what
 */
export async function checkPasskey(
  db: Writer,
  { config }: Services,
  accountId: string | null,
  occasion: Occasion,
  answer: PasskeyAssertion,
  now: Date,
): Promise<string | undefined> {
  const expectedChallenge = await spentChallenge(db, occasion, answer.clientDataJSON, now);
  if (expectedChallenge === undefined) return undefined;
  const passkey = await passkeyByCredential(db, Buffer.from(answer.id, 'base64url'));
  const { id, origin } = relyingParty(config);
  const { clientDataJSON, authenticatorData, signature } = answer;
  const { verifyAuthenticationResponse } = await webAuthn();
  const verification = await verifyAuthenticationResponse({
    response: {
      id: answer.id,
      rawId: answer.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON, authenticatorData, signature },
    },
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    // The same work for a passkey that nobody has.
    credential: { id: answer.id, publicKey: new Uint8Array(passkey?.publicKey ?? nobodysKey), counter: passkey?.counter ?? 0 },
    requireUserVerification: true,
  }).catch(() => undefined); // the library throws for whatever does not hold
  if (!passkey || !verification?.verified) return undefined;
  if (passkey.accountId !== (accountId ?? passkey.accountId)) return undefined;
  // A passkey that says who the person is must say it itself; asked about one person it may leave it out.
  const isOwnHandle = answer.userHandle === handleOf(passkey.accountId);
  if (accountId === null ? !isOwnHandle : answer.userHandle !== null && !isOwnHandle) return undefined;
  const { newCounter, credentialBackedUp } = verification.authenticationInfo;
  return (await useCounter(db, passkey.passkeyId, newCounter, credentialBackedUp, now)) ? passkey.accountId : undefined;
}

/** A public key like any other (COSE, ES256, the curve's base point): only its work is wanted, never its answer. */
const nobodysKey = Buffer.from(
  'a5010203262001' +
    '2158206b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
    '2258204fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
  'hex',
);
