#!/usr/bin/env node
// Runs on whatever Node the machine has and hands over to Node 24, which npm brought along.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const node = findNode();
if (node === undefined) {
  process.stderr.write(
    `insamling körs med Node 24. Den här datorn har Node ${process.versions.node}. Installera Node 24 och försök igen.\n`,
  );
  process.exitCode = 2;
} else if (node === process.execPath) await import('./run.mjs');
else {
  const script = join(dirname(fileURLToPath(import.meta.url)), 'run.mjs');
  const { status, signal } = spawnSync(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
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
