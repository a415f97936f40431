import { dayStylesOf, sharedTextsOf, sheetsOf, type SheetPart } from './parts.ts';
import { readSheet, type SheetContext, type SheetNotes } from './read-sheet.ts';
import { Refused, Zip } from './zip.ts';

/** What a workbook holds beside the rows that were read. */
export interface WorkbookFacts extends SheetNotes {
  readonly sheet: string;
  /** Other sheets with something in them that can be seen. */
  readonly otherSheets: readonly string[];
  readonly hiddenSheets: number;
  /** Rows above the header or the first record. */
  readonly titleRows: number;
}

export interface ReadWorkbook {
  /** Rows as UTF-8, semicolon between values, quotes per RFC 4180. */
  readonly bytes: Uint8Array;
  readonly facts: WorkbookFacts;
}

/** Whether the bytes begin as a ZIP file does. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * The sheet of a workbook that looks like records: of those that can be seen the one with most values in its rows.
 * @param fields values that a record has
 * @returns why it cannot be read, when it cannot
 */
export function readWorkbook(bytes: Uint8Array, fields: number): ReadWorkbook | Refused {
  try {
    const zip = new Zip(bytes);
    const { sheets, from1904 } = sheetsOf(zip);
    const context = { texts: sharedTextsOf(zip), dayStyles: dayStylesOf(zip), from1904 };
    const seen = sheets.filter(({ isHidden }) => !isHidden);
    const read = seen.map((sheet) => ({ sheet, ...rowsOf(zip, sheet, context, fields) }));
    const filled = read.filter(({ likely }) => likely > 0);
    const chosen = filled.reduce<(typeof filled)[number] | undefined>(
      (best, one) => (!best || one.likely > best.likely ? one : best),
      undefined,
    );
    if (!chosen) return new Refused(seen.length === 0 ? 'noSheet' : 'noRecords');
    return {
      bytes: chosen.bytes,
      facts: {
        ...chosen.notes,
        titleRows: chosen.titleRows,
        sheet: chosen.sheet.name,
        otherSheets: filled.filter((one) => one !== chosen).map(({ sheet }) => sheet.name),
        hiddenSheets: sheets.length - seen.length,
      },
    };
  } catch (fault) {
    if (fault instanceof Refused) return fault;
    throw fault;
  }
}

/** A sheet as bytes, and how many of its values stand in rows that have about as many as a record. */
function rowsOf(
  zip: Zip,
  { path }: SheetPart,
  context: SheetContext,
  fields: number,
): { bytes: Uint8Array; notes: SheetNotes; likely: number; titleRows: number } {
  const writer = new RowWriter();
  let likely = 0;
  let width = 0;
  let titleRows = 0;
  const notes = readSheet(zip, path, context, (texts) => {
    const isRecord = texts.length * 2 >= fields;
    likely += isRecord ? texts.length : texts.length > 0 ? 0.001 : 0;
    if (width === 0 && isRecord) width = Math.max(fields, texts.length);
    // What stands above the first row of values is a title: its row is kept, so that rows have the numbers they have in the sheet.
    if (width === 0 && texts.length > 0) titleRows += 1;
    writer.write(width === 0 ? [] : texts, texts.length === 0 ? 0 : width);
  });
  return { bytes: writer.bytes(), notes, likely, titleRows };
}

/** Texts put together as the file would have been written. */
class RowWriter {
  #bytes = new Uint8Array(65_536);
  #length = 0;
  readonly #encoder = new TextEncoder();

  /** @param width values that the row must have: empty ones at its end are left out in a sheet */
  write(texts: readonly string[], width: number): void {
    for (let index = 0; index < Math.max(texts.length, width); index += 1) {
      if (index > 0) this.#byte(0x3b);
      this.#text(texts[index] ?? '');
    }
    this.#byte(0x0a);
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #text(text: string): void {
    const written = /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    this.#room(written.length * 3);
    for (let index = 0; index < written.length; index += 1) {
      const code = written.charCodeAt(index);
      if (code > 127) {
        const encoded = this.#encoder.encode(written.slice(index));
        this.#bytes.set(encoded, this.#length);
        this.#length += encoded.length;
        return;
      }
      this.#bytes[this.#length] = code;
      this.#length += 1;
    }
  }

  #byte(byte: number): void {
    this.#room(1);
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const longer = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2));
    longer.set(this.#bytes);
    this.#bytes = longer;
  }
}
