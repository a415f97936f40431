/**
 * Words of masks from records and their matches, those of records from one word up to another, the first at `at`.
 * @param matches of each record one of another table, below zero for none: that record is answered no
 */
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
