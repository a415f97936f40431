import { canonicalJson } from './canonical-json.ts';
import { digestOf } from './receipt-of.ts';
import { receiptFormat, type Receipt, type ReceiptInputs } from './receipt.ts';

/** Why a receipt is not what was found: an input that is another, or `digest` when it does not vouch for its own inputs. */
export type ReceiptDifference = keyof ReceiptInputs | 'digest';

const inputs = ['data', 'rules', 'reference', 'engine', 'counts', 'notEvaluable'] as const satisfies readonly (keyof ReceiptInputs)[];

/** Everything in which a receipt differs from what was found anew; nothing when it holds. */
export function compareReceipts(told: Receipt, found: Receipt): ReceiptDifference[] {
  const differing: ReceiptDifference[] = inputs.filter((name) => canonicalJson(told.inputs[name]) !== canonicalJson(found.inputs[name]));
  return digestOf(told.inputs) === told.digest ? differing : ['digest', ...differing];
}

/** A receipt from outside; undefined for a text that is none. */
export function readReceipt(json: string): Receipt | undefined {
  let written: unknown;
  try {
    written = JSON.parse(json);
  } catch {
    return undefined;
  }
  return isReceipt(written) ? written : undefined;
}

function isReceipt(value: unknown): value is Receipt {
  const { format, digest, inputs: told } = fieldsOf(value);
  const { data, rules, reference, engine, counts, notEvaluable } = fieldsOf(told);
  const isText = (text: unknown): boolean => typeof text === 'string';
  return (
    format === receiptFormat &&
    isText(digest) &&
    typeof fieldsOf(data)['records'] === 'number' &&
    [fieldsOf(data)['sha256'], fieldsOf(rules)['sha256'], fieldsOf(rules)['edition'], fieldsOf(reference)['sha256'], engine].every(
      isText,
    ) &&
    Array.isArray(counts) &&
    Array.isArray(notEvaluable)
  );
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
