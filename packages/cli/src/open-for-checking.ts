import { createHash } from 'node:crypto';
import { openDelivery, type Aggregates, type Edition, type LastYear, type OpenedDelivery } from '@insamling/survey';
import { november2026, unitByCode } from '@insamling/survey/editions/november-2026';
import { fillGaps, validateTexts as texts } from '@insamling/texts';
import { DefinitionFault, definitionFrom } from './definition-file.ts';
import { factsFrom, FactsFault, type FileFacts } from './facts-file.ts';
import { bytesOf, reasonOf } from './read-bytes.ts';

const editions: Readonly<Record<string, Edition>> = { [november2026.id]: november2026 };

/** What a line says beside the file: whose it is, which survey, and what is known. */
export interface CheckOptions {
  readonly unit?: string;
  readonly edition?: string;
  readonly definition?: string;
  readonly lastYear?: string;
  readonly facts?: string;
}

/** Opens a file with everything the line names. @returns a Swedish sentence when something of it cannot be used */
export async function openForChecking(
  path: string,
  { unit: code, edition: editionId = november2026.id, definition, lastYear, facts: factsPath }: CheckOptions,
): Promise<{ readonly opened: OpenedDelivery; readonly sha256: string; readonly unit: string } | string> {
  if (code === undefined && definition === undefined) return texts.unitMissing;
  const unit = code === undefined ? undefined : unitByCode(code);
  if (!unit && code !== undefined) return fillGaps(texts.unitUnknown, { kod: code });
  const described = definition === undefined ? undefined : await describedIn(definition);
  if (typeof described === 'string') return described;
  const edition = described ?? (Object.hasOwn(editions, editionId) ? editions[editionId] : undefined);
  if (!edition) return fillGaps(texts.editionUnknown, { värde: editionId, utgåvor: Object.keys(editions).join(', ') });

  let bytes: Uint8Array;
  let last: Uint8Array | undefined;
  let reading = path;
  try {
    bytes = await bytesOf(path);
    if (lastYear !== undefined) last = await bytesOf((reading = lastYear));
  } catch (fault) {
    return fillGaps(texts.cannotRead, { fil: reading, orsak: reasonOf(fault) });
  }
  let facts: FileFacts;
  try {
    facts = factsPath === undefined ? {} : await factsFrom(factsPath);
  } catch (fault) {
    if (fault instanceof FactsFault) return fault.message;
    throw fault;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { districts, ...known } = facts;
  const opened = openDelivery(edition, bytes, {
    ...known,
    ...(unit ? { unit: { ...unit, ...(districts ? { districts } : {}) } } : {}),
    sha256,
    ...(last ? { lastYear: lastYearOf(last) } : {}),
  });
  return { opened, sha256, unit: unit?.name ?? '' };
}

/** A survey of one's own, or why it cannot be used. */
async function describedIn(path: string): Promise<Edition | string> {
  try {
    return (await definitionFrom(path)).edition;
  } catch (fault) {
    return fault instanceof DefinitionFault ? fault.message : fillGaps(texts.cannotRead, { fil: path, orsak: reasonOf(fault) });
  }
}

/** Last year's records, or the measures of them that `insamling measure` wrote. */
function lastYearOf(bytes: Uint8Array): LastYear {
  if (bytes[0] !== 0x7b) return { file: bytes };
  const written = JSON.parse(new TextDecoder().decode(bytes)) as { readonly measures?: Aggregates };
  return { aggregates: written.measures ?? {} };
}
