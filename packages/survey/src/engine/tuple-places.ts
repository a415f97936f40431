import { lendInts } from './lent.ts';
import type { Column, Values } from './table.ts';

/*
 * What columns of texts tell of the groups of their records without a hash.
 */

/** The column of texts with the most different ones. */
export const mostDistinct = (columns: readonly Column[]): Column | undefined =>
  columns.reduce<Column | undefined>((most, column) => (distinctIn(column) > (most ? distinctIn(most) : 0) ? column : most), undefined);

export const distinctIn = ({ dictionary }: Column): number => dictionary?.size ?? 0;

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
