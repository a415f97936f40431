import type { Kernels, Place } from '../compiled/kernels.ts';
import { Room } from '../compiled/room.ts';
import { Window } from '../compiled/window.ts';
import { blockRows, columnPlaces, type Block, type Rows } from './split-rows.ts';

/** Splits a file by the kernels. */
export class QuickRows implements Rows {
  readonly block: QuickBlock;
  readonly window: Window;
  at: number;
  readonly #kernels: Kernels;
  readonly #separator: number;
  readonly #length: number;

  /** Byte of the file up to which it has been looked whether it is UTF-8; where nobody asks, its end. */
  #seen: number;

  /** @param isAsked whether all bytes are UTF-8 */
  constructor(kernels: Kernels, bytes: Uint8Array, from: number, separator: number, fields: number, isAsked: boolean) {
    this.#kernels = kernels;
    this.#seen = isAsked ? from : bytes.length;
    kernels.forgetBytes();
    this.#separator = separator;
    this.#length = bytes.length;
    this.block = new QuickBlock(kernels, fields + 1);
    this.window = new Window(kernels, bytes, from);
    this.window.first = from;
    this.at = from;
  }

  /** As far as has been seen all bytes are UTF-8, or nobody asked. */
  get areAsLikely(): boolean {
    return this.#kernels.isUtf8.value === 1 && this.#kernels.hasNul.value === 0;
  }

  next(): boolean {
    while (this.at < this.#length && this.areAsLikely) {
      const { first, length } = this.window;
      const isShown = this.at < first + length && this.#place() > 0;
      if (isShown) return true;
      this.window.show(this.at);
      this.#look();
    }
    return false;
  }

  #look(): void {
    const { first, length, place, isLast } = this.window;
    if (this.#seen < first + length) {
      const from = this.#seen - first;
      this.#seen += this.#kernels.lookAtBytes(place + from, length - from, isLast);
    }
  }

  placeOrdinary(from: number, record: number, fields: number): number {
    const { rows, cellsAt, countsAt, targetsAt } = this.block;
    return this.#kernels.placeOrdinary(rows, from, fields, record, cellsAt, countsAt, targetsAt);
  }

  free(): void {
    this.block.room.free();
    this.window.free();
  }

  /** @returns rows that stand whole in the window */
  #place(): number {
    const { first, length, place, isLast } = this.window;
    const { block } = this;
    this.#kernels.showWindow(place, length, first, isLast);
    const rows = this.#kernels.splitRows(
      this.at - first,
      this.#separator,
      block.cellsAt,
      columnPlaces,
      block.width,
      blockRows,
      block.countsAt,
      block.startsAt,
      block.doubledAt,
    );
    block.rows = rows;
    this.at = first + this.#kernels.nextRow.value;
    block.noteDoubled(this.#kernels.hasDoubled.value === 1);
    return rows;
  }
}

/** A block in the memory of the kernels: its arrays are other ones after the memory has grown, and not to be kept. */
export class QuickBlock implements Block {
  readonly width: number;
  readonly doubled = new Map<number, Uint8Array>();
  rows = 0;
  readonly room: Room;
  readonly cellsAt: Place;
  readonly countsAt: Place;
  readonly startsAt: Place;
  readonly targetsAt: Place;
  readonly doubledAt: Place;

  constructor(kernels: Kernels, width: number) {
    this.width = width;
    this.room = new Room(kernels);
    this.cellsAt = this.room.take(8 * columnPlaces * width);
    this.countsAt = this.room.take(4 * blockRows);
    this.startsAt = this.room.take(4 * blockRows);
    this.targetsAt = this.room.take(4 * blockRows);
    this.doubledAt = this.room.takeZeros(blockRows * width);
  }

  get cells(): Int32Array {
    return this.room.numbers(this.cellsAt, 2 * columnPlaces * this.width);
  }

  get counts(): Int32Array {
    return this.room.numbers(this.countsAt, blockRows);
  }

  get rowStarts(): Int32Array {
    return this.room.numbers(this.startsAt, blockRows);
  }

  get targets(): Int32Array {
    return this.room.numbers(this.targetsAt, blockRows);
  }

  /** Which rows have values with doubled quotes: their marks are taken, and cleared for the next block. */
  noteDoubled(isAny: boolean): void {
    this.doubled.clear();
    if (!isAny) return;
    const marks = this.room.bytes.subarray(this.doubledAt, this.doubledAt + blockRows * this.width);
    for (let row = 0; row < this.rows; row += 1) {
      const ofRow = marks.slice(row * this.width, (row + 1) * this.width);
      if (ofRow.includes(1)) this.doubled.set(row, ofRow);
    }
    marks.fill(0);
  }
}
