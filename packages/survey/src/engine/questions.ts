import { ColumnSets } from './column-sets.ts';
import type { Quick } from './quick.ts';
import { wordsAtOnce } from './words-at-once.ts';

/**
 * Works out the words of records from one up to another, at most a block of them.
 * @param words where they are written, the first at `at`
 */
export type Fill = (words: Int32Array, at: number, from: number, to: number) => void;

/** The same from the words of other questions, which stand at their places. */
export type FillFrom = (words: Int32Array, at: number, from: number, to: number, of: readonly { readonly at: number }[]) => void;

/** How a question is answered of one file. */
export interface Answering {
  readonly fill: Fill;
  /** As the kernels answer it, with what is known now; absent where they cannot. */
  readonly quick?: () => Quick | undefined;
}

/** What is asked of records: of others, from their answers, or of a file. */
export interface Asked<File> {
  /** Columns whose values the answer hangs on, beside those of what it is made of. */
  readonly reads?: readonly number[];
  /** What it is made of, and how. */
  readonly of?: readonly Question<File>[];
  readonly fill?: FillFrom;
  /** Makes it ready for a file. */
  readonly answer?: (file: File) => Answering;
  /** Numeric columns without whose numbers there is no answer. */
  readonly needs?: readonly number[];
  /** Numeric columns that may be empty, and must be readable when they are not. */
  readonly readable?: readonly number[];
}

/** A question that rules ask of every record, whatever file it stands in. */
export class Question<File> {
  /** Among the questions of its survey: what it is made of comes before it. */
  readonly number: number;
  readonly reads: ReadonlySet<number>;
  readonly needs: readonly number[];
  readonly readable: readonly number[];
  readonly of: readonly Question<File>[];
  readonly fill: FillFrom | undefined;
  readonly answer: Asked<File>['answer'];

  constructor(
    number: number,
    reads: ReadonlySet<number>,
    { fill, answer, of = nothing, needs = nothing, readable = nothing }: Asked<File>,
  ) {
    this.number = number;
    this.reads = reads;
    this.needs = needs;
    this.readable = readable;
    this.of = of;
    this.fill = fill;
    this.answer = answer;
  }

  /** Where its words stand while a block is worked out. */
  get at(): number {
    return this.number * wordsAtOnce;
  }
}

/**
 * The questions of a survey, each once however many rules ask it. They know nothing of any file: what is made of them stays for the next
 * file, and files may be asked side by side.
 */
export class Questions<File> {
  readonly #byKey = new Map<string, Question<File>>();
  readonly #byAsker = new Map<object, Question<File>>();
  readonly #all: Question<File>[] = [];
  readonly #columns = new ColumnSets();

  /** In the order they were asked first. */
  get all(): readonly Question<File>[] {
    return this.#all;
  }

  /** It is made when nobody has asked it yet. @param make or another question, which asks the same */
  ask(key: string, make: () => Asked<File> | Question<File>): Question<File> {
    const known = this.#byKey.get(key);
    if (known) return known;
    // What it is made of is asked before it has its number.
    const made = make();
    const question = made instanceof Question ? made : this.#add(made);
    this.#byKey.set(key, question);
    return question;
  }

  /** What somebody who asks one question asks, and asks of every file. @param make the question, which is asked for when this is the first time */
  askedBy(asker: object, make: () => Question<File>): Question<File> {
    let question = this.#byAsker.get(asker);
    if (!question) this.#byAsker.set(asker, (question = make()));
    return question;
  }

  #add(asked: Asked<File>): Question<File> {
    const reads = this.#columns.readBy(asked.reads ?? nothing, asked.of ?? nothing);
    const question = new Question(this.#all.length, reads, asked);
    this.#all.push(question);
    return question;
  }
}

/** One for all that need none. */
const nothing: readonly never[] = [];
