import { unfittingCorrection, type Aggregates, type Edition, type LastYear } from '@insamling/survey';
import { correctionsTexts, fillGaps, validateTexts } from '@insamling/texts';
import { correctionsFrom } from './corrections-file.ts';
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
  if (logPath === undefined) return isMeasures ? { aggregates: measuresIn(file) } : { file };
  if (isMeasures) return fillGaps(correctionsTexts.ofMeasures, { fil: path });
  const written = await readAt(logPath);
  if (typeof written === 'string') return written;
  const log = correctionsFrom(written);
  if (typeof log === 'string') return fillGaps(correctionsTexts.cannotUse, { fil: logPath, orsak: log });
  const unfitting = unfittingCorrection(edition, file, log);
  if (!unfitting) return { file, corrections: log };
  const gaps = { fil: logPath, nr: String(unfitting.place + 1), post: String(log[unfitting.place]!.record) };
  return fillGaps(correctionsTexts.unfitting[unfitting.reason], gaps);
}

const measuresIn = (bytes: Uint8Array): Aggregates =>
  (JSON.parse(new TextDecoder().decode(bytes)) as { readonly measures?: Aggregates }).measures ?? {};

/** The bytes of a file, or the sentence that says why it cannot be read. */
const readAt = (path: string): Promise<Uint8Array | string> =>
  bytesOf(path).catch((fault: unknown) => fillGaps(validateTexts.cannotRead, { fil: path, orsak: reasonOf(fault) }));
