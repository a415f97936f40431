import { fillRange } from '../engine/fill-words.ts';
import { wordsAtOnce, type Fill } from '../engine/masks.ts';
import type { Column } from '../engine/table.ts';
import { blockRecords, type Numbers } from './numbers.ts';
import { lookedUp } from './text-answers.ts';

export type Sign = '>' | '>=' | '<' | '<=' | '=';

/** Compares two quantities record by record. One that is not known (age of no person) is NaN and compares as false. */
export function compare(left: Numbers, sign: Sign, right: Numbers, records: number): Fill {
  if (left.column && right.constant !== undefined) return compareColumn(left.column, sign, right.constant, records);
  if (left.byId && right.constant !== undefined) return compareByText(left.byId, sign, right.constant, records);
  const one = new Float64Array(blockRecords);
  const other = new Float64Array(blockRecords);
  return (words, from, to) => {
    for (let block = from; block < to; block += wordsAtOnce) {
      const end = Math.min(to, block + wordsAtOnce);
      const first = block * 32;
      const last = Math.min(end * 32, records);
      left.fill(first, last, one);
      right.fill(first, last, other);
      compareBlock(words, block, end, one, other, last - first, sign);
    }
  };
}

function compareBlock(
  words: Int32Array,
  from: number,
  to: number,
  one: Float64Array,
  other: Float64Array,
  count: number,
  sign: Sign,
): void {
  for (let word = from, first = 0; word < to; word += 1, first += 32)
    words[word] = compareWord(one, other, first, Math.min(count, first + 32), sign);
}

function compareWord(one: Float64Array, other: Float64Array, from: number, to: number, sign: Sign): number {
  let bits = 0;
  if (sign === '>') for (let place = from; place < to; place += 1) bits |= (one[place]! > other[place]! ? 1 : 0) << place;
  else if (sign === '>=') for (let place = from; place < to; place += 1) bits |= (one[place]! >= other[place]! ? 1 : 0) << place;
  else if (sign === '<') for (let place = from; place < to; place += 1) bits |= (one[place]! < other[place]! ? 1 : 0) << place;
  else if (sign === '<=') for (let place = from; place < to; place += 1) bits |= (one[place]! <= other[place]! ? 1 : 0) << place;
  else for (let place = from; place < to; place += 1) bits |= (one[place] === other[place] ? 1 : 0) << place;
  return bits;
}

/** No number of a column is beyond these. Those of four bytes are compared with such numbers, which is quicker. */
const extremesOf = ({ values }: Column): readonly [least: number, most: number] =>
  values instanceof Int32Array ? [-2147483648, 2147483647] : [-Infinity, Infinity];

/** A column against a constant: the commonest question, without a copy of its numbers, which are whole. */
function compareColumn(column: Column, sign: Sign, bound: number, records: number): Fill {
  const [smallest, largest] = extremesOf(column);
  const least = sign === '>' ? Math.floor(bound) + 1 : sign === '<' || sign === '<=' ? smallest : Math.ceil(bound);
  const most = sign === '<' ? Math.ceil(bound) - 1 : sign === '>' || sign === '>=' ? largest : Math.floor(bound);
  return (words, from, to) => fillRange(words, from, to, column.values, records, least, most);
}

/** A number that follows from a text: compared once for each distinct one. */
function compareByText({ column, numbers }: NonNullable<Numbers['byId']>, sign: Sign, bound: number, records: number): Fill {
  return lookedUp(column, records, (answers, first) => answerNumbers(answers, first, numbers(), sign, bound));
}

function answerNumbers(answers: Uint8Array, first: number, numbers: Float64Array | Float32Array, sign: Sign, bound: number): boolean {
  let hasYes = 0;
  for (let place = 0; place < answers.length; place += 1) {
    const number = numbers[first + place]!;
    const isMore = number > bound;
    const isEqual = number === bound;
    const isLess = number < bound;
    const answer =
      sign === '>' ? isMore : sign === '>=' ? isMore || isEqual : sign === '<' ? isLess : sign === '<=' ? isLess || isEqual : isEqual;
    answers[place] = answer ? 1 : 0;
    hasYes |= answers[place]!;
  }
  return hasYes !== 0;
}
