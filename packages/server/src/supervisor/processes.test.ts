import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rolesFor, startProcesses, type Processes, type Role } from './processes.ts';

let folder: string;
let processes: Processes | undefined;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'processes-'))));
afterEach(async () => {
  await processes?.stop(2000);
  processes = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** A process that writes its role and number down, then does what the test says. */
function script(then: string): string {
  const file = join(folder, 'process.mjs');
  writeFileSync(
    file,
    `import { appendFileSync } from 'node:fs'; appendFileSync(process.env.NOTES, process.env.ROLE + ' ' + process.pid + '\\n'); ${then}`,
  );
  return file;
}
const notes = () => readFileSync(join(folder, 'notes'), 'utf8').trim().split('\n');
const start = (roles: readonly Role[], then: string, died: (role: Role) => void = () => undefined) =>
  (processes = startProcesses(roles, { NOTES: join(folder, 'notes') }, { died }, script(then)));

test('a process that is killed is started again', async () => {
  const died = vi.fn();
  await start(['web', 'worker'], 'process.send({ ready: true }); setInterval(() => {}, 1000);', died).ready;
  const [role, pid] = notes()[0]!.split(' ');
  process.kill(Number(pid), 'SIGKILL');
  await vi.waitFor(() => expect(notes()).toHaveLength(3), { timeout: 5000 });
  expect(notes()[2]).toMatch(new RegExp(`^${role} `));
  expect(died.mock.calls).toEqual([[role]]);
});

test('a process that keeps dying is started ever more seldom', async () => {
  await start(['web'], 'process.send({ ready: true }, () => process.exit(1));').ready;
  await pause(2200);
  // At once, then after 1 s, 2 s, 4 s …: without pauses there would be dozens.
  expect(notes().length).toBeGreaterThanOrEqual(3);
  expect(notes().length).toBeLessThanOrEqual(4);
});

test('a portal whose process cannot start says so', async () => {
  await expect(start(['web'], 'process.exit(78);').ready).rejects.toThrow('ended with 78');
});

test('processes that are told to stop end in their own time, and are not started again', async () => {
  await start(
    ['web', 'worker'],
    "process.on('SIGTERM', () => setTimeout(() => process.exit(0), 200)); process.send({ ready: true }); setInterval(() => {}, 1000);",
  ).ready;
  await processes!.stop();
  await pause(300);
  expect(notes()).toHaveLength(2);
});

test('a process that does not stop is ended by force', async () => {
  await start(['web'], "process.on('SIGTERM', () => {}); process.send({ ready: true }); setInterval(() => {}, 1000);").ready;
  const before = Date.now();
  await processes!.stop(300);
  expect(Date.now() - before).toBeLessThan(3000);
});

test('everything in one place means so many web processes and one worker', () => {
  expect(rolesFor('all', 2)).toEqual(['web', 'web', 'worker']);
  expect(rolesFor('web', 1)).toEqual(['web']);
  expect(rolesFor('worker', 4)).toEqual(['worker']);
});
