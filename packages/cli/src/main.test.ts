import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cliTexts, commandTexts, fillGaps } from '@insamling/texts';
import { expect, test } from 'vitest';

const binary = join(import.meta.dirname, '../bin/insamling.mjs');
const file = join(import.meta.dirname, '../../../examples/correct-municipality.csv');
const run = (...words: readonly string[]): Promise<{ exit: number; stdout: string; stderr: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [binary, ...words], (fault, stdout, stderr) =>
      done({ exit: fault ? Number(fault.code) : 0, stdout, stderr }),
    );
  });
const firstWords = (help: string) => [...help.matchAll(/^ {2}(?:insamling )?([a-z-]+)/gm)].map(([, word]) => word!);

test('every command that a help text names is there, and has a help text', async () => {
  const named = new Set([...firstWords(cliTexts.help), ...firstWords(commandTexts.help)]);
  expect(named.size).toBeGreaterThan(9);
  for (const word of named)
    expect(await run(word, '--help'), word).toMatchObject({ exit: 0, stdout: expect.stringContaining('insamling'), stderr: '' });
});

test('the operator’s commands answer as the server does, and say how they are written', async () => {
  expect(await run('keys', '--help')).toEqual({ exit: 0, stdout: commandTexts.help, stderr: '' });
  expect(await run('audit')).toEqual({ exit: 2, stdout: '', stderr: `${commandTexts.usage}\n` });
});

test('a word that is no command is named, and what to do is said', async () => {
  expect(await run('valdera')).toEqual({ exit: 2, stdout: '', stderr: `${fillGaps(cliTexts.commandUnknown, { kommando: 'valdera' })}\n` });
  expect(await run('constructor')).toMatchObject({ exit: 2 });
  expect(await run()).toEqual({ exit: 2, stdout: '', stderr: `${cliTexts.commandMissing}\n` });
});

test
  .skipIf(process.platform !== 'linux')
  .each([
    ['validate', file, '--unit', '0114'],
    ['validate', file, '--unit', '0114', '--format', 'json'],
    ['receipt', file, '--unit', '0114'],
    ['check-edition'],
    ['validate', '--help'],
    ['--help'],
  ])('an answer that cannot be written is one sentence and exit 2, never what a finding would give: %s', async (...words) => {
  const shell = '"$0" "$@" > /dev/full';
  const outcome = await new Promise((done) => {
    execFile('/bin/sh', ['-c', shell, process.execPath, binary, ...words], (fault, stdout, stderr) =>
      done({ exit: fault ? Number(fault.code) : 0, stdout, stderr }),
    );
  });
  expect(outcome).toEqual({ exit: 2, stdout: '', stderr: 'Det går inte att skriva svaret: det finns inget utrymme kvar.\n' });
});

test('what a name holds that would steer the terminal is shown and not done', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'names-'));
  const name = join(folder, 'red \u001b[31m\nFEL.csv');
  const shown = join(folder, 'red \ufffd[31m\ufffdFEL.csv');
  try {
    expect(await run('validate', name, '--unit', '0114')).toEqual({
      exit: 2,
      stdout: '',
      stderr: `Det går inte att läsa ${shown}: filen finns inte.\n`,
    });
    const made = await run('generate', '--unit', '0114', '--records', '1', '--out', name);
    expect(made).toEqual({
      exit: 0,
      stdout: `Skrev 1 post för Upplands Väsby kommun till ${shown}, och facit med 0 inlagda fel till ${shown}.manifest.json.\n`,
      stderr: '',
    });
    expect((await run('validate', name, '--unit', '0114')).stdout).toMatch(/^red \ufffd\[31m\ufffdFEL\.csv: 1 post, /);
    expect(JSON.parse((await run('validate', name, '--unit', '0114', '--format', 'json')).stdout)).toMatchObject({
      file: { name: 'red \u001b[31m\nFEL.csv' },
    });
    for (const words of [['\u001b[2J'], ['validate', '--\u001b[2J'], ['validate', name, '--unit', '\u001b[2J']])
      expect((await run(...words)).stderr).not.toContain('\u001b');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.skipIf(process.platform !== 'linux')('a name that is no UTF-8 is not said to be missing', async () => {
  const shell = 'exec "$0" "$1" validate "$(printf \'nov\\344r.csv\')" --unit 0114';
  const outcome = await new Promise<{ exit: number; stderr: string }>((done) => {
    execFile('/bin/sh', ['-c', shell, process.execPath, binary], (fault, _, stderr) =>
      done({ exit: fault ? Number(fault.code) : 0, stderr }),
    );
  });
  expect(outcome).toEqual({
    exit: 2,
    stderr: 'Det går inte att läsa nov\ufffdr.csv: namnet har tecken som inte är UTF-8. Byt namn på filen.\n',
  });
});
