import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { timed } from '../statistics.ts';
import { unit } from '../unit.ts';
import { bytesOf, check, factsOf } from './facts.ts';
import { randomCells } from './random-cells.ts';

/** Opens a delivery as it is stored, compressed and encrypted, with its log of corrections; tells that time beside a full run's. */
const [path, runs] = process.argv.slice(2);
const corrections = 500;
const file = bytesOf(path!);
const facts = factsOf(unit);
const key = randomBytes(32);
const nonce = randomBytes(12);
const cipher = createCipheriv('aes-256-gcm', key, nonce);
const compressed = zstdCompressSync(file, { params: { [constants.ZSTD_c_compressionLevel]: 3 } });
const blob = Buffer.concat([cipher.update(compressed), cipher.final()]);
const tag = cipher.getAuthTag();
const log = randomCells(check(file, facts), corrections, 500);
const opening: number[] = [];
const full: number[] = [];
for (let run = 0; run < Number(runs); run += 1) {
  opening.push(timed(open));
  full.push(timed(() => check(file, facts)));
}
process.stdout.write(JSON.stringify({ opening, full }));

function open(): void {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(tag);
  const bytes = new Uint8Array(zstdDecompressSync(Buffer.concat([decipher.update(blob), decipher.final()])));
  check(bytes, facts, log);
}
