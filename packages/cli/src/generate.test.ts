import { execFile } from 'node:child_process';
import { lstat, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generate, plantableRules } from '@insamling/survey/generator';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'generate-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command in a process of its own, as `insamling` starts it. */
function run(...words: string[]): Promise<Outcome> {
  const module = pathToFileURL(join(import.meta.dirname, 'generate.ts')).href;
  const script = `const { generateCommand } = await import(${JSON.stringify(module)}); await generateCommand().parseAsync(process.argv.slice(1), { from: 'user' });`;
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['--input-type=module', '--eval', script, '--', ...words],
      { cwd: folder, timeout: 50_000 },
      (fault, stdout, stderr) => done({ exit: fault ? Number(fault.code) : 0, stdout, stderr }),
    );
  });
}

test('writes the file of the generator, byte for byte, and its manifest beside it', async () => {
  const outcome = await run('--unit', '1480', '--records', '500', '--errors', '0.01', '--seed', '7', '--out', 'goteborg.csv');
  expect(outcome).toMatchObject({ exit: 0, stderr: '' });
  expect(outcome.stdout).toContain('facit med 5 inlagda fel till goteborg.csv.manifest.json');
  const made = generate({ unit: '1480', records: 500, errorShare: 0.01, seed: 7 });
  const bytes = await readFile(join(folder, 'goteborg.csv'));
  expect(bytes.equals(made.file)).toBe(true);
  const manifest = JSON.parse(await readFile(join(folder, 'goteborg.csv.manifest.json'), 'utf8')) as Record<string, unknown>;
  expect(manifest).toEqual({
    file: { name: 'goteborg.csv', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    ...made.manifest,
  });
  expect(await readdir(folder)).toHaveLength(2);
});

test('without a number of records the file has as many as the unit has, and no errors', async () => {
  expect(await run('--unit', '2403', '--out', 'bjurholm.csv')).toMatchObject({ exit: 0 });
  const manifest = JSON.parse(await readFile(join(folder, 'bjurholm.csv.manifest.json'), 'utf8')) as { records: number; errors: unknown[] };
  expect(manifest).toMatchObject({ records: 351, errors: [] });
});

test('last year is the year before, and a file with the same name is replaced', async () => {
  await writeFile(join(folder, 'trosa.csv'), 'older');
  expect(await run('--unit', '0488', '--records', '50', '--last-year', '--out', 'trosa.csv')).toMatchObject({ exit: 0 });
  expect(JSON.parse(await readFile(join(folder, 'trosa.csv.manifest.json'), 'utf8'))).toMatchObject({ year: 2025 });
  expect((await readFile(join(folder, 'trosa.csv'))).length).toBeGreaterThan(1000);
});

test('with --each-rule every hard rule that can be planted is broken once', async () => {
  expect(await run('--unit', '2300', '--records', '300', '--each-rule', '--out', 'every.csv')).toMatchObject({ exit: 0 });
  const manifest = JSON.parse(await readFile(join(folder, 'every.csv.manifest.json'), 'utf8')) as { counts: Record<string, number> };
  expect(Object.keys(manifest.counts).toSorted()).toEqual([...plantableRules].toSorted());
});

test.each([
  ['no unit', ['--out', 'x.csv'], 'Ange enhetens kod med --unit'],
  ['no file', ['--unit', '0488'], 'Ange filen som ska skrivas med --out'],
  ['an unknown unit', ['--unit', '9999', '--out', 'x.csv'], 'Det finns ingen kommun eller region med koden 9999'],
  ['no records', ['--unit', '0488', '--records', '0', '--out', 'x.csv'], '--records 0: ange ett heltal från 1'],
  ['records in words', ['--unit', '0488', '--records', 'många', '--out', 'x.csv'], '--records många'],
  ['too many records', ['--unit', '0488', '--records', '150001', '--out', 'x.csv'], '--records 150001'],
  ['a share above one', ['--unit', '0488', '--errors', '1.5', '--out', 'x.csv'], '--errors 1.5: ange en andel från 0 till 1'],
  ['a negative seed', ['--unit', '0488', '--seed=-1', '--out', 'x.csv'], '--seed -1'],
  ['an unknown option', ['--unit', '0488', '--colour', 'red', '--out', 'x.csv'], '--colour är inget val'],
  ['an option without its value', ['--unit'], '--unit behöver ett värde'],
  ['a word too many', ['--unit', '0488', '--out', 'x.csv', 'extra'], 'Det står för mycket på raden'],
])('%s: says so in Swedish, exit 2, and writes nothing', async (_case, words, sentence) => {
  const outcome = await run(...words);
  expect(outcome).toMatchObject({ exit: 2, stdout: '' });
  expect(outcome.stderr).toContain(sentence);
  expect(outcome.stderr).not.toMatch(/error:|at .*\.ts/);
  expect(await readdir(folder)).toEqual([]);
});

test('a place that cannot be written to is refused, and no half file is left', async () => {
  expect(await run('--unit', '0488', '--records', '5', '--out', 'missing/x.csv')).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('mappen finns inte') as string,
  });
  await mkdir(join(folder, 'taken.csv.manifest.json'));
  const outcome = await run('--unit', '0488', '--records', '5', '--out', 'taken.csv');
  expect(outcome).toMatchObject({ exit: 2, stdout: '' });
  expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([]);
  expect(await readdir(folder)).toEqual(['taken.csv.manifest.json']);
});

test('a pipe that bears the name of the file or of its manifest is left as it is', async () => {
  const pipe = (name: string) => promisify(execFile)('mkfifo', [join(folder, name)]);
  await pipe('pipe.csv');
  await pipe('file.csv.manifest.json');
  for (const name of ['pipe.csv', 'file.csv'])
    expect(await run('--unit', '0488', '--records', '5', '--out', name)).toEqual({
      exit: 2,
      stdout: '',
      stderr: `Det går inte att skriva ${name}: det som redan har namnet är ingen vanlig fil. Välj en annan plats med --out.\n`,
    });
  for (const name of ['pipe.csv', 'file.csv.manifest.json']) expect((await lstat(join(folder, name))).isFIFO()).toBe(true);
  expect((await readdir(folder)).toSorted()).toEqual(['file.csv.manifest.json', 'pipe.csv']);
});

test('a link is followed: the file behind it is replaced, and one that is not there yet is written', async () => {
  await mkdir(join(folder, 'kept'));
  await writeFile(join(folder, 'kept/older.csv'), 'older');
  await symlink('kept/older.csv', join(folder, 'link.csv'));
  await symlink('link.csv', join(folder, 'link-to-link.csv'));
  await symlink('kept/newer.csv', join(folder, 'to-nothing.csv'));
  const { file } = generate({ unit: '0488', records: 5, seed: 1 });
  for (const [link, target] of [
    ['link-to-link.csv', 'kept/older.csv'],
    ['to-nothing.csv', 'kept/newer.csv'],
  ] as const) {
    expect(await run('--unit', '0488', '--records', '5', '--out', link)).toMatchObject({ exit: 0, stderr: '' });
    expect((await lstat(join(folder, link))).isSymbolicLink()).toBe(true);
    expect((await readFile(join(folder, target))).equals(file)).toBe(true);
  }
  await symlink('ring.csv', join(folder, 'ring.csv'));
  expect(await run('--unit', '0488', '--records', '5', '--out', 'ring.csv')).toMatchObject({ exit: 2, stdout: '' });
});

test('help is Swedish and exits with 0', async () => {
  const outcome = await run('--help');
  expect(outcome).toMatchObject({ exit: 0, stderr: '' });
  expect(outcome.stdout).toContain('Så här: insamling generate --unit KOD --out FIL');
});
