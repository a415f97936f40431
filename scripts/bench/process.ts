import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { root } from './files.ts';

/** What a process used from its start to its end, and what it told. */
export interface Used<Told> {
  /** Milliseconds of all its threads, in and below the program. */
  readonly cpu: number;
  /** Most bytes it held in memory. */
  readonly peak: number;
  readonly told: Told;
}

const usage = join(import.meta.dirname, 'programs/tell-usage.mjs');

/** Runs a script in a Node of its own. @throws Error when it fails to start or tells nothing of its use */
export async function runProgram<Told = unknown>(
  script: string,
  words: readonly string[],
  flags: readonly string[] = [],
): Promise<Used<Told>> {
  const { cpu, peak, output } = await run([...flags, script, ...words]);
  return { cpu, peak, told: (output === '' ? undefined : JSON.parse(output)) as Told };
}

/** `insamling validate` with every finding written out and thrown away. */
export async function runCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ cpu: number; peak: number }> {
  return run([join(root, 'packages/cli/bin/insamling.mjs'), 'validate', ...words], environment);
}

async function run(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ cpu: number; peak: number; output: string }> {
  const child = spawn(process.execPath, ['--import', usage, ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  const output: string[] = [];
  child.stdout!.setEncoding('utf8').on('data', (piece: string) => output.push(piece));
  const told = json(child.stdio[3] as Readable) as Promise<{ readonly cpu: number; readonly peak: number }>;
  await ended;
  return { ...(await told), output: output.join('') };
}
