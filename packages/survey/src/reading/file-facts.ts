import type { WorkbookFacts } from './workbook/read-workbook.ts';
import type { Refused } from './workbook/zip.ts';

/** Which column of the file gave which variable, when its header named them. */
export interface ColumnOrder {
  /** Variable of each column of the file; null for one that is none of them. */
  readonly variables: readonly (string | null)[];
  /** What the header calls each of them, as it may be shown. */
  readonly names: readonly string[];
  /** Names in the header that are no variable, as they stand, and variables that two columns name. */
  readonly unknown: readonly string[];
  readonly repeated: readonly string[];
  /** Variables without a column. */
  readonly missing: readonly string[];
}

/** What a spreadsheet has done to values on their way, by field; no value is told. */
export interface Damage {
  /** `exponent`: 1,98E+11 for a number. `leadingZeros`: codes one digit short. `daySerial`: a day as the number of days since 1900. */
  readonly kind: 'exponent' | 'leadingZeros' | 'daySerial';
  readonly field: string;
  readonly records: number;
  /** Row of the first of them, 1-based, header counted. */
  readonly row: number;
}

/** That the file is something else than was asked for. */
export type Foreign =
  /** Rows of another length (fixed width) or with another number of values, all alike. */
  | { readonly kind: 'otherLayout'; readonly found: number; readonly expected: number; readonly of: 'characters' | 'values' }
  /** Most years in the file are this one. */
  | { readonly kind: 'otherYear'; readonly found: number; readonly expected: number };

/** How a file was written. */
export interface FileFacts {
  readonly bytes: number;
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le' | 'utf-16be' | 'workbook' | 'unknown';
  /** What it was told by. */
  readonly encodingReason: 'byteOrderMark' | 'validUtf8' | 'notUtf8' | 'zeroBytes' | 'workbook' | 'none';
  readonly separator: ';' | ',' | '\t' | '|' | '';
  readonly form: 'separated' | 'fixed' | 'workbook';
  readonly hasHeader: boolean;
  /** Present when the header does not name the columns in a way that is understood: they are read in the order of the layout. */
  readonly isHeaderUnknown?: true;
  /** Data records: header and blank rows not counted. */
  readonly records: number;
  /** Values in the first data row. */
  readonly fields: number;
  /** Rows of the file, of which `records` are records and `skippedRows` header, titles and blank ones. */
  readonly rows: number;
  readonly skippedRows: number;
  /** Present when the header named the columns in another order than the layout. */
  readonly columns?: ColumnOrder;
  readonly workbook?: WorkbookFacts;
  /** Why a workbook was not unpacked. */
  readonly refused?: Refused['fault'];
  readonly damage: readonly Damage[];
  readonly foreign?: Foreign;
}
