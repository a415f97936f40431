import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openHashThreads } from './hash-threads.ts';

const what = (password = 'x') => ({ password, salt: randomBytes(16), memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 });
/** Niceness of every thread of this process (Linux). */
const niceness = () =>
  readdirSync('/proc/self/task').flatMap((thread) => {
    try {
      return [Number(readFileSync(`/proc/self/task/${thread}/stat`, 'latin1').split(') ')[1]!.split(' ')[16])];
    } catch {
      return []; // ended while we looked
    }
  });

test('so many hashes at once, so many in the line, and the next is told at once that it is too much', async () => {
  const threads = openHashThreads(2, 3);
  const taken = Array.from({ length: 5 }, () => threads.hash(what()));
  expect(taken.every((hash) => hash !== undefined)).toBe(true);
  expect(threads.hash(what())).toBeUndefined();
  expect(threads.hash(what())).toBeUndefined();
  const hashes = await Promise.all(taken.map((hash) => Promise.resolve(hash)));
  expect(new Set(hashes.map((hash) => hash!.toString('hex'))).size).toBe(5);
  expect(await threads.hash(what())).toHaveLength(32);
});

test('the same password and salt give the same hash, whichever thread made it', async () => {
  const threads = openHashThreads(3, 10);
  const one = what('Vintergröna-tallar-26');
  const hashes = await Promise.all(Array.from({ length: 6 }, () => Promise.resolve(threads.hash(one))));
  expect(new Set(hashes.map((hash) => hash!.toString('hex'))).size).toBe(1);
});

test('a hash that cannot be made is refused alone: those in the line behind it are made', async () => {
  const threads = openHashThreads(1, 5);
  const [bad, good, better] = [threads.hash({ ...what(), memory: 1 }), threads.hash(what()), threads.hash(what())];
  await expect(bad).rejects.toThrow(/./);
  expect(await good).toHaveLength(32);
  expect(await better).toHaveLength(32);
});

test('hashing stands behind the answers: its threads are nicer than all others', async () => {
  if (process.platform !== 'linux') return expect(await openHashThreads(1, 0).hash(what())).toHaveLength(32);
  const before = niceness();
  const threads = openHashThreads(2, 2);
  await Promise.all([Promise.resolve(threads.hash(what())), Promise.resolve(threads.hash(what()))]);
  const after = niceness();
  const base = Math.min(...before);
  expect(after.filter((nice) => nice >= Math.min(19, base + 5)).length).toBeGreaterThanOrEqual(2);
  expect(after.filter((nice) => nice === base).length).toBeGreaterThan(2);
});
