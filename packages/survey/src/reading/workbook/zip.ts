import { Checksum } from './checksum.ts';
import { inflate, InflateFault } from './inflate.ts';

/** Why a packed file is refused: it is damaged, or made to harm whoever unpacks it. */
export type ZipFault = 'damaged' | 'tooManyParts' | 'tooLarge' | 'tooDense' | 'encrypted' | 'unknownPacking';

export class Refused extends Error {
  readonly fault: ZipFault | 'doctype' | 'noSheet' | 'noRecords' | 'xml';
  constructor(fault: Refused['fault']) {
    super(fault);
    this.fault = fault;
  }
}

/** What an honest workbook never reaches. */
export const limits = {
  parts: 200,
  /** Unpacked, all parts together. */
  bytes: 400_000_000,
  /** Texts that cells share: unpacked, and how many. */
  sharedBytes: 100_000_000,
  sharedTexts: 2_000_000,
  /** Bytes of the rows of a sheet, written as text: a cell may be one letter that stands for a text of a million. */
  writtenBytes: 64_000_000,
  /** Cells further to the right are counted and not read. */
  columns: 512,
  sheets: 100,
  /** Unpacked bytes of a packed one, counted from a megabyte on. */
  ratio: 100,
  ratioFrom: 1_000_000,
} as const;

interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
  readonly checksum: number;
}

/**
 * The parts of a ZIP file by its central directory, which is read and judged before anything is unpacked. Sizes it gives are
 * not trusted: bytes are counted while they are unpacked.
 * @throws Refused
 */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #parts = new Map<string, Part>();
  #unpacked = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#readDirectory();
  }

  has(name: string): boolean {
    return this.#parts.has(name);
  }

  /** Unpacks a part piece by piece: whether it is whole is known when the last has been given. @param mostBytes what it may be unpacked. @throws Refused */
  read(name: string, onPiece: (piece: Uint8Array) => void, mostBytes: number = limits.bytes): void {
    const part = this.#parts.get(name);
    if (!part) throw new Refused('damaged');
    const packed = this.#packedBytes(part);
    let unpacked = 0;
    const checksum = new Checksum();
    const take = (piece: Uint8Array): void => {
      unpacked += piece.length;
      this.#unpacked += piece.length;
      if (this.#unpacked > limits.bytes || unpacked > mostBytes) throw new Refused('tooLarge');
      // The directory was judged by the size it gave: one that is larger was not told of.
      if (unpacked > part.unpacked) throw new Refused('tooDense');
      checksum.add(piece);
      onPiece(piece);
    };
    try {
      if (part.method === 0) take(packed);
      else inflate(packed, take);
    } catch (fault) {
      if (fault instanceof InflateFault) throw new Refused('damaged');
      throw fault;
    }
    if (unpacked !== part.unpacked || checksum.value !== part.checksum) throw new Refused('damaged');
  }

  #readDirectory(): void {
    const end = this.#findEnd();
    const parts = this.#view.getUint16(end + 10, true);
    let at = this.#view.getUint32(end + 16, true);
    if (parts > limits.parts) throw new Refused('tooManyParts');
    let declared = 0;
    for (let number = 0; number < parts; number += 1) {
      if (at + 46 > end || this.#view.getUint32(at, true) !== 0x02014b50) throw new Refused('damaged');
      const flags = this.#view.getUint16(at + 8, true);
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => this.#view.getUint16(at + place, true)) as [
        number,
        number,
        number,
      ];
      const part = {
        name: new TextDecoder('utf-8').decode(this.#bytes.subarray(at + 46, at + 46 + nameLength)).replace(/^\//, ''),
        method: this.#view.getUint16(at + 10, true),
        packed: this.#view.getUint32(at + 20, true),
        unpacked: this.#view.getUint32(at + 24, true),
        offset: this.#view.getUint32(at + 42, true),
        checksum: this.#view.getUint32(at + 16, true),
      };
      // A name that climbs out of its folder belongs to no workbook.
      if (/(^|[/\\])\.\.([/\\]|$)|^[a-z]:/i.test(part.name) || part.name.includes('\0')) throw new Refused('damaged');
      if ((flags & 1) !== 0) throw new Refused('encrypted');
      if (part.method !== 0 && part.method !== 8) throw new Refused('unknownPacking');
      declared += part.unpacked;
      if (declared > limits.bytes) throw new Refused('tooLarge');
      if (part.unpacked > limits.ratioFrom && part.unpacked > part.packed * limits.ratio) throw new Refused('tooDense');
      this.#parts.set(part.name, part);
      at += 46 + nameLength + extraLength + commentLength;
    }
    this.#insistThatPartsLieApart();
  }

  /** Parts that overlap unpack the same bytes many times over. */
  #insistThatPartsLieApart(): void {
    const parts = [...this.#parts.values()].sort((one, other) => one.offset - other.offset);
    for (const [place, part] of parts.entries()) {
      const next = parts[place + 1];
      if (next && part.offset + 30 + part.packed > next.offset) throw new Refused('damaged');
    }
  }

  #packedBytes({ offset, packed }: Part): Uint8Array {
    if (offset + 30 > this.#bytes.length || this.#view.getUint32(offset, true) !== 0x04034b50) throw new Refused('damaged');
    const from = offset + 30 + this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true);
    if (from + packed > this.#bytes.length) throw new Refused('damaged');
    return this.#bytes.subarray(from, from + packed);
  }

  /** The record at the end, behind which a comment of at most 65,535 bytes may stand. */
  #findEnd(): number {
    const least = Math.max(0, this.#bytes.length - 22 - 65_535);
    for (let at = this.#bytes.length - 22; at >= least; at -= 1) if (this.#view.getUint32(at, true) === 0x06054b50) return at;
    throw new Refused('damaged');
  }
}
