/** How a file was written. */
export interface FileFacts {
  readonly bytes: number;
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le' | 'utf-16be' | 'unknown';
  readonly separator: ';' | ',' | '\t' | '|' | '';
  readonly hasHeader: boolean;
  /** Data records: header and blank rows not counted. */
  readonly records: number;
  /** Values in the first data row. */
  readonly fields: number;
}
