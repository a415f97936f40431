/** Why compressed bytes are not unpacked further. */
export class InflateFault extends Error {}

/** How far back a copy may reach. */
const windowSize = 32_768;

/**
 * Unpacks raw DEFLATE (RFC 1951) piece by piece, so that what is unpacked is counted before it is kept.
 * @param onPiece receives the next bytes; they are overwritten after it returns. Answering false stops the unpacking
 * @throws InflateFault for bytes that are no DEFLATE stream
 */
export function inflate(bytes: Uint8Array, onPiece: (piece: Uint8Array) => boolean | void): void {
  new Inflater(bytes, onPiece).run();
}

const lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12_289, 16_385,
  24_577,
];
const distanceExtra = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** A canonical Huffman code: how many codes each length has, and the symbols in the order of their codes. */
interface Huffman {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
  /** Symbol and length of every code of at most nine bits, by the bits that come next; 0 for a longer one. */
  readonly quick: Uint16Array;
}
const quickBits = 9;

class Inflater {
  readonly #bytes: Uint8Array;
  readonly #onPiece: (piece: Uint8Array) => boolean | void;
  /** What has been unpacked: the last window stays where copies can reach it. */
  readonly #out = new Uint8Array(windowSize * 4);
  #length = 0;
  #told = 0;
  #at = 0;
  #bits = 0;
  #held = 0;
  #isStopped = false;

  constructor(bytes: Uint8Array, onPiece: (piece: Uint8Array) => boolean | void) {
    this.#bytes = bytes;
    this.#onPiece = onPiece;
  }

  run(): void {
    let isLast = false;
    while (!isLast && !this.#isStopped) {
      isLast = this.#take(1) === 1;
      const kind = this.#take(2);
      if (kind === 0) this.#stored();
      else if (kind === 1) this.#compressed(fixedLiterals, fixedDistances);
      else if (kind === 2) this.#compressed(...this.#codes());
      else throw new InflateFault('no such kind of block');
    }
    this.#tell();
  }

  #take(count: number): number {
    while (this.#held < count) {
      if (this.#at >= this.#bytes.length) throw new InflateFault('the bytes end in the middle');
      this.#bits |= this.#bytes[this.#at]! << this.#held;
      this.#at += 1;
      this.#held += 8;
    }
    const value = this.#bits & ((1 << count) - 1);
    this.#bits >>>= count;
    this.#held -= count;
    return value;
  }

  #symbol(code: Huffman): number {
    while (this.#held < 15 && this.#at < this.#bytes.length) {
      this.#bits |= this.#bytes[this.#at]! << this.#held;
      this.#at += 1;
      this.#held += 8;
    }
    const entry = code.quick[this.#bits & ((1 << quickBits) - 1)]!;
    const length = entry & 15;
    if (entry !== 0 && length <= this.#held) {
      this.#bits >>>= length;
      this.#held -= length;
      return entry >>> 4;
    }
    return this.#slowSymbol(code);
  }

  #slowSymbol({ counts, symbols }: Huffman): number {
    let value = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= 15; length += 1) {
      value |= this.#take(1);
      const count = counts[length]!;
      if (value - count < first) return symbols[index + value - first]!;
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw new InflateFault('no such code');
  }

  #stored(): void {
    this.#bits = 0;
    // Whole bytes that were taken ahead are given back.
    this.#at -= this.#held >>> 3;
    this.#held = 0;
    if (this.#at + 4 > this.#bytes.length) throw new InflateFault('the bytes end in the middle');
    const length = this.#bytes[this.#at]! | (this.#bytes[this.#at + 1]! << 8);
    const check = this.#bytes[this.#at + 2]! | (this.#bytes[this.#at + 3]! << 8);
    if (length !== (~check & 0xffff)) throw new InflateFault('the length of a stored block is wrong');
    this.#at += 4;
    if (this.#at + length > this.#bytes.length) throw new InflateFault('the bytes end in the middle');
    for (let index = 0; index < length && !this.#isStopped; index += 1) this.#put(this.#bytes[this.#at + index]!);
    this.#at += length;
  }

  #codes(): [literals: Huffman, distances: Huffman] {
    const literals = this.#take(5) + 257;
    const distances = this.#take(5) + 1;
    const described = this.#take(4) + 4;
    if (literals > 286 || distances > 30) throw new InflateFault('too many codes');
    const lengths = new Uint8Array(320);
    for (let index = 0; index < described; index += 1) lengths[orderOfLengths[index]!] = this.#take(3);
    const code = huffman(lengths.subarray(0, 19));
    const all = new Uint8Array(320);
    for (let index = 0; index < literals + distances;) {
      const symbol = this.#symbol(code);
      if (symbol < 16) {
        all[index] = symbol;
        index += 1;
        continue;
      }
      if (symbol === 16 && index === 0) throw new InflateFault('nothing to repeat');
      const repeated = symbol === 16 ? all[index - 1]! : 0;
      const times = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
      if (index + times > literals + distances) throw new InflateFault('too many lengths');
      all.fill(repeated, index, index + times);
      index += times;
    }
    return [huffman(all.subarray(0, literals)), huffman(all.subarray(literals, literals + distances))];
  }

  #compressed(literals: Huffman, distances: Huffman): void {
    while (!this.#isStopped) {
      const symbol = this.#symbol(literals);
      if (symbol < 256) {
        this.#put(symbol);
        continue;
      }
      if (symbol === 256) return;
      const kind = symbol - 257;
      if (kind >= lengthBase.length) throw new InflateFault('no such length');
      const length = lengthBase[kind]! + this.#take(lengthExtra[kind]!);
      const far = this.#symbol(distances);
      if (far >= distanceBase.length) throw new InflateFault('no such distance');
      const distance = distanceBase[far]! + this.#take(distanceExtra[far]!);
      if (distance > this.#length) throw new InflateFault('a copy from before the beginning');
      if (this.#length + length > this.#out.length) this.#slide();
      const out = this.#out;
      for (let index = 0; index < length; index += 1) out[this.#length + index] = out[this.#length + index - distance]!;
      this.#length += length;
    }
  }

  #put(byte: number): void {
    if (this.#length === this.#out.length) this.#slide();
    this.#out[this.#length] = byte;
    this.#length += 1;
  }

  #slide(): void {
    this.#tell();
    this.#out.copyWithin(0, this.#length - windowSize, this.#length);
    this.#length = windowSize;
    this.#told = windowSize;
  }

  #tell(): void {
    if (this.#told < this.#length && !this.#isStopped && this.#onPiece(this.#out.subarray(this.#told, this.#length)) === false)
      this.#isStopped = true;
    this.#told = this.#length;
  }
}

/** @throws InflateFault for lengths that are no code */
function huffman(lengths: Uint8Array): Huffman {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length]! += 1;
  counts[0] = 0;
  let left = 1;
  for (let length = 1; length <= 15; length += 1) {
    left = left * 2 - counts[length]!;
    if (left < 0) throw new InflateFault('more codes than there is room for');
  }
  const offsets = new Uint16Array(16);
  for (let length = 1; length < 15; length += 1) offsets[length + 1] = offsets[length]! + counts[length]!;
  const symbols = new Uint16Array(lengths.length);
  const quick = new Uint16Array(1 << quickBits);
  const nextCode = new Uint16Array(16);
  for (let length = 1, code = 0; length <= 15; length += 1) {
    code = (code + counts[length - 1]!) << 1;
    nextCode[length] = code;
  }
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol]!;
    if (length === 0) continue;
    symbols[offsets[length]!] = symbol;
    offsets[length]! += 1;
    const code = nextCode[length]!;
    nextCode[length]! += 1;
    if (length > quickBits) continue;
    let reversed = 0;
    for (let bit = 0; bit < length; bit += 1) reversed |= ((code >>> bit) & 1) << (length - 1 - bit);
    for (let place = reversed; place < quick.length; place += 1 << length) quick[place] = (symbol << 4) | length;
  }
  return { counts, symbols, quick };
}

const fixedLiterals = huffman(
  Uint8Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
);
const fixedDistances = huffman(new Uint8Array(30).fill(5));
