import type { Place } from '../compiled/kernels.ts';
import { combining, comparing, operations, tableKinds } from '../compiled/operations.ts';
import type { Room } from '../compiled/room.ts';
import { allOf, anyOf, firstOnlyOf, notOf } from './combine-words.ts';
import type { Answering, FillFrom, Question } from './questions.ts';
import { wordsAtOnce } from './words-at-once.ts';
import { lowest, ones } from './bitset.ts';
import type { Quick, QuickNumbers } from './quick.ts';
import type { Column } from './table.ts';

const blockRecords = wordsAtOnce * 32;
/** Bytes of the answers of a block, and of as many numbers. */
const [answerBytes, numberBytes] = [4 * wordsAtOnce, 8 * blockRecords] as const;
/** Read beyond the last value of a block. */
const slack = 64;
/** Most ids whose answers are found in vectors alone. */
const mostSmall = 64;

const combinations = new Map<FillFrom, number>([
  [allOf, operations.allOf],
  [anyOf, operations.anyOf],
  [firstOnlyOf, operations.firstOnlyOf],
]);

/** A column as it stands in the memory of the kernels: a block of its values. */
interface Shown {
  readonly column: Column;
  readonly width: number;
  readonly at: Place;
}

/** Questions as the kernel `answer` takes them, with what they hang on in its memory. */
export class Program<File> {
  readonly #room: Room;
  readonly #answeringOf: (question: Question<File>) => Answering;
  readonly #columns = new Map<Column, Shown>();
  readonly #tables = new Map<Float64Array | Float32Array | Int32Array | Uint8Array, Place>();
  /** Operations, each a number and what it takes. */
  #code: number[] = [];
  #codeAt: Place = 0;
  #codeBytes = 0;
  #numbersAt: Place = 0;
  #depth = 0;
  #deepest = 0;
  readonly answersAt: Place;
  readonly #answersLength: number;

  /** @param questions one more than the greatest number of a question */
  constructor(room: Room, questions: number, answeringOf: (question: Question<File>) => Answering) {
    this.#room = room;
    this.#answeringOf = answeringOf;
    this.#answersLength = questions * wordsAtOnce;
    this.answersAt = room.take(answerBytes * questions);
  }

  /** @returns false for a question that the kernels cannot answer */
  add(question: Question<File>): boolean {
    const at = this.#placeOf(question);
    const { fill, of } = question;
    if (!fill) {
      const quick = this.#answeringOf(question).quick?.();
      if (quick) this.#add(quick, at);
      return quick !== undefined;
    }
    const combination = combinations.get(fill);
    if (combination !== undefined) this.#code.push(combination, at, of.length, ...of.map((part) => this.#placeOf(part)));
    else if (fill === notOf) this.#code.push(operations.notOf, at, this.#placeOf(of[0]!));
    else return false;
    return true;
  }

  /** Takes the rest of the room: nothing is added from now on. */
  settle(): void {
    this.#codeBytes = 4 * this.#code.length;
    this.#codeAt = this.#room.take(this.#codeBytes);
    this.#numbersAt = this.#room.take(numberBytes * this.#deepest);
    this.#room.numbers(this.#codeAt, this.#code.length).set(this.#code);
    this.#code = [];
  }

  /** Answers to all questions, of a block. */
  answers(): Int32Array {
    return this.#room.numbers(this.answersAt, this.#answersLength);
  }

  /** Answers what has been added, of records [from, to). */
  run(from: number, to: number): void {
    for (const { column, width, at } of this.#columns.values()) {
      const { buffer, byteOffset } = column.values;
      this.#room.bytes.set(new Uint8Array(buffer, byteOffset + width * from, width * (to - from)), at);
    }
    this.#room.kernels.answer(this.#codeAt, this.#codeAt + this.#codeBytes, this.#numbersAt, to - from);
  }

  #placeOf({ number }: Question<File>): Place {
    return this.answersAt + answerBytes * number;
  }

  #add(quick: Quick, at: Place): void {
    switch (quick.kind) {
      case 'fill':
        return void this.#code.push(operations.fill, at, quick.isYes ? -1 : 0);
      case 'range':
        return this.#addRange(quick.column, quick.least, quick.most, at);
      case 'lookUp':
        return this.#addLookUp(quick.column, quick.answers, at);
      case 'flags': {
        const { width, at: values } = this.#show(quick.column);
        return void this.#code.push(operations.lookUpFlags, width, at, values, this.#table(quick.flags), quick.wanted);
      }
      case 'days': {
        const { width, at: values } = this.#show(quick.column);
        return void this.#code.push(operations.days, width, at, values, quick.leastYear, quick.mostYear);
      }
      case 'compare':
        if (quick.left.kind === 'constant' && quick.right.kind === 'constant')
          return void this.#code.push(operations.fill, at, isSo(quick.how, quick.left.value, quick.right.value) ? -1 : 0);
        this.#push(quick.left);
        this.#push(quick.right);
        this.#depth -= 2;
        return void this.#code.push(operations.compare, comparing[quick.how], at);
    }
  }

  #addRange(column: Column, least: number, most: number, at: Place): void {
    const { width, at: values } = this.#show(column);
    if (width === 8) return void this.#code.push(operations.longRange, at, values, ...halves(least), ...halves(most));
    const lower = Math.max(Math.ceil(least), width === 4 ? -2147483648 : 0);
    const upper = Math.min(Math.floor(most), width === 4 ? 2147483647 : width === 2 ? 0xffff : 0xff);
    if (lower <= upper) this.#code.push(operations.range, width, at, values, lower, upper);
    else this.#code.push(operations.fill, at, 0);
  }

  /** Most answers are yes or no for all ids, or for some that stand side by side. */
  #addLookUp(column: Column, answers: Int32Array, at: Place): void {
    const { size } = column.dictionary!;
    const { least, most, count } = spanOf(answers, size);
    if (count === 0) return void this.#code.push(operations.fill, at, 0);
    if (count === most - least + 1) return this.#addRange(column, least, most, at);
    const { width, at: values } = this.#show(column);
    if (width === 1 && size <= mostSmall) {
      const table = this.#room.takeZeros(mostSmall);
      const { bytes } = this.#room;
      for (let id = least; id <= most; id += 1) if (((answers[id >>> 5]! >>> id) & 1) === 1) bytes[table + id] = 0xff;
      return void this.#code.push(operations.lookUpSmall, at, values, table);
    }
    const words = (size + 31) >>> 5;
    const table = this.#room.take(4 * words);
    this.#room.numbers(table, words).set(answers.subarray(0, words));
    this.#code.push(operations.lookUp, width, at, values, table);
  }

  #push(numbers: QuickNumbers): void {
    switch (numbers.kind) {
      case 'constant':
        this.#code.push(operations.pushConstant, ...halves(numbers.value));
        return this.#deepen();
      case 'column': {
        const { width, at } = this.#show(numbers.column);
        this.#code.push(operations.pushColumn, width, at, numbers.isMissingNone ? 1 : 0);
        return this.#deepen();
      }
      case 'byId': {
        const { width, at } = this.#show(numbers.column);
        this.#code.push(operations.pushById, width, at, this.#table(numbers.numbers), tableKindOf(numbers.numbers));
        return this.#deepen();
      }
      case 'binary':
        this.#push(numbers.left);
        this.#push(numbers.right);
        this.#depth -= 1;
        return void this.#code.push(operations.binary, combining[numbers.how]);
      case 'absolute':
        this.#push(numbers.of);
        return void this.#code.push(operations.absolute);
    }
  }

  #deepen(): void {
    this.#depth += 1;
    this.#deepest = Math.max(this.#deepest, this.#depth);
  }

  #show(column: Column): Shown {
    const known = this.#columns.get(column);
    if (known) return known;
    const width = column.values.BYTES_PER_ELEMENT;
    const shown = { column, width, at: this.#room.take(width * blockRecords + slack) };
    this.#columns.set(column, shown);
    return shown;
  }

  #table(numbers: Float64Array | Float32Array | Int32Array | Uint8Array): Place {
    const known = this.#tables.get(numbers);
    if (known !== undefined) return known;
    const at = this.#room.take(numbers.byteLength);
    this.#room.bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at);
    this.#tables.set(numbers, at);
    return at;
  }
}

const tableKindOf = (numbers: Float64Array | Float32Array | Int32Array): number =>
  numbers instanceof Int32Array ? tableKinds.wholeOrNone : numbers instanceof Float32Array ? tableKinds.fourBytes : tableKinds.eightBytes;

const isSo = (how: keyof typeof comparing, left: number, right: number): boolean =>
  how === 'less' ? left < right : how === 'equal' ? left === right : left <= right;

const long = new Float64Array(1);
const inHalves = new Int32Array(long.buffer);

/** A number of eight bytes as two of four. */
function halves(value: number): readonly [number, number] {
  long[0] = value;
  return [inHalves[0]!, inHalves[1]!];
}

/** The first and the last id that is answered yes, and how many are. */
function spanOf(answers: Int32Array, size: number): { readonly least: number; readonly most: number; readonly count: number } {
  let [least, most, count] = [-1, -1, 0];
  const words = (size + 31) >>> 5;
  for (let place = 0; place < words; place += 1) {
    const word = answers[place]!;
    if (word === 0) continue;
    if (least < 0) least = place * 32 + lowest(word);
    most = place * 32 + 31 - Math.clz32(word);
    count += ones(word);
  }
  return { least, most, count };
}
