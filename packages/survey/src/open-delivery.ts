import type { CellAddress, CorrectionEffect } from './correction/correction.ts';
import type { Edition } from './definition/survey-definition.ts';
import type { DeliveryFacts } from './definition/unit.ts';
import type { Finding, Severity } from './findings/finding.ts';
import type { FindingSummary } from './findings/summary.ts';

/** How the file was read. */
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

export interface FindingFilter {
  readonly rules?: readonly string[];
  readonly severity?: Severity;
  readonly record?: number;
  readonly offset?: number;
  readonly limit?: number;
}

/**
 * A file that has been read and checked and can be corrected: columns, one bitset of findings per rule, groups.
 * Held by a web worker, a server worker or the command line; rebuilt anywhere from the bytes and the log of corrections.
 */
export interface OpenedDelivery {
  readonly edition: Edition;
  readonly file: FileFacts;
  /** True when the file could not be read: then only findings on the file exist and nothing can be corrected. */
  readonly isFatal: boolean;
  summary(): FindingSummary;
  /** In stable order: severity (fatal first), rule, record (file findings first), field. Without `limit`: all. */
  findings(filter?: FindingFilter): Finding[];
  /** Record numbers with at least one finding of the rule, ascending; empty for a finding on the file. */
  recordsOf(rule: string): Uint32Array;
  /** The current texts of a record in layout order, trimmed as the rules read them. */
  record(record: number): readonly string[];
  /** Row of a record in the file, 1-based with the header counted. */
  rowOf(record: number): number;
  /**
   * Changes one cell and re-checks what it can touch. To undo, correct the cell back to `before`.
   * @throws RangeError for a record or variable that does not exist
   */
  correct(cell: CellAddress, text: string): CorrectionEffect;
}

/**
 * Reads and checks a file in one pass, and keeps what is needed to correct it.
 * @param bytes the file exactly as it came; kept, not changed
 */
export function openDelivery(edition: Edition, bytes: Uint8Array, facts: DeliveryFacts = {}): OpenedDelivery {
  throw new Error('not built yet', { cause: [edition.id, bytes.length, facts] });
}
