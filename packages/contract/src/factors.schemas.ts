import { z } from 'zod';
import { done, id, instant } from './common.schemas.ts';

const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);
const transports = z
  .array(
    z
      .string()
      .max(20)
      .regex(/^[a-z-]+$/),
  )
  .max(10);
const credential = z.strictObject({ type: z.literal('public-key'), id: base64url(1400), transports });
const passkeyName = z.string().trim().min(1).max(60);
const params = z.strictObject({ passkey: id });
/** As the refusal named it; empty for anything. */
const purpose = z
  .string()
  .max(200)
  .regex(/^[a-zA-Z0-9:-]*$/);

/** What the browser is to make a passkey by: PublicKeyCredentialCreationOptionsJSON of WebAuthn, as far as it is used. */
export const passkeyCreation = z.strictObject({
  challenge: base64url(86),
  rp: z.strictObject({ id: z.string(), name: z.string() }),
  user: z.strictObject({ id: base64url(86), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.strictObject({ type: z.literal('public-key'), alg: z.number().int() })),
  excludeCredentials: z.array(credential),
  authenticatorSelection: z.strictObject({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
  timeout: z.number().int(),
});

/** What a passkey is to sign: PublicKeyCredentialRequestOptionsJSON of WebAuthn. Without `allowCredentials` any passkey of ours may. */
export const passkeyRequest = z.strictObject({
  challenge: base64url(86),
  rpId: z.string(),
  allowCredentials: z.array(credential),
  userVerification: z.literal('required'),
  timeout: z.number().int(),
});

/** A new passkey, as the browser hands it over; bytes as base64url. */
export const passkeyAttestation = z.strictObject({
  id: base64url(1400),
  clientDataJSON: base64url(4000),
  attestationObject: base64url(8000),
  transports,
});

/** What a passkey has signed; bytes as base64url. */
export const passkeyAssertion = z.strictObject({
  id: base64url(1400),
  clientDataJSON: base64url(4000),
  authenticatorData: base64url(4000),
  signature: base64url(2000),
  userHandle: base64url(100).nullable(),
});

export const passkeyView = z.strictObject({
  id,
  name: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  /** It is kept by a service that brings it to the person's other devices. */
  isBackedUp: z.boolean(),
});

export const myFactors = z.strictObject({
  passkeys: z.array(passkeyView),
  /** An organisation of the person's asks for one. */
  requiresPasskey: z.boolean(),
  recoveryCodes: z.strictObject({ left: z.number().int(), of: z.number().int(), madeAt: instant.nullable() }),
  /** Nobody has made codes yet, nor said no to them. */
  offersRecoveryCodes: z.boolean(),
});

export const factorsSchemas = {
  showMyFactors: { response: myFactors },
  declineRecoveryCodes: { response: done },
  beginPasskey: { response: passkeyCreation },
  addPasskey: { body: z.strictObject({ name: passkeyName, answer: passkeyAttestation }), response: passkeyView },
  renamePasskey: { params, body: z.strictObject({ name: passkeyName }), response: passkeyView },
  removePasskey: { params, response: done },
  askForPasskey: { body: z.strictObject({ purpose }), response: passkeyRequest },
  stepUpWithPasskey: {
    body: z.strictObject({ purpose, answer: passkeyAssertion }),
    response: z.strictObject({ outcome: z.enum(['confirmed', 'refused']) }),
  },
} as const;
