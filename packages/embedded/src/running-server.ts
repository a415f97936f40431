import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningPostgres } from './postgres.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `ready`, `stopping` …; empty before the server has said. */
  readonly status: string;
}

/**
 * The server that is ready on this data folder, if one is. Waits for one that is starting or stopping to make up its mind,
 * and clears away a pid file whose number now belongs to another program (after a restart of the machine).
 */
export async function untilSettled(data: string, patienceMs = 30_000): Promise<Postmaster | undefined> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const postmaster = readPidFile(data);
    if (!postmaster || !isAlive(postmaster.pid)) return undefined;
    if (!isPostgres(postmaster.pid)) {
      rmSync(join(data, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (postmaster.status === 'ready' || Date.now() > deadline) return postmaster;
    await pause(100);
  }
}

/** Takes over a server that somebody else started. It is watched by its process number. */
export function adopt(postmaster: Postmaster, adminUrl: string): RunningPostgres {
  const ended = (async () => {
    while (isPostgres(postmaster.pid)) await pause(200, undefined, { ref: false });
  })();
  return {
    port: postmaster.port,
    adminUrl,
    isAdopted: true,
    ended,
    async stop() {
      if (isPostgres(postmaster.pid)) process.kill(postmaster.pid, 'SIGINT');
      for (let attempt = 0; attempt < 80 && isPostgres(postmaster.pid); attempt += 1) await pause(100);
    },
  };
}

function readPidFile(data: string): Postmaster | undefined {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port, , , , status] = readFileSync(file, 'utf8').split('\n');
  return Number(pid) > 0 ? { pid: Number(pid), port: Number(port), status: status?.trim() ?? '' } : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Is this process a living PostgreSQL? Where the system tells (Linux) a number that was given to another program is seen, and
 * so is one that has died without anybody taking notice; elsewhere the pid file is believed.
 */
function isPostgres(pid: number): boolean {
  if (!existsSync('/proc/self/cmdline')) return isAlive(pid);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}
