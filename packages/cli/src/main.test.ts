import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { cliTexts, commandTexts, fillGaps } from '@insamling/texts';
import { expect, test } from 'vitest';

const binary = join(import.meta.dirname, '../bin/insamling.mjs');
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
