import type { PasskeyAssertion, PasskeyAttestation, PasskeyCreation, PasskeyRequest } from '@insamling/contract';

/** True where the browser can make and use passkeys. */
export const canUsePasskeys = (): boolean => typeof window.PublicKeyCredential === 'function' && 'credentials' in navigator;

/** Lets a passkey sign, after the person has shown finger, face or PIN. @throws DOMException when they would rather not */
export async function signWithPasskey(question: PasskeyRequest): Promise<PasskeyAssertion> {
  const credential = await navigator.credentials.get({
    publicKey: {
      ...question,
      challenge: toBytes(question.challenge),
      allowCredentials: question.allowCredentials.map(described),
    },
  });
  const { id, response } = credential as PublicKeyCredential & { readonly response: AuthenticatorAssertionResponse };
  return {
    id,
    clientDataJSON: toText(response.clientDataJSON),
    authenticatorData: toText(response.authenticatorData),
    signature: toText(response.signature),
    userHandle: response.userHandle?.byteLength ? toText(response.userHandle) : null,
  };
}

/** Makes a passkey. @throws DOMException when the person would rather not, or has one there already */
export async function makePasskey(question: PasskeyCreation): Promise<PasskeyAttestation> {
  const credential = await navigator.credentials.create({
    publicKey: {
      ...question,
      challenge: toBytes(question.challenge),
      user: { ...question.user, id: toBytes(question.user.id) },
      excludeCredentials: question.excludeCredentials.map(described),
    },
  });
  const { id, response } = credential as PublicKeyCredential & { readonly response: AuthenticatorAttestationResponse };
  return {
    id,
    clientDataJSON: toText(response.clientDataJSON),
    attestationObject: toText(response.attestationObject),
    transports: response.getTransports(),
  };
}

interface Described {
  readonly type: 'public-key';
  readonly id: string;
  readonly transports: readonly string[];
}
const described = ({ type, id, transports }: Described): PublicKeyCredentialDescriptor => ({
  type,
  id: toBytes(id),
  transports: transports as AuthenticatorTransport[],
});

/** Bytes of base64url. */
const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const toText = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
