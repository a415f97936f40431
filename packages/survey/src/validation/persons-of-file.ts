import { lowest } from '../engine/bitset.ts';
import { andWords } from '../engine/combine-words.ts';
import { giveBack, lendBytes } from '../engine/lent.ts';
import { columnOf, type Surroundings, type Mask } from './surroundings.ts';
import { somebody } from './text-answers.ts';

/**
 * Persons of a whole file who have a record of each of one or two kinds. To be told how many, one has to note who was met; how many
 * records each has is counted when the first of them is about to change.
 */
export class PersonsOfFile {
  readonly #around: Surroundings;
  /** Records of each kind; absent for all. */
  readonly #kinds: readonly (Mask | undefined)[];
  /** Of each kind, records by the id of the person. */
  #counts: Int32Array[] | undefined;

  constructor(around: Surroundings, kinds: readonly (Mask | undefined)[]) {
    this.#around = around;
    this.#kinds = kinds;
  }

  number(): number {
    const { dictionary, values } = columnOf(this.#around, this.#around.roles.person!);
    const met = lendBytes(dictionary!.size);
    this.#kinds.forEach((_, kind) => {
      const words = this.#wordsOf(kind);
      for (let word = 0; word < words.length; word += 1) if (words[word] !== 0) noteWord(words[word]!, word * 32, values, met, 1 << kind);
    });
    const all = (1 << this.#kinds.length) - 1;
    let number = 0;
    for (let person = 0; person < met.length; person += 1) if (met[person] === all) number += 1;
    giveBack(met);
    return number;
  }

  /** To be called before the first record changes. */
  expectChange(): void {
    this.#counts ??= this.#kinds.map((_, kind) => this.#countsOf(kind));
  }

  /**
   * Takes a record of some of the kinds out (-1), before it is written, or puts it in (1).
   * @param isOfKind whether it is, by its place in the kinds
   * @returns by how much that changes the number of persons
   */
  change(person: number, isOfKind: (kind: number) => boolean, sign: 1 | -1): number {
    const counts = this.#counts!;
    const isWhole = () => counts.every((ofKind) => (ofKind[person] ?? 0) > 0);
    const before = isWhole();
    counts.forEach((ofKind, kind) => {
      if (!isOfKind(kind)) return;
      const wide = person < ofKind.length ? ofKind : longer(ofKind, person + 1);
      wide[person]! += sign;
      counts[kind] = wide;
    });
    return Number(isWhole()) - Number(before);
  }

  #countsOf(kind: number): Int32Array {
    const { dictionary, values } = columnOf(this.#around, this.#around.roles.person!);
    const counts = new Int32Array(dictionary!.size);
    const words = this.#wordsOf(kind);
    for (let word = 0; word < words.length; word += 1)
      for (let rest = words[word]!; rest !== 0; rest &= rest - 1) counts[values[word * 32 + lowest(rest)]!]! += 1;
    return counts;
  }

  /** Records of a kind that say who they are about; those with a wrong number of values are not counted. */
  #wordsOf(kind: number): Int32Array {
    const words = somebody(this.#around).all.slice();
    const mask = this.#kinds[kind];
    if (mask) andWords(words, 0, words.length, mask.all, 0);
    this.#around.table.misfits.removeFrom(words);
    return words;
  }
}

function noteWord(word: number, from: number, values: ArrayLike<number>, met: Uint8Array, bit: number): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) met[values[from + lowest(rest)]!]! |= bit;
}

function longer(counts: Int32Array, least: number): Int32Array {
  const long = new Int32Array(Math.max(least, Math.ceil(counts.length * 1.1)));
  long.set(counts);
  return long;
}
