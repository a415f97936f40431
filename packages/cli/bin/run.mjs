// The command in Node 24: as one file while that is made of the sources that are there, or from the sources.
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { isFresh } from './built.mjs';

const words = process.argv.slice(2);
const { run } = isFresh() ? (await import('./load-built.mjs')).loadBuilt() : await fromSources();
// A file is read and checked once, and the process ends: what V8 would compile better for the next time costs more than it saves.
if (['validate', 'measure', 'receipt'].includes(words[0] ?? '')) {
  setFlagsFromString('--no-opt');
  // The same of the first rounds of loops, which the V8 of Node 24 compiles for themselves; others may not know the flag.
  if (process.versions.v8.startsWith('13.6.')) setFlagsFromString('--no-maglev-loop-peeling');
}
await run(words, (url) => {
  keepCompiled();
  return import(url);
});

function fromSources() {
  keepCompiled();
  return import('../src/main.ts');
}

/** What Node makes of sources is kept with the installation, where only its owner writes: the second run starts in a third of the time. */
function keepCompiled() {
  const here = dirname(fileURLToPath(import.meta.url));
  if (!process.env['NODE_COMPILE_CACHE']) enableCompileCache(join(here, '../../../node_modules/.cache/compiled'));
}
