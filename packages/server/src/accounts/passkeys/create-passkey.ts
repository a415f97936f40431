import { randomUUID } from 'node:crypto';
import type { PasskeyAttestation, PasskeyCreation } from '@insamling/contract';
import type { Services } from '../../context.ts';
import type { Writer } from '../../platform/db/index.ts';
import { newChallenge, patienceMs, spentChallenge, type Occasion } from './challenge.ts';
import { passkeysOf, type PasskeyRow } from './reader.ts';
import { relyingParty } from './relying-party.ts';
import { webAuthn } from './web-authn.ts';
import { insertPasskey } from './writer.ts';

/** EdDSA, ES256, RS256: what authenticators of all makes can. */
const algorithms = [-8, -7, -257];
const mostPasskeys = 20;

interface Owner {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
}

/** What the browser makes a new passkey by. The authenticator must know the person (fingerprint, PIN) and find the passkey by itself. */
export async function passkeyCreation(
  db: Writer,
  { config }: Services,
  { accountId, email, name }: Owner,
  occasion: Occasion,
  now: Date,
): Promise<PasskeyCreation> {
  const { id, name: service } = relyingParty(config);
  return {
    challenge: await newChallenge(db, occasion, now),
    rp: { id, name: service },
    user: { id: handleOf(accountId), name: email, displayName: name || email },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: (await passkeysOf(db, accountId)).map(descriptor),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
    timeout: patienceMs,
  };
}

/**
 * Keeps a new passkey, when it was made in answer to our question, at our address, with the person verified.
 * @returns undefined when anything of that is not so, the account is not active, or somebody has the passkey already
 */
export async function createPasskey(
  db: Writer,
  { config }: Services,
  accountId: string,
  occasion: Occasion,
  { answer, name }: { readonly answer: PasskeyAttestation; readonly name: string },
  now: Date,
): Promise<PasskeyRow | undefined> {
  const expectedChallenge = await spentChallenge(db, occasion, answer.clientDataJSON, now);
  if (expectedChallenge === undefined) return undefined;
  const { id, origin } = relyingParty(config);
  const { clientDataJSON, attestationObject, transports } = answer;
  const { verifyRegistrationResponse } = await webAuthn();
  const verification = await verifyRegistrationResponse({
    response: {
      id: answer.id,
      rawId: answer.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON, attestationObject, transports },
    },
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => undefined); // the library throws for whatever does not hold
  if (!verification?.verified) return undefined;
  const { credential, aaguid, credentialDeviceType, credentialBackedUp } = verification.registrationInfo;
  const passkey = {
    passkeyId: randomUUID(),
    accountId,
    credentialId: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports,
    name,
    isBackedUp: credentialBackedUp,
    createdAt: now,
  };
  const isNew = await insertPasskey(db, { ...passkey, isBackupEligible: credentialDeviceType === 'multiDevice', aaguid }, mostPasskeys);
  return isNew ? { ...passkey, lastUsedAt: null } : undefined;
}

/** What the authenticator calls the person: the account's id, which tells nobody anything. */
export const handleOf = (accountId: string): string => Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');

export const descriptor = ({ credentialId, transports }: Pick<PasskeyRow, 'credentialId' | 'transports'>) => ({
  type: 'public-key' as const,
  id: credentialId.toString('base64url'),
  transports,
});
