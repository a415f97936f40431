import { wordsAtOnce, type Fill } from '../engine/masks.ts';
import type { Column } from '../engine/table.ts';
import { blockRecords, type Numbers } from './numbers.ts';

export type Sign = '>' | '>=' | '<' | '<=' | '=';

/** Compares two quantities record by record. One that is not known (age of no person) is NaN and compares as false. */
export function compare(left: Numbers, sign: Sign, right: Numbers, records: number): Fill {
  if (left.column && right.constant !== undefined) return compareColumn(left.column, sign, right.constant, records);
  const one = new Float64Array(blockRecords);
  const other = new Float64Array(blockRecords);
  return (words, from, to) => {
    for (let block = from; block < to; block += wordsAtOnce) {
      const end = Math.min(to, block + wordsAtOnce);
      const first = block * 32;
      const last = Math.min(end * 32, records);
      left.fill(first, last, one);
      right.fill(first, last, other);
      for (let word = block; word < end; word += 1) {
        const base = word * 32 - first;
        const count = Math.min(32, last - word * 32);
        words[word] = compareWord(one, other, base, count, sign);
      }
    }
  };
}

function compareWord(one: Float64Array, other: Float64Array, base: number, count: number, sign: Sign): number {
  let bits = 0;
  if (sign === '>') for (let place = 0; place < count; place += 1) bits |= (one[base + place]! > other[base + place]! ? 1 : 0) << place;
  else if (sign === '>=')
    for (let place = 0; place < count; place += 1) bits |= (one[base + place]! >= other[base + place]! ? 1 : 0) << place;
  else if (sign === '<')
    for (let place = 0; place < count; place += 1) bits |= (one[base + place]! < other[base + place]! ? 1 : 0) << place;
  else if (sign === '<=')
    for (let place = 0; place < count; place += 1) bits |= (one[base + place]! <= other[base + place]! ? 1 : 0) << place;
  else for (let place = 0; place < count; place += 1) bits |= (one[base + place] === other[base + place] ? 1 : 0) << place;
  return bits;
}

/** A column against a constant: the commonest question, without a copy of its numbers. */
function compareColumn(column: NonNullable<Numbers['column']>, sign: Sign, bound: number, records: number): Fill {
  return (words, from, to) => {
    const { values } = column;
    for (let word = from; word < to; word += 1) {
      const first = word * 32;
      const count = Math.min(32, records - first);
      let bits = 0;
      if (sign === '>') for (let place = 0; place < count; place += 1) bits |= (values[first + place]! > bound ? 1 : 0) << place;
      else if (sign === '>=') for (let place = 0; place < count; place += 1) bits |= (values[first + place]! >= bound ? 1 : 0) << place;
      else if (sign === '<') for (let place = 0; place < count; place += 1) bits |= (values[first + place]! < bound ? 1 : 0) << place;
      else if (sign === '<=') for (let place = 0; place < count; place += 1) bits |= (values[first + place]! <= bound ? 1 : 0) << place;
      else for (let place = 0; place < count; place += 1) bits |= (values[first + place] === bound ? 1 : 0) << place;
      words[word] = bits;
    }
  };
}

/** A column that holds one of two values. */
export function fillEqual(column: Column, one: number, other: number, records: number): Fill {
  return (words, from, to) => {
    const { values } = column;
    for (let word = from; word < to; word += 1) {
      const first = word * 32;
      const count = Math.min(32, records - first);
      let bits = 0;
      for (let place = 0; place < count; place += 1) {
        const value = values[first + place]!;
        bits |= (value === one || value === other ? 1 : 0) << place;
      }
      words[word] = bits;
    }
  };
}
