import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importsIn, readTables, type SourceFile } from './scripts/boundaries.ts';
import { forbiddenImports } from './scripts/judge-imports.ts';

const root = import.meta.dirname;
const tables = readTables(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'));

const sources: SourceFile[] = readdirSync(join(root, 'packages')).flatMap((name) =>
  readdirSync(join(root, 'packages', name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ path: `packages/${name}/src/${file}`, text: readFileSync(join(root, 'packages', name, 'src', file), 'utf8') })),
);

test('every import in the code agrees with the tables in ARCHITECTURE.md', () => {
  expect(sources.flatMap((file) => importsIn(file.text)).length).toBeGreaterThan(500);
  expect(forbiddenImports(sources, tables)).toEqual([]);
});

test('every package and every folder of the server stands in the tables', () => {
  expect([...tables.packages.keys()].sort()).toEqual(readdirSync(join(root, 'packages')).sort());
  const named = new Set(tables.rows.filter((row) => row.package === 'server').flatMap((row) => row.places.flat()));
  const folders = readdirSync(join(root, 'packages/server/src'), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'testing',
  );
  expect(folders.map((entry) => entry.name).filter((name) => !named.has(name))).toEqual([]);
});

const planted = (path: string, line: string) =>
  forbiddenImports([{ path: `packages/${path}`, text: `${line}\nexport const x = 1;\n` }], tables);

test.each([
  ['survey reaches for Node', 'survey/src/reading/open-file.ts', `import { readFile } from 'node:fs';`],
  ['the engine knows an edition', 'survey/src/engine/table.ts', `import { november2026 } from '../editions/november-2026/index.ts';`],
  ['texts know the contract', 'texts/src/sv/problems.ts', `import type { ProblemCode } from '@insamling/contract';`],
  ['a schema travels to the browser', 'web/src/client.ts', `import { schemas } from '@insamling/contract/schemas';`],
  ['the table of endpoints makes a schema', 'contract/src/units.ts', `import { z } from 'zod';`],
  ['the browser imports the server', 'web/src/client.ts', `import { buildApp } from '@insamling/server';`],
  ['the browser reaches the server by a path', 'web/src/client.ts', `import { buildApp } from '../../server/src/app.ts';`],
  ['platform learns about a capability', 'server/src/platform/http/serve.ts', `import { identify } from '../../accounts/index.ts';`],
  [
    'a neighbour on the left calls one on the right',
    'server/src/units/show-unit.ts',
    `import { unitDates } from '../extensions/index.ts';`,
  ],
  ["a neighbour's drawer is opened", 'server/src/messages/show-thread.ts', `import { accountRow } from '../accounts/reader.ts';`],
  ['a policy asks the database', 'server/src/deliveries/policy.ts', `import { sql } from '../platform/db/index.ts';`],
  ['a reader calls a neighbour', 'server/src/deliveries/reader.ts', `import { unitFacts } from '../units/index.ts';`],
  ['an operation speaks Swedish', 'server/src/deliveries/submit-delivery.ts', `import { problemText } from '@insamling/texts';`],
  ['a letter reads the database', 'server/src/deliveries/receipt.mail.ts', `import { sql } from '../platform/db/index.ts';`],
  [
    'the product imports the test harness',
    'server/src/deliveries/upload-file.ts',
    `import { testDatabase } from '../testing/database.ts';`,
  ],
  ['the product loads the embedded database', 'server/src/services.ts', `import { startPostgres } from '@insamling/embedded';`],
  ['a button knows a delivery', 'web/src/ui/Dialog.tsx', `import { StateTag } from '../deliveries/index.ts';`],
  ['an import over several lines', 'survey/src/engine/table.ts', `import {\n  november2026,\n} from '../editions/november-2026/index.ts';`],
  ['an import at run time', 'server/src/units/show-unit.ts', `const door = await import('../extensions/index.ts');`],
  ['a door that passes on what it may not have', 'server/src/units/index.ts', `export { unitDates } from '../extensions/index.ts';`],
])('the watch catches it when %s', (_, path, line) => {
  expect(planted(path, line)).toHaveLength(1);
});

test.each([
  ['a type of a neighbour in a policy', 'server/src/deliveries/policy.ts', `import type { UnitDates } from '../extensions/index.ts';`],
  ['the database in a writer', 'server/src/deliveries/writer.ts', `import { sql } from '../platform/db/index.ts';`],
  ['the type of the services in a capability', 'server/src/deliveries/upload-file.ts', `import type { Services } from '../context.ts';`],
  [
    'an edition handed in by the server',
    'server/src/deliveries/upload-file.ts',
    `import { november2026 } from '@insamling/survey/editions/november-2026';`,
  ],
  ["another capability's door in the browser", 'web/src/review/UnitFrame.tsx', `import { StateTag } from '../deliveries/index.ts';`],
])('the watch lets pass: %s', (_, path, line) => {
  expect(planted(path, line)).toEqual([]);
});
