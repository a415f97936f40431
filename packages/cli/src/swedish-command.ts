import { Command, CommanderError, type ParseOptions } from 'commander';
import { visibleName, visibleText } from '@insamling/survey/inert-text';
import { cliTexts as texts, fillGaps } from '@insamling/texts';

/** Exit code of a line that cannot be understood, or a file that cannot be read. */
export const usageExit = 2;

/** Says why a line cannot be followed; undefined when it could. */
export function refuse(refusal: string | undefined): void {
  if (refusal === undefined) return;
  process.stderr.write(`${visibleText(refusal)}\n`);
  process.exitCode = usageExit;
}

/** A command that explains itself in Swedish: its help is the text given, and its refusals are one sentence on standard error. */
export function swedishCommand(name: string, description: string, help: string): Command {
  const command = new Explained(name)
    .description(description)
    .allowExcessArguments(false)
    .configureOutput({ writeErr: () => undefined })
    .exitOverride((left) => leave(name, left));
  command.helpInformation = () => help;
  return command;
}

/** When its help has been asked for it is done, and ends when that is written. */
class Explained extends Command {
  override async parseAsync(words?: readonly string[], options?: ParseOptions): Promise<this> {
    try {
      return await super.parseAsync(words, options);
    } catch (left) {
      if (left instanceof CommanderError && left.exitCode === 0) return this;
      throw left;
    }
  }
}

/** Commander's own refusals are English and already silenced: said again in Swedish. */
function leave(name: string, left: CommanderError): never {
  if (left.exitCode === 0) throw left;
  const { code, message } = left;
  const word = /'([^' ]+)/.exec(message)?.[1] ?? '';
  const sentences: Readonly<Record<string, string>> = {
    'commander.unknownOption': texts.optionUnknown,
    'commander.optionMissingArgument': texts.valueMissing,
    'commander.excessArguments': texts.tooManyWords,
  };
  process.stderr.write(`${fillGaps(sentences[code] ?? texts.usage, { val: visibleName(word), kommando: name })}\n`);
  process.exit(usageExit);
}
