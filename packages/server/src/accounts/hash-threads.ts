import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openHashPriority, type HashPriority } from './hash-priority.ts';

export interface HashAsked {
  readonly number: number;
  readonly password: string;
  readonly salt: Uint8Array;
  /** KiB */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  /** Bytes */
  readonly tagLength: number;
}
export interface HashMade {
  readonly number: number;
  readonly hash: Uint8Array;
}

/** What a thread says of itself before anything else, where it knows. */
export interface HashThreadNumber {
  readonly thread: number;
}

export interface HashThreads {
  /** @returns undefined when too many wait already @throws Error when the thread died of it */
  hash(what: Omit<HashAsked, 'number'>): Promise<Buffer> | undefined;
}

interface HashThread {
  readonly worker: Worker;
  priority: HashPriority | undefined;
}

interface Waiting {
  readonly asked: HashAsked;
  readonly made: (hash: Buffer) => void;
  readonly failed: (error: Error) => void;
}

/**
 * Threads of their own for Argon2id, begun when they are first needed: so many hashes at once, so many more in the line. Neither the
 * event loop nor the threads that read files and pack uploads ever wait for a hash.
 */
export function openHashThreads(atOnce: number, mostWaiting: number): HashThreads {
  const idle: HashThread[] = [];
  const line: Waiting[] = [];
  let [living, numbers] = [0, 0];

  function begin(job: Waiting): void {
    const thread = idle.pop() ?? start();
    const { worker } = thread;
    const ended = (error: Error) => (stopListening(), job.failed(error), next());
    const told = (message: HashMade | HashThreadNumber) => {
      if ('thread' in message) (thread.priority = openHashPriority(message.thread)).begin();
      if (!('number' in message) || message.number !== job.asked.number) return;
      stopListening();
      worker.unref();
      thread.priority?.end();
      idle.push(thread);
      job.made(Buffer.from(message.hash));
      next();
    };
    const exited = () => ended(new Error('a thread that hashes ended'));
    const stopListening = () => void worker.off('message', told).off('error', ended).off('exit', exited);
    worker.on('message', told).on('error', ended).on('exit', exited);
    worker.ref();
    thread.priority?.begin();
    worker.postMessage(job.asked);
  }

  function start(): HashThread {
    const worker = new Worker(join(import.meta.dirname, 'hash-worker.ts'));
    const thread: HashThread = { worker, priority: undefined };
    living += 1;
    worker.once('exit', () => {
      thread.priority?.close();
      living -= 1;
      const at = idle.indexOf(thread);
      if (at >= 0) idle.splice(at, 1);
      next();
    });
    worker.on('error', () => undefined);
    return thread;
  }

  function next(): void {
    if (idle.length === 0 && living >= atOnce) return;
    const job = line.shift();
    if (job) begin(job);
  }

  return {
    hash(what) {
      const isFree = idle.length > 0 || living < atOnce;
      if (!isFree && line.length >= mostWaiting) return undefined;
      return new Promise((made, failed) => {
        const job = { asked: { ...what, number: (numbers += 1) }, made, failed };
        if (isFree) begin(job);
        else line.push(job);
      });
    },
  };
}
