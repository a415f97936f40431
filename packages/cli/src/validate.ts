import type { Command } from 'commander';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { openDelivery, type Aggregates, type Edition, type LastYear } from '@insamling/survey';
import { november2026, unitByCode } from '@insamling/survey/editions/november-2026';
import { count, fillGaps, validateTexts as texts } from '@insamling/texts';
import { DefinitionFault, definitionFrom } from './definition-file.ts';
import { factsFrom, FactsFault, type FileFacts } from './facts-file.ts';
import { asCsv, asJson, asText, type Checked } from './findings-as.ts';
import { swedishCommand, usageExit } from './swedish-command.ts';

const editions: Readonly<Record<string, Edition>> = { [november2026.id]: november2026 };
const formats: Readonly<Record<string, (checked: Checked) => Iterable<string>>> = { text: asText, json: asJson, csv: asCsv };
/** As the portal takes. */
const mostBytes = 200_000_000;

interface Options {
  readonly unit?: string;
  readonly edition?: string;
  readonly definition?: string;
  readonly format?: string;
  readonly lastYear?: string;
  readonly facts?: string;
}

/** `insamling validate FILE`: exit 0 without errors, 1 with errors, 2 when the file cannot be read or the line is wrong. */
export function validateCommand(): Command {
  return swedishCommand('validate', texts.description, fillGaps(texts.help, { utgåva: november2026.id }))
    .argument('[file]')
    .option('--unit <code>')
    .option('--edition <id>')
    .option('--definition <file>')
    .option('--format <format>')
    .option('--last-year <file>')
    .option('--facts <file>')
    .action(async (path: string | undefined, options: Options) => {
      const refusal = await run(path, options);
      if (refusal === undefined) return;
      process.stderr.write(`${refusal}\n`);
      process.exitCode = usageExit;
    });
}

/** Writes the findings and sets the exit code, or says why not. */
async function run(
  path: string | undefined,
  { unit: code, edition: editionId = november2026.id, definition, format = 'text', lastYear, facts: factsPath }: Options,
): Promise<string | undefined> {
  if (!path) return texts.fileMissing;
  if (code === undefined && definition === undefined) return texts.unitMissing;
  const unit = code === undefined ? undefined : unitByCode(code);
  if (!unit && code !== undefined) return fillGaps(texts.unitUnknown, { kod: code });
  const described = definition === undefined ? undefined : await describedIn(definition);
  if (typeof described === 'string') return described;
  const edition = described ?? (Object.hasOwn(editions, editionId) ? editions[editionId] : undefined);
  if (!edition) return fillGaps(texts.editionUnknown, { värde: editionId, utgåvor: Object.keys(editions).join(', ') });
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!write) return fillGaps(texts.formatUnknown, { värde: format });

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
  const summary = opened.summary();
  process.exitCode = opened.isFatal || summary.fatal > 0 ? usageExit : summary.errors > 0 ? 1 : 0;
  for (const piece of write({ name: basename(path), sha256, unit: unit?.name ?? '', opened, summary })) process.stdout.write(piece);
  return undefined;
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

export async function bytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > mostBytes) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
    return new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}

export function reasonOf(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: texts.notThere,
    ENOTDIR: texts.notThere,
    EISDIR: texts.isFolder,
    EACCES: texts.notAllowed,
    EPERM: texts.notAllowed,
    EFBIG: fillGaps(texts.tooLarge, { megabyte: count(mostBytes / 1_000_000) }),
  };
  return reasons[code] ?? fillGaps(texts.otherFault, { kod: code });
}
