import { isDay } from '../kernels/calendar.ts';
import type { Values } from './table.ts';

/*
 * Words of masks from columns. A loop over words calls one over the 32 records of a word: two loops in one function would be
 * compiled for the inner one, and thrown away each time it ends.
 */

/** Records whose value is at least `least` and at most `most`. */
export function fillRange(words: Int32Array, from: number, to: number, values: Values, records: number, least: number, most: number): void {
  for (let word = from; word < to; word += 1) words[word] = rangeWord(values, word * 32, Math.min(records, word * 32 + 32), least, most);
}

/** Two loops, so that each knows the array it reads. */
function rangeWord(values: Values, from: number, to: number, least: number, most: number): number {
  let bits = 0;
  if (values instanceof Int32Array) {
    for (let record = from; record < to; record += 1) bits |= (values[record]! >= least && values[record]! <= most ? 1 : 0) << record;
    return bits;
  }
  for (let record = from; record < to; record += 1) bits |= (values[record]! >= least && values[record]! <= most ? 1 : 0) << record;
  return bits;
}

/** Records whose value has the answer 1. @param answers 0 or 1 for each dictionary id */
export function fillAnswers(words: Int32Array, from: number, to: number, values: Values, records: number, answers: Uint8Array): void {
  for (let word = from; word < to; word += 1) words[word] = answerWord(values, word * 32, Math.min(records, word * 32 + 32), answers);
}

function answerWord(values: Values, from: number, to: number, answers: Uint8Array): number {
  let bits = 0;
  for (let record = from; record < to; record += 1) bits |= answers[values[record]!]! << record;
  return bits;
}

/** Records whose number is a day, with a year within the bounds. */
export function fillDays(words: Int32Array, from: number, to: number, values: Values, records: number, least: number, most: number): void {
  for (let word = from; word < to; word += 1) words[word] = dayWord(values, word * 32, Math.min(records, word * 32 + 32), least, most);
}

function dayWord(values: Values, from: number, to: number, leastYear: number, mostYear: number): number {
  let bits = 0;
  for (let record = from; record < to; record += 1) bits |= (isDay(values[record]!, leastYear, mostYear) ? 1 : 0) << record;
  return bits;
}

/** Records that a test holds for, asked one by one. */
export function fillTested(words: Int32Array, from: number, to: number, records: number, test: (record: number) => boolean): void {
  for (let word = from; word < to; word += 1) words[word] = testedWord(word * 32, Math.min(records, word * 32 + 32), test);
}

function testedWord(from: number, to: number, test: (record: number) => boolean): number {
  let bits = 0;
  for (let record = from; record < to; record += 1) if (test(record)) bits |= 1 << record;
  return bits;
}
