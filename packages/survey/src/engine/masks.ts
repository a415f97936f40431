/** Words filled at a time where numbers are worked out: 1,024 records. */
export const wordsAtOnce = 32;

/** The answer to one question of every record, a bit each. Bits beyond the last record are never set. */
export interface Mask {
  readonly words: Int32Array;
  /** Columns whose values the answer hangs on. */
  readonly reads: ReadonlySet<number>;
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

  constructor(records: number) {
    this.records = records;
  }

  get length(): number {
    return (this.records + 31) >>> 5;
  }

  /** The mask of a question, worked out when nobody has asked it yet. */
  ask(key: string, make: () => { readonly reads: Iterable<number>; readonly fill: Fill }): Mask {
    const known = this.#byKey.get(key);
    if (known) return known;
    const { reads, fill } = make();
    const mask: Mask = { words: new Int32Array(this.length), reads: new Set(reads) };
    fill(mask.words, 0, this.length);
    this.#trim(mask);
    this.#byKey.set(key, mask);
    this.#fills.set(mask, fill);
    for (const column of mask.reads) (this.#readers[column] ??= []).push(mask);
    return mask;
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
