import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';

/** What was learnt of a file while it was stored. */
export interface StoredFile {
  readonly storageKey: string;
  /** Of the original bytes. */
  readonly bytes: number;
  /** Lower-case hex, of the original bytes. */
  readonly sha256: string;
}

/** Thrown while storing when the stream is longer than allowed; nothing is left behind. */
export class FileTooLarge extends Error {}

/** Original bytes, compressed and sealed on disk. Names of users never reach it. */
export interface FileStore {
  /** Streams a file in. When the stream fails or is too long, what was written is removed. */
  put(source: AsyncIterable<Uint8Array>, fileId: string, dataKey: Uint8Array, mostBytes: number): Promise<StoredFile>;
  /** The original bytes. @throws Error when a chunk was changed, moved or cut off */
  read(storageKey: string, fileId: string, dataKey: Uint8Array): AsyncIterable<Uint8Array>;
  remove(storageKey: string): Promise<void>;
  /** Storage keys of files that were stored more than so many hours ago; half-written ones are removed on the way. */
  olderThan(hours: number): Promise<string[]>;
}

const chunkBytes = 1_048_576;
/** Bytes of a piece that is read: in Node's sixteen thousand at a time a large file takes a third longer to open. */
const pieceBytes = 262_144;

/**
 * Files below a folder. Compressed by zstd, then AES-256-GCM in chunks of 1 MB: length (4) ‖ nonce (12) ‖ ciphertext ‖ tag (16),
 * bound to file id, chunk number and whether it is the last, so that chunks cannot be changed, reordered or cut off.
 */
export function diskStore(folder: string): FileStore {
  const pathOf = (storageKey: string) => {
    if (!/^[0-9a-f-]{36}$/.test(storageKey)) throw new Error('not a storage key');
    return join(folder, storageKey.slice(0, 2), storageKey);
  };
  return {
    async put(source, fileId, dataKey, mostBytes) {
      const storageKey = randomUUID();
      const path = pathOf(storageKey);
      await mkdir(join(folder, storageKey.slice(0, 2)), { recursive: true, mode: 0o700 });
      const partial = `${path}.part`;
      const hash = createHash('sha256');
      let bytes = 0;
      const measured = async function* (): AsyncGenerator<Uint8Array> {
        for await (const piece of source) {
          bytes += piece.length;
          if (bytes > mostBytes) throw new FileTooLarge(`more than ${mostBytes} bytes`);
          hash.update(piece);
          yield piece;
        }
      };
      const file = await open(partial, 'w', 0o600);
      try {
        const compressor = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } });
        await pipeline(measured, compressor, async (compressed: AsyncIterable<Buffer>) => {
          for await (const sealed of sealChunks(compressed, fileId, dataKey)) await file.write(sealed);
        });
        await file.sync();
        await file.close();
        await rename(partial, path);
      } catch (error) {
        await file.close().catch(() => undefined);
        await rm(partial, { force: true });
        throw error;
      }
      return { storageKey, bytes, sha256: hash.digest('hex') };
    },
    async *read(storageKey, fileId, dataKey) {
      const decompressor = createZstdDecompress({ chunkSize: pieceBytes });
      const feeding = pipeline(
        openChunks(createReadStream(pathOf(storageKey), { highWaterMark: chunkBytes }), fileId, dataKey),
        decompressor,
      );
      feeding.catch(() => undefined);
      for await (const piece of decompressor) yield piece as Uint8Array;
      await feeding;
    },
    async remove(storageKey) {
      await rm(pathOf(storageKey), { force: true });
    },
    async olderThan(hours) {
      const before = Date.now() - hours * 3_600_000;
      const old: string[] = [];
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
        const path = join(entry.parentPath, entry.name);
        if (!entry.isFile() || (await stat(path)).mtimeMs >= before) continue;
        if (entry.name.endsWith('.part')) await rm(path, { force: true });
        else old.push(entry.name);
      }
      return old;
    },
  };
}

async function* sealChunks(source: AsyncIterable<Buffer>, fileId: string, dataKey: Uint8Array): AsyncGenerator<Buffer> {
  let waiting: Buffer = Buffer.alloc(0);
  let number = 0;
  for await (const piece of source) {
    waiting = waiting.length === 0 ? piece : Buffer.concat([waiting, piece]);
    while (waiting.length > chunkBytes) {
      yield sealChunk(waiting.subarray(0, chunkBytes), `${fileId}/${number}/more`, dataKey);
      waiting = waiting.subarray(chunkBytes);
      number += 1;
    }
  }
  yield sealChunk(waiting, `${fileId}/${number}/last`, dataKey);
}

function sealChunk(plain: Uint8Array, aad: string, dataKey: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', dataKey, nonce);
  cipher.setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, nonce, body, cipher.getAuthTag()]);
}

async function* openChunks(source: AsyncIterable<Buffer>, fileId: string, dataKey: Uint8Array): AsyncGenerator<Buffer> {
  let waiting: Buffer = Buffer.alloc(0);
  let number = 0;
  let held: Buffer | undefined;
  for await (const piece of source) {
    waiting = waiting.length === 0 ? piece : Buffer.concat([waiting, piece]);
    while (waiting.length >= 4 && waiting.length >= 32 + waiting.readUInt32BE(0)) {
      const size = 32 + waiting.readUInt32BE(0);
      if (held) yield openChunk(held, `${fileId}/${number++}/more`, dataKey);
      held = waiting.subarray(0, size);
      waiting = waiting.subarray(size);
    }
  }
  if (waiting.length > 0 || !held) throw new Error('a stored file is cut off');
  yield openChunk(held, `${fileId}/${number}/last`, dataKey);
}

function openChunk(chunk: Buffer, aad: string, dataKey: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', dataKey, chunk.subarray(4, 16));
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(chunk.subarray(chunk.length - 16));
  const plain = decipher.update(chunk.subarray(16, chunk.length - 16));
  // In this mode the end holds nothing but the proof that nothing was changed.
  decipher.final();
  return plain;
}
