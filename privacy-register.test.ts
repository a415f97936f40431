import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { privacyRegister } from './scripts/privacy-register.ts';

test('the register of processing is what the classes of the columns say now: npm run docs:register writes it anew', () => {
  expect(readFileSync(join(import.meta.dirname, 'docs/privacy/register.md'), 'utf8')).toBe(privacyRegister());
});
