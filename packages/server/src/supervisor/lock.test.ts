import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AlreadyRunning, lockFolder } from './lock.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a data folder is held by one portal at a time, and the second is told the address of the first', async () => {
  const lock = await lockFolder(folder, 'http://localhost:3000');
  const refusal = await lockFolder(folder, 'http://localhost:3001').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(AlreadyRunning);
  expect((refusal as AlreadyRunning).holder).toMatchObject({ url: 'http://localhost:3000', pid: process.pid });
  lock.release();
  (await lockFolder(folder, 'http://localhost:3001')).release();
});

test('who comes while the first is stopping waits its turn', async () => {
  const lock = await lockFolder(folder, 'http://localhost:3000');
  lock.announceStop();
  let isReleased = false;
  setTimeout(() => ((isReleased = true), lock.release()), 300);
  const next = await lockFolder(folder, 'http://localhost:3000');
  expect(isReleased).toBe(true);
  next.release();
});

test('a portal that was killed leaves no lock behind', async () => {
  const script = `import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
    await lockFolder(${JSON.stringify(folder)}, 'http://localhost:3000'); console.log('held'); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => other.stdout.once('data', resolve));
  await expect(lockFolder(folder, 'http://localhost:3000')).rejects.toThrow(AlreadyRunning);
  other.kill('SIGKILL');
  await new Promise((resolve) => other.once('exit', resolve));
  (await lockFolder(folder, 'http://localhost:3000')).release();
});
