import { isDay } from '../kernels/calendar.ts';
import { ones } from './bitset.ts';
import { wordsAtOnce } from './words-at-once.ts';
import type { Values } from './table.ts';

/*
 * Words of masks from columns: those of records from one word up to another, the first at `at`. A loop over blocks of records calls one
 * over the records of a block, which is one loop and knows the array it reads: so it is compiled once and early, and what is compiled
 * serves every question. That is why there are several of the same shape. The word is written with each record: anything that is done
 * after the loop alone would not be known when the loop is compiled, and throw that away.
 */

/** Records whose value is at least `least` and at most `most`. */
export function fillRange(
  words: Int32Array,
  at: number,
  from: number,
  to: number,
  values: Values,
  records: number,
  least: number,
  most: number,
): void {
  // Whole numbers of four bytes are compared with such numbers, which is quicker. Nothing is in a range without a bound.
  const [lower, upper] = [Math.max(least, -2147483648), Math.min(most, 2147483647)];
  if (!(values instanceof Float64Array || lower <= upper)) return void words.fill(0, at, at + to - from);
  for (let word = from; word < to; word += wordsAtOnce) {
    const first = word * 32;
    const last = Math.min(records, Math.min(word + wordsAtOnce, to) * 32);
    if (values instanceof Int32Array) numbersInRange(words, at - from, first, last, values, lower, upper);
    else if (values instanceof Uint16Array) narrowInRange(words, at - from, first, last, values, lower, upper);
    else if (values instanceof Uint8Array) bytesInRange(words, at - from, first, last, values, lower, upper);
    else longInRange(words, at - from, first, last, values, least, most);
  }
}

function numbersInRange(words: Int32Array, shift: number, from: number, to: number, values: Int32Array, least: number, most: number): void {
  let bits = 0;
  for (let record = from; record < to; record += 1) {
    const bit = (values[record]! >= least && values[record]! <= most ? 1 : 0) << record;
    bits = (record & 31) === 0 ? bit : bits | bit;
    words[shift + (record >>> 5)] = bits;
  }
}

function narrowInRange(words: Int32Array, shift: number, from: number, to: number, values: Uint16Array, least: number, most: number): void {
  let bits = 0;
  for (let record = from; record < to; record += 1) {
    const bit = (values[record]! >= least && values[record]! <= most ? 1 : 0) << record;
    bits = (record & 31) === 0 ? bit : bits | bit;
    words[shift + (record >>> 5)] = bits;
  }
}

function bytesInRange(words: Int32Array, shift: number, from: number, to: number, values: Uint8Array, least: number, most: number): void {
  let bits = 0;
  for (let record = from; record < to; record += 1) {
    const bit = (values[record]! >= least && values[record]! <= most ? 1 : 0) << record;
    bits = (record & 31) === 0 ? bit : bits | bit;
    words[shift + (record >>> 5)] = bits;
  }
}

function longInRange(words: Int32Array, shift: number, from: number, to: number, values: Float64Array, least: number, most: number): void {
  let bits = 0;
  for (let record = from; record < to; record += 1) {
    const bit = (values[record]! >= least && values[record]! <= most ? 1 : 0) << record;
    bits = (record & 31) === 0 ? bit : bits | bit;
    words[shift + (record >>> 5)] = bits;
  }
}

/** How many records have a value in the range. */
export function countRange(values: Values, records: number, least: number, most: number): number {
  const words = new Int32Array((records + 31) >>> 5);
  fillRange(words, 0, 0, words.length, values, records, least, most);
  let count = 0;
  for (const word of words) count += ones(word);
  return count;
}

/** Records whose value is answered yes. @param answers a bit for each dictionary id */
export function fillAnswers(
  words: Int32Array,
  at: number,
  from: number,
  to: number,
  values: Values,
  records: number,
  answers: Int32Array,
): void {
  for (let word = from; word < to; word += wordsAtOnce) {
    const last = Math.min(records, Math.min(word + wordsAtOnce, to) * 32);
    if (values instanceof Uint8Array) answersOfBytes(words, at - from, word * 32, last, values, answers);
    else if (values instanceof Uint16Array) answersOfIds(words, at - from, word * 32, last, values, answers);
    else answersOfWide(words, at - from, word * 32, last, values, answers);
  }
}

function answersOfBytes(words: Int32Array, shift: number, from: number, to: number, values: Uint8Array, answers: Int32Array): void {
  let bits = 0;
  for (let record = from; record < to; record += 1) {
    const id = values[record]!;
    const bit = ((answers[id >>> 5]! >>> id) & 1) << record;
    bits = (record & 31) === 0 ? bit : bits | bit;
    words[shift + (record >>> 5)] = bits;
  }
}

function answersOfIds(words: Int32Array, shift: number, from: number, to: number, values: Uint16Array, answers: Int32Array): void {
  let bits = 0;
  for (let record = from; record < to; record += 1) {
    const id = values[record]!;
    const bit = ((answers[id >>> 5]! >>> id) & 1) << record;
    bits = (record & 31) === 0 ? bit : bits | bit;
    words[shift + (record >>> 5)] = bits;
  }
}

function answersOfWide(words: Int32Array, shift: number, from: number, to: number, values: Values, answers: Int32Array): void {
  let bits = 0;
  for (let record = from; record < to; record += 1) {
    const id = values[record]!;
    const bit = ((answers[id >>> 5]! >>> id) & 1) << record;
    bits = (record & 31) === 0 ? bit : bits | bit;
    words[shift + (record >>> 5)] = bits;
  }
}

/** Records whose number is a day, with a year within the bounds. */
export function fillDays(
  words: Int32Array,
  at: number,
  from: number,
  to: number,
  values: Values,
  records: number,
  least: number,
  most: number,
): void {
  for (let word = from; word < to; word += wordsAtOnce)
    daysOfBlock(words, at - from, word * 32, Math.min(records, Math.min(word + wordsAtOnce, to) * 32), values, least, most);
}

function daysOfBlock(
  words: Int32Array,
  shift: number,
  from: number,
  to: number,
  values: Values,
  leastYear: number,
  mostYear: number,
): void {
  let bits = 0;
  for (let record = from; record < to; record += 1) {
    const bit = (values[record]! > 0 && isDay(values[record]!, leastYear, mostYear) ? 1 : 0) << record;
    bits = (record & 31) === 0 ? bit : bits | bit;
    words[shift + (record >>> 5)] = bits;
  }
}

/** Records that a test holds for, asked one by one. */
export function fillTested(
  words: Int32Array,
  at: number,
  from: number,
  to: number,
  records: number,
  test: (record: number) => boolean,
): void {
  for (let word = from; word < to; word += 1) words[at - from + word] = testedWord(word * 32, Math.min(records, word * 32 + 32), test);
}

function testedWord(from: number, to: number, test: (record: number) => boolean): number {
  let bits = 0;
  for (let record = from; record < to; record += 1) if (test(record)) bits |= 1 << record;
  return bits;
}
