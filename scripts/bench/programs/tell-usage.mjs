// Loaded before a measured program: tells on the fourth channel what the whole process has used when it ends.
import { existsSync, readFileSync, writeSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, peak: ownPeak() ?? maxRSS * 1024 }));
});

/** Linux counts as a process's most also what the one that started it held by then: the program's own stands elsewhere. */
function ownPeak() {
  const status = '/proc/self/status';
  const [, kilobytes] = (existsSync(status) && /^VmHWM:\s*([0-9]+) kB$/m.exec(readFileSync(status, 'utf8'))) || [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}
