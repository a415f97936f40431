import { Room } from './room.ts';
import type { Kernels, Place } from './kernels.ts';

/** Zeros that stand before and after a window: the kernels read as many bytes together. */
const slack = 16;
/** Nearly every file's rows of a block fit in it. */
const usualBytes = 320 * 1024;

/** A piece of a file in the memory of the kernels, which is moved along it. */
export class Window {
  readonly #bytes: Uint8Array;
  readonly #room: Room;
  #size: number;
  #place: Place;
  /** Byte of the file that is the first of the window, and how many there are. */
  first = 0;
  length = 0;

  constructor(kernels: Kernels, bytes: Uint8Array, from: number) {
    this.#bytes = bytes;
    this.#room = new Room(kernels);
    this.#size = Math.min(usualBytes, Math.max(1, bytes.length - from));
    this.#place = this.#room.take(this.#size + 2 * slack) + slack;
  }

  get place(): Place {
    return this.#place;
  }

  /** What is added to a byte of the file to have its place in the memory. */
  get shift(): number {
    return this.#place - this.first;
  }

  get isLast(): boolean {
    return this.first + this.length >= this.#bytes.length;
  }

  /** Shows the bytes from one on; as many as there were, or twice as many where none of them could be used. */
  show(from: number): void {
    if (this.length > 0 && from === this.first) this.#widen();
    this.first = from;
    this.length = Math.min(this.#size, this.#bytes.length - from);
    const memory = this.#room.bytes;
    memory.set(this.#bytes.subarray(from, from + this.length), this.#place);
    memory.fill(0, this.#place + this.length, this.#place + this.length + slack);
  }

  free(): void {
    this.#room.free();
  }

  #widen(): void {
    this.#size *= 2;
    this.#room.free();
    this.#place = this.#room.take(this.#size + 2 * slack) + slack;
  }
}
