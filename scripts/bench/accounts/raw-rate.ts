import { argon2, randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';

/** Tells as JSON how many hashes this machine makes a second, with nothing but hashing in a process and as many at once as cores. */
const hash = promisify(argon2);
const until = performance.now() + Number(process.argv[2] ?? 5) * 1000;
const startedAt = performance.now();
let made = 0;
async function lane(): Promise<void> {
  while (performance.now() < until) {
    // The parameters of packages/server/src/accounts/password-hash.ts.
    await hash('argon2id', {
      message: 'Vintergröna-tallar-26',
      nonce: randomBytes(16),
      memory: 19_456,
      passes: 2,
      parallelism: 1,
      tagLength: 32,
    });
    made += 1;
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, lane));
process.stdout.write(JSON.stringify({ rate: (1000 * made) / (performance.now() - startedAt) }));
