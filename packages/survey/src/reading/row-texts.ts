import { decoderFor } from './decode.ts';
import { readRow, rowCells } from './read-rows.ts';
import type { Source } from './source.ts';

/** Reads values of single rows as texts, as they are written: quotes are gone, blanks are not. */
export class RowTexts {
  readonly #source: Source;
  readonly #cells = rowCells();
  readonly #ofOneByte = decoderFor('windows-1252');
  readonly #decode: ((bytes: Uint8Array) => string) | undefined;

  constructor(source: Source) {
    this.#source = source;
    this.#decode = source.isUtf8 ? decoderFor('utf-8') : undefined;
  }

  /** All values of the row that begins at a byte, as they stand there. */
  all(rowStart: number): string[] {
    const { starts, ends, count } = this.#read(rowStart);
    const from = starts[0]!;
    // A character for each byte: the values are cut from the row, and only those with other than plain letters decoded by themselves.
    const row = this.#ofOneByte(this.#source.bytes.subarray(from, ends[count - 1]!));
    const texts: string[] = [];
    for (let place = 0; place < count; place += 1) texts.push(this.#text(place, row.slice(starts[place]! - from, ends[place]! - from)));
    return texts;
  }

  /** The value at a place of the row; empty when it has none there. */
  at(rowStart: number, place: number): string {
    const { starts, ends, count } = this.#read(rowStart);
    return place < 0 || place >= count ? '' : this.#text(place, this.#ofOneByte(this.#source.bytes.subarray(starts[place]!, ends[place]!)));
  }

  #read(rowStart: number): ReturnType<typeof rowCells> {
    readRow(this.#source.bytes, rowStart, this.#source.separator, this.#cells);
    return this.#cells;
  }

  #text(place: number, cut: string): string {
    const { starts, ends, doubled } = this.#cells;
    const isPlain = !this.#decode || !/[^\0-\x7f]/.test(cut);
    const text = isPlain ? cut : this.#decode(this.#source.bytes.subarray(starts[place]!, ends[place]!));
    return doubled[place] === 1 ? text.replaceAll('""', '"') : text;
  }
}
