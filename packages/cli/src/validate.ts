import type { Command } from 'commander';
import { basename } from 'node:path';
import { november2026 } from '@insamling/survey/editions/november-2026';
import { visibleName } from '@insamling/survey/inert-text';
import { fillGaps, validateTexts as texts } from '@insamling/texts';
import { asCsv, asJson, asText, type Checked } from './findings-as.ts';
import { openForChecking, type CheckOptions } from './open-for-checking.ts';
import { refuse, swedishCommand, usageExit } from './swedish-command.ts';
import { untoldOf } from './untold.ts';

const formats: Readonly<Record<string, (checked: Checked) => Iterable<string>>> = { text: asText, json: asJson, csv: asCsv };
interface Options extends CheckOptions {
  readonly format?: string;
  readonly remedies?: boolean;
}

/** `insamling validate FILE`: exit 0 without errors, 1 with errors, 2 when the file cannot be read or the line is wrong. */
export function validateCommand(): Command {
  return swedishCommand('validate', texts.description, fillGaps(texts.help, { utgåva: november2026.id }))
    .argument('[file]')
    .option('--unit <code>')
    .option('--edition <id>')
    .option('--definition <file>')
    .option('--format <format>')
    .option('--remedies')
    .option('--corrections <file>')
    .option('--last-year <file>')
    .option('--last-year-corrections <file>')
    .option('--facts <file>')
    .action(async (path: string | undefined, options: Options) => {
      refuse(await run(path, options));
    });
}

/** Writes the findings and sets the exit code, or says why not. */
async function run(
  path: string | undefined,
  { format = 'text', remedies: withRemedies = false, ...options }: Options,
): Promise<string | undefined> {
  if (!path) return texts.fileMissing;
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!write) return fillGaps(texts.formatUnknown, { värde: visibleName(format) });
  const found = await openForChecking(path, options);
  if (typeof found === 'string') return found;
  const { opened, sha256, unit } = found;
  const summary = opened.summary();
  const untold = untoldOf(opened, summary);
  process.exitCode = opened.isFatal || summary.fatal > 0 ? usageExit : summary.errors + untold.length > 0 ? 1 : 0;
  for (const piece of write({ name: basename(path), sha256, unit, opened, summary, untold, withRemedies })) process.stdout.write(piece);
  return undefined;
}
