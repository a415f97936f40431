import type { Kernels, Place } from '../compiled/kernels.ts';
import type { Room } from '../compiled/room.ts';
import { wordsAtHand, type AtHand } from '../engine/at-hand.ts';
import { lendInts } from '../engine/lent.ts';
import { widenFor, type Column } from '../engine/table.ts';
import { encodeColumn, isDoubled, oddNumber, withoutDoubled, type Encoding } from './encode-columns.ts';
import { isUnread, type NumberForm } from './encode-number.ts';
import type { QuickRows } from './quick-rows.ts';
import { blockRows, placeOf } from './split-rows.ts';

/** Of more values the memory would be dearer than the time. */
const mostAtHand = 200_000;

/** Most digits that fit in the kernels' numbers. */
const mostDigits = 9;

interface Views {
  readonly numbers: Int32Array;
  readonly pairs: Uint16Array;
  readonly bytes: Uint8Array;
}

/**
 * Encodes blocks by the kernels. A column with a text that may be written in more than one way (letters and their signs apart, doubled
 * quotes) is read by the careful loops from that block on: it is they who compare texts.
 */
export class QuickColumns {
  readonly #kernels: Kernels;
  readonly #room: Room;
  readonly #encoding: Encoding;
  readonly #rows: QuickRows;
  readonly #columns: readonly Column[];
  readonly #wanted: readonly number[];
  /** Of each column the texts in the kernels' memory; 0 for numbers, and for one that has been handed over. */
  readonly #texts: Place[];
  /** Values of a block, four bytes each, and packed. */
  readonly #valuesAt: Place;
  readonly #packedAt: Place;
  #views: Views = { numbers: new Int32Array(0), pairs: new Uint16Array(0), bytes: new Uint8Array(0) };

  /** @param wanted columns whose values are kept at hand */
  constructor(kernels: Kernels, rows: QuickRows, encoding: Encoding, columns: readonly Column[], wanted: readonly number[]) {
    this.#kernels = kernels;
    this.#room = rows.block.room;
    this.#encoding = encoding;
    this.#rows = rows;
    this.#columns = columns;
    this.#wanted = wanted;
    this.#texts = columns.map(({ dictionary }) => (dictionary ? kernels.newTexts(encoding.isUtf8) : 0));
    this.#valuesAt = this.#room.take(4 * blockRows + 64);
    this.#packedAt = this.#room.take(2 * blockRows + 64);
  }

  /** @param first record of the block's first, of `records` @returns number of cells that had blanks around them */
  encodeBlock(first: number, records: number): number {
    const { block } = this.#rows;
    const hasHoles = block.targets.subarray(0, block.rows).includes(-1);
    let trimmed = 0;
    for (let index = 0; index < this.#columns.length; index += 1) {
      const column = this.#columns[index]!;
      if (this.#encoding.places[index]! < 0) continue;
      if (hasHoles) this.#room.bytes.fill(0, this.#valuesAt, this.#valuesAt + 4 * records);
      const form = this.#encoding.forms[index];
      if (form) trimmed += this.#encodeNumbers(column, index, form, first, records);
      else trimmed += this.#encodeTexts(column, index, first, records);
    }
    return trimmed;
  }

  /** Where nearly every record has a value of its own, the others will. */
  expectMore(enough: number, values: number): void {
    for (const [index, texts] of this.#texts.entries())
      if (texts !== 0 && this.#kernels.sizeOf(texts) > enough) this.#kernels.expectTexts(texts, values);
      else if (texts === 0 && (this.#columns[index]!.dictionary?.size ?? 0) > enough) this.#columns[index]!.dictionary!.expect(values);
  }

  /** Hands what has been read to the columns' dictionaries. */
  finish(): void {
    for (const [index, texts] of this.#texts.entries()) {
      if (texts === 0) this.#columns[index]!.dictionary?.settle();
      else this.#adopt(this.#columns[index]!, texts, this.#wanted.includes(index));
      this.#texts[index] = 0;
    }
  }

  free(): void {
    for (const texts of this.#texts) if (texts !== 0) this.#kernels.freeTexts(texts);
  }

  #encodeTexts(column: Column, index: number, first: number, records: number): number {
    const { block, window } = this.#rows;
    const texts = this.#texts[index]!;
    const place = this.#encoding.places[index]!;
    if (texts === 0) return encodeColumn(this.#encoding, block, withoutDoubled(block), column, index);
    if (!this.#hasDoubled(place)) {
      this.#kernels.forgetTrimmed();
      const cells = block.cellsAt + 4 * placeOf(0, place);
      const read = this.#kernels.readTexts(texts, window.shift, cells, block.targetsAt, block.rows, this.#valuesAt - 4 * first);
      if (read === block.rows) {
        this.#set(column, first, records, this.#kernels.sizeOf(texts));
        return this.#kernels.trimmed.value;
      }
    }
    this.#handOver(column, index);
    return encodeColumn(this.#encoding, block, withoutDoubled(block), column, index);
  }

  #encodeNumbers(column: Column, index: number, form: NumberForm, first: number, records: number): number {
    const { block, window } = this.#rows;
    const place = this.#encoding.places[index]!;
    if (form.sign !== 'implied' || form.length > mostDigits || this.#hasDoubled(place)) {
      widenFor(column, -1);
      return encodeColumn(this.#encoding, block, withoutDoubled(block), column, index);
    }
    const cells = block.cellsAt + 4 * placeOf(0, place);
    const into = this.#valuesAt - 4 * first;
    let trimmed = 0;
    let [least, most] = [0, 0];
    this.#kernels.forgetBounds();
    for (let row = 0; row < block.rows; row += 1) {
      row = this.#kernels.readDigits(
        window.shift,
        cells,
        block.targetsAt,
        block.rows,
        row,
        form.length,
        10 ** form.length,
        form.empty,
        into,
      );
      if (row === block.rows) break;
      const odd = oddNumber(this.#encoding, block, row, place, form);
      trimmed += odd.trimmed;
      least = Math.min(least, odd.value);
      most = Math.max(most, odd.value);
      if (isUnread(odd.value)) column.mayBeUnread = true;
      this.#room.numbers(this.#valuesAt, records)[block.targets[row]! - first] = odd.value;
    }
    least = Math.min(least, this.#kernels.least.value);
    this.#set(column, first, records, least < 0 ? least : Math.max(most, this.#kernels.most.value));
    return trimmed;
  }

  #hasDoubled(place: number): boolean {
    const { block } = this.#rows;
    for (const row of block.doubled.keys()) if (isDoubled(block, row, place)) return true;
    return false;
  }

  /** Writes the values of a block into the column. @param widest of them, or one below zero */
  #set(column: Column, first: number, records: number, widest: number): void {
    widenFor(column, widest, first);
    const { values } = column;
    const views = this.#viewsOf();
    const isFull = records === blockRows;
    if (values instanceof Uint8Array) {
      this.#kernels.packBytes(this.#valuesAt, records, this.#packedAt);
      values.set(isFull ? views.bytes : views.bytes.subarray(0, records), first);
    } else if (values instanceof Uint16Array) {
      this.#kernels.packPairs(this.#valuesAt, records, this.#packedAt);
      values.set(isFull ? views.pairs : views.pairs.subarray(0, records), first);
    } else values.set(isFull ? views.numbers : views.numbers.subarray(0, records), first);
  }

  /** The values of a block as arrays, which are made again when the memory has become another one. */
  #viewsOf(): Views {
    if (this.#views.numbers.length === 0)
      this.#views = {
        numbers: this.#room.numbers(this.#valuesAt, blockRows),
        pairs: this.#room.pairs(this.#packedAt, blockRows),
        bytes: this.#room.bytes.subarray(this.#packedAt, this.#packedAt + blockRows),
      };
    return this.#views;
  }

  /** From now on the column is read by the careful loops, which number what has been read as it is. */
  #handOver(column: Column, index: number): void {
    const texts = this.#texts[index]!;
    this.#texts[index] = 0;
    const { starts, lengths } = this.#tell(texts);
    for (let entry = 0; entry < starts.length; entry += 1) column.dictionary!.internBytes(starts[entry]!, starts[entry]! + lengths[entry]!);
    this.#kernels.freeTexts(texts);
  }

  #adopt(column: Column, texts: Place, isWanted: boolean): void {
    const longest = this.#kernels.longestOf(texts);
    const { starts, lengths, kinds } = this.#tell(texts);
    const atHand = isWanted && starts.length <= mostAtHand ? this.#valuesOf(texts) : undefined;
    column.dictionary!.adopt(starts, lengths, kinds, longest, atHand);
    this.#kernels.freeTexts(texts);
  }

  /** Here they lie side by side; in the file each would have to be waited for. */
  #valuesOf(texts: Place): AtHand {
    const { kernels } = this.#room;
    const values = lendInts((kernels.sizeOf(texts) + 1) * wordsAtHand);
    const at = kernels.reserve(values.byteLength);
    kernels.tellValues(texts, at);
    values.set(this.#room.numbers(at, values.length));
    values.fill(0, 0, wordsAtHand);
    kernels.release(at);
    return values;
  }

  #tell(texts: Place): { starts: Int32Array; lengths: Uint8Array | Uint16Array; kinds: Uint8Array<ArrayBuffer> } {
    const { kernels } = this.#room;
    const size = kernels.sizeOf(texts);
    const isNarrow = kernels.longestOf(texts) <= 0xff;
    const [startsAt, lengthsAt, kindsAt] = [kernels.reserve(4 * size), kernels.reserve(2 * size), kernels.reserve(size)];
    kernels.tellTexts(texts, startsAt, lengthsAt, isNarrow, kindsAt);
    const kinds = new Uint8Array(size + 1);
    kinds.set(this.#room.bytes.subarray(kindsAt, kindsAt + size), 1);
    const lengths = isNarrow ? this.#room.bytes.slice(lengthsAt, lengthsAt + size) : this.#room.pairs(lengthsAt, size).slice();
    const told = { starts: this.#room.numbers(startsAt, size).slice(), lengths, kinds };
    for (const place of [startsAt, lengthsAt, kindsAt]) kernels.release(place);
    return told;
  }
}
