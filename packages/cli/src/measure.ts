import type { Command } from 'commander';
import { november2026, unitByCode } from '@insamling/survey/editions/november-2026';
import { visibleName } from '@insamling/survey/inert-text';
import { fillGaps, measureTexts, validateTexts as texts } from '@insamling/texts';
import { openWith } from './open-for-checking.ts';
import { bytesOf, reasonOf } from './read-bytes.ts';
import { refuse, swedishCommand } from './swedish-command.ts';

/** `insamling measure FILE --unit CODE [--corrections LOG]`: `{edition, unit, measures}` on standard output; exit 2 when the file cannot be read. */
export function measureCommand(): Command {
  return swedishCommand('measure', measureTexts.description, measureTexts.help)
    .argument('[file]')
    .option('--unit <code>')
    .option('--corrections <file>')
    .action(async (path: string | undefined, { unit, corrections }: { readonly unit?: string; readonly corrections?: string }) => {
      refuse(await run(path, unit, corrections));
    });
}

async function run(path: string | undefined, code: string | undefined, corrections: string | undefined): Promise<string | undefined> {
  if (!path) return texts.fileMissing;
  if (code === undefined) return texts.unitMissing;
  const unit = unitByCode(code);
  if (!unit) return fillGaps(texts.unitUnknown, { kod: visibleName(code) });
  let bytes: Uint8Array;
  try {
    bytes = await bytesOf(path);
  } catch (fault) {
    return fillGaps(texts.cannotRead, { fil: visibleName(path), orsak: reasonOf(fault) });
  }
  const opened = await openWith(november2026, bytes, corrections, { unit });
  if (typeof opened === 'string') return opened;
  if (opened.isFatal) return opened.told({ severity: 'fatal', limit: 1 })[0]?.message;
  process.stdout.write(`${JSON.stringify({ edition: november2026.id, unit: unit.codes, measures: opened.measures() })}\n`);
  return undefined;
}
