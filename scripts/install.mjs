import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './hand-over.mjs';

/**
 * Installs what package-lock.json says, when something else (or nothing) is installed.
 * @throws {Error} when npm fails
 */
export async function installWhenNeeded() {
  if (isInstalled()) return;
  const release = await takeTurn();
  try {
    if (isInstalled()) return; // another start did it while we waited
    process.stderr.write('Installerar det som portalen behöver (npm ci) …\n');
    const words = ['ci', '--loglevel=error', '--no-audit', '--no-fund'];
    const { status } = spawnSync('npm', words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    if (status !== 0) throw new Error('npm ci failed; see above. Nothing was started.');
  } finally {
    release();
  }
}

/**
 * npm writes down what it has installed as the last thing it does, in the same words as the lock file; packages for other
 * machines are left out of it. Comparing the two needs no stamp of our own and sees a half-finished installation.
 */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesIn(record);
  const wanted = packagesIn(join(root, 'package-lock.json'));
  return Object.entries(wanted).every(
    ([place, entry]) =>
      place === '' || (installed[place] ? JSON.stringify(installed[place]) === JSON.stringify(entry) : entry.optional === true),
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { optional?: boolean }>}
 */
const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Two starts in the same empty clone must not install over each other. The file is outside, since npm ci empties node_modules. */
async function takeTurn() {
  const file = join(tmpdir(), `install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.pid`);
  for (;;) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!isAlive(file)) rmSync(file, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** @param {string} file */
function isAlive(file) {
  try {
    return process.kill(Number(readFileSync(file, 'utf8')) || process.pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
