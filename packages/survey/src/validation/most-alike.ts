import { lowest } from '../engine/bitset.ts';
import { giveBack } from '../engine/lent.ts';
import { aloneIn, type TupleGroups } from '../engine/tuple-groups.ts';
import type { Column, Values } from '../engine/table.ts';
import { PersonCounts } from './person-counts.ts';

/** What is quickly known of each group: records that count, those of persons who are alone in the file, and of the commonest value. */
export interface Alike {
  readonly records: Int32Array;
  readonly sure: Int32Array;
  readonly most: Int32Array;
}

/** @param words records that count, a bit each */
export function mostAlike(words: Int32Array, { groupOf, end }: TupleGroups, values: Exclude<Values, Float64Array>, persons: Column): Alike {
  const alike = { records: new Int32Array(end), sure: new Int32Array(end), most: new Int32Array(end) };
  const isAlone = aloneIn(persons, values.length);
  const counts = new PersonCounts();
  for (let word = 0; word < words.length; word += 1)
    if (words[word] !== 0) countWord(words[word]!, word * 32, groupOf, values, isAlone, counts, alike);
  giveBack(isAlone);
  return alike;
}

function countWord(
  word: number,
  from: number,
  groupOf: Int32Array,
  values: Exclude<Values, Float64Array>,
  isAlone: Uint8Array,
  counts: PersonCounts,
  { records, sure, most }: Alike,
): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) {
    const record = from + lowest(rest);
    const group = groupOf[record]!;
    if (group < 0) continue;
    records[group]! += 1;
    sure[group]! += isAlone[record]!;
    const number = counts.change(group, values[record]!, 1);
    if (number > most[group]!) most[group] = number;
  }
}
