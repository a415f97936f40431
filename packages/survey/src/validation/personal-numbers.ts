import { kernels } from '../compiled/kernels.ts';
import { Room } from '../compiled/room.ts';
import { factsOfNumber } from '../kernels/personal-number.ts';
import { giveBack, lendInts } from '../engine/lent.ts';
import type { Values } from '../engine/table.ts';
import { columnOf, type Surroundings } from './surroundings.ts';

/** Digits of a number, and bytes from one to the next. */
const [digitsOfNumber, valueBytes] = [10, 12] as const;
/** So many are read by the kernels. */
const worthKernels = 64;

/** Facts of each distinct personal number in a column, by its id, read once for all rules of a file. */
export class PersonalNumbers {
  readonly #dictionary;
  readonly #on: number;
  #flags = new Uint8Array(64);
  /** 0 of nobody. */
  #birthDays = new Int32Array(64);
  /** NaN of nobody. */
  #ages = new Float32Array(64);
  #known = 0;

  constructor(around: Surroundings, field: string) {
    const { dictionary } = columnOf(around, field);
    if (!dictionary) throw new Error(`${field} is numeric: it holds no personal number`);
    this.#dictionary = dictionary;
    this.#on = around.referenceYear * 10_000 + 1101;
  }

  /** What is known of each number, by id: see `factsOfNumber`. */
  flags(): Uint8Array {
    this.#readAll();
    return this.#flags;
  }

  /** Days of birth, yyyymmdd, of the persons of records [from, to); NaN of nobody. @param ids of all records */
  fillBirthDays(ids: Values, from: number, to: number, into: Float64Array): void {
    this.#readAll();
    const days = this.#birthDays;
    for (let record = from; record < to; record += 1) into[record - from] = days[ids[record]!]! || Number.NaN;
  }

  /** The same by id; 0 of nobody. */
  birthDays(): Int32Array {
    this.#readAll();
    return this.#birthDays;
  }

  /** Whole years by id; NaN of nobody. */
  ages(): Float32Array {
    this.#readAll();
    return this.#ages;
  }

  #readAll(): void {
    const { size } = this.#dictionary;
    const first = this.#known;
    if (first === size) return;
    if (size > this.#flags.length) {
      const room = first === 0 ? size : Math.ceil(size * 1.1);
      const [flags, birthDays, ages] = [new Uint8Array(room), new Int32Array(room), new Float32Array(room)];
      flags.set(this.#flags);
      birthDays.set(this.#birthDays);
      ages.set(this.#ages);
      [this.#flags, this.#birthDays, this.#ages] = [flags, birthDays, ages];
    }
    const words = lendInts(((size - first) * valueBytes) / 4);
    this.#dictionary.copyValues(first, digitsOfNumber, words);
    const values = new Uint8Array(words.buffer, 0, words.byteLength);
    this.#known = size;
    if (!this.#readQuickly(values, first, size)) for (let id = first; id < size; id += 1) this.#read(id, values, (id - first) * valueBytes);
    giveBack(words);
  }

  /** By the kernels, which is worth it for many. @returns false where there are none */
  #readQuickly(values: Uint8Array, first: number, size: number): boolean {
    const count = size - first;
    const known = count < worthKernels ? undefined : kernels();
    if (!known) return false;
    const room = new Room(known);
    const at = room.take(values.length);
    const [flagsAt, daysAt, agesAt] = [room.take(count), room.take(4 * count), room.take(4 * count)];
    room.bytes.set(values, at);
    known.readPersons(at, count, this.#on, flagsAt, daysAt, agesAt);
    this.#flags.set(room.bytes.subarray(flagsAt, flagsAt + count), first);
    this.#birthDays.set(room.numbers(daysAt, count), first);
    this.#ages.set(new Float32Array(known.memory.buffer, agesAt, count), first);
    room.free();
    return true;
  }

  #read(id: number, values: Uint8Array, at: number): void {
    const { flags, birthDay, age } = factsOfNumber(values, at, this.#on);
    this.#flags[id] = flags;
    this.#birthDays[id] = birthDay;
    this.#ages[id] = age < 0 ? Number.NaN : age;
  }
}

/** Shared by all rules of a file. */
export function personalNumbersOf(around: Surroundings, field: string): PersonalNumbers {
  const known = around.personalNumbers.get(field);
  if (known) return known;
  const numbers = new PersonalNumbers(around, field);
  around.personalNumbers.set(field, numbers);
  return numbers;
}
