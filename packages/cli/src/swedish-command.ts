import { Command, type CommanderError } from 'commander';
import { cliTexts as texts, fillGaps } from '@insamling/texts';

/** Exit code of a line that cannot be understood, or a file that cannot be read. */
export const usageExit = 2;

/** A command that explains itself in Swedish: its help is the text given, and its refusals are one sentence on standard error. */
export function swedishCommand(name: string, description: string, help: string): Command {
  const command = new Command(name)
    .description(description)
    .allowExcessArguments(false)
    .configureOutput({ writeErr: () => undefined })
    .exitOverride((refusal) => leave(name, refusal));
  command.helpInformation = () => help;
  return command;
}

/** Commander's own refusals are English and already silenced: said again in Swedish. */
function leave(name: string, { code, exitCode, message }: CommanderError): never {
  if (exitCode === 0) process.exit(0);
  const word = /'([^' ]+)/.exec(message)?.[1] ?? '';
  const sentences: Readonly<Record<string, string>> = {
    'commander.unknownOption': texts.optionUnknown,
    'commander.optionMissingArgument': texts.valueMissing,
    'commander.excessArguments': texts.tooManyWords,
  };
  process.stderr.write(`${fillGaps(sentences[code] ?? texts.usage, { val: word, kommando: name })}\n`);
  process.exit(usageExit);
}
