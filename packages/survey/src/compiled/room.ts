import type { Kernels, Place } from './kernels.ts';

/** Room in the memory of the kernels, and the memory as arrays: which are other ones after it has grown. */
export class Room {
  readonly kernels: Kernels;
  readonly #places: Place[] = [];
  #buffer: ArrayBuffer;
  #bytes: Uint8Array;

  constructor(kernels: Kernels) {
    this.kernels = kernels;
    this.#buffer = kernels.memory.buffer;
    this.#bytes = new Uint8Array(this.#buffer);
  }

  /** Room for so many bytes, with whatever stands there. */
  take(bytes: number): Place {
    const place = this.kernels.reserve(bytes);
    this.#places.push(place);
    return place;
  }

  /** The same, all zero. */
  takeZeros(bytes: number): Place {
    const place = this.kernels.reserveZeros(bytes);
    this.#places.push(place);
    return place;
  }

  /** Gives back all that was taken. */
  free(): void {
    for (const place of this.#places) this.kernels.release(place);
    this.#places.length = 0;
  }

  /** Not to be kept: another call may make the memory another one. */
  get bytes(): Uint8Array {
    if (this.#buffer !== this.kernels.memory.buffer) {
      this.#buffer = this.kernels.memory.buffer;
      this.#bytes = new Uint8Array(this.#buffer);
    }
    return this.#bytes;
  }

  numbers(place: Place, length: number): Int32Array {
    return new Int32Array(this.kernels.memory.buffer, place, length);
  }

  pairs(place: Place, length: number): Uint16Array {
    return new Uint16Array(this.kernels.memory.buffer, place, length);
  }
}
