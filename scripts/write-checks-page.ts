import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksPages } from './checks-page.ts';

/** `npm run docs:checks`: writes docs/checks from the rules. */
const folder = join(import.meta.dirname, '../docs/checks');
mkdirSync(folder, { recursive: true });
const { index, page } = checksPages();
writeFileSync(join(folder, 'README.md'), index);
writeFileSync(join(folder, 'kontroller.html'), page);
