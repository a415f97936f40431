import { fillRange } from '../engine/fill-words.ts';
import type { Answering, Asked, Fill } from '../engine/questions.ts';
import type { Quick } from '../engine/quick.ts';
import type { Column } from '../engine/table.ts';
import { rooms, type Numbers, type Quantified } from './numbers.ts';
import type { Surroundings } from './surroundings.ts';
import { lookedUp } from './text-answers.ts';

/** Records that share a text, at least, where each text is answered by itself. */
const mostShared = 4;

export type Sign = '>' | '>=' | '<' | '<=' | '=';

/** Compares two quantities record by record. One that is not known (age of no person) is NaN and compares as false. */
export const compare = (left: Quantified, sign: Sign, right: Quantified): Asked<Surroundings> => ({
  reads: [...left.reads, ...right.reads],
  needs: [...left.numeric, ...right.numeric],
  answer: (around) => compared(left.of(around), sign, right.of(around), around.table.records),
});

function compared(left: Numbers, sign: Sign, right: Numbers, records: number): Answering {
  if (left.column && right.constant !== undefined) return compareColumn(left.column, sign, right.constant, records);
  if (left.byId && right.constant !== undefined) {
    const byText = compareByText(left.byId, sign, right.constant, records);
    const { column } = left.byId;
    // Of nearly as many texts as records none is worth to be answered by itself.
    const quick = () => (column.dictionary!.size * mostShared > records ? compareQuickly(left, sign, right) : byText.quick?.());
    return { fill: byText.fill, quick };
  }
  // More is less the other way round.
  const [less, more] = sign === '>' || sign === '>=' ? [right, left] : [left, right];
  const compareBlock = sign === '=' ? equalInBlock : sign === '<' || sign === '>' ? lessInBlock : lessOrEqualInBlock;
  const fill: Fill = (words, at, from, to) => {
    const [one, other] = [rooms.take(), rooms.take()];
    const [start, end] = [from * 32, Math.min(records, to * 32)];
    less.fill(start, end, one);
    more.fill(start, end, other);
    compareBlock(words, at, end - start, one, other);
    rooms.giveBack();
    rooms.giveBack();
  };
  return { fill, quick: () => compareQuickly(left, sign, right) };
}

/** The same by the kernels. */
function compareQuickly(left: Numbers, sign: Sign, right: Numbers): Quick | undefined {
  const isTurned = sign === '>' || sign === '>=';
  const [one, other] = [left.quick?.(), right.quick?.()];
  const how = sign === '=' ? 'equal' : sign === '<' || sign === '>' ? 'less' : 'lessOrEqual';
  return one && other && { kind: 'compare', how, left: isTurned ? other : one, right: isTurned ? one : other };
}

// Three loops without a question in them: each is compiled once. See fill-words.ts.

function lessInBlock(words: Int32Array, at: number, count: number, one: Float64Array, other: Float64Array): void {
  let bits = 0;
  for (let place = 0; place < count; place += 1) {
    const bit = (one[place]! < other[place]! ? 1 : 0) << place;
    bits = (place & 31) === 0 ? bit : bits | bit;
    words[at + (place >>> 5)] = bits;
  }
}

function lessOrEqualInBlock(words: Int32Array, at: number, count: number, one: Float64Array, other: Float64Array): void {
  let bits = 0;
  for (let place = 0; place < count; place += 1) {
    const bit = (one[place]! <= other[place]! ? 1 : 0) << place;
    bits = (place & 31) === 0 ? bit : bits | bit;
    words[at + (place >>> 5)] = bits;
  }
}

function equalInBlock(words: Int32Array, at: number, count: number, one: Float64Array, other: Float64Array): void {
  let bits = 0;
  for (let place = 0; place < count; place += 1) {
    const bit = (one[place] === other[place] ? 1 : 0) << place;
    bits = (place & 31) === 0 ? bit : bits | bit;
    words[at + (place >>> 5)] = bits;
  }
}

/** A column against a constant: the commonest question, without a copy of its numbers, which are whole. */
function compareColumn(column: Column, sign: Sign, bound: number, records: number): Answering {
  const least = sign === '>' ? Math.floor(bound) + 1 : sign === '<' || sign === '<=' ? -Infinity : Math.ceil(bound);
  const most = sign === '<' ? Math.ceil(bound) - 1 : sign === '>' || sign === '>=' ? Infinity : Math.floor(bound);
  return inRange(column, least, most, records);
}

/** Records whose number is at least the least and at most the most. */
export const inRange = (column: Column, least: number, most: number, records: number): Answering => ({
  fill: (words, at, from, to) => fillRange(words, at, from, to, column.values, records, least, most),
  quick: () => ({ kind: 'range', column, least, most }),
});

/** A number that follows from a text: compared once for each distinct one. */
function compareByText({ column, numbers }: NonNullable<Numbers['byId']>, sign: Sign, bound: number, records: number): Answering {
  return lookedUp(column, records, (answers, first) => answerNumbers(answers, first, numbers(), sign, bound));
}

/** Ways in which a number can stand to the bound. */
const [isLess, isEqual, isMore] = [1, 2, 4] as const;
const wanted: Readonly<Record<Sign, number>> = { '<': isLess, '<=': isLess | isEqual, '=': isEqual, '>=': isEqual | isMore, '>': isMore };

/** Each number is compared in all ways, since a way that is met late would have the loop compiled anew. */
function answerNumbers(answers: Uint8Array, first: number, numbers: Float64Array | Float32Array, sign: Sign, bound: number): boolean {
  const ways = wanted[sign];
  let hasYes = false;
  for (let place = 0; place < answers.length; place += 1) {
    const number = numbers[first + place]!;
    const way = (number < bound ? isLess : 0) | (number === bound ? isEqual : 0) | (number > bound ? isMore : 0);
    if ((way & ways) === 0) continue;
    answers[place] = 1;
    hasYes = true;
  }
  return hasYes;
}
