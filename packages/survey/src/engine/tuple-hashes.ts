import { lendInts } from './lent.ts';
import type { Column } from './table.ts';

/*
 * Hashes of the values that records have in some columns.
 */

const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;

/** Of one record. */
export function hashOf(columns: readonly Column[], record: number): number {
  let hash = seed;
  for (const { values } of columns) hash = mixed(hash, values[record]!);
  return spread(hash);
}

/** The same of many records, a column at a time: each loop knows the array it reads. @returns lent: to be given back */
export function hashesOf(columns: readonly Column[], records: Int32Array): Int32Array {
  const hashes = lendInts(records.length).fill(seed);
  for (let from = 0; from < records.length; from += hashedAtOnce) {
    const to = Math.min(records.length, from + hashedAtOnce);
    for (const { values } of columns)
      if (values instanceof Uint8Array) mixBytes(hashes, records, from, to, values);
      else if (values instanceof Uint16Array) mixNarrow(hashes, records, from, to, values);
      else if (values instanceof Int32Array) mixNumbers(hashes, records, from, to, values);
      else mixLong(hashes, records, from, to, values);
    for (let place = from; place < to; place += 1) hashes[place] = spread(hashes[place]!);
  }
  return hashes;
}

/** Records whose hashes stay in the processor's own memory while all columns are gone through. */
const hashedAtOnce = 1024;

function mixBytes(hashes: Int32Array, records: Int32Array, from: number, to: number, values: Uint8Array): void {
  for (let place = from; place < to; place += 1) hashes[place] = mixed(hashes[place]!, values[records[place]!]!);
}

function mixNarrow(hashes: Int32Array, records: Int32Array, from: number, to: number, values: Uint16Array): void {
  for (let place = from; place < to; place += 1) hashes[place] = mixed(hashes[place]!, values[records[place]!]!);
}

function mixNumbers(hashes: Int32Array, records: Int32Array, from: number, to: number, values: Int32Array): void {
  for (let place = from; place < to; place += 1) hashes[place] = mixed(hashes[place]!, values[records[place]!]!);
}

function mixLong(hashes: Int32Array, records: Int32Array, from: number, to: number, values: Float64Array): void {
  for (let place = from; place < to; place += 1) hashes[place] = mixed(hashes[place]!, values[records[place]!]!);
}

const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) | 0;

function mixed(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, prime);
  return product ^ (product >>> 13);
}
