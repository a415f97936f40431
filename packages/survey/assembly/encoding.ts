/** What was seen of the bytes so far: see `lookAtBytes`. */
export let isUtf8: bool = true;
export let hasNul: bool = false;
export let hasUndefined: bool = false;

export function forgetBytes(): void {
  isUtf8 = true;
  hasNul = false;
  hasUndefined = false;
}

/** Bytes that Windows-1252 gives no character. */
function isUndefined(byte: u8): bool {
  return byte == 0x81 || byte == 0x8d || byte == 0x8f || byte == 0x90 || byte == 0x9d;
}

/**
 * Looks whether the bytes are well-formed UTF-8 (no overlong forms, no surrogates), hold NUL, or bytes that Windows-1252 lacks.
 * @param window with zeros after its last byte
 * @param isLast there are no more bytes
 * @returns bytes looked at: fewer than all where a character goes on beyond the window, or NUL was found
 */
export function lookAtBytes(window: usize, length: i32, isLast: bool): i32 {
  let at = 0;
  const highs = i8x16.splat(0);
  while (at < length) {
    const stop = at + 16;
    if (stop <= length) {
      // Neither NUL nor beyond ASCII: greater than zero as numbers with a sign.
      const others = ~i8x16.bitmask(i8x16.gt_s(v128.load(window + <usize>at), highs)) & 0xffff;
      if (others == 0) {
        at = stop;
        continue;
      }
      at += ctz(others);
    }
    const byte = load<u8>(window + <usize>at);
    if (byte < 0x80) {
      if (byte == 0) {
        hasNul = true;
        return at;
      }
      at += 1;
      continue;
    }
    if (isUndefined(byte)) hasUndefined = true;
    if (!isUtf8) {
      at += 1;
      continue;
    }
    if (!isLast && at + 4 > length) return at;
    const bytes = bytesOfCharacter(window + <usize>at, length - at);
    if (bytes == 0) isUtf8 = false;
    for (let tail = 1; tail < bytes; tail += 1) if (isUndefined(load<u8>(window + <usize>(at + tail)))) hasUndefined = true;
    at += max(1, bytes);
  }
  return at;
}

/** Bytes of the well-formed character that begins here, 0 when none does. */
function bytesOfCharacter(at: usize, most: i32): i32 {
  const first = load<u8>(at);
  if (first >= 0xc2 && first <= 0xdf) return most > 1 && isTail(at + 1, 0x80, 0xbf) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const isSecond = most > 2 && isTail(at + 1, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf);
    return isSecond && isTail(at + 2, 0x80, 0xbf) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const isSecond = most > 3 && isTail(at + 1, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf);
    return isSecond && isTail(at + 2, 0x80, 0xbf) && isTail(at + 3, 0x80, 0xbf) ? 4 : 0;
  }
  return 0;
}

function isTail(at: usize, least: u8, most: u8): bool {
  const byte = load<u8>(at);
  return byte >= least && byte <= most;
}
