/** Words filled at a time where numbers are worked out: 1,024 records. */
export const wordsAtOnce = 32;

/** The answer to one question of every record, a bit each. Bits beyond the last record are never set. */
export interface Mask {
  readonly words: Int32Array;
  /** Columns whose values the answer hangs on. */
  readonly reads: ReadonlySet<number>;
  /** Numeric columns without whose numbers there is no answer. */
  readonly needs: readonly number[];
  /** Numeric columns that may be empty, and must be readable when they are not. */
  readonly readable: readonly number[];
  /** Among the masks of its file. */
  readonly number: number;
}

/** What a question is made of. */
export interface Question {
  readonly reads: Iterable<number>;
  readonly fill: Fill;
  readonly needs?: readonly number[];
  readonly readable?: readonly number[];
}

/** Works out the words from one up to another. */
export type Fill = (words: Int32Array, from: number, to: number) => void;

/**
 * Questions that rules ask of the records of one file, each answered once however many rules ask it. The same fill answers for
 * all records and for the 32 around a corrected one, so that what is known after a correction is what a new reading would say.
 */
export class Masks {
  readonly records: number;
  readonly #byKey = new Map<string, Mask>();
  readonly #fills = new Map<Mask, Fill>();
  /** By column, in the order they were first asked: what a mask is made of comes before it. */
  readonly #readers: Mask[][] = [];
  #buffer = new Int32Array(0);
  #rooms = 0;

  constructor(records: number) {
    this.records = records;
  }

  get length(): number {
    return (this.records + 31) >>> 5;
  }

  /** The mask of a question, worked out when nobody has asked it yet. */
  ask(key: string, make: () => Question): Mask {
    const known = this.#byKey.get(key);
    if (known) return known;
    const { reads, fill, needs = none, readable = none } = make();
    const mask: Mask = {
      words: this.#room(),
      reads: reads instanceof Set ? (reads as ReadonlySet<number>) : new Set(reads),
      needs,
      readable,
      number: this.#fills.size,
    };
    fill(mask.words, 0, this.length);
    this.#trim(mask);
    this.#byKey.set(key, mask);
    this.#fills.set(mask, fill);
    for (const column of mask.reads) (this.#readers[column] ??= []).push(mask);
    return mask;
  }

  /** A piece of a buffer that some masks share: one for each is much to keep account of in a small file. */
  #room(): Int32Array {
    const { length } = this;
    const place = this.#rooms % masksAtOnce;
    if (place === 0) this.#buffer = new Int32Array(length * masksAtOnce);
    this.#rooms += 1;
    return this.#buffer.subarray(place * length, (place + 1) * length);
  }

  /** Answers anew, for the word of a record, all that hangs on a column. */
  refill(record: number, column: number): void {
    const word = record >>> 5;
    for (const mask of this.#readers[column] ?? []) {
      this.#fills.get(mask)!(mask.words, word, word + 1);
      if (word === this.length - 1) this.#trim(mask);
    }
  }

  /** Answers everything anew. */
  refillAll(): void {
    for (const [mask, fill] of this.#fills) {
      fill(mask.words, 0, this.length);
      this.#trim(mask);
    }
  }

  #trim({ words }: Mask): void {
    const beyond = this.records & 31;
    if (beyond !== 0) words[words.length - 1]! &= (1 << beyond) - 1;
  }
}

const masksAtOnce = 16;

const none: readonly number[] = [];

/** Whether a record's bit is set. */
export const holds = ({ words }: Mask, record: number): boolean => ((words[record >>> 5]! >>> (record & 31)) & 1) === 1;

/** A bit for each record, all set. */
export function everyRecord(records: number): Int32Array {
  const words = new Int32Array((records + 31) >>> 5).fill(-1);
  const beyond = records & 31;
  if (beyond !== 0) words[words.length - 1] = (1 << beyond) - 1;
  return words;
}

// What is done with words of masks, for all questions by the same loops.

export function copyWords(words: Int32Array, from: number, to: number, others: Int32Array): void {
  for (let word = from; word < to; word += 1) words[word] = others[word]!;
}

export function turnWords(words: Int32Array, from: number, to: number, others: Int32Array): void {
  for (let word = from; word < to; word += 1) words[word] = ~others[word]!;
}

export function andWords(words: Int32Array, from: number, to: number, others: Int32Array): void {
  for (let word = from; word < to; word += 1) words[word]! &= others[word]!;
}

export function andNotWords(words: Int32Array, from: number, to: number, others: Int32Array): void {
  for (let word = from; word < to; word += 1) words[word]! &= ~others[word]!;
}

export function orWords(words: Int32Array, from: number, to: number, others: Int32Array): void {
  for (let word = from; word < to; word += 1) words[word]! |= others[word]!;
}
