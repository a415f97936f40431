/** Remainders of a byte with none, one, two and three bytes after it: four bytes are taken at once. */
const tables = makeTables();

function makeTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const [first, ...others] = [new Int32Array(256), new Int32Array(256), new Int32Array(256), new Int32Array(256)] as const;
  for (let byte = 0; byte < 256; byte += 1) {
    let rest = byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    first[byte] = rest;
  }
  for (let byte = 0; byte < 256; byte += 1) {
    let rest = first[byte]!;
    for (const table of others) {
      rest = (rest >>> 8) ^ first[rest & 0xff]!;
      table[byte] = rest;
    }
  }
  return [first, ...others];
}

/** CRC-32 as ZIP files have it (ISO 3309), of bytes that come in pieces. */
export class Checksum {
  #rest = -1;

  add(piece: Uint8Array): void {
    const [one, two, three, four] = tables;
    let rest = this.#rest;
    let at = 0;
    for (const end = piece.length - 3; at < end; at += 4) {
      rest ^= piece[at]! | (piece[at + 1]! << 8) | (piece[at + 2]! << 16) | (piece[at + 3]! << 24);
      rest = four[rest & 0xff]! ^ three[(rest >>> 8) & 0xff]! ^ two[(rest >>> 16) & 0xff]! ^ one[rest >>> 24]!;
    }
    for (; at < piece.length; at += 1) rest = one[(rest ^ piece[at]!) & 0xff]! ^ (rest >>> 8);
    this.#rest = rest;
  }

  /** 32 bits, not negative. */
  get value(): number {
    return ~this.#rest >>> 0;
  }
}
