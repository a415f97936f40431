import { unfittingCorrection, type CellChange, type Edition } from '@insamling/survey';
import { visibleName } from '@insamling/survey/inert-text';
import { correctionsTexts as texts, fillGaps, validateTexts } from '@insamling/texts';
import { bytesOf, reasonOf } from './read-bytes.ts';

const fields = ['record', 'text', 'variable'];

/** A log that has been read, and why it cannot be written into the file it is given with. */
export interface LogForFile {
  readonly log: readonly CellChange[];
  /** A Swedish sentence without a value of the log; absent when every correction has its place in the file. */
  readonly unfitting?: string;
}

/**
 * The log of corrections of a file.
 * @param whose which of the files of a line it is, for the sentence that says so
 * @returns a Swedish sentence when it cannot be read or is no log
 */
export async function logFor(
  edition: Edition,
  file: Uint8Array,
  path: string,
  whose: keyof typeof texts.files,
): Promise<LogForFile | string> {
  let bytes: Uint8Array;
  try {
    bytes = await bytesOf(path);
  } catch (fault) {
    return fillGaps(validateTexts.cannotRead, { fil: visibleName(path), orsak: reasonOf(fault) });
  }
  const log = correctionsFrom(bytes);
  if (typeof log === 'string') return fillGaps(texts.cannotUse, { fil: visibleName(path), orsak: log });
  const unfitting = unfittingCorrection(edition, file, log);
  if (!unfitting) return { log };
  const gaps = {
    fil: visibleName(path),
    vilken: texts.files[whose],
    nr: String(unfitting.place + 1),
    post: String(log[unfitting.place]!.record),
  };
  return { log, unfitting: fillGaps(texts.unfitting[unfitting.reason], gaps) };
}

/**
 * A log of corrections: a JSON array of `{record, variable, text}`, oldest first; record 1-based, variable by id, the text that the
 * cell was given. @returns why it cannot be used, in Swedish and without a value of it, when it has another shape
 */
function correctionsFrom(bytes: Uint8Array): readonly CellChange[] | string {
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
