import { Command, CommanderError } from 'commander';
import { commandTexts as texts, fillGaps } from '@insamling/texts';
import { ConfigurationError } from '../config.ts';
import type { Answer } from './answer.ts';

/**
 * The operator's commands: `admin invite`, `migrate`, `audit verify`, `audit head`, `audit key`, `keys rotate`, `retention preview`.
 * Exit 0, 1 when it went wrong, 2 for a line that cannot be understood. Each loads what it needs when it is asked for.
 */
const root = quiet(new Command('insamling'));
root
  .addCommand(
    quiet(new Command('admin')).addCommand(
      quiet(new Command('invite'))
        .argument('<email>')
        .option('--name <name>')
        .action(async (email: string, { name = '' }: { name?: string }) =>
          say(await (await import('./invite-administrator.ts')).inviteAdministrator(email, name)),
        ),
    ),
  )
  .addCommand(quiet(new Command('migrate')).action(async () => say(await (await import('./migrate-database.ts')).migrateDatabase())))
  .addCommand(
    quiet(new Command('audit'))
      .addCommand(
        quiet(new Command('verify'))
          .option('--heads <folder>')
          .action(async ({ heads }: { heads?: string }) => say(await (await import('./verify-audit.ts')).verifyAudit(heads))),
      )
      .addCommand(quiet(new Command('head')).action(async () => say(await (await import('./write-heads.ts')).writeHeads())))
      .addCommand(quiet(new Command('key')).action(async () => say(await (await import('./write-heads.ts')).showAuditKey()))),
  )
  .addCommand(
    quiet(new Command('keys')).addCommand(
      quiet(new Command('rotate')).action(async () => say(await (await import('./rotate-keys.ts')).rotateKeys())),
    ),
  )
  .addCommand(
    quiet(new Command('retention')).addCommand(
      quiet(new Command('preview')).action(async () => say(await (await import('./preview-retention.ts')).retentionPreview())),
    ),
  );

try {
  await root.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) say({ line: texts.usage, exit: 2 });
  } else say({ line: wordsFor(error), exit: 1 });
}

function say({ line, exit }: Answer): void {
  (exit === 0 ? process.stdout : process.stderr).write(`${line}\n`);
  process.exitCode = exit;
}

function quiet(command: Command): Command {
  command.helpInformation = () => texts.help;
  return command
    .exitOverride()
    .allowExcessArguments(false)
    .configureOutput({ writeErr: () => undefined });
}

/** An error of the database may quote a value: its code is said, not its text. */
function wordsFor(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : 'okänt';
  return fillGaps(/^(E[A-Z]+|57P0\d|28\w+|3D000|08\w+)$/.test(code) ? texts.databaseDown : texts.failed, { orsak: code });
}
