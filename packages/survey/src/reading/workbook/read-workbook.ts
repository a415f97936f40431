import type { Variable } from '../../definition/variable.ts';
import { columnsNamed } from '../columns-named.ts';
import { dayStylesOf, sharedTextsOf, sheetsOf, type SheetPart } from './parts.ts';
import { readSheet, type SheetContext, type SheetNotes } from './read-sheet.ts';
import { RowWriter } from './row-writer.ts';
import { Refused, Zip } from './zip.ts';

/** What a workbook holds beside the rows that were read. */
export interface WorkbookFacts extends SheetNotes {
  readonly sheet: string;
  /** Other sheets with something in them that can be seen. */
  readonly otherSheets: readonly string[];
  /** Names of those that cannot. */
  readonly hiddenSheets: readonly string[];
  /** Rows above the header or the first record. */
  readonly titleRows: number;
}

export interface ReadWorkbook {
  /** Rows as UTF-8, semicolon between values, quotes per RFC 4180. */
  readonly bytes: Uint8Array;
  readonly facts: WorkbookFacts;
}

/**
 * The sheet of a workbook that looks like records: of those that can be seen the one with most values in its rows.
 * @param decimalSign how fractions are written
 * @returns why it cannot be read, when it cannot
 */
export function readWorkbook(bytes: Uint8Array, variables: readonly Variable[], decimalSign: ',' | '.'): ReadWorkbook | Refused {
  try {
    const zip = new Zip(bytes);
    const { sheets, from1904 } = sheetsOf(zip);
    const context = { texts: sharedTextsOf(zip), dayStyles: dayStylesOf(zip), from1904, decimalSign };
    const seen = sheets.filter(({ isHidden }) => !isHidden);
    let chosen: ReadSheet | undefined;
    const filled: string[] = [];
    for (const sheet of seen) {
      const read = rowsOf(zip, sheet, context, variables);
      if (read.likely > 0) filled.push(sheet.name);
      // Only the likeliest is kept: a workbook may list many.
      if (read.likely > (chosen?.likely ?? 0)) chosen = read;
    }
    if (!chosen) return new Refused(seen.length === 0 ? 'noSheet' : 'noRecords');
    const { name } = chosen.sheet;
    return {
      bytes: chosen.bytes,
      facts: {
        ...chosen.notes,
        titleRows: chosen.titleRows,
        sheet: name,
        otherSheets: filled.filter((one) => one !== name),
        hiddenSheets: sheets.filter(({ isHidden }) => isHidden).map((sheet) => sheet.name),
      },
    };
  } catch (fault) {
    if (fault instanceof Refused) return fault;
    throw fault;
  }
}

interface ReadSheet {
  readonly sheet: SheetPart;
  readonly bytes: Uint8Array;
  readonly notes: SheetNotes;
  /** How many of its values stand in rows that have about as many as a record. */
  readonly likely: number;
  readonly titleRows: number;
}

/** Rows in which a header is looked for. */
const headRows = 20;

/** A sheet as bytes. Rows above its header, or its first record, are titles: left blank, so that rows keep their numbers. */
function rowsOf(zip: Zip, sheet: SheetPart, context: SheetContext, variables: readonly Variable[]): ReadSheet {
  const writer = new RowWriter();
  const head: (readonly string[])[] = [];
  let likely = 0;
  let width = 0;
  let titleRows = 0;
  const write = (texts: readonly string[]): void => writer.write(texts, texts.length === 0 ? 0 : width);
  const writeHead = (): void => {
    const first = firstOf(head, variables);
    width = first < 0 ? 0 : Math.max(variables.length, head[first]!.length);
    for (const [row, texts] of head.entries()) {
      if (first < 0 || row >= first) write(texts);
      else {
        if (texts.length > 0) titleRows += 1;
        write([]);
      }
    }
    head.length = 0;
  };
  let isHead = true;
  const notes = readSheet(zip, sheet.path, context, (texts) => {
    likely += texts.length * 2 >= variables.length ? texts.length : texts.length > 0 ? 0.001 : 0;
    if (!isHead) return write(texts);
    head.push(texts);
    if (head.length < headRows) return undefined;
    isHead = false;
    return writeHead();
  });
  if (isHead) writeHead();
  return { sheet, bytes: writer.bytes(), notes, likely, titleRows };
}

/** The first row that names the columns, else the first that holds about as many values as a record; -1 for none. */
function firstOf(head: readonly (readonly string[])[], variables: readonly Variable[]): number {
  const named = head.findIndex((texts) => columnsNamed(texts, variables) !== undefined);
  if (named >= 0) return named;
  return head.findIndex(
    (texts) => texts.length * 2 >= variables.length && texts.filter((text) => text !== '').length * 4 >= variables.length,
  );
}
