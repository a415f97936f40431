import type { CellChange } from '@insamling/survey';
import { correctionsTexts as texts, fillGaps } from '@insamling/texts';

const fields = ['record', 'text', 'variable'];

/**
 * A log of corrections: a JSON array of `{record, variable, text}`, oldest first; record 1-based, variable by id, the text that the
 * cell was given. @returns why it cannot be used, in Swedish and without a value of it, when it has another shape
 */
export function correctionsFrom(bytes: Uint8Array): readonly CellChange[] | string {
  let log: unknown;
  try {
    log = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return texts.noJson;
  }
  if (!Array.isArray(log)) return texts.noList;
  const wrong = log.findIndex((one) => !isCorrection(one));
  return wrong < 0 ? (log as CellChange[]) : fillGaps(texts.wrongShape, { nr: String(wrong + 1) });
}

function isCorrection(one: unknown): boolean {
  if (typeof one !== 'object' || one === null || Object.keys(one).toSorted().join() !== fields.join()) return false;
  const { record, variable, text } = one as Readonly<Record<string, unknown>>;
  return Number.isInteger(record) && typeof variable === 'string' && typeof text === 'string';
}
