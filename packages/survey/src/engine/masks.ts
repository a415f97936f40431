import { Bitset } from './bitset.ts';
import { ColumnSets } from './column-sets.ts';
import { copyWords } from './combine-words.ts';
import type { Quick } from './quick.ts';
import { answerQuickly } from './quick-answers.ts';
import { wordsAtOnce } from './words-at-once.ts';

/**
 * Works out the words of records from one up to another, at most a block of them.
 * @param words where they are written, the first at `at`
 */
export type Fill = (words: Int32Array, at: number, from: number, to: number) => void;

/** The same from the words of other masks. */
export type FillFrom = (words: Int32Array, at: number, from: number, to: number, of: readonly Mask[]) => void;

/** How a question is answered that is made of no others. */
export interface Answering {
  readonly fill: Fill;
  /** As the kernels answer it, with what is known now; absent where they cannot. */
  readonly quick?: () => Quick | undefined;
}

/** What a question is made of. */
export interface Question {
  /** Columns whose values the answer hangs on, beside those of what it is made of. */
  readonly reads?: readonly number[];
  readonly fill: FillFrom;
  readonly quick?: Answering['quick'];
  /** Masks of the same file that it is made of: their words stand at their places when it is filled. */
  readonly of?: readonly Mask[];
  /** Numeric columns without whose numbers there is no answer. */
  readonly needs?: readonly number[];
  /** Numeric columns that may be empty, and must be readable when they are not. */
  readonly readable?: readonly number[];
}

/** The answer to one question of every record, a bit each. Bits beyond the last record are never set. */
export class Mask {
  /** Among the masks of its file: what it is made of comes before it. */
  readonly number: number;
  readonly reads: ReadonlySet<number>;
  readonly needs: readonly number[];
  readonly readable: readonly number[];
  readonly of: readonly Mask[];
  readonly fill: FillFrom;
  readonly quick: Answering['quick'];
  /** Of all records, where they are kept and have been worked out. */
  words: Int32Array | undefined;
  readonly #masks: Masks;

  constructor(
    masks: Masks,
    number: number,
    reads: ReadonlySet<number>,
    { fill, quick, of = nothing, needs = nothing, readable = nothing }: Question,
  ) {
    this.#masks = masks;
    this.number = number;
    this.reads = reads;
    this.needs = needs;
    this.readable = readable;
    this.of = of;
    this.fill = fill;
    this.quick = quick;
  }

  /** Where its words stand while a block is worked out. */
  get at(): number {
    return this.number * wordsAtOnce;
  }

  /** For a mask that is asked about all records, in any order: its answers are kept. @returns itself */
  keep(): this {
    this.#masks.keep(this);
    return this;
  }

  /** The kept answers. */
  get all(): Int32Array {
    return this.words ?? this.#masks.answered(this);
  }

  /** The answer about one record, worked out when it is not kept. */
  has(record: number): boolean {
    const word = this.words ? this.words[record >>> 5]! : this.#masks.wordOf(this, record >>> 5);
    return ((word >>> (record & 31)) & 1) === 1;
  }
}

/**
 * Questions that rules ask of the records of one file, each answered once however many rules ask it. Answers are worked out a block
 * of records at a time, all questions for one block, so that they stay in the processor's own memory; few are kept. The same
 * fill answers for all records and for the 32 around a corrected one, so that what is known after a correction is what a new reading
 * would say.
 */
export class Masks {
  readonly records: number;
  readonly #byKey = new Map<string, Mask>();
  /** In the order they were asked first. */
  readonly #all: Mask[] = [];
  readonly #kept = new Set<Mask>();
  readonly #columns = new ColumnSets();
  /** A block of words for each mask, while they are worked out one word at a time. */
  #room = new Int32Array(0);
  /** For which state of the file, and of which word, the first word of each mask stands in the room. */
  #known = new Int32Array(0);
  #state = 1;
  #word = -1;
  /** Of each column that has been asked about, what is kept and hangs on it. */
  #readers: (readonly Mask[])[] = [];

  constructor(records: number) {
    this.records = records;
  }

  get length(): number {
    return (this.records + 31) >>> 5;
  }

  /** The mask of a question; it is made when nobody has asked it yet. @param make or another mask, which answers the same */
  ask(key: string, make: () => Question | Mask): Mask {
    const known = this.#byKey.get(key);
    if (known) return known;
    // What it is made of is asked before it has its number.
    const made = make();
    const mask = made instanceof Mask ? made : this.#add(made);
    this.#byKey.set(key, mask);
    return mask;
  }

  keep(mask: Mask): void {
    if (this.#kept.has(mask)) return;
    this.#kept.add(mask);
    this.#readers = [];
  }

  /**
   * Answers what is kept, and writes what others hit.
   * @param written masks of this file, and the bits that their answers are written to
   * @param isAnew  what is known already is worked out again
   */
  answer(written: readonly (readonly [Mask, Bitset])[] = [], isAnew = false): void {
    const kept = [...this.#kept].filter(({ words }) => isAnew || words === undefined);
    const known = new Set([...this.#kept].filter(({ words }) => !isAnew && words !== undefined));
    const asked = this.#madeOf([...kept, ...written.map(([mask]) => mask)], known);
    for (const mask of kept) mask.words ??= new Int32Array(this.length);
    this.#state += 1;
    const { records } = this;
    if (answerQuickly({ masks: asked, known, kept, written, isAnew, records, all: this.#all.length })) return;
    const room = new Int32Array(this.#all.length * wordsAtOnce);
    for (let from = 0; from < this.length; from += wordsAtOnce) {
      const to = Math.min(this.length, from + wordsAtOnce);
      for (const mask of asked)
        if (known.has(mask)) copyWords(room, mask.at, to - from, mask.words!, from);
        else this.#fill(mask, room, from, to);
      for (const { words, at } of kept) copyWords(words!, from, to - from, room, at);
      for (const [{ at }, bits] of written) bits.write(from, to - from, room, at);
    }
  }

  /** The answers of a mask that is kept from now on, if it was not. */
  answered(mask: Mask): Int32Array {
    this.keep(mask);
    this.answer();
    return mask.words!;
  }

  /** The answers of a mask, for once. */
  answersTo(mask: Mask): Int32Array {
    const bits = new Bitset(this.records);
    this.answer([[mask, bits]]);
    return Int32Array.from({ length: this.length }, (_, index) => bits.word(index));
  }

  /** Answers anew, for the word of a record, all that is kept and hangs on a column; what else was known of the word is forgotten. */
  refill(record: number, column: number): void {
    this.#lookAt(record >>> 5);
    for (const mask of this.#readersOf(column)) if (mask.words) mask.words[this.#word] = this.#work(mask);
  }

  /** The answers of 32 records, which are not kept. */
  wordOf(mask: Mask, word: number): number {
    if (word !== this.#word || this.#known.length < this.#all.length) this.#lookAt(word);
    return this.#know(mask);
  }

  #lookAt(word: number): void {
    this.#word = word;
    this.#state += 1;
    if (this.#known.length === this.#all.length) return;
    this.#known = new Int32Array(this.#all.length);
    this.#room = new Int32Array(this.#all.length * wordsAtOnce);
  }

  #know(mask: Mask): number {
    if (this.#known[mask.number] === this.#state) return this.#room[mask.at]!;
    if (!mask.words) return this.#work(mask);
    this.#known[mask.number] = this.#state;
    return (this.#room[mask.at] = mask.words[this.#word]!);
  }

  #work(mask: Mask): number {
    for (let place = 0; place < mask.of.length; place += 1) this.#know(mask.of[place]!);
    this.#fill(mask, this.#room, this.#word, this.#word + 1);
    this.#known[mask.number] = this.#state;
    return this.#room[mask.at]!;
  }

  #add(question: Question): Mask {
    const mask = new Mask(this, this.#all.length, this.#columns.readBy(question.reads ?? nothing, question.of ?? nothing), question);
    this.#all.push(mask);
    return mask;
  }

  #fill({ fill, at, of }: Mask, room: Int32Array, from: number, to: number): void {
    fill(room, at, from, to, of);
    const beyond = this.records & 31;
    if (to === this.length && beyond !== 0) room[at + to - from - 1]! &= (1 << beyond) - 1;
  }

  /** Masks and all they are made of, those first. Of what is known nothing else is needed. */
  #madeOf(masks: readonly Mask[], known: ReadonlySet<Mask>): Mask[] {
    const isNeeded = new Uint8Array(this.#all.length);
    for (const { number } of masks) isNeeded[number] = 1;
    for (let number = this.#all.length - 1; number >= 0; number -= 1)
      if (isNeeded[number] === 1 && !known.has(this.#all[number]!)) for (const part of this.#all[number]!.of) isNeeded[part.number] = 1;
    return this.#all.filter(({ number }) => isNeeded[number] === 1);
  }

  /** What is kept and hangs on a column, in the order it is worked out. */
  #readersOf(column: number): readonly Mask[] {
    return (this.#readers[column] ??= this.#all.filter((mask) => this.#kept.has(mask) && mask.reads.has(column)));
  }
}

/** One for all that need none. */
const nothing: readonly never[] = [];

/** A bit for each record, all set. */
export function everyRecord(records: number): Int32Array {
  const words = new Int32Array((records + 31) >>> 5).fill(-1);
  const beyond = records & 31;
  if (beyond !== 0) words[words.length - 1] = (1 << beyond) - 1;
  return words;
}
