import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWebClient } from '../packages/server/src/supervisor/web-client.ts';
import { findChromium } from './find-chromium.mjs';

/**
 * `npm test`, and with `--fast` `npm run check`: every check there is, one after the other, all of them even when one fails.
 * The last line is `N passed, N failed`; a failed step without tests of its own counts as one.
 */
const isFast = process.argv.includes('--fast');
const root = join(import.meta.dirname, '..');
const bin = (...path: string[]) => join(root, 'node_modules', ...path);
const scratch = mkdtempSync(join(tmpdir(), 'test-run-'));
let passed = 0;
let failed = 0;

// The browser is on its way while the rest is checked: that is waiting for the network.
const fetched = isFast ? undefined : fetchBrowser();

const projects = readdirSync(join(root, 'packages'))
  .map((name) => `packages/${name}`)
  .filter((path) => existsSync(join(root, path, 'tsconfig.json')));
// Each with a thread of its own beside another is less work than both threads for one after the other.
await staticChecks([
  { name: 'lint', words: ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
  ...['.', ...projects].map((project) => ({ name: `types: ${project}`, words: ['typescript/bin/tsc', '--singleThreaded', '-p', project] })),
  { name: 'format', words: ['oxfmt/bin/oxfmt', '--check'] },
  ...(isFast ? [] : [{ name: 'unused code', words: ['knip/bin/knip.js'] }]),
]);
// Much of these is waiting: for the database, for letters, for a floor of time. Three at once keep two cores busy.
tests(3, 'unit', ...(isFast ? [] : ['integration']));
if (!isFast) {
  const isBuilt = await asyncStep('web client', () => buildWebClient(() => undefined));
  const hasBrowser = await asyncStep('browser', async () => {
    await fetched;
    findChromium();
  });
  if (isBuilt && hasBrowser) tests(2, 'stories');
}
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function fetchBrowser(): Promise<void> {
  const script = `import { fetchHeadless } from ${JSON.stringify(import.meta.resolve('./find-chromium.mjs'))}; fetchHeadless();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' });
  return new Promise((resolve) => child.once('close', () => resolve()));
}

function tool(script: string, ...words: string[]): boolean {
  return spawnSync(process.execPath, [bin(script), ...words], { cwd: root, stdio: 'inherit' }).status === 0;
}

interface StaticCheck {
  readonly name: string;
  readonly words: readonly string[];
}

/** Two at once; what one prints is shown when it has ended. */
async function staticChecks(checks: readonly StaticCheck[]): Promise<void> {
  const left = [...checks];
  const lane = async () => {
    for (let check = left.shift(); check; check = left.shift()) {
      const [startedAt, [script = '', ...words]] = [Date.now(), check.words];
      const { printed, isRight } = await heard(process.execPath, bin(script), ...words);
      process.stdout.write(printed);
      record(check.name, isRight, startedAt);
    }
  };
  await Promise.all([lane(), lane()]);
}

function heard(program: string, ...words: readonly string[]): Promise<{ readonly printed: string; readonly isRight: boolean }> {
  const child = spawn(program, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (printed += piece.toString()));
  return new Promise((resolve) => child.once('close', (status) => resolve({ printed, isRight: status === 0 })));
}

async function asyncStep(name: string, work: () => Promise<void>): Promise<boolean> {
  const startedAt = Date.now();
  const fault = await work().then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (fault !== undefined) process.stdout.write(`${fault}\n`);
  record(name, fault === undefined, startedAt);
  return fault === undefined;
}

function record(name: string, isRight: boolean, startedAt: number): void {
  if (isRight) passed += 1;
  else failed += 1;
  process.stdout.write(`${isRight ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)\n`);
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** A skipped test counts as failed: whoever reads the last line must be able to trust it. */
function tests(atOnce: number, ...names: string[]): void {
  const file = join(scratch, `${names.join('-')}.json`);
  const isGreen = tool(
    'vitest/vitest.mjs',
    'run',
    ...names.flatMap((name) => ['--project', name]),
    `--maxWorkers=${atOnce}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  );
  const report: Report | undefined = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
  const unloadable = report?.testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0).length ?? 1;
  const wrong = (report ? report.numFailedTests + report.numPendingTests + report.numTodoTests : 0) + unloadable;
  passed += report?.numPassedTests ?? 0;
  // Vitest also fails on errors outside any test, which its counts do not show.
  failed += wrong === 0 && !isGreen ? 1 : wrong;
}
