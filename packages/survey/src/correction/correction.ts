import type { Finding } from '../findings/finding.ts';
import type { FindingSummary } from '../findings/summary.ts';

/** A place in the file: record 1-based among data records, variable by id. */
export interface CellAddress {
  readonly record: number;
  readonly variable: string;
}

/** What one changed cell did: the text it replaced, findings that went and came, and the counts after it. */
export interface CorrectionEffect {
  readonly before: string;
  readonly after: string;
  readonly resolved: readonly Finding[];
  readonly raised: readonly Finding[];
  readonly summary: FindingSummary;
}
