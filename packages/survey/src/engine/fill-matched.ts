/*
 * Words of masks from records and their matches, those of records from one word up to another, the first at `at`. A match is a record of
 * another table, below zero for none: a record without one is answered no. See fill-words.ts for why there are several of one shape.
 */

/** Records whose match has a bit among the answers of the other table. */
export function fillAnswered(
  words: Int32Array,
  at: number,
  from: number,
  to: number,
  records: number,
  matches: Int32Array,
  answers: Int32Array,
): void {
  for (let word = from; word < to; word += 1) {
    const last = Math.min(records, word * 32 + 32);
    let bits = 0;
    for (let record = word * 32; record < last; record += 1) {
      const matched = matches[record]!;
      if (matched >= 0) bits |= ((answers[matched >>> 5]! >>> (matched & 31)) & 1) << record;
    }
    words[at - from + word] = bits;
  }
}

/** Records of whose match something is so. */
export function fillMatched(
  words: Int32Array,
  at: number,
  from: number,
  to: number,
  records: number,
  matches: Int32Array,
  isSo: (record: number, matched: number) => boolean,
): void {
  for (let word = from; word < to; word += 1) {
    const last = Math.min(records, word * 32 + 32);
    let bits = 0;
    for (let record = word * 32; record < last; record += 1) {
      const matched = matches[record]!;
      if (matched >= 0 && isSo(record, matched)) bits |= 1 << record;
    }
    words[at - from + word] = bits;
  }
}

/** Records that have a match. */
export function fillWithMatch(words: Int32Array, at: number, from: number, to: number, records: number, matches: Int32Array): void {
  for (let word = from; word < to; word += 1) {
    const last = Math.min(records, word * 32 + 32);
    let bits = 0;
    for (let record = word * 32; record < last; record += 1) if (matches[record]! >= 0) bits |= 1 << record;
    words[at - from + word] = bits;
  }
}
