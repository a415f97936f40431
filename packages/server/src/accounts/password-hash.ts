import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Problem } from '../platform/problem.ts';
import { sameBytes } from '../platform/keys.ts';
import { openHashThreads } from './hash-threads.ts';

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}
/** KiB, passes, lanes: the least that OWASP and ASVS 11.4.2 ask for. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;
const mostWaiting = 50;

/**
 * Hashes a password with Argon2id off the event loop; NFC first, so that two keyboards that compose å differently agree.
 * @returns PHC string `$argon2id$v=19$m=…,t=…,p=…$salt$hash`
 * @throws Problem service.busy when too many wait already
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Compares a password with a stored hash; a hash of another shape fits nothing, after the same work. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const parts = parse(stored ?? '');
  const hash = await derive(password, parts?.salt ?? Buffer.alloc(16), parts?.cost ?? cost);
  return parts !== undefined && sameBytes(hash, parts.hash);
}

/** True when the hash was made with less work than we now ask for. */
export function isOutdated(stored: string): boolean {
  const parts = parse(stored);
  return !parts || parts.cost.memory < cost.memory || parts.cost.passes < cost.passes;
}

const shape = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function parse(stored: string): { cost: Cost; salt: Buffer; hash: Buffer } | undefined {
  const [, memory, passes, parallelism, salt, hash] = shape.exec(stored) ?? [];
  if (!salt || !hash) return undefined;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

// As many at once as there are cores, the others wait in line: 200 at once would take 4 GB.
const threads = openHashThreads(availableParallelism(), mostWaiting);

async function derive(password: string, salt: Buffer, { memory, passes, parallelism }: Cost): Promise<Buffer> {
  const hash = threads.hash({ password: password.normalize('NFC'), salt, memory, passes, parallelism, tagLength });
  if (!hash) throw new Problem('service.busy', { seconds: 5 }, 5);
  return hash;
}
