import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privacyRegister } from './privacy-register.ts';

/** `npm run docs:register`: writes docs/privacy/register.md from the classes of the database's columns. */
const folder = join(import.meta.dirname, '../docs/privacy');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'register.md'), privacyRegister());
