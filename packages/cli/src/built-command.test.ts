import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cliTexts } from '@insamling/texts';

const root = join(import.meta.dirname, '../../..');
let copy = '';

/** What the command is made of and made with, in a folder of its own, so that a source can be changed. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'built-'));
  await mkdir(join(copy, 'packages'));
  for (const name of ['cli', 'survey', 'texts'])
    await cp(join(root, 'packages', name), join(copy, 'packages', name), {
      recursive: true,
      filter: (path) => !path.endsWith('dist') && !path.endsWith('node_modules'),
    });
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.base.json', 'scripts'])
    await cp(join(root, name), join(copy, name), { recursive: true });
  await mkdir(join(copy, 'node_modules/@insamling'), { recursive: true });
  for (const name of (await readdir(join(root, 'node_modules'))).filter((one) => !one.startsWith('.') && one !== '@insamling'))
    await symlink(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  for (const name of ['survey', 'texts']) await symlink(join(copy, 'packages', name), join(copy, 'node_modules/@insamling', name));
});
afterAll(async () => {
  await rm(copy, { recursive: true, force: true });
});

const run = async (script: string, ...words: readonly string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [join(copy, script), ...words])).stdout;
const insamling = (...words: readonly string[]) => run('packages/cli/bin/insamling.mjs', ...words);
const built = () => join(copy, 'packages/cli/dist/main.cjs');
/** In front of what the built file does, and of nothing else. */
const mark = "process.stdout.write('built\\n');\n";

test('the command is run as one file while that is made of the sources that are there, and from the sources when one has changed', async () => {
  expect(await insamling('--help')).toBe(cliTexts.help);
  await run('scripts/build-command.ts');
  await writeFile(built(), `${mark}${await readFile(built(), 'utf8')}`);
  expect(await insamling('--help')).toBe(`built\n${cliTexts.help}`);
  expect(await insamling('measure', '--help')).toMatch(/^built\nSå här: insamling measure/);

  const source = join(copy, 'packages/texts/src/index.ts');
  await appendFile(source, '// changed\n');
  expect(await insamling('--help')).toBe(cliTexts.help);
  await run('scripts/build-command.ts');
  expect(await readFile(built(), 'utf8')).not.toContain(mark);
  await writeFile(built(), `${mark}${await readFile(built(), 'utf8')}`);
  expect(await insamling('--help')).toBe(`built\n${cliTexts.help}`);

  await utimes(source, new Date(), new Date(Date.now() + 5000));
  expect(await insamling('--help')).toBe(cliTexts.help);
});

test('what V8 made of the file when it was built is taken while it is of that file, and nothing else is', async () => {
  await run('scripts/build-command.ts');
  const isTaken = async () => {
    const script = `const { loadBuilt } = await import(${JSON.stringify(join(copy, 'packages/cli/bin/load-built.mjs'))});
      process.stdout.write(String(loadBuilt().script.cachedDataRejected));`;
    return (await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])).stdout;
  };
  const compiled = async () => (await readdir(join(copy, 'packages/cli/dist'))).filter((name) => name.includes('compiled-'));
  expect(await isTaken()).toBe('false');
  const [name] = await compiled();

  // As long as before, so that V8 alone would not tell them apart.
  await writeFile(built(), (await readFile(built(), 'utf8')).replace('Så här: insamling KOMMANDO', 'Så där: insamling KOMMANDO'));
  await utimes(built(), new Date(), new Date(Date.now() + 5000));
  expect(await isTaken()).toBe('undefined');
  expect(await insamling('--help')).toBe(cliTexts.help.replace('Så här', 'Så där'));

  await run('scripts/build-command.ts');
  expect(await compiled()).toHaveLength(1);
  expect(await compiled()).not.toContain(name);
  await writeFile(join(copy, 'packages/cli/dist', (await compiled())[0]!), 'nothing V8 would know');
  expect(await isTaken()).toBe('true');
  expect(await insamling('--help')).toBe(cliTexts.help);
});

test('what Node makes of the operator’s commands is kept for the next time, also where the command is one file', async () => {
  await run('scripts/build-command.ts');
  await mkdir(join(copy, 'packages/server/src/commands'), { recursive: true });
  await writeFile(join(copy, 'packages/server/src/commands/main.ts'), "process.stdout.write('of the server' as string);\n");
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [join(copy, 'packages/cli/bin/insamling.mjs'), 'keys'], { env });
  expect(stdout).toBe('of the server');
  const kept = await readdir(join(copy, 'node_modules/.cache/compiled'), { recursive: true, withFileTypes: true });
  expect(kept.some((entry) => entry.isFile())).toBe(true);
});
