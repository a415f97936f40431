import type { Aggregates, Edition, LastYear } from '@insamling/survey';
import { correctionsTexts, fillGaps, validateTexts } from '@insamling/texts';
import { logFor } from './corrections-file.ts';
import { bytesOf, reasonOf } from './read-bytes.ts';

/**
 * Last year's records with the corrections of a log, or the measures of them that `insamling measure` wrote.
 * @param logPath of the log of corrections, if there is one
 * @returns a Swedish sentence when something of it cannot be used
 */
export async function lastYearFrom(edition: Edition, path: string, logPath: string | undefined): Promise<LastYear | string> {
  const file = await readAt(path);
  if (typeof file === 'string') return file;
  const isMeasures = file[0] === 0x7b;
  if (isMeasures && logPath !== undefined) return fillGaps(correctionsTexts.ofMeasures, { fil: path });
  if (isMeasures) {
    const aggregates = measuresIn(file);
    return aggregates ? { aggregates } : fillGaps(validateTexts.noMeasures, { fil: path });
  }
  if (logPath === undefined) return { file };
  const written = await logFor(edition, file, logPath, 'lastYear');
  return typeof written === 'string' ? written : (written.unfitting ?? { file, corrections: written.log });
}

/** @returns undefined when the document is another than `insamling measure` writes */
function measuresIn(bytes: Uint8Array): Aggregates | undefined {
  try {
    const { measures } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly measures?: unknown };
    return isNested(measures, 3) ? (measures as Aggregates) : undefined;
  } catch {
    return undefined;
  }
}

/** Objects in objects, so many deep, and numbers in the innermost. */
function isNested(value: unknown, depth: number): boolean {
  if (depth === 0) return typeof value === 'number';
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((one) => isNested(one, depth - 1))
  );
}

/** The bytes of a file, or the sentence that says why it cannot be read. */
const readAt = (path: string): Promise<Uint8Array | string> =>
  bytesOf(path).catch((fault: unknown) => fillGaps(validateTexts.cannotRead, { fil: path, orsak: reasonOf(fault) }));
