import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { PasskeyAssertion, PasskeyAttestation, PasskeyCreation, PasskeyRequest } from '@insamling/contract';

/** An authenticator in software: makes real key pairs (ES256) and real signatures, and lies only where a test tells it to. */
export interface Authenticator {
  create(question: PasskeyCreation, lies?: Lies): PasskeyAttestation;
  sign(question: PasskeyRequest, lies?: Lies): PasskeyAssertion;
  /** Its signature counter; 0 for one that does not count. */
  counter: number;
  /** As if the person had also this passkey in another place: the same key. */
  copy(): Authenticator;
}

interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly challenge?: string;
  /** The person did not show a finger or a PIN. */
  readonly isUnverified?: boolean;
  readonly userHandle?: string | null;
  readonly credentialId?: string;
}

const here = { origin: 'http://localhost:3000', rpId: 'localhost' } as const;

export function newAuthenticator(counts = true): Authenticator {
  return authenticatorWith(generateKeyPairSync('ec', { namedCurve: 'P-256' }), randomBytes(32), counts ? 1 : 0);
}

function authenticatorWith(
  keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject },
  credentialId: Buffer,
  counter: number,
  handle: string | null = null,
): Authenticator {
  const id = credentialId.toString('base64url');
  const self: Authenticator & { handle: string | null } = {
    counter,
    handle,
    create(question, lies = {}) {
      self.handle = question.user.id;
      const { x = '', y = '' } = keys.publicKey.export({ format: 'jwk' });
      // COSE: kty EC2, alg ES256, crv P-256, x, y.
      const coseKey = map([
        [number(1), number(2)],
        [number(3), number(-7)],
        [number(-1), number(1)],
        [number(-2), bytes(Buffer.from(x, 'base64url'))],
        [number(-3), bytes(Buffer.from(y, 'base64url'))],
      ]);
      const credential = Buffer.concat([Buffer.alloc(16), uint16(credentialId.length), credentialId, coseKey]);
      const data = authenticatorData(lies, self.counter, credential);
      const attestation = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(data)],
      ]);
      return {
        id,
        clientDataJSON: clientData('webauthn.create', question.challenge, lies).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      };
    },
    sign(question, lies = {}) {
      if (self.counter > 0) self.counter += 1;
      const data = authenticatorData(lies, self.counter);
      const client = clientData('webauthn.get', question.challenge, lies);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        id: lies.credentialId ?? id,
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, keys.privateKey).toString('base64url'),
        userHandle: lies.userHandle === undefined ? self.handle : lies.userHandle,
      };
    },
    copy: () => authenticatorWith(keys, credentialId, self.counter, self.handle),
  };
  return self;
}

const clientData = (type: string, challenge: string, lies: Lies): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: lies.type ?? type,
      challenge: lies.challenge ?? challenge,
      origin: lies.origin ?? here.origin,
      crossOrigin: false,
    }),
  );

/** Hash of the host, flags (present, verified, credential included), counter. */
function authenticatorData(lies: Lies, counter: number, credential: Buffer = Buffer.alloc(0)): Buffer {
  const flags = 0x01 | (lies.isUnverified ? 0 : 0x04) | (credential.length > 0 ? 0x40 : 0);
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([
    createHash('sha256')
      .update(lies.rpId ?? here.rpId)
      .digest(),
    Buffer.from([flags]),
    count,
    credential,
  ]);
}

// As much CBOR as an attestation needs.
const head = (kind: number, size: number): Buffer =>
  size < 24
    ? Buffer.from([(kind << 5) | size])
    : size < 256
      ? Buffer.from([(kind << 5) | 24, size])
      : Buffer.concat([Buffer.from([(kind << 5) | 25]), uint16(size)]);
const number = (value: number): Buffer => (value >= 0 ? head(0, value) : head(1, -1 - value));
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
const map = (entries: readonly (readonly [Buffer, Buffer])[]): Buffer => Buffer.concat([head(5, entries.length), ...entries.flat()]);

function uint16(value: number): Buffer {
  const two = Buffer.alloc(2);
  two.writeUInt16BE(value);
  return two;
}
