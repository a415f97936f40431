import type { RuleCount } from '../findings/summary.ts';

/** What a receipt vouches for. Equal inputs give an equal digest, wherever and whenever it is worked out. */
export interface ReceiptInputs {
  /** The records as they stand after corrections: how many, and the digest of their texts in the order of the file. */
  readonly data: { readonly records: number; readonly sha256: string };
  /** The edition: rules with their parameters, code lists, layout. */
  readonly rules: { readonly edition: string; readonly sha256: string };
  /** What was known beside the file and can decide a rule. */
  readonly reference: { readonly sha256: string };
  readonly engine: string;
  /** Of rules about data; what the delivery's way decides (in time, explained, new file) is not in it. */
  readonly counts: readonly RuleCount[];
  readonly notEvaluable: readonly string[];
}

/** A proof of what was checked: the digest of its inputs, without a time or a signature, and without a value of the file. */
export interface Receipt {
  readonly format: typeof receiptFormat;
  readonly digest: string;
  readonly inputs: ReceiptInputs;
}

export const receiptFormat = 'survey-receipt-1';

/** Changed when the same file, rules and facts may give another answer than before. */
export const engineVersion = '4';
