import { kernels } from '../compiled/kernels.ts';
import { Window } from '../compiled/window.ts';
import type { FileFacts } from './file-facts.ts';

export interface Detected {
  readonly encoding: Exclude<FileFacts['encoding'], 'workbook'>;
  /** What it was told by. */
  readonly reason: FileFacts['encodingReason'];
  /** First byte after a byte order mark. */
  readonly start: number;
  /** Only the first bytes have been looked at: it is so if the rest is well-formed UTF-8 as well. */
  readonly isLikely?: true;
  /** Why the bytes are no text at all, when they are not. */
  readonly fault?: 'binary' | 'undecodable';
}

const signatures = ['%PDF', 'PK\x03\x04', 'PK\x05\x06', '\xff\xd8\xff', '\x89PNG', 'GIF8', '\xd0\xcf\x11\xe0'];
/** Bytes that Windows-1252 gives no character. */
const undefinedBytes = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Which encoding the bytes are in: byte order mark first, then zero bytes as UTF-16 has them, then valid UTF-8, else Windows-1252.
 * @param enough so many bytes are looked at, when they are UTF-8: whoever reads the others looks whether they are, too
 */
export function detectEncoding(bytes: Uint8Array, enough = bytes.length): Detected {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', reason: 'byteOrderMark', start: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', reason: 'byteOrderMark', start: 2 };
  if (signatures.some((signature) => startsWith(bytes, signature)))
    return { encoding: 'unknown', reason: 'none', start: 0, fault: 'binary' };
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const begun = enough < bytes.length ? scanQuickly(bytes, start, enough) : undefined;
  const isLikely = begun?.isUtf8 === true && !begun.hasNul;
  const scan = isLikely ? begun : (scanQuickly(bytes, start, bytes.length) ?? scanBytes(bytes, start));
  if (scan.hasNul) return withZeros(bytes, start);
  if (scan.isUtf8) {
    const told = { start, ...(isLikely ? { isLikely } : {}) };
    return start === 3 ? { encoding: 'utf-8-bom', reason: 'byteOrderMark', ...told } : { encoding: 'utf-8', reason: 'validUtf8', ...told };
  }
  if (scan.hasUndefined) return { encoding: 'unknown', reason: 'none', start, fault: 'undecodable' };
  return { encoding: 'windows-1252', reason: 'notUtf8', start: 0 };
}

/** Bytes looked at for the zeros of UTF-16. */
const zeroSample = 4096;

/** Plain letters in UTF-16 without a byte order mark: every other byte is zero, and hardly any of the rest. */
function withZeros(bytes: Uint8Array, start: number): Detected {
  const zeros = [0, 0];
  const seen = Math.min(bytes.length, zeroSample);
  for (let index = 0; index < seen; index += 1) if (bytes[index] === 0) zeros[index & 1]! += 1;
  const [even, odd] = zeros as [number, number];
  if (start === 0 && bytes.length % 2 === 0 && odd * 2 > seen * 0.7 && even * 2 < seen * 0.05)
    return { encoding: 'utf-16le', reason: 'zeroBytes', start: 0 };
  if (start === 0 && bytes.length % 2 === 0 && even * 2 > seen * 0.7 && odd * 2 < seen * 0.05)
    return { encoding: 'utf-16be', reason: 'zeroBytes', start: 0 };
  return { encoding: 'unknown', reason: 'none', start, fault: 'binary' };
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  for (let index = 0; index < signature.length; index += 1) if (bytes[index] !== signature.charCodeAt(index)) return false;
  return true;
}

interface Scan {
  readonly isUtf8: boolean;
  readonly hasNul: boolean;
  readonly hasUndefined: boolean;
}

/** The same as `scanBytes` by the kernels, where there are any, and up to a byte. */
function scanQuickly(bytes: Uint8Array, start: number, end: number): Scan | undefined {
  const known = kernels();
  if (!known) return undefined;
  const window = new Window(known, bytes, start);
  known.forgetBytes();
  for (let at = start; at < end && known.hasNul.value === 0;) {
    window.show(at);
    at += known.lookAtBytes(window.place, Math.min(window.length, end - at), window.isLast && end === bytes.length);
    // A character may go on after the last byte that is looked at.
    if (end < bytes.length && at > end - 4) break;
  }
  window.free();
  return { isUtf8: known.isUtf8.value === 1, hasNul: known.hasNul.value === 1, hasUndefined: known.hasUndefined.value === 1 };
}

/** One pass: NUL, bytes Windows-1252 lacks, and whether every sequence is well-formed UTF-8 (no overlong forms, no surrogates). */
function scanBytes(bytes: Uint8Array, start: number): Scan {
  let isUtf8 = true;
  let hasUndefined = false;
  let index = start;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + ((4 - (bytes.byteOffset & 3)) & 3), Math.max(0, (bytes.length - 3) >> 2));
  const shift = words.byteOffset - bytes.byteOffset;
  while (index < bytes.length) {
    if (((index - shift) & 3) === 0) {
      index = afterPlainWords(words, index, shift);
      if (index >= bytes.length) break;
    }
    const byte = bytes[index]!;
    if (byte < 0x80) {
      if (byte === 0) return { isUtf8, hasNul: true, hasUndefined };
      index += 1;
      continue;
    }
    // A letter of two bytes is what nearly all of them are.
    if (isUtf8 && byte >= 0xc2 && byte <= 0xdf) {
      const tail = bytes[index + 1];
      if (tail !== undefined && tail >= 0x80 && tail <= 0xbf) {
        if (tail <= 0x9d && undefinedBytes.has(tail)) hasUndefined = true;
        index += 2;
        continue;
      }
    }
    if (undefinedBytes.has(byte)) hasUndefined = true;
    const length = isUtf8 ? sequenceLength(bytes, index) : 1;
    if (length === 0) {
      isUtf8 = false;
      index += 1;
      continue;
    }
    for (let tail = index + 1; tail < index + length; tail += 1) if (undefinedBytes.has(bytes[tail]!)) hasUndefined = true;
    index += length;
  }
  return { isUtf8, hasNul: false, hasUndefined };
}

/** The first byte at or after `index`, which is one of an aligned word, whose word holds something else than ASCII, or NUL. */
function afterPlainWords(words: Uint32Array, index: number, shift: number): number {
  let place = (index - shift) >> 2;
  // Four words at once: less one in each byte, NUL has its highest bit set, as what is not ASCII has it before or after.
  for (; place + 3 < words.length; place += 4) {
    const one = words[place]! | 0;
    const two = words[place + 1]! | 0;
    const three = words[place + 2]! | 0;
    const four = words[place + 3]! | 0;
    const less = (one - 0x01010101) | (two - 0x01010101) | (three - 0x01010101) | (four - 0x01010101);
    if (((one | two | three | four | less) & 0x80808080) !== 0) break;
  }
  for (; place < words.length; place += 1) {
    const word = words[place]!;
    if ((word & 0x80808080) !== 0 || ((word - 0x01010101) & ~word & 0x80808080) !== 0) break;
  }
  return place * 4 + shift;
}

/** Length of the well-formed sequence that begins here, 0 when none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const isTail = (offset: number, from = 0x80, to = 0xbf) => {
    const byte = bytes[at + offset];
    return byte !== undefined && byte >= from && byte <= to;
  };
  if (first >= 0xc2 && first <= 0xdf) return isTail(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) return isTail(1, first === 0xe0 ? 0xa0 : 0x80, first === 0xed ? 0x9f : 0xbf) && isTail(2) ? 3 : 0;
  if (first >= 0xf0 && first <= 0xf4)
    return isTail(1, first === 0xf0 ? 0x90 : 0x80, first === 0xf4 ? 0x8f : 0xbf) && isTail(2) && isTail(3) ? 4 : 0;
  return 0;
}
