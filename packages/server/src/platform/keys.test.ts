import { randomBytes, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyRing } from './keys.ts';

const secret = (id: string) => ({ id, bytes: new Uint8Array(randomBytes(32)) });

test('R83: a sealed value opens only in its own place', () => {
  const ring = keyRing([secret('k1')]);
  const value = ring.seal('totp', Buffer.from('a seed'), 'account-1');
  expect(ring.open('totp', value, 'account-1').toString()).toBe('a seed');
  expect(() => ring.open('totp', value, 'account-2')).toThrow();
  expect(() => ring.open('outbox', value, 'account-1')).toThrow();
});

test('a value sealed with an older key can still be read after the keys are rotated', () => {
  const [older, newer] = [secret('k1'), secret('k2')];
  const value = keyRing([older]).seal('file', Buffer.from('a data key'), 'delivery');
  const rotated = keyRing([newer, older]);
  expect(rotated.open('file', value, 'delivery').toString()).toBe('a data key');
  expect(rotated.seal('file', Buffer.from('x'), 'delivery').keyId).toBe('k2');
  expect(() => keyRing([newer]).open('file', value, 'delivery')).toThrow('k1');
});

test('a changed byte is seen', () => {
  const ring = keyRing([secret('k1')]);
  const value = ring.seal('file', Buffer.from('75,00'), 'cell');
  value.sealed[15] = (value.sealed[15] ?? 0) ^ 1;
  expect(() => ring.open('file', value, 'cell')).toThrow();
});

test('without a key nothing starts', () => {
  expect(() => keyRing([])).toThrow('SECRET_KEYS');
});

test('a signature holds for its text and key alone, and can be checked with the public half', () => {
  const [older, newer] = [secret('k1'), secret('k2')];
  const ring = keyRing([older]);
  const signed = ring.sign('heads of the day');
  expect(signed.keyId).toBe('k1');
  expect(ring.isSignedBy('heads of the day', signed)).toBe(true);
  expect(ring.isSignedBy('heads of the night', signed)).toBe(false);
  expect(keyRing([newer, older]).isSignedBy('heads of the day', signed)).toBe(true);
  expect(keyRing([newer]).isSignedBy('heads of the day', signed)).toBe(false);
  expect(keyRing([secret('k1')]).isSignedBy('heads of the day', signed)).toBe(false);
  expect(ring.publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
  expect(verify(null, Buffer.from('heads of the day'), ring.publicKey, signed.signature)).toBe(true);
});
