import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { securityPage } from './security-page.ts';

/** `npm run docs:security`: writes docs/security/requirements.md from the list of requirements and the names of the tests. */
const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'docs/security/requirements.md'), securityPage(root));
