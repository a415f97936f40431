import { open, type FileHandle } from 'node:fs/promises';
import { count, fillGaps, validateTexts as texts } from '@insamling/texts';

/** As the portal takes. */
const mostBytes = 200_000_000;

export async function bytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > mostBytes) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
    // What tells no size (a pipe) is read until it ends.
    return size === 0 ? new Uint8Array(await file.readFile()) : await readInto(file, new Uint8Array(size));
  } finally {
    await file.close();
  }
}

/** One piece of memory, filled: pieces put together would be the file twice. @returns less of it when the file has become shorter */
async function readInto(file: FileHandle, bytes: Uint8Array): Promise<Uint8Array> {
  let read = 0;
  while (read < bytes.length) {
    const { bytesRead } = await file.read(bytes, read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

export function reasonOf(fault: unknown): string {
  const { code = '', path } = fault instanceof Error ? (fault as NodeJS.ErrnoException) : {};
  // Bytes of a name that are no UTF-8 have been lost on the way here.
  if (code === 'ENOENT' && path?.includes('\ufffd')) return texts.nameUntold;
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: texts.notThere,
    ENOTDIR: texts.notThere,
    EISDIR: texts.isFolder,
    EACCES: texts.notAllowed,
    EPERM: texts.notAllowed,
    EFBIG: fillGaps(texts.tooLarge, { megabyte: count(mostBytes / 1_000_000) }),
  };
  return reasons[code] ?? fillGaps(texts.otherFault, { kod: code });
}
