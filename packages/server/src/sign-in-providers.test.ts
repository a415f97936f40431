import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigurationError, readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'providers-'));
const file = (name: string, content: unknown): string => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
};
const jwkOf = (pair: { privateKey: { export(options: { format: 'jwk' }): object } }) => pair.privateKey.export({ format: 'jwk' });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const secret = (jwkOf(ec) as { d: string }).d;
const good = {
  id: 'broker',
  name: 'Freja Organisations-eID',
  issuer: 'https://id.example.se/oidc',
  clientId: 'portal',
  privateKeyFile: file('good.json', { ...jwkOf(ec), kid: 'k' }),
  acr: ['urn:example:loa3'],
};
let files = 0;
const read = (content: unknown, env: Readonly<Record<string, string>> = {}) =>
  readConfig({ ...env, OIDC_PROVIDERS: join(folder, file(`file-${(files += 1)}.json`, content)) });
const faultsOf = (content: unknown, env: Readonly<Record<string, string>> = {}): string => {
  try {
    read(content, env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return '';
};
const faultsIn = (changed: Readonly<Record<string, unknown>>) => faultsOf({ providers: [{ ...good, ...changed }] });

test('a provider is read with what was left out filled in', () => {
  expect(
    read({ providers: [{ ...good, scopes: ['https://id.oidc.se/scope/naturalPersonOrgId'], hosts: ['login.example.se'] }] })
      .signInProviders,
  ).toMatchObject([
    {
      id: 'broker',
      keyId: 'k',
      algorithm: 'ES256',
      scopes: ['openid', 'https://id.oidc.se/scope/naturalPersonOrgId'],
      stepUpAcr: ['urn:example:loa3'],
      hosts: ['id.example.se', 'login.example.se'],
      isForCollectingStaff: false,
    },
  ]);
  expect(readConfig({}).signInProviders).toEqual([]);
});

test.each([
  ['profile'],
  ['email'],
  ['https://id.oidc.se/scope/naturalPersonNumber'],
  ['https://id.oidc.se/scope/naturalPersonInfo'],
  ['https://id.oidc.se/claim/personalIdentityNumber'],
  ['ssn'],
  ['nnin'],
])('a scope that brings personal data along stops the start: %s', (scope) => {
  expect(faultsIn({ scopes: [scope] })).toContain('must not ask for a personal number');
});

test.each([
  ['an issuer without https', { issuer: 'http://id.example.se' }, 'issuer must be an address'],
  ['an issuer that is none', { issuer: 'id.example.se' }, 'issuer must be an address'],
  ['no way to sign in', { acr: [] }, 'acr must name at least one'],
  ['an id for no address', { id: 'Broker 1' }, 'id must be 1 to 30'],
  ['a word nobody knows', { secret: 'x' }, 'providers.0'],
  ['a host with a path', { hosts: ['login.example.se/x'] }, 'hosts'],
  ['no key', { privateKeyFile: 'nowhere.json' }, 'must be a private key as JWK'],
  ['a key that is none', { privateKeyFile: file('text.json', 'hej') }, 'must be a private key as JWK'],
  ['a public key', { privateKeyFile: file('public.json', ec.publicKey.export({ format: 'jwk' })) }, 'must be a private key as JWK'],
  [
    'a short key',
    { privateKeyFile: file('short.json', jwkOf(generateKeyPairSync('rsa', { modulusLength: 1024 }))) },
    'must be a private key as JWK',
  ],
])('R83: a file with %s stops the start', (_, changed, fault) => {
  expect(faultsIn(changed)).toContain(fault);
});

test.each([
  ['RS256', undefined],
  ['PS256', 'PS256'],
])('an RSA key signs with %s', (algorithm, alg) => {
  const key = file(`rsa-${algorithm}.json`, { ...jwkOf(generateKeyPairSync('rsa', { modulusLength: 2048 })), alg });
  expect(read({ providers: [{ ...good, privateKeyFile: key }] }).signInProviders[0]!.algorithm).toBe(algorithm);
});

test('what is wrong is told without the key, all of it at once, and a file that is none is told of', () => {
  const faults = faultsOf({ providers: [{ ...good, acr: [], issuer: 'x', privateKeyFile: { ...jwkOf(ec) } }] });
  for (const part of ['acr', 'issuer', 'privateKeyFile']) expect(faults).toContain(`providers.0.${part}`);
  expect(faults).not.toContain(secret);
  expect(faultsOf('{"providers":')).toContain('OIDC_PROVIDERS: must name a file');
  expect(faultsOf({ providers: [good, { ...good, id: 'other' }] })).toContain('the same issuer');
  expect(faultsOf({ providers: [good, { ...good, issuer: 'https://other.example.se' }] })).toContain('the same id');
});

test('plain http is for this machine only, and never in production', () => {
  const local = { providers: [{ ...good, issuer: 'http://127.0.0.1:4000' }] };
  expect(faultsOf(local)).toBe('');
  expect(faultsOf(local, { NODE_ENV: 'production' })).toContain('OIDC_PROVIDERS: an issuer must be reached by https in production');
});
