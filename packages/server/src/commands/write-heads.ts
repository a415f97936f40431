import { commandTexts as texts, fillGaps } from '@insamling/texts';
import { keepHeadsNow } from '../audit/index.ts';
import type { Answer } from './answer.ts';
import { withServices } from './operator-services.ts';

/** `insamling audit head`: writes the signed heads of the audit log outside the database, beside those of each day. */
export async function writeHeads(): Promise<Answer> {
  const path = await withServices(keepHeadsNow);
  return path === undefined ? { line: texts.noDatabase, exit: 1 } : { line: fillGaps(texts.headWritten, { fil: path }), exit: 0 };
}

/** `insamling audit key`: the public half of the signing key, for whoever keeps the heads. */
export async function showAuditKey(): Promise<Answer> {
  const key = await withServices(async ({ keys }) => `${keys.currentKeyId}\n${keys.publicKey.trim()}`);
  return key === undefined ? { line: texts.noDatabase, exit: 1 } : { line: key, exit: 0 };
}
