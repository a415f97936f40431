import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { securityPage } from './scripts/security-page.ts';
import { requirements } from './scripts/security-requirements.ts';
import { namesIn, testsWithIds } from './scripts/security-tests.ts';

const root = import.meta.dirname;
const tests = testsWithIds(root);

/** Requirements whose part of the portal is not there yet. A row that gets its first test leaves this list; in the end it is empty. */
const beingBuilt: readonly string[] = [];

test('there are 84 requirements, each once, in order', () => {
  expect(requirements.map(({ id }) => id)).toEqual(Array.from({ length: 84 }, (_, place) => `R${String(place + 1).padStart(2, '0')}`));
});

test('every requirement has a test that names it, but those that are being built', () => {
  const proved = new Set(tests.flatMap(({ ids }) => ids));
  expect(requirements.map(({ id }) => id).filter((id) => !proved.has(id))).toEqual(beingBuilt);
});

test('no test names a requirement that there is not', () => {
  const known = new Set(requirements.map(({ id }) => id));
  expect(tests.filter(({ ids }) => ids.some((id) => !known.has(id)))).toEqual([]);
});

test('the files that see to a requirement are there', () => {
  expect(requirements.flatMap(({ files }) => files).filter((file) => !existsSync(join(root, file)))).toEqual([]);
  for (const { id, files } of requirements) expect(files, id).not.toEqual([]);
});

test('the page of requirements says what is so now: npm run docs:security writes it anew', () => {
  expect(readFileSync(join(root, 'docs/security/requirements.md'), 'utf8')).toBe(securityPage(root));
});

test('a name is found wherever a test may have it, and nowhere else', () => {
  const text = [
    `test('R01: one', () => {});`,
    `test.each([\n  ['a', 'b'],\n])('R02, R03: «%s» is two', (_) => {});`,
    `test.each(names)(\n  "R04: it's three",\n  async () => {},\n);`,
    `test('R05: with a limit', { timeout: 5 }, () => {});`,
    `const words = ['R06: is no test'];`,
    `// test: R07: nor is this`,
  ].join('\n');
  expect(namesIn(text)).toEqual([
    { ids: ['R01'], name: 'one' },
    { ids: ['R02', 'R03'], name: '«%s» is two' },
    { ids: ['R04'], name: "it's three" },
    { ids: ['R05'], name: 'with a limit' },
  ]);
});

const short: Readonly<Record<string, string>> = {
  acc: 'packages/server/src/accounts',
  srv: 'packages/server/src',
  sur: 'packages/survey/src/reading',
  root: '.',
};
/** Faults whose test comes with a part of the portal that is not there yet; in the end none. */
const untested: number[] = [];

test('every fault of the catalogue belongs to requirements that there are, and names a test that there is', () => {
  const known = new Set(requirements.map(({ id }) => id));
  const faults = readFileSync(join(root, 'docs/security/faults.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, number = '', , ids = '', proof = ''] = line.split('|').map((part) => part.trim());
      return /^\d+$/.test(number) ? [{ number: Number(number), ids: ids === '–' ? [] : ids.split(', '), proof }] : [];
    });
  expect(faults.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, place) => place + 1));
  expect(faults.flatMap(({ ids }) => ids).filter((id) => !known.has(id))).toEqual([]);
  const missing = faults.filter(({ proof }) => {
    const [, folder = '', file = '', name = ''] = /^`(\w+)\/([^`]+)` «(.+)»$/.exec(proof) ?? [];
    const path = join(root, short[folder] ?? '', file);
    return name === '' || !existsSync(path) || !readFileSync(path, 'utf8').includes(name);
  });
  expect(missing.map(({ number }) => number)).toEqual(untested);
});
