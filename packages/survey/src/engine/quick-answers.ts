import { kernels, letGo, type Kernels, type Place } from '../compiled/kernels.ts';
import { Program } from './program.ts';
import { Room } from '../compiled/room.ts';
import type { Bitset } from './bitset.ts';
import { copyWords } from './combine-words.ts';
import type { Answering, Question } from './questions.ts';
import { wordsAtOnce } from './words-at-once.ts';

/** Questions that are asked of all records of a file: what is known of them, and what is to be noted of their answers. */
export interface AskedOfAll<File> {
  /** All that are needed, what others are made of before them. */
  readonly questions: readonly Question<File>[];
  readonly answeringOf: (question: Question<File>) => Answering;
  readonly known: ReadonlyMap<Question<File>, Int32Array>;
  /** Whose words are kept, and where. */
  readonly kept: readonly (readonly [Question<File>, Int32Array])[];
  readonly written: readonly (readonly [Question<File>, Bitset])[];
  /** What is written may take the place of something else. */
  readonly isAnew: boolean;
  readonly records: number;
  /** One more than the greatest number of a question. */
  readonly all: number;
}

/** The memory of the kernels is used by one at a time. */
let isBusy = false;

/**
 * Answers by the kernels: first what they cannot, by its own loops, then all the rest in one go, a block of records at a time.
 * @returns false where that cannot be done, and nothing was
 */
export function answerQuickly<File>(asked: AskedOfAll<File>): boolean {
  const known = isBusy ? undefined : kernels();
  if (!known) return false;
  const room = new Room(known);
  isBusy = true;
  try {
    const run = new Run(known, room, asked);
    if (!run.isPossible) return false;
    run.answer();
    return true;
  } finally {
    isBusy = false;
    room.free();
    letGo();
  }
}

class Run<File> {
  readonly #kernels: Kernels;
  readonly #asked: AskedOfAll<File>;
  readonly #room: Room;
  readonly #program: Program<File>;
  /** What is answered by its own loops. */
  readonly #others: readonly Question<File>[];
  /** Numbers of the questions that are written, and which of them have an answer that is yes. */
  readonly #writtenAt: Place;
  readonly #foundAt: Place;

  constructor(known: Kernels, room: Room, asked: AskedOfAll<File>) {
    this.#kernels = known;
    this.#asked = asked;
    this.#room = room;
    this.#program = new Program<File>(this.#room, asked.all, asked.answeringOf);
    this.#others = asked.questions.filter((question) => !asked.known.has(question) && !this.#program.add(question));
    const { written } = asked;
    this.#writtenAt = this.#room.take(4 * written.length);
    this.#foundAt = this.#room.take(4 * written.length);
    this.#program.settle();
    this.#room.numbers(this.#writtenAt, written.length).set(written.map(([{ number }]) => number));
  }

  /** What is answered first is made of nothing that is answered after it. */
  get isPossible(): boolean {
    return this.#others.every(({ of }) => of.length === 0);
  }

  answer(): void {
    const { records } = this.#asked;
    const length = (records + 31) >>> 5;
    for (let from = 0; from < length; from += wordsAtOnce) this.#answerBlock(from, Math.min(length, from + wordsAtOnce));
  }

  #answerBlock(from: number, to: number): void {
    const { known, kept, written, answeringOf, isAnew, records } = this.#asked;
    let words = this.#program.answers();
    for (const [{ at }, already] of known) copyWords(words, at, to - from, already, from);
    const beyond = records & 31;
    for (const question of this.#others) {
      const [{ at }, { fill }] = [question, answeringOf(question)];
      fill(words, at, from, to);
      // What it asked has made the memory another one: it wrote to what is no longer there.
      if (words.length === 0) fill((words = this.#program.answers()), at, from, to);
      if (to * 32 > records && beyond !== 0) words[at + to - from - 1]! &= (1 << beyond) - 1;
    }
    this.#program.run(from * 32, Math.min(records, to * 32));
    for (const [{ at }, noted] of kept) copyWords(noted, from, to - from, words, at);
    if (isAnew) for (const [{ at }, bits] of written) bits.write(from, to - from, words, at);
    else this.#write(from, to, words);
  }

  /** Where nothing was written before, only what is found has to be. */
  #write(from: number, to: number, words: Int32Array): void {
    const { written } = this.#asked;
    const found = this.#kernels.whereAny(this.#program.answersAt, this.#writtenAt, written.length, this.#foundAt);
    for (const index of this.#room.numbers(this.#foundAt, found)) {
      const [{ at }, bits] = written[index]!;
      bits.write(from, to - from, words, at);
    }
  }
}
