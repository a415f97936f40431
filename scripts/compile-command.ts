import { spawnSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledFile, loadBuilt } from '../packages/cli/bin/load-built.mjs';

/**
 * Checks small files by the built command and keeps what V8 made of it on the way: without that each run would compile a thousand functions
 * again, a seventh of what the check of a large file takes.
 */
const folder = mkdtempSync(join(tmpdir(), 'insamling-'));
try {
  const [file, lastYear, facts] = ['november.csv', 'last-year.csv', 'facts.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const unit = ['--unit', '0488'];
  const insamling = join(import.meta.dirname, '../packages/cli/bin/run.mjs');
  for (const words of [
    ['--out', file, '--errors', '0.2'],
    ['--out', lastYear, '--last-year'],
  ]) {
    const { status } = spawnSync(process.execPath, [insamling, 'generate', ...unit, '--records', '2000', ...words], { stdio: 'ignore' });
    if (status !== 0) throw new Error(`The command insamling could not write a file to be compiled by: ${status}`);
  }
  writeFileSync(facts, JSON.stringify({ employers: [] }));
  // The name is that of the file which is loaded, whatever has taken its place by the end.
  const kept = compiledFile();
  const { run, script } = loadBuilt();
  for (const format of ['text', 'json'])
    for (const beside of [[], ['--last-year', lastYear]])
      await run(['validate', file, ...unit, '--facts', facts, '--format', format, ...beside], (url) => import(url));
  const draft = `${kept}.${process.pid}`;
  writeFileSync(draft, script.createCachedData());
  renameSync(draft, kept);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
// That the checks found something is no fault here.
process.exitCode = 0;
