import { lowest } from '../engine/bitset.ts';
import { giveBack, lendBytes, lendInts } from '../engine/lent.ts';
import type { TupleGroups } from '../engine/tuple-groups.ts';
import type { Column, Values } from '../engine/table.ts';

/** What is quickly known of each group: records that count, persons who are met in no group before it, and how many at most have one value. */
export interface Alike {
  readonly records: Int32Array;
  readonly sure: Int32Array;
  readonly most: Int32Array;
}

/**
 * Values of a group are counted by the highest bits of their hash: no value has more records than all with the same bits. Less of them
 * where there are so many groups that most are small.
 */
const [usualBits, mostParts] = [4, 1 << 18] as const;

/** @param words records that count, a bit each */
export function mostAlike(words: Int32Array, { groupOf, end }: TupleGroups, values: Exclude<Values, Float64Array>, persons: Column): Alike {
  const alike = { records: new Int32Array(end), sure: new Int32Array(end), most: new Int32Array(end) };
  const isMet = lendBytes(persons.dictionary!.size);
  let bits: number = usualBits;
  while (bits > 0 && end << bits > mostParts) bits -= 1;
  const parts = lendInts(end << bits);
  for (let word = 0; word < words.length; word += 1)
    if (words[word] !== 0) countWord(words[word]!, word * 32, groupOf, values, persons.values, isMet, parts, bits, alike);
  giveBack(isMet, parts);
  return alike;
}

function countWord(
  word: number,
  from: number,
  groupOf: Int32Array,
  values: Exclude<Values, Float64Array>,
  persons: Values,
  isMet: Uint8Array,
  parts: Int32Array,
  bits: number,
  { records, sure, most }: Alike,
): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) {
    const record = from + lowest(rest);
    const group = groupOf[record]!;
    if (group < 0) continue;
    records[group]! += 1;
    const person = persons[record]!;
    sure[group]! += 1 - isMet[person]!;
    isMet[person] = 1;
    const part = (group << bits) | ((Math.imul(values[record]!, 0x9e3779b1) >>> 1) >>> (31 - bits));
    const number = parts[part]! + 1;
    parts[part] = number;
    if (number > most[group]!) most[group] = number;
  }
}
