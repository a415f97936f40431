import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export interface ProcessLine {
  readonly pid: number;
  readonly parent: number;
  /** Program and arguments. */
  readonly words: string;
}

/** Every living process of this machine (Linux). */
export function processes(): ProcessLine[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        const parent = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'latin1'))?.[1]);
        return words === '' ? [] : [{ pid: Number(name), parent, words }]; // no words: the process has ended
      } catch {
        return []; // ended while we looked
      }
    });
}

/** Children, grandchildren and so on. */
export function descendantsOf(pid: number, all = processes()): ProcessLine[] {
  return all.filter((line) => line.parent === pid).flatMap((line) => [line, ...descendantsOf(line.pid, all)]);
}

export const isAlive = (pid: number): boolean => processes().some((line) => line.pid === pid);

/** Waits until none of them lives. @throws Error that tells which still do */
export async function untilGone(pids: readonly number[], patienceMs = 10_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (pids.some(isAlive)) {
    if (Date.now() > deadline)
      throw new Error(
        `still alive: ${processes()
          .filter((line) => pids.includes(line.pid))
          .map((line) => `${line.pid} ${line.words}`)
          .join('\n')}`,
      );
    await pause(50);
  }
}
