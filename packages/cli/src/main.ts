import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { cliTexts as texts, fillGaps } from '@insamling/texts';
import { checkEditionCommand } from './check-edition.ts';
import { generateCommand } from './generate.ts';
import { measureCommand } from './measure.ts';
import { receiptCommand } from './receipt.ts';
import { usageExit } from './swedish-command.ts';
import { validateCommand } from './validate.ts';

/** `insamling …`: what needs no portal is done here; the operator's commands are handed to the server beside us. */
const ofServer = ['admin', 'migrate', 'audit', 'retention'];
const serverCommands = join(import.meta.dirname, '../../server/src/commands/main.ts');

// A reader that has seen enough (`| head`) closes the pipe: nothing more to say then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const [word, ...rest] = process.argv.slice(2);
if (word === 'validate') await validateCommand().parseAsync(rest, { from: 'user' });
else if (word === 'check-edition') await checkEditionCommand().parseAsync(rest, { from: 'user' });
else if (word === 'measure') await measureCommand().parseAsync(rest, { from: 'user' });
else if (word === 'receipt') await receiptCommand(rest).parseAsync(rest[0] === 'verify' ? rest.slice(1) : rest, { from: 'user' });
else if (word === 'generate') await generateCommand().parseAsync(rest, { from: 'user' });
else if (word !== undefined && ofServer.includes(word)) process.exitCode = await handOver(word, rest);
else if (word === '--help' || word === '-h' || word === 'help') process.stdout.write(texts.help);
else refuse(word === undefined ? texts.commandMissing : fillGaps(texts.commandUnknown, { kommando: word }));

function handOver(name: string, words: readonly string[]): Promise<number> {
  if (!existsSync(serverCommands)) {
    refuse(fillGaps(texts.noServer, { kommando: name }));
    return Promise.resolve(usageExit);
  }
  const child = spawn(process.execPath, [serverCommands, name, ...words], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = usageExit;
}
