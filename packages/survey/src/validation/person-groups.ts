import { lowest } from '../engine/bitset.ts';
import type { Values } from '../engine/table.ts';
import { PersonCounts } from './person-counts.ts';

/**
 * How many records each person has in each group. Nearly every person is in one group only: that one stands beside the person's number,
 * and what they have in others among pairs.
 */
export class PersonGroups {
  /** Group of a person's first record + 1, and the person's records in it. */
  #groups: Int32Array;
  #counts: Int32Array;
  readonly #others = new PersonCounts();

  /** @param persons no person has a greater number, at first */
  constructor(persons: number) {
    this.#groups = new Int32Array(persons);
    this.#counts = new Int32Array(persons);
  }

  of(group: number, person: number): number {
    return this.#groups[person] === group + 1 ? this.#counts[person]! : this.#others.of(group, person);
  }

  /** @returns the count after the change */
  change(group: number, person: number, sign: 1 | -1): number {
    if (person >= this.#groups.length) this.#widen(person + 1);
    if (this.#groups[person] === 0) this.#groups[person] = group + 1;
    if (this.#groups[person] === group + 1) return (this.#counts[person]! += sign);
    return this.#others.change(group, person, sign);
  }

  /**
   * Puts in many records, where there is none.
   * @param values of each record what tells its group
   * @param groups of each value, -1 for none
   * @returns for each value how many persons its records brought to the group
   */
  addAll(words: Int32Array, values: Values, groups: Int32Array, persons: Values): Int32Array {
    const brought = new Int32Array(groups.length);
    for (let word = 0; word < words.length; word += 1)
      if (words[word] !== 0) this.#addWord(words[word]!, word * 32, values, groups, persons, brought);
    return brought;
  }

  #addWord(word: number, from: number, values: Values, groups: Int32Array, persons: Values, brought: Int32Array): void {
    const groupOf = this.#groups;
    const counts = this.#counts;
    for (let rest = word; rest !== 0; rest &= rest - 1) {
      const record = from + lowest(rest);
      const value = values[record]!;
      const group = groups[value]!;
      if (group < 0) continue;
      const person = persons[record]!;
      if (groupOf[person] === 0) groupOf[person] = group + 1;
      if (groupOf[person] === group + 1) {
        counts[person]! += 1;
        if (counts[person] === 1) brought[value]! += 1;
      } else if (this.#others.change(group, person, 1) === 1) brought[value]! += 1;
    }
  }

  /** A correction can bring a new person. */
  #widen(persons: number): void {
    const room = Math.max(persons, Math.ceil(this.#groups.length * 1.1));
    const [groups, counts] = [new Int32Array(room), new Int32Array(room)];
    groups.set(this.#groups);
    counts.set(this.#counts);
    [this.#groups, this.#counts] = [groups, counts];
  }
}
