import { createHash } from 'node:crypto';
import { openDelivery, type DeliveryFacts, type Edition, type OpenedDelivery } from '@insamling/survey';
import { november2026, unitByCode } from '@insamling/survey/editions/november-2026';
import { visibleName } from '@insamling/survey/inert-text';
import { correctionsTexts, fillGaps, validateTexts as texts } from '@insamling/texts';
import { logFor } from './corrections-file.ts';
import { DefinitionFault, definitionFrom } from './definition-file.ts';
import { factsFrom, FactsFault, type FileFacts } from './facts-file.ts';
import { lastYearFrom } from './last-year-file.ts';
import { bytesOf, reasonOf } from './read-bytes.ts';

const editions: Readonly<Record<string, Edition>> = { [november2026.id]: november2026 };

/** What a line says beside the file: whose it is, which survey, and what is known. */
export interface CheckOptions {
  readonly unit?: string;
  readonly edition?: string;
  readonly definition?: string;
  readonly corrections?: string;
  readonly lastYear?: string;
  readonly lastYearCorrections?: string;
  readonly facts?: string;
}

/**
 * Opens a file with everything the line names.
 * @param known what is known where the line names no facts
 * @returns a Swedish sentence when something of it cannot be used
 */
export async function openForChecking(
  path: string,
  {
    unit: code,
    edition: editionId = november2026.id,
    definition,
    corrections,
    lastYear: lastYearPath,
    lastYearCorrections,
    facts: factsPath,
  }: CheckOptions,
  known: FileFacts = {},
): Promise<{ readonly opened: OpenedDelivery; readonly sha256: string; readonly unit: string } | string> {
  if (code === undefined && definition === undefined) return texts.unitMissing;
  const unit = code === undefined ? undefined : unitByCode(code);
  if (!unit && code !== undefined) return fillGaps(texts.unitUnknown, { kod: visibleName(code) });
  const described = definition === undefined ? undefined : await describedIn(definition);
  if (typeof described === 'string') return described;
  const edition = described ?? (Object.hasOwn(editions, editionId) ? editions[editionId] : undefined);
  if (!edition) return fillGaps(texts.editionUnknown, { värde: visibleName(editionId), utgåvor: Object.keys(editions).join(', ') });

  let bytes: Uint8Array;
  try {
    bytes = await bytesOf(path);
  } catch (fault) {
    return fillGaps(texts.cannotRead, { fil: visibleName(path), orsak: reasonOf(fault) });
  }
  if (lastYearPath === undefined && lastYearCorrections !== undefined) return correctionsTexts.alone;
  const lastYear = lastYearPath === undefined ? undefined : await lastYearFrom(edition, unit, lastYearPath, lastYearCorrections);
  if (typeof lastYear === 'string') return lastYear;
  let facts: FileFacts;
  try {
    facts = factsPath === undefined ? known : await factsFrom(factsPath);
  } catch (fault) {
    if (fault instanceof FactsFault) return fault.message;
    throw fault;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { districts, ...others } = facts;
  const opened = await openWith(edition, bytes, corrections, {
    ...others,
    ...(unit ? { unit: { ...unit, ...(districts ? { districts } : {}) } } : {}),
    sha256,
    ...(lastYear ? { lastYear } : {}),
  });
  return typeof opened === 'string' ? opened : { opened, sha256, unit: unit?.name ?? '' };
}

/**
 * Opens a file as it stands after the corrections of its log, if there is one.
 * @returns a Swedish sentence when the log cannot be used; of a file that cannot be read the findings say more
 */
export async function openWith(
  edition: Edition,
  bytes: Uint8Array,
  corrections: string | undefined,
  facts: DeliveryFacts,
): Promise<OpenedDelivery | string> {
  if (corrections === undefined) return openDelivery(edition, bytes, facts);
  const written = await logFor(edition, bytes, corrections, 'checked');
  if (typeof written === 'string') return written;
  if (written.unfitting === undefined) return openDelivery(edition, bytes, facts, written.log);
  const opened = openDelivery(edition, bytes, facts);
  return opened.isFatal ? opened : written.unfitting;
}

/** A survey of one's own, or why it cannot be used. */
async function describedIn(path: string): Promise<Edition | string> {
  try {
    return (await definitionFrom(path)).edition;
  } catch (fault) {
    return fault instanceof DefinitionFault
      ? fault.message
      : fillGaps(texts.cannotRead, { fil: visibleName(path), orsak: reasonOf(fault) });
  }
}
