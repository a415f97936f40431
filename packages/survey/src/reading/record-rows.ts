import { trimRange } from './decode.ts';
import { readRow, rowCells } from './read-rows.ts';
import { SkippedRows } from './skipped-rows.ts';
import type { Source } from './source.ts';
import { placeOf, type Block, type Rows } from './split-rows.ts';

/** Which rows of a file are records, and what was noted of the others. */
export class RecordRows {
  readonly #source: Source;
  /** Asked of the first row that is not blank, where the source does not say. */
  readonly #isHeader: (block: Block, row: number) => boolean;
  readonly skipped = new SkippedRows();
  /** Number of values in each record that has a wrong one. */
  readonly misfitFields = new Map<number, number>();
  /** Byte at which each record begins. */
  starts = new Uint32Array(0);
  rows = 0;
  records = 0;
  blankRows = 0;
  hasHeader = false;
  /** Values in the first record. */
  fields = 0;
  #isFirst = true;
  readonly #range = { start: 0, end: 0 };

  constructor(source: Source, isHeader: (block: Block, row: number) => boolean) {
    this.#source = source;
    this.#isHeader = isHeader;
  }

  /** Room for so many records. */
  makeRoom(records: number): void {
    const longer = new Uint32Array(records);
    longer.set(this.starts.subarray(0, this.records));
    this.starts = longer;
  }

  /** Writes the record of each row of a block; -1 for one that is none, or has a wrong number of values. */
  place(of: Rows): void {
    const { width, cells, counts, rowStarts, targets, doubled, rows } = of.block;
    // The arrays of a quick block are made anew each time they are asked for.
    const block = { width, cells, counts, rowStarts, targets, doubled, rows };
    for (let row = 0; row < rows; row += 1) {
      if (!this.#isFirst) row = this.#placeOrdinary(of, rowStarts, row);
      if (row < rows) targets[row] = this.#place(block, row);
    }
  }

  /** Rows that need no second look. @returns the first after them */
  #placeOrdinary(of: Rows, rowStarts: Block['rowStarts'], from: number): number {
    const to = of.placeOrdinary?.(from, this.records, this.#source.fields) ?? from;
    if (to === from) return from;
    if (this.records === 0) this.fields = this.#source.fields;
    this.starts.set(rowStarts.subarray(from, to), this.records);
    this.records += to - from;
    this.rows += to - from;
    return to;
  }

  /** The record that a row of the block is encoded as; -1 for none, which is noted. */
  #place(block: Block, row: number): number {
    this.rows += 1;
    if (this.#isBlank(block, row)) {
      this.blankRows += 1;
      this.skipped.add(this.records);
      return -1;
    }
    if (this.#isFirst) {
      this.#isFirst = false;
      if (this.#source.hasHeader ?? this.#isHeader(block, row)) {
        this.hasHeader = true;
        this.skipped.add(0);
        return -1;
      }
    }
    const record = this.records;
    this.records += 1;
    this.starts[record] = block.rowStarts[row]!;
    const count = this.#fieldsIn(block, row);
    if (record === 0) this.fields = count;
    if (count === this.#source.fields) return record;
    this.misfitFields.set(record, count);
    return -1;
  }

  /** The line end that closes the last row makes no blank row, since no row begins after it. */
  #isBlank(block: Block, row: number): boolean {
    const count = block.counts[row]!;
    for (let index = 0; index < count; index += 1) {
      // Of values beyond those that are placed it is known that they are there, and not what is in them: read anew, and rare.
      if (index >= block.width) return this.#isBlankBeyond(block.rowStarts[row]!, index);
      const at = placeOf(row, index);
      if (!this.#isEmpty(block.cells[at]!, block.cells[at + 1]!)) return false;
    }
    return true;
  }

  #isBlankBeyond(rowStart: number, from: number): boolean {
    const cells = rowCells();
    readRow(this.#source.bytes, rowStart, this.#source.separator, cells);
    for (let index = from; index < cells.count; index += 1) if (!this.#isEmpty(cells.starts[index]!, cells.ends[index]!)) return false;
    return true;
  }

  /** Values in the row; one extra empty value at its end is not counted. */
  #fieldsIn(block: Block, row: number): number {
    const { fields } = this.#source;
    const count = block.counts[row]!;
    if (count !== fields + 1) return count;
    const last = placeOf(row, fields);
    return this.#isEmpty(block.cells[last]!, block.cells[last + 1]!) ? fields : count;
  }

  #isEmpty(start: number, end: number): boolean {
    const { bytes, isUtf8 } = this.#source;
    // A byte that is part of no blank is the beginning of a value.
    if (start < end && bytes[start]! > 0x20 && bytes[start]! < 0x80) return false;
    const range = this.#range;
    range.start = start;
    range.end = end;
    if (start < end) trimRange(bytes, range, isUtf8);
    return range.start >= range.end;
  }
}
