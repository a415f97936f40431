import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  randomBytes,
  sign as signBytes,
  timingSafeEqual,
  verify as verifyBytes,
  type KeyObject,
} from 'node:crypto';
import type { SecretKey } from '../config.ts';

export type KeyPurpose = 'file' | 'totp' | 'outbox' | 'code' | 'audit' | 'match' | 'sign' | 'subject';

/** A value at rest: nonce ‖ ciphertext ‖ tag, and the id of the key it was sealed with. */
export interface Sealed {
  readonly keyId: string;
  readonly sealed: Buffer;
}

/**
 * Keys per purpose, derived by HKDF-SHA-256 from every entry of SECRET_KEYS. The first entry seals and signs; the others only
 * read, so that a key can be replaced without downtime.
 */
export interface KeyRing {
  readonly currentKeyId: string;
  /** Every key that can be read with, the current one first. */
  readonly keyIds: readonly string[];
  /** AES-256-GCM; `aad` binds the value to its place, so that it cannot be moved to another row. */
  seal(purpose: KeyPurpose, plain: Uint8Array, aad: string): Sealed;
  /** @throws Error when the key is unknown or the value was changed or moved */
  open(purpose: KeyPurpose, value: Sealed, aad: string): Buffer;
  /** HMAC-SHA-256 under the key named, the current one when none is. */
  mac(purpose: KeyPurpose, data: string | Uint8Array, keyId?: string): Buffer;
  /** Ed25519 under the current key of purpose `sign`. */
  sign(data: string): Signature;
  /** False also when the key is not among those that can be read with. */
  isSignedBy(data: string, signature: Signature): boolean;
  /** PEM of the current signing key's public half: what somebody outside checks signatures with. */
  readonly publicKey: string;
}

export interface Signature {
  readonly keyId: string;
  readonly signature: Buffer;
}

export function keyRing(secrets: readonly SecretKey[]): KeyRing {
  const first = secrets[0];
  if (!first) throw new Error('SECRET_KEYS is empty: no key to seal with');
  const derived = new Map<string, KeyObject>();
  const keyFor = (purpose: KeyPurpose, keyId: string): KeyObject => {
    const name = `${purpose}/${keyId}`;
    const known = derived.get(name);
    if (known) return known;
    const secret = secrets.find((key) => key.id === keyId);
    if (!secret) throw new Error(`No key with id ${keyId} in SECRET_KEYS`);
    const key = createSecretKey(new Uint8Array(hkdfSync('sha256', secret.bytes, 'personalstatistik', purpose, 32)));
    derived.set(name, key);
    return key;
  };
  const signer = (keyId: string): KeyObject =>
    createPrivateKey({ key: Buffer.concat([ed25519Header, keyFor('sign', keyId).export()]), format: 'der', type: 'pkcs8' });
  return {
    currentKeyId: first.id,
    keyIds: secrets.map((key) => key.id),
    seal: (purpose, plain, aad) => ({ keyId: first.id, sealed: sealWith(keyFor(purpose, first.id), plain, aad) }),
    open: (purpose, value, aad) => openWith(keyFor(purpose, value.keyId), value.sealed, aad),
    mac: (purpose, data, keyId = first.id) => createHmac('sha256', keyFor(purpose, keyId)).update(data).digest(),
    sign: (data) => ({ keyId: first.id, signature: signBytes(null, Buffer.from(data), signer(first.id)) }),
    isSignedBy: (data, { keyId, signature }) =>
      secrets.some(({ id }) => id === keyId) && verifyBytes(null, Buffer.from(data), createPublicKey(signer(keyId)), signature),
    get publicKey() {
      return createPublicKey(signer(first.id)).export({ format: 'pem', type: 'spki' }).toString();
    },
  };
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const ed25519Header = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Node takes forty microseconds to find out that bytes are a key, as often as it is given them, and one when they have been made one. */
export function asKey(bytes: Uint8Array): KeyObject {
  const key = madeOf.get(bytes) ?? createSecretKey(bytes);
  madeOf.set(bytes, key);
  return key;
}
const madeOf = new WeakMap<Uint8Array, KeyObject>();

/** AES-256-GCM under a given 32-byte key: nonce (12) ‖ ciphertext ‖ tag (16). */
export function sealWith(key: KeyObject, plain: Uint8Array, aad: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(aad));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the key is another, or the bytes or their place were changed */
export function openWith(key: KeyObject, sealed: Uint8Array, aad: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(bytes.subarray(bytes.length - 16));
  return Buffer.concat([decipher.update(bytes.subarray(12, bytes.length - 16)), decipher.final()]);
}

/** Compares without telling by its time how much was right. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && timingSafeEqual(one, other);
