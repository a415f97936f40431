import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';

/** Somebody whose sign-in the operator has agreed to believe, by OpenID Connect. */
export interface SignInProvider {
  /** What organisations choose by, and a part of the address the provider answers to. */
  readonly id: string;
  /** On the button. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** With it we show the provider that we are its client; it never leaves the process. */
  readonly key: KeyObject;
  readonly keyId: string | undefined;
  readonly algorithm: KeyAlgorithmName;
  readonly scopes: readonly string[];
  /** Ways to sign in there that count as both of our factors, spelled as the provider answers them. */
  readonly acr: readonly string[];
  /** The same for proving anew who one is. */
  readonly stepUpAcr: readonly string[];
  /** Hosts (with port, if not the usual) that may be asked anything, the issuer's among them. */
  readonly hosts: readonly string[];
  /** Those on the collecting side may use it as well. */
  readonly isForCollectingStaff: boolean;
}

export type KeyAlgorithmName = 'ES256' | 'ES384' | 'EdDSA' | 'RS256' | 'PS256';

/**
 * Scopes that bring a person's name, address or personal number along. Nothing here needs them: whom the answer means is said
 * by the subject, and only for an account that exists.
 */
const personal =
  /^(profile|email|phone|address|ssn|nin|nnin|personnummer)$|natural_?person_?(number|info)|personal_?(identity|number)|national_?id/i;

const words = z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, 'must be words without spaces'));
const entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/, 'must be 1 to 30 small letters, digits and hyphens'),
  name: z.string().trim().min(1, 'must be given').max(60, 'must be at most 60 characters'),
  issuer: z.string().refine(isIssuer, 'must be an address like https://id.example.se (http only on this machine)'),
  clientId: z.string().min(1, 'must be given').max(300),
  privateKeyFile: z.string().min(1, 'must name a file'),
  scopes: words
    .default([])
    .refine((scopes) => !scopes.some((scope) => personal.test(scope)), 'must not ask for a personal number, a name or an address'),
  acr: words.min(1, 'must name at least one way to sign in that counts as two factors'),
  stepUpAcr: words.min(1, 'must name at least one way, or be left out').optional(),
  hosts: z.array(z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/, 'must be names of hosts')).default([]),
  collectingStaff: z.boolean().default(false),
});
const shape = z.strictObject({ providers: z.array(entry).max(20) });

/**
 * Reads the file that OIDC_PROVIDERS names.
 * @param fault  told what is wrong, once a fault; never what stands in a key
 */
export function readSignInProviders(path: string, fault: (message: string) => void): SignInProvider[] {
  if (path === '') return [];
  const parsed = shape.safeParse(jsonIn(path));
  if (!parsed.success) {
    for (const { path: where, message } of parsed.error.issues)
      fault(where.length === 0 ? 'must name a file with {"providers": [...]} as JSON' : `${where.join('.')} ${message}`);
    return [];
  }
  const { providers } = parsed.data;
  const repeated = (of: 'id' | 'issuer') => new Set(providers.map((one) => one[of])).size < providers.length;
  if (repeated('id')) fault('two providers have the same id');
  // A subject belongs to its issuer: with two entries nobody could say which of them a person had been linked to.
  if (repeated('issuer')) fault('two providers have the same issuer; name all of its acr values in one');
  return providers.flatMap((one) => {
    const key = keyIn(resolve(dirname(path), one.privateKeyFile));
    if (!key) {
      fault(`${one.id}: privateKeyFile must be a private key as JWK: EC P-256 or P-384, Ed25519, or RSA of 2048 bits or more`);
      return [];
    }
    const { id, name, issuer, clientId, acr, stepUpAcr = acr, collectingStaff: isForCollectingStaff } = one;
    const scopes = [...new Set(['openid', ...one.scopes])];
    return [
      { id, name, issuer, clientId, ...key, scopes, acr, stepUpAcr, isForCollectingStaff, hosts: [new URL(issuer).host, ...one.hosts] },
    ];
  });
}

function isIssuer(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  if (username || password || search || hash) return false;
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function keyIn(path: string): Pick<SignInProvider, 'key' | 'keyId' | 'algorithm'> | undefined {
  const jwk = jsonIn(path) as (JsonWebKey & { kid?: unknown; alg?: unknown }) | undefined;
  if (typeof jwk !== 'object' || jwk === null) return undefined;
  try {
    const key = createPrivateKey({ key: jwk, format: 'jwk' });
    const algorithm = algorithmOf(key, jwk.alg);
    return algorithm && { key, keyId: typeof jwk.kid === 'string' ? jwk.kid : undefined, algorithm };
  } catch {
    return undefined;
  }
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject, named: unknown): KeyAlgorithmName | undefined {
  if (asymmetricKeyType === 'ed25519') return 'EdDSA';
  if (asymmetricKeyType === 'ec')
    return asymmetricKeyDetails?.namedCurve === 'prime256v1'
      ? 'ES256'
      : asymmetricKeyDetails?.namedCurve === 'secp384r1'
        ? 'ES384'
        : undefined;
  if (asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < 2048) return undefined;
  return named === 'PS256' ? 'PS256' : 'RS256';
}
