import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { ConfigurationError, readConfig } from './config.ts';
import { settings } from './settings.ts';

const goodKey = `k1:${randomBytes(32).toString('base64url')}`;
const faultsOf = (env: Record<string, string>) => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults.join('\n');
    throw error;
  }
  return '';
};

test('a first run needs no setting at all', () => {
  const config = readConfig({});
  expect(config.port).toBe(3000);
  expect(config.publicUrl).toBe('http://localhost:3000');
  expect(config.limits.codeMinutes).toBe(10);
  expect(config.demo).toBe(true);
});

test('production demands what must be set, all of it at once', () => {
  const faults = faultsOf({ NODE_ENV: 'production' });
  for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'SMTP_URL', 'PUBLIC_URL', 'SECRET_KEYS', 'MAIL_FROM', 'ORG_NAME'])
    expect(faults).toContain(`${name} must be set`);
});

test('the test clock and the local inbox are refused in production', () => {
  const faults = faultsOf({ NODE_ENV: 'production', TEST_CLOCK_FILE: 'seconds', INBOX_URL: 'http://localhost:1', DEMO: '1' });
  expect(faults).toContain('TEST_CLOCK_FILE must not be set');
  expect(faults).toContain('INBOX_URL must not be set');
  expect(faults).toContain('DEMO must not be set');
});

test.each([
  ['k1:short', '32 bytes'],
  [`k1:${Buffer.alloc(32).toString('base64url')}`, 'example'],
  [`k1:${Buffer.from('change-me-change-me-change-me-12').toString('base64url')}`, 'example'],
  [`k1:${Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64url')}`, 'example'],
  [`K 1:${randomBytes(32).toString('base64url')}`, 'id'],
  [`${goodKey},${goodKey}`, 'two keys'],
])('R83: a key that is short or an example is refused, and its bytes are not repeated: %#', (keys, expected) => {
  const faults = faultsOf({ SECRET_KEYS: keys });
  expect(faults).toContain(expected);
  expect(faults).not.toContain(keys.split(':')[1]);
});

test.each([
  [{}, 10],
  [{ KEEP_AUDIT_YEARS: '12' }, 12],
  [{ KEEP_DELIVERY_YEARS: '15' }, 15],
  [{ KEEP_AUDIT_YEARS: '0' }, 0],
  [{ KEEP_MESSAGE_YEARS: '0' }, 0],
])('the audit log is kept at least as long as what it is evidence of: %j', (env, years) => {
  expect(readConfig(env).keep.auditYears).toBe(years);
});

test('a time of the audit log below ten years is refused', () => {
  expect(faultsOf({ KEEP_AUDIT_YEARS: '9' })).toContain('KEEP_AUDIT_YEARS: must be 0 (never) or at least 10');
});

test('several keys are read in order, the first is current', () => {
  const config = readConfig({ SECRET_KEYS: `k2:${randomBytes(32).toString('base64url')},${goodKey}` });
  expect(config.secretKeys.map((key) => key.id)).toEqual(['k2', 'k1']);
});

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['ROLE', 'boss'],
  ['TEXTS', 'latin'],
  ['DATABASE_URL', 'mysql://x'],
  ['PUBLIC_URL', 'example.se'],
  ['PUBLIC_URL', 'https://example.se/portal'],
  ['CODE_MINUTES', '11'],
  ['PASSWORD_MIN_LENGTH', '6'],
])('a setting that cannot be used is named: %s=%s', (name, value) => {
  expect(faultsOf({ [name]: value })).toContain(name);
});

test.each([
  '1',
  'true',
  'loopback',
  'proxy.example.se',
  '10.0.0.0/33',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.1/24/8',
  '10.0.0',
  '10.0.0.1,loopback',
])('R68: «%s» is no proxy: the web server would believe nobody, or everybody', (value) => {
  expect(faultsOf({ TRUSTED_PROXIES: value })).toContain('TRUSTED_PROXIES: every entry must be an address');
});

test('R68: addresses and ranges are taken, of both kinds', () => {
  const value = '10.0.0.5, 10.0.0.0/24,fd00::1,fd00::/8';
  expect(readConfig({ TRUSTED_PROXIES: value }).trustedProxies).toEqual(['10.0.0.5', '10.0.0.0/24', 'fd00::1', 'fd00::/8']);
});

test('production refuses an address without TLS, and one login for both database roles', () => {
  const faults = (env: Record<string, string>) =>
    faultsOf({
      NODE_ENV: 'production',
      SMTP_URL: 'smtp://mail.example.se',
      MAIL_FROM: 'x@example.se',
      SECRET_KEYS: goodKey,
      ...Object.fromEntries(['NAME', 'SHORT', 'ADDRESS', 'NUMBER', 'PHONE', 'EMAIL', 'DPO'].map((name) => [`ORG_${name}`, 'x'])),
      PUBLIC_URL: 'https://example.se',
      DATABASE_URL: 'postgres://web@db/x',
      MIGRATION_DATABASE_URL: 'postgres://owner@db/x',
      ...env,
    });
  expect(faults({ SECURITY_CONTACT: 'sakerhet@example.se' })).toBe('');
  expect(faults({ SECURITY_CONTACT: 'sakerhet@example.se', PUBLIC_URL: 'http://example.se' })).toContain(
    'PUBLIC_URL must begin with https://',
  );
  expect(faults({ SECURITY_CONTACT: 'sakerhet@example.se', DATABASE_URL: 'postgres://owner@db/x' })).toContain(
    'DATABASE_URL must have another login',
  );
});

test('R46: no setting makes a cookie less than it is', () => {
  expect(settings.map(({ name }) => name).filter((name) => /COOKIE|INSECURE|CSRF|TRUST_ALL/.test(name))).toEqual([]);
});
