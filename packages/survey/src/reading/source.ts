import type { ColumnOrder, FileFacts } from './file-facts.ts';

/**
 * A file made ready to be split: whatever it was (separated, fixed width, a workbook, UTF-16), its rows stand here as separated
 * bytes. An ordinary file stands here as it came, not copied.
 */
export interface Source {
  readonly bytes: Uint8Array;
  /** First byte of the first row. */
  readonly start: number;
  /** How the bytes here are to be decoded. */
  readonly isUtf8: boolean;
  /** Set where only the first bytes have been looked at: the others are to be UTF-8 too, or the file is another one. */
  readonly isLikely?: true;
  /** What stands between values here, as a byte. */
  readonly separator: number;
  /** Place of each variable among the values of a row; -1 for a column that is not there. Absent: in layout order. */
  readonly order?: Int32Array;
  /** How many values a row must have. */
  readonly fields: number;
  /** The first non-blank row is a header. Absent: asked of the row itself. */
  readonly hasHeader?: boolean;
  /** Why there are no rows to read. */
  readonly fault?: 'binary' | 'undecodable';
  /** What is to be said of the file as it came. */
  readonly facts: Pick<FileFacts, 'encoding' | 'encodingReason' | 'separator' | 'form' | 'workbook' | 'refused'> & {
    readonly columns?: ColumnOrder;
  };
}
