import { openDelivery, whoseFile, type Aggregates, type DeliveringUnit, type Edition, type LastYear } from '@insamling/survey';
import { unitByCode } from '@insamling/survey/editions/november-2026';
import { visibleName } from '@insamling/survey/inert-text';
import { correctionsTexts, fillGaps, lastYearTexts as texts, validateTexts } from '@insamling/texts';
import { logFor } from './corrections-file.ts';
import { bytesOf, reasonOf } from './read-bytes.ts';
import { whyUnreadable } from './untold.ts';

/**
 * Last year's records with the corrections of a log, or the measures of them that `insamling measure` wrote.
 * @param unit whose delivery it must be; undefined for a survey of one's own, which may know no units
 * @param logPath of the log of corrections, if there is one
 * @returns a Swedish sentence when something of it cannot be used: what it is compared with would be found to have changed
 */
export async function lastYearFrom(
  edition: Edition,
  unit: DeliveringUnit | undefined,
  path: string,
  logPath: string | undefined,
): Promise<LastYear | string> {
  const file = await readAt(path);
  if (typeof file === 'string') return file;
  const isMeasures = file[0] === 0x7b;
  if (isMeasures && logPath !== undefined) return fillGaps(correctionsTexts.ofMeasures, { fil: visibleName(path) });
  if (isMeasures) return measuresFrom(edition, unit, path, file);
  const whose = whoseFile(edition, file);
  // The sentence is worth a whole reading.
  if (!whose.hasRecords)
    return fillGaps(texts.unreadable, {
      fil: visibleName(path),
      orsak: whyUnreadable(openDelivery({ ...edition, rules: [] }, file)) ?? '',
    });
  if (logPath === undefined) return refusalOf(unit, path, whose.unitCodes) ?? { file };
  const written = await logFor(edition, file, logPath, 'lastYear');
  if (typeof written === 'string') return written;
  if (written.unfitting !== undefined) return written.unfitting;
  return refusalOf(unit, path, whoseFile(edition, file, written.log).unitCodes) ?? { file, corrections: written.log };
}

/** Why records with these codes are not the unit's; as of the file that is checked, a code that nobody has says nothing. */
function refusalOf(unit: DeliveringUnit | undefined, path: string, codes: ReadonlyMap<string, number>): string | undefined {
  if (!unit || unit.codes.some((code) => codes.has(code))) return undefined;
  const [code = ''] = [...codes].toSorted(([, one], [, other]) => other - one)[0] ?? [];
  const other = unitByCode(code);
  return other && fillGaps(texts.otherUnit, { fil: visibleName(path), kod: code, annan: other.name, enhet: unit.name });
}

function measuresFrom(edition: Edition, unit: DeliveringUnit | undefined, path: string, bytes: Uint8Array): LastYear | string {
  const written = writtenBy(bytes);
  if (!written) return fillGaps(validateTexts.noMeasures, { fil: visibleName(path) });
  if (![edition.id, idBefore(edition)].includes(written.edition))
    return fillGaps(texts.otherEdition, { fil: visibleName(path), annan: visibleName(written.edition), utgåva: edition.id });
  if (unit && !unit.codes.some((code) => written.unit.includes(code))) {
    const [code = ''] = written.unit;
    return fillGaps(texts.otherUnit, {
      fil: visibleName(path),
      kod: visibleName(code),
      annan: unitByCode(code)?.name ?? '',
      enhet: unit.name,
    });
  }
  return { aggregates: written.measures };
}

/** The edition of the year before: what was measured then is as good as what is measured now. */
const idBefore = ({ id, referenceYear }: Edition): string => id.replace(String(referenceYear), String(referenceYear - 1));

interface Measures {
  readonly edition: string;
  readonly unit: readonly string[];
  readonly measures: Aggregates;
}

/** @returns undefined when the document is another than `insamling measure` writes */
function writtenBy(bytes: Uint8Array): Measures | undefined {
  try {
    const { edition, unit, measures } = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<keyof Measures, unknown>>;
    const isOfUnit = typeof edition === 'string' && Array.isArray(unit) && unit.every((code) => typeof code === 'string');
    return isOfUnit && isNested(measures, 3) ? { edition, unit, measures: measures as Aggregates } : undefined;
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
  bytesOf(path).catch((fault: unknown) => fillGaps(validateTexts.cannotRead, { fil: visibleName(path), orsak: reasonOf(fault) }));
