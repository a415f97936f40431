import { lowest } from './bitset.ts';
import { andWords } from './combine-words.ts';
import { giveBack, lendBytes, lendInts } from './lent.ts';
import type { Values } from './table.ts';
import type { TupleGroups } from './tuple-groups.ts';

/*
 * What all groups hold, worked out in one loop over the records that count. A rule that is asked of every record learns here which
 * groups it need not look at one by one. Each loop over words calls one over the records of a word: see fill-words.ts.
 */

/** Of some records, a bit each, those of groups in which two of them have different values. */
export function whereDiffering(words: Int32Array, groups: TupleGroups, values: Values): Int32Array {
  // Who is alone differs from nobody: mostly that is nearly everybody.
  const several = groups.shared();
  andWords(several, 0, several.length, words, 0);
  const { groupOf, end } = groups;
  const [differs, firsts] = [lendBytes(end), lendInts(end)];
  for (let word = 0; word < several.length; word += 1)
    if (several[word] !== 0) differInWord(several[word]!, word * 32, groupOf, values, firsts, differs);
  const found = inMarked(several, groupOf, differs);
  giveBack(differs, firsts);
  return found;
}

/** @param firsts of each group the first record that was met + 1 */
function differInWord(word: number, from: number, groupOf: Int32Array, values: Values, firsts: Int32Array, differs: Uint8Array): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) {
    const record = from + lowest(rest);
    const group = groupOf[record]!;
    if (group < 0) continue;
    const first = firsts[group]! - 1;
    if (first < 0) firsts[group] = record + 1;
    else if (values[first] !== values[record]) differs[group] = 1;
  }
}

/** Adds what is at least `least` to the total of its group, or takes it away. */
export function addTotals(words: Int32Array, groupOf: Values, values: Values, least: number, sign: 1 | -1, totals: Float64Array): void {
  for (let word = 0; word < words.length; word += 1)
    if (words[word] !== 0) addWord(words[word]!, word * 32, groupOf, values, least, sign, totals);
}

function addWord(word: number, from: number, groupOf: Values, values: Values, least: number, sign: 1 | -1, totals: Float64Array): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) {
    const record = from + lowest(rest);
    const group = groupOf[record]!;
    if (group >= 0 && values[record]! >= least) totals[group]! += sign * values[record]!;
  }
}

/** The records whose group is marked, a bit each. */
export function inMarked(words: Int32Array, groupOf: Int32Array, isMarked: Uint8Array): Int32Array {
  const within = new Int32Array(words.length);
  for (let word = 0; word < words.length; word += 1)
    if (words[word] !== 0) within[word] = markedWord(words[word]!, word * 32, groupOf, isMarked);
  return within;
}

function markedWord(word: number, from: number, groupOf: Int32Array, isMarked: Uint8Array): number {
  let bits = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) {
    const group = groupOf[from + lowest(rest)]!;
    if (group >= 0 && isMarked[group] === 1) bits |= rest & -rest;
  }
  return bits;
}

/** Sum of what is at least `least`. */
export function sumOf(words: Int32Array, values: Values, least: number): number {
  let sum = 0;
  for (let word = 0; word < words.length; word += 1) if (words[word] !== 0) sum += sumInWord(words[word]!, word * 32, values, least);
  return sum;
}

function sumInWord(word: number, from: number, values: Values, least: number): number {
  let sum = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) {
    const value = values[from + lowest(rest)]!;
    if (value >= least) sum += value;
  }
  return sum;
}

/** Bits that the values of each group's records have together. @param bitsOf of each value @returns lent: to be given back */
export function bitsTogether(groupOf: Int32Array, end: number, values: Values, bitsOf: Int32Array): Int32Array {
  const together = lendInts(end);
  for (let record = 0; record < groupOf.length; record += 1) {
    const group = groupOf[record]!;
    if (group >= 0) together[group]! |= bitsOf[values[record]!]!;
  }
  return together;
}

/** How many of the records have each value. @param size no value is as great */
export function countValues(words: Int32Array, values: Values, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (let word = 0; word < words.length; word += 1) if (words[word] !== 0) countInWord(words[word]!, word * 32, values, counts);
  return counts;
}

function countInWord(word: number, from: number, values: Values, counts: Int32Array): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) counts[values[from + lowest(rest)]!]! += 1;
}

/** Records whose bit is set, ascending. */
export function eachRecord(words: Int32Array, visit: (record: number) => void): void {
  for (let word = 0; word < words.length; word += 1)
    for (let rest = words[word]!; rest !== 0; rest &= rest - 1) visit(word * 32 + lowest(rest));
}
