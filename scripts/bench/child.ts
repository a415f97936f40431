import { readFileSync } from 'node:fs';

/**
 * A process that does one thing and says what it cost: `floor` reads a file and counts separators and line ends in one loop over
 * its bytes, `read` only reads it, `engine` reads it and asks every rule. Prints `{cpuMs, peakKb}`.
 */
const [what, path = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));
if (what === 'floor') {
  let count = 0;
  for (let index = 0; index < bytes.length; index += 1) if (bytes[index] === 0x3b || bytes[index] === 0x0a) count += 1;
  if (count === 0) throw new Error('an empty file');
}
if (what === 'engine') {
  const { facts } = await import('./files.ts');
  const { november2026 } = await import('../../packages/survey/src/editions/november-2026/index.ts');
  const { openDelivery } = await import('../../packages/survey/src/index.ts');
  const opened = openDelivery(november2026, bytes, facts);
  if (opened.summary().counts.length === 0) throw new Error('nothing was found');
}
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ cpuMs: (user + system) / 1000, peakKb: process.resourceUsage().maxRSS }));
