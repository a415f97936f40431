import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskStore, FileTooLarge } from './store.ts';

const key = randomBytes(32);
const fresh = () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  return { folder, store: diskStore(folder) };
};
const filesIn = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
async function* pieces(...parts: Uint8Array[]) {
  for (const part of parts) yield part;
}
const collect = async (source: AsyncIterable<Uint8Array>) => {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
};

test('a file comes back byte for byte, over many chunks and when it is empty', async () => {
  const { store } = fresh();
  for (const original of [Buffer.alloc(0), Buffer.from('0331;;2120002049\r\n'), randomBytes(3_500_000)]) {
    const stored = await store.put(pieces(original.subarray(0, 10), original.subarray(10)), 'file-1', key, 10_000_000);
    expect(stored.bytes).toBe(original.length);
    expect((await collect(store.read(stored.storageKey, 'file-1', key))).equals(original)).toBe(true);
  }
});

test('what lies on disk shows nothing of the file', async () => {
  const { folder, store } = fresh();
  await store.put(pieces(Buffer.from('8809059820;Testberg, Disa;'.repeat(50))), 'file-1', key, 10_000_000);
  const [entry] = filesIn(folder);
  const kept = readFileSync(join(entry!.parentPath, entry!.name));
  expect(kept.includes('Testberg')).toBe(false);
  expect(kept.includes('8809059820')).toBe(false);
});

test('one byte over the limit is refused and leaves nothing behind', async () => {
  const { folder, store } = fresh();
  await store.put(pieces(Buffer.alloc(1000)), 'file-1', key, 1000);
  await expect(store.put(pieces(Buffer.alloc(600), Buffer.alloc(401)), 'file-2', key, 1000)).rejects.toThrow(FileTooLarge);
  expect(filesIn(folder)).toHaveLength(1);
});

test('an upload that breaks in the middle leaves nothing behind', async () => {
  const { folder, store } = fresh();
  const breaking = async function* () {
    yield randomBytes(2_000_000);
    throw new Error('the connection broke');
  };
  await expect(store.put(breaking(), 'file-1', key, 10_000_000)).rejects.toThrow('the connection broke');
  expect(filesIn(folder)).toHaveLength(0);
});

test('a chunk that is changed, cut off or belongs to another file is refused', async () => {
  const { folder, store } = fresh();
  const stored = await store.put(pieces(randomBytes(2_500_000)), 'file-1', key, 10_000_000);
  await expect(collect(store.read(stored.storageKey, 'file-2', key))).rejects.toThrow();
  await expect(collect(store.read(stored.storageKey, 'file-1', randomBytes(32)))).rejects.toThrow();
  const [entry] = filesIn(folder);
  const path = join(entry!.parentPath, entry!.name);
  const whole = readFileSync(path);
  writeFileSync(path, whole.subarray(0, 32 + whole.readUInt32BE(0)));
  await expect(collect(store.read(stored.storageKey, 'file-1', key))).rejects.toThrow();
  const changed = Buffer.from(whole);
  changed[500] = changed[500]! ^ 1;
  writeFileSync(path, changed);
  await expect(collect(store.read(stored.storageKey, 'file-1', key))).rejects.toThrow();
});

test('chunks that change places, are left out, doubled or taken from another file, and a last one that is not the last, are refused', async () => {
  const { folder, store } = fresh();
  const stored = await store.put(pieces(randomBytes(3_500_000)), 'file-1', key, 10_000_000);
  const other = await store.put(pieces(randomBytes(3_500_000)), 'file-2', key, 10_000_000);
  const pathOf = (storageKey: string) => join(folder, storageKey.slice(0, 2), storageKey);
  const chunksOf = (bytes: Buffer): Buffer[] => {
    const size = bytes.length === 0 ? 0 : 32 + bytes.readUInt32BE(0);
    return size === 0 ? [] : [bytes.subarray(0, size), ...chunksOf(bytes.subarray(size))];
  };
  const chunks = chunksOf(readFileSync(pathOf(stored.storageKey)));
  const [first, second, third, last] = chunks as [Buffer, Buffer, Buffer, Buffer];
  expect(chunks).toHaveLength(4);
  const [foreign] = chunksOf(readFileSync(pathOf(other.storageKey))) as [Buffer];
  for (const [what, parts] of Object.entries({
    swapped: [second, first, third, last],
    'left out': [first, third, last],
    'first left out': [second, third, last],
    doubled: [first, first, second, third, last],
    foreign: [foreign, second, third, last],
    'cut off after a whole chunk': [first, second, third],
    'cut off in a chunk': [first, second, third, last.subarray(0, last.length - 1)],
    'something after the last': [...chunks, Buffer.from('x')],
    'the last twice': [...chunks, last],
    empty: [],
  })) {
    writeFileSync(pathOf(stored.storageKey), Buffer.concat(parts));
    await expect(collect(store.read(stored.storageKey, 'file-1', key)), what).rejects.toThrow();
  }
  writeFileSync(pathOf(stored.storageKey), Buffer.concat(chunks));
  expect(await collect(store.read(stored.storageKey, 'file-1', key))).toHaveLength(3_500_000);
});
