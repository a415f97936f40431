// Loads the command as one file, together with what V8 made of it when it was built.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { built } from './built.mjs';

/**
 * Where it is kept what V8 made. V8 takes it only when it is its own, but of the file it asks no more than how long it is: so the name says
 * of which file it is.
 */
export function compiledFile() {
  const { size, mtimeMs } = statSync(built);
  return `${built}.compiled-${size}-${mtimeMs}`;
}

/** @type {typeof import('./load-built.d.mts').loadBuilt} */
export function loadBuilt() {
  const cachedData = contentsOf(compiledFile());
  const script = new Script(`(function (exports, require, __dirname) {${readFileSync(built, 'utf8')}\n})`, {
    filename: built,
    ...(cachedData ? { cachedData } : {}),
  });
  const exports = /** @type {import('../src/main.ts')} */ ({});
  script.runInThisContext()(exports, createRequire(built), dirname(built));
  return { run: exports.run, script };
}

/**
 * @param {string} path
 * @returns {Buffer | undefined} undefined where there is no such file: everything is compiled when it is called
 */
function contentsOf(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
