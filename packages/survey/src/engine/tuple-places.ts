import { giveBack, lendBytes, lendInts } from './lent.ts';
import type { Column, Values } from './table.ts';

/*
 * What columns of texts tell of the groups of their records without a hash.
 */

/** The column of texts with the most different ones. */
export const mostDistinct = (columns: readonly Column[]): Column | undefined =>
  columns.reduce<Column | undefined>(
    (most, column) => ((column.dictionary?.size ?? 0) > (most?.dictionary?.size ?? 0) ? column : most),
    undefined,
  );

/** How many different combinations of texts there can be, while that is not more than so many; no number is known of numbers. */
export function combinationsOf(columns: readonly Column[], most: number): number | undefined {
  let product = 1;
  for (const { dictionary } of columns) {
    if (!dictionary) return undefined;
    product *= dictionary.size;
    if (product > most) return undefined;
  }
  return product;
}

/** A number of its own for each combination of texts. @returns lent: to be given back */
export function placesOf(columns: readonly Column[], records: number): Int32Array {
  const places = lendInts(records);
  for (const { values, dictionary } of columns) addPlaces(places, values, dictionary!.size);
  return places;
}

function addPlaces(places: Int32Array, values: Values, size: number): void {
  for (let record = 0; record < places.length; record += 1) places[record] = places[record]! * size + values[record]!;
}

/** 1 for each record whose text in a column no other has. @returns lent: to be given back */
export function aloneIn(column: Column | undefined, records: number): Uint8Array {
  const isAlone = lendBytes(records);
  if (!column?.dictionary) return isAlone;
  const { values } = column;
  const counts = lendBytes(column.dictionary.size);
  for (let record = 0; record < records; record += 1) if (counts[values[record]!]! < 2) counts[values[record]!]! += 1;
  for (let record = 0; record < records; record += 1) isAlone[record] = counts[values[record]!] === 1 ? 1 : 0;
  giveBack(counts);
  return isAlone;
}

export function countOf(values: Uint8Array, value: number): number {
  let count = 0;
  for (let place = 0; place < values.length; place += 1) if (values[place] === value) count += 1;
  return count;
}
