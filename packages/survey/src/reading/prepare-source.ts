import type { Layout } from '../definition/layout.ts';
import type { Variable } from '../definition/variable.ts';
import { utf16AsUtf8 } from './decode.ts';
import { detectEncoding } from './detect-encoding.ts';
import { detectSeparator } from './detect-separator.ts';
import { fixedAsSeparated } from './fixed-width.ts';
import { isZip } from './is-zip.ts';
import { matchHeader } from './match-header.ts';
import { readRow, rowCells } from './read-rows.ts';
import type { Source } from './source.ts';
import type { readWorkbook } from './workbook/read-workbook.ts';

/** Rows in which the separator is looked for (FIL-05). */
const separatorRows = 50;

/** Reads workbooks: handed in, since a page need not load it before somebody chooses one. Without it a workbook is no text. */
export type WorkbookReader = typeof readWorkbook;

/**
 * What a file is, before it is split: its encoding, where its rows begin, what stands between values, and what its header names.
 * @param enough bytes that are looked at to tell the encoding: see `detectEncoding`
 */
export function prepareSource(
  original: Uint8Array,
  variables: readonly Variable[],
  layout: Layout | undefined,
  readBook: WorkbookReader | undefined,
  enough?: number,
): Source {
  const source = unpacked(original, variables, layout, readBook, enough);
  // What has been made anew of the bytes is no longer looked at.
  if (source.isLikely && source.bytes !== original) return prepareSource(original, variables, layout, readBook);
  return withHeader(source, variables, layout);
}

function unpacked(
  original: Uint8Array,
  variables: readonly Variable[],
  layout: Layout | undefined,
  readBook: WorkbookReader | undefined,
  enough: number | undefined,
): Source {
  const fields = variables.length;
  if (readBook && isZip(original)) return workbookSource(original, variables, layout, readBook);
  const { encoding, reason, start, fault, isLikely } = detectEncoding(original, enough);
  const facts = { encoding, encodingReason: reason, separator: '', form: 'separated' } as const;
  const likely = isLikely ? { isLikely } : {};
  if (fault) return { bytes: original, start: 0, isUtf8: true, separator: semicolon, fields, fault, facts };
  const isUtf16 = encoding === 'utf-16le' || encoding === 'utf-16be';
  const bytes = isUtf16 ? utf16AsUtf8(original.subarray(start), encoding) : original;
  if (bytes === undefined) return { bytes: original, start: 0, isUtf8: true, separator: semicolon, fields, fault: 'undecodable', facts };
  // A character NUL is in no text: what was read as UTF-16 was something else.
  if (isUtf16 && bytes.includes(0))
    return {
      bytes: original,
      start: 0,
      isUtf8: true,
      separator: semicolon,
      fields,
      fault: 'binary',
      facts: { ...facts, encoding: 'unknown' },
    };
  const from = isUtf16 ? 0 : start;
  const isUtf8 = encoding !== 'windows-1252';
  const separator = detectSeparator(bytes, from, separatorRows);
  if (layout?.form === 'fixed' || ![fields, fields + 1].includes(valuesInFirstRow(bytes, from, separator))) {
    const separated = fixedAsSeparated(bytes, from, isUtf8, variables, layout?.form === 'fixed');
    if (separated)
      return { bytes: separated, start: 0, isUtf8: true, separator: semicolon, fields, facts: { ...facts, form: 'fixed' }, ...likely };
  }
  return { bytes, start: from, isUtf8, separator: (separator || ';').charCodeAt(0), fields, facts: { ...facts, separator }, ...likely };
}

const semicolon = 0x3b;

/** A comma in a name is no separator: rows that are as long as a record are looked for where the first has not its values. */
function valuesInFirstRow(bytes: Uint8Array, from: number, separator: string): number {
  const cells = rowCells();
  readRow(bytes, from, (separator || ';').charCodeAt(0), cells);
  return cells.count;
}

function workbookSource(
  original: Uint8Array,
  variables: readonly Variable[],
  layout: Layout | undefined,
  readBook: WorkbookReader,
): Source {
  const fields = variables.length;
  const facts = { encoding: 'workbook', encodingReason: 'workbook', separator: ';', form: 'workbook' } as const;
  const read = readBook(original, variables, layout?.decimals === 'point' ? '.' : ',');
  const base = { start: 0, isUtf8: true, separator: semicolon, fields };
  if ('fault' in read) {
    const refused = {
      ...facts,
      encoding: 'unknown',
      encodingReason: 'none',
      separator: '',
      form: 'separated',
      refused: read.fault,
    } as const;
    return { ...base, bytes: original, fault: 'binary', facts: refused };
  }
  return { ...base, bytes: read.bytes, facts: { ...facts, workbook: read.facts } };
}

/** Columns in the order that the first row names them, when it names enough of them. */
function withHeader(source: Source, variables: readonly Variable[], layout: Layout | undefined): Source {
  if (source.fault || layout?.header === 'none') return source;
  const named = matchHeader(source, variables);
  if (!named) return source;
  const { order, fields, columns } = named;
  if (!order || !columns) return { ...source, hasHeader: true };
  return { ...source, order, fields, hasHeader: true, facts: { ...source.facts, columns } };
}
