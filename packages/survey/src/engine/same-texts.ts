import { giveBack, lendInts } from './lent.ts';
import type { Column } from './table.ts';

/** Records with one text that are few enough to be compared each with each. */
const mostCompared = 16;

/** Instead of a place in the order: of a text that one record has, and of one that many have. */
const [alone, crowd] = [-1, -2] as const;

/** Records whose text others have too, by their text. */
export interface ByText {
  /** Those whose text few have, text after text. */
  readonly order: Int32Array;
  /** Of each text the place after its last record: that of the text before where it has none in the order. */
  readonly ends: Int32Array;
  /** Those whose text many have; all of them where it is not known who has which. */
  readonly many: Int32Array;
}

/** Who shares a text with whom: worked out once of each column, for all who ask while the groups of a file are made. */
export class SameTexts {
  readonly #known = new Map<Column | undefined, ByText>();

  /** @param groupOf below zero for a record that is left out: the same ones whoever asks */
  in(column: Column | undefined, groupOf: Int32Array): ByText {
    const known = this.#known.get(column) ?? byText(column, groupOf);
    this.#known.set(column, known);
    return known;
  }

  /** To be called when the groups are made, and before a record is written. */
  letGo(): void {
    if (this.#known.size === 0) return;
    for (const { order, ends, many } of this.#known.values()) giveBack(order, ends, many);
    this.#known.clear();
  }
}

function byText(column: Column | undefined, groupOf: Int32Array): ByText {
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
