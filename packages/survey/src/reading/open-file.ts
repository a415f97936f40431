import type { Layout } from '../definition/layout.ts';
import type { Edition } from '../definition/survey-definition.ts';
import type { Variable } from '../definition/variable.ts';
import { Bitset } from '../engine/bitset.ts';
import { Dictionary } from '../engine/dictionary.ts';
import { emptyColumn, lengthen, narrow, normalised, type Column, type Table } from '../engine/table.ts';
import type { FileFacts } from './file-facts.ts';
import { decoderFor, trimRange } from './decode.ts';
import { kernels, letGo, type Kernels } from '../compiled/kernels.ts';
import { encodeBlock, type Encoding } from './encode-columns.ts';
import { encodeNumberText, noValue, type NumberForm } from './encode-number.ts';
import { damageIn } from './excel-damage.ts';
import { foreignIn } from './foreign-layout.ts';
import { prepareSource, type WorkbookReader } from './prepare-source.ts';
import { readRow, rowCells } from './read-rows.ts';
import { RowTexts } from './row-texts.ts';
import { SkippedRows } from './skipped-rows.ts';
import type { Source } from './source.ts';
import { QuickColumns } from './quick-columns.ts';
import { QuickRows } from './quick-rows.ts';
import { PlainRows, placeOf, type Block, type Rows } from './split-rows.ts';

/** A file that has been read: how it was written, its columns, and what was noted on the way. */
export interface OpenedFile {
  readonly facts: FileFacts;
  readonly fault: 'empty' | 'binary' | 'undecodable' | undefined;
  readonly table: Table;
  readonly blankRows: number;
  /** Cells that had blanks around them. */
  readonly trimmedCells: number;
}

/** Reads a file into columns in one pass. Nothing is thrown for what the file holds: faults are facts. */
export function openFile(
  original: Uint8Array,
  edition: Pick<Edition, 'variables' | 'layout' | 'codeLists' | 'referenceYear'>,
  readBook: WorkbookReader | undefined,
): OpenedFile {
  const { codeLists, referenceYear } = edition;
  const { source, read } = readAs(original, edition, readBook, enoughForEncoding) ?? readAs(original, edition, readBook)!;
  const { table, fault, facts, ...noted } = read;
  const foreign = fault === undefined ? foreignIn(source, table, referenceYear) : undefined;
  return { table, fault, ...noted, facts: { ...facts, damage: damageIn(table, codeLists), ...(foreign ? { foreign } : {}) } };
}

/** Bytes that tell the encoding, unless one of the others is no UTF-8: few files are, and then they are read once more. */
const enoughForEncoding = 64 * 1024;

/** @param enough see `prepareSource` @returns undefined when the encoding is another than it was likely to be */
function readAs(
  original: Uint8Array,
  { variables, layout }: Pick<Edition, 'variables' | 'layout'>,
  readBook: WorkbookReader | undefined,
  enough?: number,
): { readonly source: Source; readonly read: OpenedFile } | undefined {
  const source = prepareSource(original, variables, layout, readBook, enough);
  const reader = new Reader(original.length, source, variables, layout);
  const read = reader.read();
  return reader.isAsLikely ? { source, read } : undefined;
}

/** Records that tell whether a column has a value of its own in nearly all, and what share that is. */
const [enoughToTell, nearlyAll] = [256, 0.9] as const;

/** What is noted while the rows of a file become columns. */
class Reader {
  readonly #size: number;
  readonly #source: Source;
  readonly #variables: readonly Variable[];
  readonly #encoding: Encoding;
  readonly #layout: Layout | undefined;
  readonly #columns: Column[];
  #capacity = 0;
  #rowStarts = new Uint32Array(0);
  readonly #skipped = new SkippedRows();
  readonly #misfitFields = new Map<number, number>();
  #row = 0;
  #records = 0;
  #blankRows = 0;
  #trimmedCells = 0;
  #hasHeader = false;
  #isFirst = true;
  #fields = 0;
  #readTo: number;
  /** All bytes were what they were likely to be. */
  isAsLikely = true;
  readonly #range = { start: 0, end: 0 };

  constructor(size: number, source: Source, variables: readonly Variable[], layout: Layout | undefined) {
    this.#size = size;
    this.#readTo = source.start;
    this.#source = source;
    this.#variables = variables;
    this.#layout = layout;
    const decode = decoderFor(source.isUtf8 ? 'utf-8' : 'windows-1252');
    this.#encoding = {
      bytes: source.bytes,
      view: new DataView(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength),
      isUtf8: source.isUtf8,
      decode,
      forms: variables.map((variable) => formOf(variable, layout)),
      places: source.order ?? Int32Array.from(variables, (_, index) => index),
    };
    const isQuick = this.#kernels() !== undefined;
    this.#columns = variables.map((variable) =>
      emptyColumn(variable, variable.form === 'A/N' ? new Dictionary(source.bytes, decode) : undefined, isQuick),
    );
  }

  read(): OpenedFile {
    const { fault } = this.#source;
    if (fault === undefined) this.#readRows();
    return {
      facts: {
        bytes: this.#size,
        ...this.#source.facts,
        hasHeader: this.#hasHeader,
        records: this.#records,
        fields: this.#fields,
        rows: this.#row,
        skippedRows: this.#blankRows + (this.#hasHeader ? 1 : 0),
        damage: [],
      },
      fault: fault ?? (this.#records === 0 ? 'empty' : undefined),
      table: this.#table(),
      // A title above the records is told of as one.
      blankRows: this.#blankRows - (this.#source.facts.workbook?.titleRows ?? 0),
      trimmedCells: this.#trimmedCells,
    };
  }

  #readRows(): void {
    const { bytes, start, separator, fields } = this.#source;
    const known = this.#kernels();
    if (known) {
      const rows = new QuickRows(known, bytes, start, separator, fields, this.#source.isLikely === true);
      const columns = new QuickColumns(known, rows, this.#encoding, this.#columns);
      try {
        while (rows.next()) this.#readQuickly(rows, columns);
        columns.finish();
        this.isAsLikely = rows.areAsLikely;
      } finally {
        columns.free();
        rows.free();
        letGo();
      }
    } else {
      const rows = new PlainRows(bytes, start, separator, fields);
      while (rows.next()) this.#readPlainly(rows);
      for (const { dictionary } of this.#columns) dictionary?.settle();
    }
  }

  /** With room for what is told apart of the file's values. */
  #kernels(): Kernels | undefined {
    return kernels(this.#source.bytes.length);
  }

  // Functions of their own, so that each is compiled once and not for each file.

  #readQuickly(rows: QuickRows, columns: QuickColumns): void {
    const first = this.#records;
    this.#placeRows(rows);
    this.#trimmedCells += columns.encodeBlock(first, this.#records - first);
    if (first === 0 && this.#records >= enoughToTell) columns.expectMore(nearlyAll * this.#records, this.#likely(rows.at));
  }

  #readPlainly(rows: PlainRows): void {
    const first = this.#records;
    this.#placeRows(rows);
    this.#trimmedCells += encodeBlock(this.#encoding, rows.block, this.#columns);
    if (first === 0 && this.#records >= enoughToTell) this.#expectMore(this.#likely(rows.at));
  }

  /** Records that there are likely to be, when so many bytes have been read. */
  #likely(at: number): number {
    const { start, bytes } = this.#source;
    return Math.ceil((this.#records * (bytes.length - start)) / (at - start));
  }

  /** Which records the rows of a block are. */
  #placeRows(of: Rows): void {
    const { block, at } = of;
    this.#makeRoom(block.rows, at - this.#readTo, this.#source.bytes.length - at);
    this.#readTo = at;
    const { width, cells, counts, rowStarts, targets, doubled, rows } = block;
    // The arrays of a quick block are made anew each time they are asked for.
    const view = { width, cells, counts, rowStarts, targets, doubled, rows };
    for (let row = 0; row < rows; row += 1) {
      if (!this.#isFirst) row = this.#placeOrdinary(of, view, row);
      if (row < rows) targets[row] = this.#place(view, row);
    }
  }

  /** Rows that need no second look. @returns the first after them */
  #placeOrdinary(of: Rows, { rowStarts }: Block, from: number): number {
    const to = of.placeOrdinary?.(from, this.#records, this.#source.fields) ?? from;
    if (to === from) return from;
    if (this.#records === 0) this.#fields = this.#source.fields;
    this.#rowStarts.set(rowStarts.subarray(from, to), this.#records);
    this.#records += to - from;
    this.#row += to - from;
    return to;
  }

  /** Where nearly every record has a value of its own, the others will. */
  #expectMore(records: number): void {
    for (const { dictionary } of this.#columns) if (dictionary && dictionary.size > nearlyAll * this.#records) dictionary.expect(records);
  }

  /** Columns as long as the rows that are still to come seem to need. */
  #makeRoom(rows: number, ofBytes: number, bytesLeft: number): void {
    const needed = this.#records + rows;
    if (needed <= this.#capacity) return;
    const perRow = Math.max(1, ofBytes / Math.max(1, rows));
    // The first rows tell how wide a column has to be: room for all is made after them.
    this.#capacity = bytesLeft === 0 || this.#records === 0 ? needed : Math.max(needed, Math.ceil((needed + bytesLeft / perRow) * 1.02));
    for (const column of this.#columns) lengthen(column, this.#capacity, this.#records);
    this.#rowStarts = longer(this.#rowStarts, this.#capacity);
  }

  /** The record that a row of the block is encoded as; -1 for none, which is noted. */
  #place(block: Block, row: number): number {
    this.#row += 1;
    if (this.#isBlank(block, row)) {
      this.#blankRows += 1;
      this.#skipped.add(this.#records);
      return -1;
    }
    if (this.#isFirst) {
      this.#isFirst = false;
      if (this.#source.hasHeader ?? looksLikeHeader(this.#encoding, block, row, this.#variables, this.#layout)) {
        this.#hasHeader = true;
        this.#skipped.add(0);
        return -1;
      }
    }
    const record = this.#records;
    this.#records += 1;
    this.#rowStarts[record] = block.rowStarts[row]!;
    const count = this.#fieldsIn(block, row);
    if (record === 0) this.#fields = count;
    if (count === this.#source.fields) return record;
    this.#misfitFields.set(record, count);
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
    // A byte that is part of no blank is the beginning of a value.
    if (start < end && this.#encoding.bytes[start]! > 0x20 && this.#encoding.bytes[start]! < 0x80) return false;
    const range = this.#range;
    range.start = start;
    range.end = end;
    if (start < end) trimRange(this.#encoding.bytes, range, this.#encoding.isUtf8);
    return range.start >= range.end;
  }

  #table(): Table {
    const records = this.#records;
    const misfits = new Bitset(records);
    for (const record of this.#misfitFields.keys()) misfits.set(record, true);
    for (const column of this.#columns) {
      if (column.values.length !== records) column.values = column.values.subarray(0, records);
      narrow(column);
    }
    const [rowStarts, skipped] = [this.#rowStarts, this.#skipped];
    const { forms, places } = this.#encoding;
    const { order } = this.#source;
    const texts = new RowTexts(this.#source);
    // As they stand where their number is wrong.
    const isInOrder = (record: number) => order === undefined || misfits.has(record);
    return {
      records,
      columns: this.#columns,
      indexOf: Object.fromEntries(this.#variables.map((variable, index) => [variable.id, index])),
      misfits,
      misfitFields: this.#misfitFields,
      rowOf: (record) => record + 1 + skipped.before(record),
      encode: (column, text) => encodeNumberText(text, forms[column]!),
      rawTexts(record) {
        const written = texts.all(rowStarts[record]!);
        return isInOrder(record) ? written : Array.from(places, (place) => written[place] ?? '');
      },
      rawText: (record, column) => texts.at(rowStarts[record]!, isInOrder(record) ? column : places[column]!),
      corrected: new Map(),
    };
  }
}

/** How a variable's numbers are written; absent for texts. */
function formOf(variable: Variable, layout: Layout | undefined): NumberForm | undefined {
  if (variable.form === 'A/N') return undefined;
  return {
    length: variable.length,
    decimals: variable.decimals,
    sign: layout?.decimals ?? 'implied',
    isSigned: layout?.signed ?? false,
    empty: layout?.zeroIsMissing === false ? noValue : 0,
  };
}

/** FIL-07: a field is not so many digits, and another holds a letter and no digit. */
function looksLikeHeader(
  { bytes, decode }: Encoding,
  block: Block,
  row: number,
  variables: readonly Variable[],
  layout: Layout | undefined,
): boolean {
  if (layout?.header === 'byName') return true;
  if (layout?.header === 'none' || !layout?.headerRow) return false;
  const { notDigits, letters } = layout.headerRow;
  const cell = (id: string) => {
    const index = variables.findIndex((variable) => variable.id === id);
    const isThere = index >= 0 && index < Math.min(block.counts[row]!, block.width);
    const at = placeOf(row, index);
    return isThere ? normalised(decode(bytes.subarray(block.cells[at]!, block.cells[at + 1]!))) : '';
  };
  const isDigits = new RegExp(`^[0-9]{${notDigits.digits}}$`).test(cell(notDigits.field));
  return !isDigits && /\p{L}/u.test(cell(letters)) && !/[0-9]/.test(cell(letters));
}

function longer(numbers: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const long = new Uint32Array(length);
  long.set(numbers);
  return long;
}
