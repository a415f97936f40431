import { open } from 'node:fs/promises';
import { count, fillGaps, validateTexts as texts } from '@insamling/texts';

/** As the portal takes. */
const mostBytes = 200_000_000;

export async function bytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > mostBytes) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
    return new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}

export function reasonOf(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
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
