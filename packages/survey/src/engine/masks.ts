import { Bitset } from './bitset.ts';
import { copyWords } from './combine-words.ts';
import type { Answering, Question, Questions } from './questions.ts';
import { answerQuickly } from './quick-answers.ts';
import { wordsAtOnce } from './words-at-once.ts';

/** The answers of one file's records to a question, a bit each. Bits beyond the last record are never set. */
export class Mask<File = unknown> {
  readonly question: Question<File>;
  readonly #masks: Masks<File>;

  constructor(masks: Masks<File>, question: Question<File>) {
    this.#masks = masks;
    this.question = question;
  }

  /** Columns whose values the answer hangs on. */
  get reads(): ReadonlySet<number> {
    return this.question.reads;
  }

  /** For a mask that is asked about all records, in any order: its answers are kept. @returns itself */
  keep(): this {
    this.#masks.keep(this.question);
    return this;
  }

  /** The kept answers. */
  get all(): Int32Array {
    return this.#masks.answered(this.question);
  }

  /** The answer about one record, worked out when it is not kept. */
  has(record: number): boolean {
    return ((this.#masks.wordOf(this.question, record >>> 5) >>> (record & 31)) & 1) === 1;
  }
}

/**
 * The answers of one file to a survey's questions. They are worked out a block of records at a time, all questions for one block, so that
 * they stay in the processor's own memory; few are kept. The same fill answers for all records and for the 32 around a corrected one,
 * so that what is known after a correction is what a new reading would say.
 */
export class Masks<File = unknown> {
  readonly records: number;
  readonly #questions: Questions<File>;
  readonly #file: () => File;
  readonly #masks: Mask<File>[] = [];
  readonly #answering: Answering[] = [];
  readonly #kept = new Set<Question<File>>();
  /** Of all records, of questions that are kept and have been answered, by number. */
  readonly #words: (Int32Array | undefined)[] = [];
  /** A block of words for each question, while they are worked out one word at a time. */
  #room = new Int32Array(0);
  /** For which state of the file, and of which word, the first word of each question stands in the room. */
  #known = new Int32Array(0);
  #state = 1;
  #word = -1;
  /** Of each column that has been asked about, what is kept and hangs on it. */
  #readers: (readonly Question<File>[])[] = [];

  /** @param file asked for when a question is made ready for it */
  constructor(questions: Questions<File>, records: number, file: () => File) {
    this.#questions = questions;
    this.records = records;
    this.#file = file;
  }

  get length(): number {
    return (this.records + 31) >>> 5;
  }

  of(question: Question<File>): Mask<File> {
    return (this.#masks[question.number] ??= new Mask(this, question));
  }

  keep(question: Question<File>): void {
    if (this.#kept.has(question)) return;
    this.#kept.add(question);
    this.#readers = [];
  }

  /**
   * Answers what is kept, and writes what others hit.
   * @param written masks of this file, and the bits that their answers are written to
   * @param isAnew  what is known already is worked out again
   */
  answer(written: readonly (readonly [Mask<File>, Bitset])[] = [], isAnew = false): void {
    const kept = [...this.#kept].filter(({ number }) => isAnew || this.#words[number] === undefined);
    const known = new Map<Question<File>, Int32Array>();
    if (!isAnew) for (const question of this.#kept) if (this.#words[question.number]) known.set(question, this.#words[question.number]!);
    const told = written.map(([{ question }, bits]) => [question, bits] as const);
    const asked = this.#madeOf([...kept, ...told.map(([question]) => question)], known);
    const noted = kept.map((question) => [question, (this.#words[question.number] ??= new Int32Array(this.length))] as const);
    this.#state += 1;
    const { records } = this;
    const all = this.#questions.all.length;
    if (answerQuickly({ questions: asked, answeringOf: this.#answeringOf, known, kept: noted, written: told, isAnew, records, all }))
      return;
    const room = new Int32Array(all * wordsAtOnce);
    for (let from = 0; from < this.length; from += wordsAtOnce) {
      const to = Math.min(this.length, from + wordsAtOnce);
      for (const question of asked) {
        const words = known.get(question);
        if (words) copyWords(room, question.at, to - from, words, from);
        else this.#fill(question, room, from, to);
      }
      for (const [{ at }, words] of noted) copyWords(words, from, to - from, room, at);
      for (const [{ at }, bits] of told) bits.write(from, to - from, room, at);
    }
  }

  /** The answers to a question that is kept from now on, if it was not. */
  answered(question: Question<File>): Int32Array {
    const known = this.#words[question.number];
    if (known) return known;
    this.keep(question);
    this.answer();
    return this.#words[question.number]!;
  }

  /** The answers of a mask, for once. */
  answersTo(mask: Mask<File>): Int32Array {
    const bits = new Bitset(this.records);
    this.answer([[mask, bits]]);
    return Int32Array.from({ length: this.length }, (_, index) => bits.word(index));
  }

  /** Answers anew, for the word of a record, all that is kept and hangs on a column; what else was known of the word is forgotten. */
  refill(record: number, column: number): void {
    this.#lookAt(record >>> 5);
    for (const question of this.#readersOf(column)) {
      const words = this.#words[question.number];
      if (words) words[this.#word] = this.#work(question);
    }
  }

  /** The answers of 32 records, which are not kept. */
  wordOf(question: Question<File>, word: number): number {
    const words = this.#words[question.number];
    if (words) return words[word]!;
    if (word !== this.#word || this.#known.length < this.#questions.all.length) this.#lookAt(word);
    return this.#know(question);
  }

  #lookAt(word: number): void {
    this.#word = word;
    this.#state += 1;
    const all = this.#questions.all.length;
    if (this.#known.length === all) return;
    this.#known = new Int32Array(all);
    this.#room = new Int32Array(all * wordsAtOnce);
  }

  #know(question: Question<File>): number {
    const { number } = question;
    if (this.#known[number] === this.#state) return this.#room[question.at]!;
    const words = this.#words[number];
    if (!words) return this.#work(question);
    this.#known[number] = this.#state;
    return (this.#room[question.at] = words[this.#word]!);
  }

  #work(question: Question<File>): number {
    for (let place = 0; place < question.of.length; place += 1) this.#know(question.of[place]!);
    this.#fill(question, this.#room, this.#word, this.#word + 1);
    this.#known[question.number] = this.#state;
    return this.#room[question.at]!;
  }

  #fill(question: Question<File>, room: Int32Array, from: number, to: number): void {
    const { fill, at, of } = question;
    if (fill) fill(room, at, from, to, of);
    else this.#answeringOf(question).fill(room, at, from, to);
    const beyond = this.records & 31;
    if (to === this.length && beyond !== 0) room[at + to - from - 1]! &= (1 << beyond) - 1;
  }

  /** Of a question that is asked of the file itself: made ready when it is asked first. */
  readonly #answeringOf = ({ number, answer }: Question<File>): Answering => (this.#answering[number] ??= answer!(this.#file()));

  /** Questions and all they are made of, those first. Of what is known nothing else is needed. */
  #madeOf(questions: readonly Question<File>[], known: ReadonlyMap<Question<File>, unknown>): Question<File>[] {
    const { all } = this.#questions;
    const isNeeded = new Uint8Array(all.length);
    for (const { number } of questions) isNeeded[number] = 1;
    for (let number = all.length - 1; number >= 0; number -= 1)
      if (isNeeded[number] === 1 && !known.has(all[number]!)) for (const part of all[number]!.of) isNeeded[part.number] = 1;
    return all.filter(({ number }) => isNeeded[number] === 1);
  }

  /** What is kept and hangs on a column, in the order it is worked out. */
  #readersOf(column: number): readonly Question<File>[] {
    return (this.#readers[column] ??= this.#questions.all.filter((question) => this.#kept.has(question) && question.reads.has(column)));
  }
}

/** A bit for each record, all set. */
export function everyRecord(records: number): Int32Array {
  const words = new Int32Array((records + 31) >>> 5).fill(-1);
  const beyond = records & 31;
  if (beyond !== 0) words[words.length - 1] = (1 << beyond) - 1;
  return words;
}
