import type { z } from 'zod';
import type { Endpoints } from './endpoint.ts';
import type * as schemas from './factors.schemas.ts';

export const factors = {
  showMyFactors: { method: 'GET', path: '/api/me/factors', summary: 'Hur den inloggade loggar in: passkeys och återställningskoder' },
  declineRecoveryCodes: { method: 'POST', path: '/api/me/recovery-codes/decline', summary: 'Låt bli att erbjuda återställningskoder' },
  beginPasskey: { method: 'POST', path: '/api/me/passkeys/begin', summary: 'Vad en ny passkey ska skriva under' },
  addPasskey: { method: 'POST', path: '/api/me/passkeys', summary: 'Lägg till en passkey' },
  renamePasskey: { method: 'PUT', path: '/api/me/passkeys/:passkey', summary: 'Byt namn på en passkey' },
  removePasskey: { method: 'DELETE', path: '/api/me/passkeys/:passkey', summary: 'Ta bort en passkey' },
  askForPasskey: {
    method: 'POST',
    path: '/api/me/step-up/passkey/begin',
    summary: 'Vad en passkey ska skriva under för att visa att det är du',
  },
  stepUpWithPasskey: { method: 'POST', path: '/api/me/step-up/passkey', summary: 'Visa med en passkey att det är du' },
} as const satisfies Endpoints;

export type MyFactors = z.infer<typeof schemas.myFactors>;
export type PasskeyView = z.infer<typeof schemas.passkeyView>;
export type PasskeyCreation = z.infer<typeof schemas.passkeyCreation>;
export type PasskeyRequest = z.infer<typeof schemas.passkeyRequest>;
export type PasskeyAttestation = z.infer<typeof schemas.passkeyAttestation>;
export type PasskeyAssertion = z.infer<typeof schemas.passkeyAssertion>;

export const factorProblems = {
  'account.passkey-refused': 422,
  'account.passkey-needed': 409,
} as const;
