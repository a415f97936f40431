// The command as one file, made of the sources by scripts/build-command.ts: it starts in a third of the time. It is run while it is
// made of the sources that are there; after a change of any of them the sources are. Plain JavaScript for any Node.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const built = join(packages, 'cli/dist/main.cjs');
export const stamp = join(packages, 'cli/dist/built-from');

/** @returns {string} name, size and time of change of everything the command is made of, a line each */
export function sources() {
  const files = ['cli', 'survey', 'texts'].flatMap((name) => [
    join(packages, name, 'package.json'),
    ...filesUnder(join(packages, name, 'src')),
  ]);
  return [...files, join(packages, '../package-lock.json')]
    .map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${file.slice(packages.length)} ${size} ${mtimeMs}\n`;
    })
    .join('');
}

/** @returns {boolean} */
export function isFresh() {
  try {
    return readFileSync(stamp, 'utf8') === sources();
  } catch {
    return false;
  }
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      // Hundreds at every start: put together without being looked at.
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(path);
      return entry.name.endsWith('.test.ts') ? [] : [path];
    });
}
