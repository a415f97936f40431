import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHashPriority } from './hash-priority.ts';

// A program that does nothing stands for the thread: the system tells neither from the other. Its policies are Linux's.
const isLinux = process.platform === 'linux';
let program: ChildProcess;
beforeEach(() => {
  program = spawn('sleep', ['60'], { stdio: 'ignore' });
});
afterEach(() => {
  program.kill('SIGKILL');
});
const givesWay = () => readFileSync(`/proc/${program.pid}/stat`, 'latin1').split(') ')[1]!.split(' ')[38] === '5';

test.runIf(isLinux)('a thread that hashes gives way to everything, and goes on giving way while its hashes are made in time', async () => {
  const priority = openHashPriority(program.pid!, { patience: 2000 });
  await expect.poll(givesWay).toBe(true);
  for (let hash = 0; hash < 3; hash += 1) {
    priority.begin();
    await pause(20);
    priority.end();
  }
  await pause(2500);
  expect(givesWay()).toBe(true);
});

test.runIf(isLinux)('a hash that is not let on takes its share, which the thread keeps for a while and then gives up', async () => {
  const priority = openHashPriority(program.pid!, { patience: 50, shareFor: 6000 });
  await expect.poll(givesWay).toBe(true);
  priority.begin();
  await expect.poll(givesWay).toBe(false);
  priority.end();
  await pause(200);
  expect(givesWay()).toBe(false);
  await pause(6000);
  priority.begin();
  priority.end();
  await expect.poll(givesWay).toBe(true);
});

test.runIf(isLinux)('of a thread that has ended nothing is changed any more', async () => {
  const priority = openHashPriority(program.pid!, { patience: 50 });
  await expect.poll(givesWay).toBe(true);
  priority.begin();
  priority.close();
  await pause(500);
  expect(givesWay()).toBe(true);
});
