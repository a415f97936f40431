import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Checksum } from './checksum.ts';

const of = (...pieces: readonly Uint8Array[]): number => {
  const checksum = new Checksum();
  for (const piece of pieces) checksum.add(piece);
  return checksum.value;
};
const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test('checksums are those that everybody works out', () => {
  expect(of()).toBe(0);
  // The check value of CRC-32/ISO-HDLC, and two of the RFC that has the program (1952).
  expect(of(ascii('123456789'))).toBe(0xcbf43926);
  expect(of(ascii('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339);
});

test('it makes no difference in which pieces the bytes come, and every byte makes one', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 60 }),
      fc.nat(60),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (bytes, cut, at, by) => {
        const whole = of(bytes);
        expect(of(bytes.subarray(0, cut), bytes.subarray(cut))).toBe(whole);
        const other = bytes.slice();
        other[at % other.length]! ^= by;
        expect(of(other)).not.toBe(whole);
      },
    ),
  );
});
