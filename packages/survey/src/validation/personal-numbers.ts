import { factsOfDigits, nobody, isDated, isChecked, isCoordination } from '../kernels/personal-number.ts';
import type { Values } from '../engine/table.ts';
import { columnOf, type Surroundings } from './surroundings.ts';

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

  isDated(id: number): boolean {
    return (this.#flagsOf(id) & isDated) !== 0;
  }

  isChecked(id: number): boolean {
    return (this.#flagsOf(id) & isChecked) !== 0;
  }

  isCoordination(id: number): boolean {
    return (this.#flagsOf(id) & isCoordination) !== 0;
  }

  /** Days of birth, yyyymmdd, of the persons of records [from, to); NaN of nobody. @param ids of all records */
  fillBirthDays(ids: Values, from: number, to: number, into: Float64Array): void {
    if (this.#known < this.#dictionary.size) this.#readTo(this.#dictionary.size);
    const days = this.#birthDays;
    for (let record = from; record < to; record += 1) into[record - from] = days[ids[record]!]! || Number.NaN;
  }

  /** Whole years by id; NaN of nobody. */
  ages(): Float32Array {
    if (this.#known < this.#dictionary.size) this.#readTo(this.#dictionary.size);
    return this.#ages;
  }

  #flagsOf(id: number): number {
    if (id >= this.#known) this.#readTo(this.#dictionary.size);
    return this.#flags[id]!;
  }

  #readTo(size: number): void {
    if (size > this.#flags.length) {
      const room = this.#known === 0 ? size : Math.ceil(size * 1.1);
      const [flags, birthDays, ages] = [new Uint8Array(room), new Int32Array(room), new Float32Array(room)];
      flags.set(this.#flags);
      birthDays.set(this.#birthDays);
      ages.set(this.#ages);
      [this.#flags, this.#birthDays, this.#ages] = [flags, birthDays, ages];
    }
    const digits = new Uint8Array(10);
    for (let id = this.#known; id < size; id += 1) this.#read(id, digits);
    this.#known = size;
  }

  #read(id: number, digits: Uint8Array): void {
    const { flags, birthDay, age } = this.#dictionary.digitsOf(id, digits) ? factsOfDigits(digits, this.#on) : nobody;
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
