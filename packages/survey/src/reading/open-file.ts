import type { Layout } from '../definition/layout.ts';
import type { Edition } from '../definition/survey-definition.ts';
import type { Variable } from '../definition/variable.ts';
import { Bitset } from '../engine/bitset.ts';
import { Dictionary } from '../engine/dictionary.ts';
import { emptyColumn, lateColumn, lengthen, narrow, normalised, writeText, type Column, type Table } from '../engine/table.ts';
import type { FileFacts } from './file-facts.ts';
import { kernels, letGo, type Kernels } from '../compiled/kernels.ts';
import { encodeBlock, encodingOf, setNone, type Encoding } from './encode-columns.ts';
import { encodeNumberText, noValue } from './encode-number.ts';
import { damageIn } from './excel-damage.ts';
import { foreignIn } from './foreign-layout.ts';
import { looksLikeHeader } from './header-row.ts';
import { prepareSource, type WorkbookReader } from './prepare-source.ts';
import { RecordRows } from './record-rows.ts';
import { RowTexts } from './row-texts.ts';
import type { Source } from './source.ts';
import { QuickColumns } from './quick-columns.ts';
import { QuickRows } from './quick-rows.ts';
import { PlainRows, type Rows } from './split-rows.ts';

/** A file that has been read: how it was written, its columns, and what was noted on the way. */
export interface OpenedFile {
  readonly facts: FileFacts;
  readonly fault: 'empty' | 'binary' | 'undecodable' | undefined;
  readonly table: Table;
  readonly blankRows: number;
  /** Cells that had blanks around them. */
  readonly trimmedCells: number;
}

type Survey = Pick<Edition, 'variables' | 'layout' | 'codeLists' | 'referenceYear'>;

/**
 * Reads a file into columns in one pass. Nothing is thrown for what the file holds: faults are facts.
 * @param atHand fields whose values will be asked for, each of them once
 */
export function openFile(
  original: Uint8Array,
  edition: Survey,
  readBook: WorkbookReader | undefined,
  atHand: readonly string[] = [],
): OpenedFile {
  const { codeLists, referenceYear } = edition;
  const { source, read } = readWhole(original, edition, readBook, { atHand });
  const { table, fault, facts, ...noted } = read;
  const foreign = fault === undefined ? foreignIn(source, table, referenceYear) : undefined;
  return { table, fault, ...noted, facts: { ...facts, damage: damageIn(table, codeLists), ...(foreign ? { foreign } : {}) } };
}

/** What is wanted of a file whose columns alone are asked for. */
export interface Wanted {
  /** See `openFile`. */
  readonly atHand?: readonly string[];
  /** Fields that are read; another is when somebody asks for it. Left out: all. */
  readonly only?: ReadonlySet<string>;
  /** Of records 1-based; what the file has no place for is passed over. */
  readonly corrections?: readonly { readonly record: number; readonly variable: string; readonly text: string }[];
}

/** The columns of a file that nothing is told of: whose it is and what a spreadsheet did to it is not looked at. */
export function tableOf(original: Uint8Array, edition: Survey, readBook: WorkbookReader | undefined, wanted: Wanted = {}): Table {
  const { only, corrections = [] } = wanted;
  const { table } = readWhole(original, edition, readBook, wanted).read;
  const others = new Set(edition.variables.flatMap(({ id }) => (only === undefined || only.has(id) ? [] : [id])));
  let read: Table | undefined;
  const late = (index: number) => (): Column =>
    (read ??= tableOf(original, edition, readBook, { only: others, corrections })).columns[index]!;
  const columns = table.columns.map((column, index) =>
    others.has(column.variable.id) ? lateColumn(column.variable, late(index)) : column,
  );
  for (const { record, variable, text } of corrections) {
    const column = table.indexOf[variable];
    if (column === undefined || columns[column]!.isLate || record < 1 || record > table.records) continue;
    writeText(table, record - 1, column, normalised(text));
  }
  return { ...table, columns };
}

type Read = { readonly source: Source; readonly read: OpenedFile };

const readWhole = (original: Uint8Array, edition: Survey, readBook: WorkbookReader | undefined, wanted: Wanted): Read =>
  readAs(original, edition, readBook, wanted, enoughForEncoding) ?? readAs(original, edition, readBook, wanted)!;

/** Bytes that tell the encoding, unless one of the others is no UTF-8: few files are, and then they are read once more. */
const enoughForEncoding = 64 * 1024;

/** @param enough see `prepareSource` @returns undefined when the encoding is another than it was likely to be */
function readAs(
  original: Uint8Array,
  { variables, layout }: Pick<Edition, 'variables' | 'layout'>,
  readBook: WorkbookReader | undefined,
  { atHand = [], only }: Wanted,
  enough?: number,
): Read | undefined {
  const source = prepareSource(original, variables, layout, readBook, enough);
  const wanted = variables.flatMap(({ id }, index) => (atHand.includes(id) ? [index] : []));
  const leftOut = new Set(variables.flatMap(({ id }, index) => (only === undefined || only.has(id) ? [] : [index])));
  const reader = new Reader(original.length, source, variables, layout, wanted, leftOut);
  const read = reader.read();
  return reader.isAsLikely ? { source, read } : undefined;
}

/** Records that tell whether a column has a value of its own in nearly all, and what share that is. */
const [enoughToTell, nearlyAll] = [256, 0.9] as const;

/** Records whose columns are copied in no time, and part of the room that is worth it. */
const [soonCopied, muchRoom] = [16_384, 1.05] as const;

/** Makes columns of the rows of a file. */
class Reader {
  readonly #size: number;
  readonly #source: Source;
  readonly #variables: readonly Variable[];
  readonly #wanted: readonly number[];
  /** Columns that are not read. */
  readonly #leftOut: ReadonlySet<number>;
  /** Of the columns that are read. */
  readonly #encoding: Encoding;
  /** Of all columns their places in a row. */
  readonly #places: Int32Array;
  readonly #rows: RecordRows;
  readonly #columns: Column[];
  #capacity = 0;
  #trimmedCells = 0;
  #readTo: number;
  /** All bytes were what they were likely to be. */
  isAsLikely = true;

  constructor(
    size: number,
    source: Source,
    variables: readonly Variable[],
    layout: Layout | undefined,
    wanted: readonly number[],
    leftOut: ReadonlySet<number>,
  ) {
    this.#size = size;
    this.#leftOut = leftOut;
    this.#wanted = wanted;
    this.#readTo = source.start;
    this.#source = source;
    this.#variables = variables;
    const encoding = encodingOf(source, variables, layout);
    this.#places = encoding.places;
    this.#encoding = { ...encoding, places: encoding.places.map((place, index) => (leftOut.has(index) ? -1 : place)) };
    this.#rows = new RecordRows(source, (block, row) => looksLikeHeader(encoding, block, row, variables, layout));
    const isQuick = this.#kernels() !== undefined;
    this.#columns = variables.map((variable) =>
      emptyColumn(variable, variable.form === 'A/N' ? new Dictionary(source.bytes, encoding) : undefined, isQuick),
    );
  }

  read(): OpenedFile {
    const { fault } = this.#source;
    if (fault === undefined) this.#readRows();
    const { hasHeader, records, fields, rows, blankRows } = this.#rows;
    return {
      facts: {
        bytes: this.#size,
        ...this.#source.facts,
        hasHeader,
        ...(hasHeader && this.#source.hasHeader === undefined ? { isHeaderUnknown: true } : {}),
        records,
        fields,
        rows,
        skippedRows: blankRows + (hasHeader ? 1 : 0),
        damage: [],
      },
      fault: fault ?? (records === 0 ? 'empty' : undefined),
      table: this.#table(),
      // A title above the records is told of as one.
      blankRows: blankRows - (this.#source.facts.workbook?.titleRows ?? 0),
      trimmedCells: this.#trimmedCells,
    };
  }

  #readRows(): void {
    const { bytes, start, separator, fields } = this.#source;
    const known = this.#kernels();
    if (known) {
      const rows = new QuickRows(known, bytes, start, separator, fields, this.#source.isLikely === true);
      const columns = new QuickColumns(known, rows, this.#encoding, this.#columns, this.#wanted);
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
    const first = this.#place(rows);
    const { records } = this.#rows;
    this.#trimmedCells += columns.encodeBlock(first, records - first);
    if (first === 0 && records >= enoughToTell) columns.expectMore(nearlyAll * records, this.#likely(rows.at));
  }

  #readPlainly(rows: PlainRows): void {
    const first = this.#place(rows);
    const { records } = this.#rows;
    this.#trimmedCells += encodeBlock(this.#encoding, rows.block, this.#columns);
    if (first === 0 && records >= enoughToTell) this.#expectMore(nearlyAll * records, this.#likely(rows.at));
  }

  /** Finds the records among the rows of a block. @returns the first of them */
  #place(rows: Rows): number {
    const first = this.#rows.records;
    this.#makeRoom(rows.block.rows, rows.at - this.#readTo, this.#source.bytes.length - rows.at);
    this.#readTo = rows.at;
    this.#rows.place(rows);
    return first;
  }

  /** Records that there are likely to be, when so many bytes have been read. */
  #likely(at: number): number {
    const { start, bytes } = this.#source;
    return Math.ceil((this.#rows.records * (bytes.length - start)) / (at - start));
  }

  /** Where nearly every record has a value of its own, the others will. */
  #expectMore(enough: number, values: number): void {
    for (const { dictionary } of this.#columns) if (dictionary && dictionary.size > enough) dictionary.expect(values);
  }

  /** Columns as long as the rows that are still to come seem to need. */
  #makeRoom(rows: number, ofBytes: number, bytesLeft: number): void {
    const { records } = this.#rows;
    const needed = records + rows;
    if (needed <= this.#capacity) return;
    const perRow = Math.max(1, ofBytes / Math.max(1, rows));
    // The first rows tell how wide a column has to be: room for all is made after them.
    this.#capacity = bytesLeft === 0 || records === 0 ? needed : Math.max(needed, Math.ceil((needed + bytesLeft / perRow) * 1.02));
    for (const [index, column] of this.#columns.entries()) if (!this.#leftOut.has(index)) lengthen(column, this.#capacity, records);
    this.#rows.makeRoom(this.#capacity);
  }

  /** A column that the file does not have, of numbers that an empty cell gives no value. */
  #isMissing(index: number): boolean {
    return this.#places[index]! < 0 && this.#encoding.forms[index]?.empty === noValue;
  }

  #table(): Table {
    const { records, misfitFields, starts, skipped } = this.#rows;
    const misfits = new Bitset(records);
    for (const record of misfitFields.keys()) misfits.set(record, true);
    // The room that was too much is given back where that is soon done.
    const isMuch = records < soonCopied && this.#capacity > muchRoom * records;
    for (const [index, column] of this.#columns.entries()) {
      if (this.#isMissing(index)) setNone(column, records);
      else if (column.values.length !== records)
        column.values = isMuch ? column.values.slice(0, records) : column.values.subarray(0, records);
      narrow(column);
    }
    const { forms } = this.#encoding;
    const places = this.#places;
    const { order } = this.#source;
    const texts = new RowTexts(this.#source);
    // As they stand where their number is wrong.
    const isInOrder = (record: number) => order === undefined || misfits.has(record);
    return {
      records,
      columns: this.#columns,
      indexOf: Object.fromEntries(this.#variables.map((variable, index) => [variable.id, index])),
      misfits,
      misfitFields,
      rowOf: (record) => record + 1 + skipped.before(record),
      encode: (column, text) => encodeNumberText(text, forms[column]!),
      rawTexts(record) {
        const written = texts.all(starts[record]!);
        return isInOrder(record) ? written : Array.from(places, (place) => written[place] ?? '');
      },
      rawText: (record, column) => texts.at(starts[record]!, isInOrder(record) ? column : places[column]!),
      corrected: new Map(),
    };
  }
}
