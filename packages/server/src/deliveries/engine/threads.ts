import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Desk } from './desk.ts';
import type { DeskAnswer } from './engine-worker.ts';

type Method = { [Name in keyof Desk]: Desk[Name] extends (...args: never[]) => unknown ? Name : never }[keyof Desk];

/** A desk in a thread of its own. */
export interface RemoteDesk {
  call<Name extends Method>(method: Name, ...args: Parameters<Desk[Name]>): Promise<ReturnType<Desk[Name]>>;
}

interface Thread extends RemoteDesk {
  readonly worker: Worker;
}

const threads: (Thread | undefined)[] = Array.from({ length: Math.max(1, Math.min(4, availableParallelism())) });

/**
 * The desk that a delivery's files lie on in this process. Chosen by the delivery's id, so that its questions come to the same
 * thread and are answered in order; no process owns a delivery, any other can open the same files.
 */
export function deskFor(deliveryId: string): RemoteDesk {
  const place = Number.parseInt(deliveryId.slice(-6), 16) % threads.length;
  return (threads[place] ??= start(place));
}

/** Ends the threads; for tests and for stopping. */
export async function closeDesks(): Promise<void> {
  await Promise.all(threads.flatMap((thread) => (thread ? [thread.worker.terminate()] : [])));
  threads.fill(undefined);
}

function start(place: number): Thread {
  const worker = new Worker(join(import.meta.dirname, 'engine-worker.ts'), { resourceLimits: { maxOldGenerationSizeMb: 1536 } });
  worker.unref();
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  worker.on('message', ({ id, value, fault }: DeskAnswer) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (fault) call?.reject(fault.isRange ? new RangeError(fault.message) : new Error(fault.message));
    else call?.resolve(value as never);
  });
  // A thread that ends (out of memory on a hostile file) takes its calls with it; the next call starts another.
  worker.on('exit', () => {
    if (threads[place]?.worker === worker) threads[place] = undefined;
    for (const { reject } of waiting.values()) reject(new Error('the thread that held the file has ended'));
  });
  worker.on('error', () => undefined);
  return {
    worker,
    call: (method, ...args) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.ref();
        worker.postMessage({ id: lastId, method, args });
      }),
  };
}
