import { kernels, letGo, type Kernels, type Place } from '../compiled/kernels.ts';
import { Program } from './program.ts';
import { Room } from '../compiled/room.ts';
import type { Bitset } from './bitset.ts';
import { copyWords } from './combine-words.ts';
import type { Mask } from './masks.ts';
import { wordsAtOnce } from './words-at-once.ts';

/** Masks that are asked of all records: what is known of them, and what is to be noted of their answers. */
export interface Asked {
  /** All that are needed, what others are made of before them. */
  readonly masks: readonly Mask[];
  readonly known: ReadonlySet<Mask>;
  /** Whose words are kept. */
  readonly kept: readonly Mask[];
  readonly written: readonly (readonly [Mask, Bitset])[];
  /** What is written may take the place of something else. */
  readonly isAnew: boolean;
  readonly records: number;
  /** One more than the greatest number of a mask. */
  readonly all: number;
}

/** The memory of the kernels is used by one at a time. */
let isBusy = false;

/**
 * Answers by the kernels: first what they cannot, by its own loops, then all the rest in one go, a block of records at a time.
 * @returns false where that cannot be done, and nothing was
 */
export function answerQuickly(asked: Asked): boolean {
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

class Run {
  readonly #kernels: Kernels;
  readonly #asked: Asked;
  readonly #room: Room;
  readonly #program: Program;
  /** What is answered by its own loops. */
  readonly #others: readonly Mask[];
  /** Numbers of the masks that are written, and which of them have an answer that is yes. */
  readonly #writtenAt: Place;
  readonly #foundAt: Place;

  constructor(known: Kernels, room: Room, asked: Asked) {
    this.#kernels = known;
    this.#asked = asked;
    this.#room = room;
    this.#program = new Program(this.#room, asked.all);
    this.#others = asked.masks.filter((mask) => !asked.known.has(mask) && !this.#program.add(mask));
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
    const { known, kept, written, isAnew, records } = this.#asked;
    let words = this.#program.answers();
    for (const mask of known) copyWords(words, mask.at, to - from, mask.words!, from);
    const beyond = records & 31;
    for (const { fill, at, of } of this.#others) {
      fill(words, at, from, to, of);
      // What it asked has made the memory another one: it wrote to what is no longer there.
      if (words.length === 0) fill((words = this.#program.answers()), at, from, to, of);
      if (to * 32 > records && beyond !== 0) words[at + to - from - 1]! &= (1 << beyond) - 1;
    }
    this.#program.run(from * 32, Math.min(records, to * 32));
    for (const mask of kept) copyWords(mask.words!, from, to - from, words, mask.at);
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
