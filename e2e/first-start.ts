import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { startPortal, type RunningPortal } from './running-portal.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder of a portal that was started once, with the demonstration, and stopped in order. */
    firstStart: string;
  }
}

/** Starts one portal in an empty folder, once for all stories; what a first start does has a story of its own. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'first-start-'));
  const portal = await startPortal({ dataDir });
  await portal.stop();
  project.provide('firstStart', dataDir);
  return () => rm(dataDir, { recursive: true, force: true });
}

/** Makes an empty folder what that first start left, but for its ports. */
export async function copyFirstStart(dataDir: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', `${inject('firstStart')}/.`, dataDir]);
  for (const port of ['postgres-18/port', 'mail/smtp-port', 'mail/web-port']) await rm(join(dataDir, port));
}

/** A portal of one's own that goes on from there: the demonstration's units, periods and invited persons, nobody inside yet. */
export async function startDemonstration(env: Readonly<Record<string, string>> = {}): Promise<RunningPortal> {
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-'));
  await copyFirstStart(dataDir);
  return startPortal({ dataDir, env });
}
