import { decodeFault, utf16AsUtf8 } from './decode.ts';
import { detectEncoding } from './detect-encoding.ts';
import { detectSeparator } from './detect-separator.ts';
import type { Source } from './source.ts';

/** Rows in which the separator is looked for (FIL-05). */
const separatorRows = 50;

/** What a file is, before it is split: its encoding, where its rows begin, and what stands between values. */
export function prepareSource(original: Uint8Array, fields: number): Source {
  const detected = detectEncoding(original);
  const { encoding } = detected;
  if (detected.fault) return { bytes: original, start: 0, encoding, separator: '', fields, fault: detected.fault };
  const isUtf16 = encoding === 'utf-16le' || encoding === 'utf-16be';
  const bytes = isUtf16 ? utf16AsUtf8(original.subarray(2), encoding) : original;
  const start = isUtf16 ? 0 : detected.start;
  const fault = isUtf16 ? decodeFault(bytes) : undefined;
  if (fault) return { bytes: original, start: 0, encoding: 'unknown', separator: '', fields, fault };
  return { bytes, start, encoding, separator: detectSeparator(bytes, start, separatorRows), fields };
}
