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

/** Records with one text that are few enough to be compared each with each. */
const mostCompared = 16;

/** Instead of a place in the order: of a text that one record has, and of one that many have. */
const [alone, crowd] = [-1, -2] as const;

/** Records whose text others have too, by their text. All lent: to be given back. */
interface ByText {
  /** Those whose text few have, text after text. */
  readonly order: Int32Array;
  /** Of each text the place after its last record: that of the text before where it has none in the order. */
  readonly ends: Int32Array;
  /** Those whose text many have; all of them where it is not known who has which. */
  readonly many: Int32Array;
}

/** @param groupOf below zero for a record that is left out */
export function byText(column: Column | undefined, groupOf: Int32Array): ByText {
  const values = column?.values ?? new Uint8Array(groupOf.length);
  const ends = lendInts(column?.dictionary?.size ?? 1);
  for (let record = 0; record < groupOf.length; record += 1) if (groupOf[record]! >= 0) ends[values[record]!]! += 1;
  let inOrder = 0;
  let inCrowd = 0;
  for (let text = 0; text < ends.length; text += 1) {
    const count = ends[text]!;
    ends[text] = count > mostCompared ? crowd : count > 1 ? inOrder : alone;
    if (count > mostCompared) inCrowd += count;
    else if (count > 1) inOrder += count;
  }
  const order = lendInts(inOrder);
  const many = lendInts(inCrowd);
  for (let record = 0, put = 0; record < groupOf.length; record += 1) {
    if (groupOf[record]! < 0) continue;
    const place = ends[values[record]!]!;
    if (place >= 0) {
      order[place] = record;
      ends[values[record]!] = place + 1;
    } else if (place === crowd) many[put++] = record;
  }
  for (let text = 0, end = 0; text < ends.length; text += 1) {
    if (ends[text]! < 0) ends[text] = end;
    end = ends[text]!;
  }
  return { order, ends, many };
}
