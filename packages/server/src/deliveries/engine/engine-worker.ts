import { parentPort } from 'node:worker_threads';
import { Desk } from './desk.ts';

/** A thread with a desk: calls come one at a time and are answered in order. */
export interface DeskCall {
  readonly id: number;
  readonly method: Exclude<keyof Desk, never>;
  readonly args: readonly unknown[];
}
export interface DeskAnswer {
  readonly id: number;
  readonly value?: unknown;
  readonly fault?: { readonly isRange: boolean; readonly message: string };
}

const desk = new Desk();
setInterval(() => desk.tidy(), 10 * 60_000).unref();

parentPort?.on('message', ({ id, method, args }: DeskCall) => {
  const answer = (rest: Omit<DeskAnswer, 'id'>) => parentPort?.postMessage({ id, ...rest } satisfies DeskAnswer);
  try {
    answer({ value: (desk[method] as (...args: unknown[]) => unknown).apply(desk, [...args]) });
  } catch (error) {
    answer({ fault: { isRange: error instanceof RangeError, message: (error as Error).message } });
  }
});
