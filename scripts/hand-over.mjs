import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The Node 24 that npm brought along, or the running Node when that is new enough.
 * @returns {string} path of the program
 * @throws {Error} that says what to install
 */
export function findNode() {
  const windows = process.platform === 'win32';
  const bundled = join(
    root,
    'node_modules',
    `node-${windows ? 'win' : process.platform}-${process.arch}`,
    'bin',
    windows ? 'node.exe' : 'node',
  );
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `Personalstatistik runs on Node 24. No Node 24 could be installed for ${process.platform} ${process.arch}, and this is Node ${process.versions.node}. Install Node 24 and try again.`,
  );
}

/**
 * Runs a script in Node 24 as if it were this process: same terminal, same signals, same exit code. The channel tells the
 * script when this process is gone without having said so.
 * @param {readonly string[]} words  the script and its arguments
 * @returns {Promise<number>} its exit code; 128 + n when signal n ended it
 */
export function handOver(words) {
  const node = findNode();
  const child = spawn(node, words, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // What Node makes of the sources is kept beside the packages: every process of the portal starts faster the second time.
    env: {
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}`,
    },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
