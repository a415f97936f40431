/**
 * SHA-256 (FIPS 180-4), synchronous and without the host's help, so that browser, server and command line give one answer.
 * Bytes may come in pieces of any size.
 */
export class Sha256 {
  readonly #state = Int32Array.from(initial);
  readonly #block = new Uint8Array(64);
  readonly #words = new Int32Array(64);
  #filled = 0;
  #bytes = 0;

  update(bytes: Uint8Array): this {
    this.#bytes += bytes.length;
    let from = 0;
    if (this.#filled > 0) {
      from = Math.min(64 - this.#filled, bytes.length);
      this.#block.set(bytes.subarray(0, from), this.#filled);
      this.#filled += from;
      if (this.#filled < 64) return this;
      compress(this.#state, this.#words, this.#block, 0, 64);
    }
    const whole = from + ((bytes.length - from) & ~63);
    compress(this.#state, this.#words, bytes, from, whole);
    this.#block.set(bytes.subarray(whole));
    this.#filled = bytes.length - whole;
    return this;
  }

  /** The digest as 64 lower-case hexadecimal digits; nothing can be added after it. */
  hex(): string {
    const bits = this.#bytes * 8;
    const end = new Uint8Array(this.#filled < 56 ? 64 : 128);
    end.set(this.#block.subarray(0, this.#filled));
    end[this.#filled] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(end.length - 4, bits >>> 0);
    compress(this.#state, this.#words, end, 0, end.length);
    return Array.from(this.#state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

/** SHA-256 of bytes, or of a text in UTF-8, as lower-case hexadecimal digits. */
export const sha256 = (content: Uint8Array | string): string =>
  new Sha256().update(typeof content === 'string' ? new TextEncoder().encode(content) : content).hex();

/** The first 32 bits of the fractional parts of the roots of the first primes. */
const primes = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131, 137,
  139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199, 211, 223, 227, 229, 233, 239, 241, 251, 257, 263, 269, 271, 277, 281,
  283, 293, 307, 311,
];

/** ⌊2^32 · fraction of the root⌋, in whole numbers: no host rounds it in its own way. */
function fractionOfRoot(prime: number, root: 2n | 3n): number {
  const scaled = BigInt(prime) << (32n * root);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** root <= scaled) low = middle;
    else high = middle;
  }
  return Number(BigInt.asIntN(32, low));
}

const initial = primes.slice(0, 8).map((prime) => fractionOfRoot(prime, 2n));
const constants = Int32Array.from(primes, (prime) => fractionOfRoot(prime, 3n));

/**
 * Takes in whole blocks of 64 bytes. Written out, and every sum cut to 32 bits at once: calls, and sums kept as fractions, would
 * take half as long again.
 */
function compress(state: Int32Array, words: Int32Array, bytes: Uint8Array, from: number, to: number): void {
  let [h0, h1, h2, h3, h4, h5, h6, h7] = state as unknown as [number, number, number, number, number, number, number, number];
  const k = constants;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = from; at < to; at += 64) {
    for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(at + index * 4);
    for (let index = 16; index < 64; index += 1) {
      const two = words[index - 2]!;
      const fifteen = words[index - 15]!;
      const s1 = ((two >>> 17) | (two << 15)) ^ ((two >>> 19) | (two << 13)) ^ (two >>> 10);
      const s0 = ((fifteen >>> 7) | (fifteen << 25)) ^ ((fifteen >>> 18) | (fifteen << 14)) ^ (fifteen >>> 3);
      words[index] = (((words[index - 16]! + s0) | 0) + ((words[index - 7]! + s1) | 0)) | 0;
    }
    let a = h0;
    let b = h1;
    let c = h2;
    let d = h3;
    let e = h4;
    let f = h5;
    let g = h6;
    let h = h7;
    // Eight rounds at a time: the working variables change places instead of values.
    for (let index = 0; index < 64; index += 8) {
      h =
        (((((h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7)))) | 0) + (g ^ (e & (f ^ g)))) | 0) +
          ((k[index]! + words[index]!) | 0)) |
        0;
      d = (d + h) | 0;
      h = (h + (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) | (c & (a | b)))) | 0;
      g =
        (((((g + (((d >>> 6) | (d << 26)) ^ ((d >>> 11) | (d << 21)) ^ ((d >>> 25) | (d << 7)))) | 0) + (f ^ (d & (e ^ f)))) | 0) +
          ((k[index + 1]! + words[index + 1]!) | 0)) |
        0;
      c = (c + g) | 0;
      g = (g + (((h >>> 2) | (h << 30)) ^ ((h >>> 13) | (h << 19)) ^ ((h >>> 22) | (h << 10))) + ((h & a) | (b & (h | a)))) | 0;
      f =
        (((((f + (((c >>> 6) | (c << 26)) ^ ((c >>> 11) | (c << 21)) ^ ((c >>> 25) | (c << 7)))) | 0) + (e ^ (c & (d ^ e)))) | 0) +
          ((k[index + 2]! + words[index + 2]!) | 0)) |
        0;
      b = (b + f) | 0;
      f = (f + (((g >>> 2) | (g << 30)) ^ ((g >>> 13) | (g << 19)) ^ ((g >>> 22) | (g << 10))) + ((g & h) | (a & (g | h)))) | 0;
      e =
        (((((e + (((b >>> 6) | (b << 26)) ^ ((b >>> 11) | (b << 21)) ^ ((b >>> 25) | (b << 7)))) | 0) + (d ^ (b & (c ^ d)))) | 0) +
          ((k[index + 3]! + words[index + 3]!) | 0)) |
        0;
      a = (a + e) | 0;
      e = (e + (((f >>> 2) | (f << 30)) ^ ((f >>> 13) | (f << 19)) ^ ((f >>> 22) | (f << 10))) + ((f & g) | (h & (f | g)))) | 0;
      d =
        (((((d + (((a >>> 6) | (a << 26)) ^ ((a >>> 11) | (a << 21)) ^ ((a >>> 25) | (a << 7)))) | 0) + (c ^ (a & (b ^ c)))) | 0) +
          ((k[index + 4]! + words[index + 4]!) | 0)) |
        0;
      h = (h + d) | 0;
      d = (d + (((e >>> 2) | (e << 30)) ^ ((e >>> 13) | (e << 19)) ^ ((e >>> 22) | (e << 10))) + ((e & f) | (g & (e | f)))) | 0;
      c =
        (((((c + (((h >>> 6) | (h << 26)) ^ ((h >>> 11) | (h << 21)) ^ ((h >>> 25) | (h << 7)))) | 0) + (b ^ (h & (a ^ b)))) | 0) +
          ((k[index + 5]! + words[index + 5]!) | 0)) |
        0;
      g = (g + c) | 0;
      c = (c + (((d >>> 2) | (d << 30)) ^ ((d >>> 13) | (d << 19)) ^ ((d >>> 22) | (d << 10))) + ((d & e) | (f & (d | e)))) | 0;
      b =
        (((((b + (((g >>> 6) | (g << 26)) ^ ((g >>> 11) | (g << 21)) ^ ((g >>> 25) | (g << 7)))) | 0) + (a ^ (g & (h ^ a)))) | 0) +
          ((k[index + 6]! + words[index + 6]!) | 0)) |
        0;
      f = (f + b) | 0;
      b = (b + (((c >>> 2) | (c << 30)) ^ ((c >>> 13) | (c << 19)) ^ ((c >>> 22) | (c << 10))) + ((c & d) | (e & (c | d)))) | 0;
      a =
        (((((a + (((f >>> 6) | (f << 26)) ^ ((f >>> 11) | (f << 21)) ^ ((f >>> 25) | (f << 7)))) | 0) + (h ^ (f & (g ^ h)))) | 0) +
          ((k[index + 7]! + words[index + 7]!) | 0)) |
        0;
      e = (e + a) | 0;
      a = (a + (((b >>> 2) | (b << 30)) ^ ((b >>> 13) | (b << 19)) ^ ((b >>> 22) | (b << 10))) + ((b & c) | (d & (b | c)))) | 0;
    }
    h0 = (h0 + a) | 0;
    h1 = (h1 + b) | 0;
    h2 = (h2 + c) | 0;
    h3 = (h3 + d) | 0;
    h4 = (h4 + e) | 0;
    h5 = (h5 + f) | 0;
    h6 = (h6 + g) | 0;
    h7 = (h7 + h) | 0;
  }
  state.set([h0, h1, h2, h3, h4, h5, h6, h7]);
}
