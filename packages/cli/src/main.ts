import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { visibleName } from '@insamling/survey/inert-text';
import { cliTexts as texts, fillGaps } from '@insamling/texts';
import { refuse, usageExit } from './swedish-command.ts';

/** `insamling …`: what needs no portal is done here, and what a command needs is loaded when it is asked for. */
const here: Readonly<Record<string, (words: readonly string[]) => Promise<unknown>>> = {
  validate: async (words) => (await import('./validate.ts')).validateCommand().parseAsync(words, { from: 'user' }),
  'check-edition': async (words) => (await import('./check-edition.ts')).checkEditionCommand().parseAsync(words, { from: 'user' }),
  measure: async (words) => (await import('./measure.ts')).measureCommand().parseAsync(words, { from: 'user' }),
  receipt: async (words) =>
    (await import('./receipt.ts')).receiptCommand(words).parseAsync(words[0] === 'verify' ? words.slice(1) : words, { from: 'user' }),
  generate: async (words) => (await import('./generate.ts')).generateCommand().parseAsync(words, { from: 'user' }),
};
/** The operator's commands are those of the server beside us, which reads the line itself. */
const ofServer = ['admin', 'migrate', 'audit', 'keys', 'retention'];
/** What they call a thing that went wrong. */
const failedExit = 1;
const serverCommands = join(import.meta.dirname, '../../server/src/commands/main.ts');

/**
 * Does what a line says.
 * @param words those after `insamling`
 * @param load loads a module: as one file the command has no way of its own
 */
export async function run([word, ...rest]: readonly string[], load: (url: string) => Promise<unknown>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => giveUp(error, ofServer.includes(word ?? '') ? failedExit : usageExit));
  if (word === undefined) refuse(texts.commandMissing);
  else if (Object.hasOwn(here, word)) await here[word]!(rest);
  else if (ofServer.includes(word)) await handOver(word, load);
  else if (word === '--help' || word === '-h' || word === 'help') process.stdout.write(texts.help);
  else refuse(fillGaps(texts.commandUnknown, { kommando: visibleName(word) }));
}

/** What was to be said cannot be written: an exit code that would say what was found is no answer then. */
function giveUp({ code = '' }: NodeJS.ErrnoException, exit: number): never {
  // A reader that has seen enough (`| head`) closes the pipe: nothing more to say then.
  if (code === 'EPIPE') process.exit();
  process.stderr.on('error', () => process.exit(exit));
  process.stderr.write(
    `${fillGaps(texts.cannotAnswer, { orsak: code === 'ENOSPC' ? texts.diskFull : fillGaps(texts.otherFault, { kod: code }) })}\n`,
  );
  process.exit(exit);
}

async function handOver(name: string, load: (url: string) => Promise<unknown>): Promise<void> {
  if (existsSync(serverCommands)) await load(pathToFileURL(serverCommands).href);
  else refuse(fillGaps(texts.noServer, { kommando: name }));
}
