import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskStore } from '../../../packages/server/src/platform/files/index.ts';
import { timed } from '../statistics.ts';
import { unit } from '../unit.ts';
import { bytesOf, check, factsOf } from './facts.ts';
import { randomCells } from './random-cells.ts';

/** Opens a delivery as the portal stores it, compressed and sealed on the disk, with its log of corrections; tells that time beside a full run's. */
const [path, runs] = process.argv.slice(2);
const corrections = 500;
const file = bytesOf(path!);
const facts = factsOf(unit);
const [key, id] = [randomBytes(32), randomUUID()];
const folder = mkdtempSync(join(tmpdir(), 'stored-'));
const store = diskStore(folder);
const { storageKey, bytes: size } = await store.put(pieces(), id, key, file.length);
const log = randomCells(check(file, facts), corrections, 500);
const opening: number[] = [];
const full: number[] = [];
for (let run = 0; run < Number(runs); run += 1) {
  const before = performance.now();
  await open();
  opening.push(performance.now() - before);
  full.push(timed(() => check(file, facts)));
}
rmSync(folder, { recursive: true });
process.stdout.write(JSON.stringify({ opening, full }));

async function* pieces(): AsyncGenerator<Uint8Array> {
  yield file;
}

/** As the server puts it together: into one piece of memory. */
async function open(): Promise<void> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const piece of store.read(storageKey, id, key)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  check(bytes, facts, log);
}
