import { fillGaps, startTexts } from '@insamling/texts';
import { ConfigurationError } from './config.ts';
import { AlreadyRunning } from './supervisor/lock.ts';
import { startPortal, type RunningPortal } from './supervisor/portal.ts';

/** `npm start`: brings up everything the portal needs, keeps it up, and takes it down when told to or when its parent is gone. */
const say = (line: string) => void process.stdout.write(`${line}\n`);
let portal: RunningPortal | undefined;
let isStopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
process.on('disconnect', () => void stop(0)); // the bootstrap was killed
process.stdout.on('error', () => undefined); // a terminal that was closed must not end the portal half way

try {
  portal = await startPortal(process.env, { say, giveUp: (line) => (say(line), void stop(1)) });
} catch (error) {
  if (error instanceof AlreadyRunning) {
    say(fillGaps(startTexts.alreadyRunning, { pid: error.holder.pid, url: error.holder.url }));
    process.exit(0);
  }
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof ConfigurationError ? 78 : 1);
}

/** Safe to call again: Ctrl-C arrives from the terminal and once more from the bootstrap. */
async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  say(startTexts.stopping);
  // While starting there is nothing to lose: whatever runs ends with us, and the next start continues where this one was.
  await portal?.stop();
  say(startTexts.stopped);
  process.exit(code);
}
