import { argon2Sync } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { HashAsked, HashMade, HashThreadNumber } from './hash-threads.ts';

/** Behind everything that answers somebody, before what nobody waits for. */
const niceness = 10; // of 20

// On Linux every thread has a priority of its own. Elsewhere, and where it is forbidden, hashing competes with the answers.
try {
  const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  setPriority(thread, Math.min(19, getPriority(thread) + niceness));
  parentPort!.postMessage({ thread } satisfies HashThreadNumber);
} catch {
  // Slower answers while many sign in; nothing else depends on it.
}

parentPort!.on('message', ({ number, password, salt, memory, passes, parallelism, tagLength }: HashAsked) => {
  const hash = argon2Sync('argon2id', { message: password, nonce: salt, memory, passes, parallelism, tagLength });
  parentPort!.postMessage({ number, hash: new Uint8Array(hash) } satisfies HashMade);
});
