/** A decoder knows nothing of what it decoded before: one serves all files. */
const decoders = {
  'utf-8': new TextDecoder('utf-8', { ignoreBOM: true }),
  'windows-1252': new TextDecoder('windows-1252', { ignoreBOM: true }),
};

/** Turns a piece of the file into text. UTF-16 has been turned into UTF-8 before. */
export const decoderFor =
  (encoding: keyof typeof decoders): ((bytes: Uint8Array) => string) =>
  (bytes) =>
    decoders[encoding].decode(bytes);

/** UTF-16 as UTF-8 bytes, so that one reader serves both; undefined where half a character stands, which no letter may silently replace. */
export function utf16AsUtf8(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Uint8Array | undefined {
  try {
    return new TextEncoder().encode(new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Start and end without blanks around; a no-break space is two bytes in UTF-8. Written into `range`. */
export function trimRange(bytes: Uint8Array, range: { start: number; end: number }, isUtf8: boolean): void {
  let { start, end } = range;
  for (;;) {
    const byte = bytes[start];
    if (start < end && (byte === 0x20 || byte === 0x09 || (!isUtf8 && byte === 0xa0))) start += 1;
    else if (isUtf8 && start + 1 < end && byte === 0xc2 && bytes[start + 1] === 0xa0) start += 2;
    else break;
  }
  for (;;) {
    const byte = bytes[end - 1];
    if (end > start && (byte === 0x20 || byte === 0x09 || (!isUtf8 && byte === 0xa0))) end -= 1;
    else if (isUtf8 && end - 1 > start && byte === 0xa0 && bytes[end - 2] === 0xc2) end -= 2;
    else break;
  }
  range.start = start;
  range.end = end;
}
