#!/usr/bin/env node
// Runs on whatever Node the machine has and hands over to Node 24, which npm brought along.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { built, isFresh } from './built.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const main = isFresh() ? built : join(here, '../src/main.ts');
// What Node makes of the sources is kept with the installation, where only its owner writes: the second run starts in a third of the time.
const compiled = join(here, '../../../node_modules/.cache/compiled');
const node = findNode();
if (node === undefined) {
  process.stderr.write(
    `insamling körs med Node 24. Den här datorn har Node ${process.versions.node}. Installera Node 24 och försök igen.\n`,
  );
  process.exitCode = 2;
} else if (node === process.execPath) {
  if (!process.env.NODE_COMPILE_CACHE) nodeModule.enableCompileCache?.(compiled);
  await import(pathToFileURL(main).href);
} else {
  const { status, signal } = spawnSync(node, [main, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: compiled, ...process.env },
  });
  process.exitCode = status ?? 128 + (signal ? constants.signals[signal] : 0);
}

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const windows = process.platform === 'win32';
  try {
    const folder = dirname(
      createRequire(import.meta.url).resolve(`node-${windows ? 'win' : process.platform}-${process.arch}/package.json`),
    );
    const program = join(folder, 'bin', windows ? 'node.exe' : 'node');
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}
