import type { DeliveringUnit, DeliveryFacts } from '../definition/unit.ts';
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

/**
 * What somebody who works the receipt out anew must know of the unit beside its code: only what can decide a rule, in an order of its own.
 * The digest of the reference vouches for it. Last year's delivery is a file, and not in it.
 */
export type ReceiptFacts = Pick<DeliveryFacts, 'employers' | 'codebook'> & Pick<DeliveringUnit, 'districts'>;

/** A proof of what was checked: the digest of its inputs, without a time or a signature, and without a value of the file. */
export interface Receipt {
  readonly format: typeof receiptFormat;
  readonly digest: string;
  readonly inputs: ReceiptInputs;
  /** Left out where nothing was known. */
  readonly facts?: ReceiptFacts;
}

export const receiptFormat = 'survey-receipt-1';

/** Changed when the same file, rules and facts may give another answer than before. */
export const engineVersion = '7';
