import cluster, { type Worker } from 'node:cluster';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type Role = 'web' | 'worker' | 'all';

export interface Processes {
  /** Resolves when every process has said once that it is ready. Rejects when one ends before that. */
  readonly ready: Promise<void>;
  /** Lets every process finish what it is doing, but not for longer than this. */
  stop(patienceMs?: number): Promise<void>;
}

/** A process that lived for so long was healthy: when it dies it is started again at once. */
const healthyAfterMs = 30_000;
const longestPauseMs = 10_000;

/**
 * Keeps one process per entry of `roles` alive; web processes share the port. One that dies is started again: at once, and
 * after longer and longer pauses when it keeps dying.
 * @param environment  what the processes get on top of this process's own environment
 */
export function startProcesses(
  roles: readonly Role[],
  environment: Readonly<Record<string, string>>,
  events: { died(role: Role): void },
  script = join(import.meta.dirname, '../main.ts'),
): Processes {
  cluster.setupPrimary({ exec: script });
  const living = new Set<Worker>();
  let isStopping = false;

  const run = (role: Role, onReady: () => void): Promise<number> => {
    const worker = cluster.fork({ ...environment, ROLE: role });
    living.add(worker);
    worker.on('error', () => undefined);
    worker.on('message', (message: { ready?: boolean }) => void (message.ready === true && onReady()));
    return new Promise((resolve) => {
      worker.once('exit', (code) => {
        living.delete(worker);
        resolve(code ?? 1);
      });
    });
  };

  const keepAlive = async (role: Role, onReady: () => void, onFailure: (error: Error) => void): Promise<void> => {
    let hasBeenReady = false;
    for (let failures = 0; ;) {
      const startedAt = Date.now();
      const code = await run(role, () => {
        hasBeenReady = true;
        onReady();
      });
      if (isStopping) return;
      if (!hasBeenReady) return onFailure(new Error(`The ${role} process ended with ${code} before it was ready.`));
      events.died(role);
      failures = Date.now() - startedAt > healthyAfterMs ? 0 : failures + 1;
      if (failures > 1) await pause(Math.min(longestPauseMs, 250 * 2 ** failures), undefined, { ref: false });
      if (isStopping) return;
    }
  };

  const ready = Promise.all(roles.map((role) => new Promise<void>((resolve, reject) => void keepAlive(role, resolve, reject))));
  return {
    ready: ready.then(() => undefined),
    async stop(patienceMs = 10_000) {
      isStopping = true;
      const ends = [...living].map((worker) => new Promise<void>((resolve) => worker.once('exit', () => resolve())));
      for (const worker of living) worker.process.kill('SIGTERM');
      const timer = setTimeout(() => living.forEach((worker) => worker.process.kill('SIGKILL')), patienceMs);
      await Promise.all(ends);
      clearTimeout(timer);
    },
  };
}

/** One worker beside the web processes, so that a heavy check never makes a page wait; or just what ROLE asks for. */
export const rolesFor = (role: Role, webProcesses: number): Role[] => {
  const web = Array.from({ length: webProcesses }, (): Role => 'web');
  return role === 'all' ? [...web, 'worker'] : role === 'web' ? web : ['worker'];
};
