import type { Command } from 'commander';
import { compareReceipts, readReceipt, receiptOf, type Receipt } from '@insamling/survey';
import { november2026 } from '@insamling/survey/editions/november-2026';
import { visibleName, visibleText } from '@insamling/survey/inert-text';
import { counted, fillGaps, receiptCommandTexts as texts, validateTexts } from '@insamling/texts';
import { factsIn, FactsFault, type FileFacts } from './facts-file.ts';
import { openForChecking, type CheckOptions } from './open-for-checking.ts';
import { bytesOf, reasonOf } from './read-bytes.ts';
import { refuse, swedishCommand } from './swedish-command.ts';
import { whyUnreadable } from './untold.ts';

/**
 * `insamling receipt FILE`: the receipt as JSON, exit 0. `insamling receipt verify RECEIPT FILE`: exit 0 when the receipt holds, 1
 * when something differs. Either: exit 2 when a file cannot be read or the line is wrong.
 */
export function receiptCommand(words: readonly string[]): Command {
  const command = swedishCommand('receipt', texts.description, fillGaps(texts.help, { utgåva: november2026.id }));
  if (words[0] === 'verify')
    command
      .argument('[receipt]')
      .argument('[file]')
      .action(async (receipt: string | undefined, path: string | undefined, options: CheckOptions) =>
        refuse(await verify(receipt, path, options)),
      );
  else command.argument('[file]').action(async (path: string | undefined, options: CheckOptions) => refuse(await write(path, options)));
  return command
    .option('--unit <code>')
    .option('--edition <id>')
    .option('--definition <file>')
    .option('--corrections <file>')
    .option('--last-year <file>')
    .option('--last-year-corrections <file>')
    .option('--facts <file>');
}

async function write(path: string | undefined, options: CheckOptions): Promise<string | undefined> {
  if (!path) return texts.fileMissing;
  const found = await receiptFor(path, options);
  if (typeof found === 'string') return found;
  process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  return undefined;
}

/** Works the receipt out anew and says in what it differs, one sentence a line. */
async function verify(receiptPath: string | undefined, path: string | undefined, options: CheckOptions): Promise<string | undefined> {
  if (!receiptPath || !path) return texts.receiptMissing;
  let told: Receipt | undefined;
  try {
    told = readReceipt(new TextDecoder().decode(await bytesOf(receiptPath)));
  } catch (fault) {
    return fillGaps(validateTexts.cannotRead, { fil: visibleName(receiptPath), orsak: reasonOf(fault) });
  }
  if (!told) return fillGaps(texts.noReceipt, { fil: visibleName(receiptPath) });
  const known = factsOf(told, receiptPath);
  if (typeof known === 'string') return known;
  const found = await receiptFor(path, options, known);
  if (typeof found === 'string') return found;
  const differences = compareReceipts(told, found);
  for (const difference of differences)
    process.stdout.write(`${visibleText(fillGaps(texts.differences[difference], gapsOf(told, found)))}\n`);
  if (differences.length === 0) process.stdout.write(`${fillGaps(texts.holds, { kontrollsumma: found.digest })}\n`);
  process.exitCode = differences.length === 0 ? 0 : 1;
  return undefined;
}

/** What the receipt says was known, or why it cannot be used. */
function factsOf({ facts = {} }: Receipt, receiptPath: string): FileFacts | string {
  try {
    return factsIn(facts, receiptPath);
  } catch (fault) {
    if (fault instanceof FactsFault) return fault.message;
    throw fault;
  }
}

async function receiptFor(path: string, options: CheckOptions, known?: FileFacts): Promise<Receipt | string> {
  const found = await openForChecking(path, options, known);
  if (typeof found === 'string') return found;
  const { opened } = found;
  if (opened.isFatal) return opened.told({ severity: 'fatal', limit: 1 })[0]?.message ?? whyUnreadable(opened) ?? texts.unreadable;
  return receiptOf(opened);
}

/** What the sentences name of both receipts. */
function gapsOf({ inputs: told }: Receipt, { inputs: found }: Receipt): Readonly<Record<string, string>> {
  const spelled = ({ counts }: Receipt['inputs']) => counts.map(({ rule, severity, count }) => [`${rule} ${severity}`, count] as const);
  const [before, now] = [new Map(spelled(told)), new Map(spelled(found))];
  const differing = [...new Set([...before.keys(), ...now.keys()])].filter((name) => before.get(name) !== now.get(name)).sort();
  const only = (one: readonly string[], other: readonly string[]) => one.filter((rule) => !other.includes(rule));
  return {
    poster: String(found.data.records),
    postertidigare: counted(told.data.records, 'post', 'poster'),
    utgåva: found.rules.edition,
    utgåvatidigare: told.rules.edition,
    motor: found.engine,
    motortidigare: told.engine,
    antal: [...new Set(differing.map((name) => `${name.split(' ')[0]} (${before.get(name) ?? 0} → ${now.get(name) ?? 0})`))].join(', '),
    kontroller: [...only(told.notEvaluable, found.notEvaluable), ...only(found.notEvaluable, told.notEvaluable)].sort().join(', '),
  };
}
