import type { Values } from '../engine/table.ts';

/** Records of a person that are gone through one by one. */
const soonGoneThrough = 32;

/** The records of each person, among which one is found by another value of it. */
export class RecordsOfPersons {
  /** Of a person one record + 1, and of a record the person's next one + 1; 0 for none. */
  readonly #heads: Int32Array;
  readonly #nexts: Int32Array;
  /** Persons with more records, by value: -1 where several have it. */
  readonly #many = new Map<number, Map<Values, ReadonlyMap<number, number>>>();

  /**
   * @param persons of each record a number that is less than `most`; a record of person 0 is nobody's
   * @param isCounted whether a record is looked at
   */
  constructor(persons: Values, most: number, isCounted: (record: number) => boolean) {
    const heads = new Int32Array(most);
    const nexts = new Int32Array(persons.length);
    for (let record = 0; record < nexts.length; record += 1) {
      const person = persons[record]!;
      if (person === 0 || !isCounted(record)) continue;
      nexts[record] = heads[person]!;
      heads[person] = record + 1;
    }
    this.#heads = heads;
    this.#nexts = nexts;
  }

  has(person: number): boolean {
    return person > 0 && this.#heads[person]! > 0;
  }

  /** The person's only record with a value in a column; -1 where there is none, or are several. */
  only(person: number, column: Values, value: number): number {
    let found = -1;
    let looks = 0;
    for (let one = this.#heads[person]!; one > 0; one = this.#nexts[one - 1]!) {
      if ((looks += 1) > soonGoneThrough) return this.#onlyOfMany(person, column, value);
      if (column[one - 1] !== value) continue;
      if (found >= 0) return -1;
      found = one - 1;
    }
    return found;
  }

  #onlyOfMany(person: number, column: Values, value: number): number {
    let known = this.#many.get(person);
    if (!known) this.#many.set(person, (known = new Map()));
    let byValue = known.get(column);
    if (!byValue) known.set(column, (byValue = this.#byValue(person, column)));
    return byValue.get(value) ?? -1;
  }

  #byValue(person: number, column: Values): ReadonlyMap<number, number> {
    const records = new Map<number, number>();
    for (let one = this.#heads[person]!; one > 0; one = this.#nexts[one - 1]!)
      records.set(column[one - 1]!, records.has(column[one - 1]!) ? -1 : one - 1);
    return records;
  }
}
