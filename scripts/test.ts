import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWebClient } from '../packages/server/src/supervisor/web-client.ts';
import { findChromium } from './find-chromium.mjs';
import { REPORT_FILE, type TestReport } from './test-report.ts';

/**
 * `npm test`, and with `--fast` `npm run check`: every check there is, one after the other, all of them even when one fails.
 * The last line is `N passed, N failed`; a failed step without tests of its own counts as one. What failed is told again right before
 * it: a record of the run may have kept no more than its end.
 */
const isFast = process.argv.includes('--fast');
const root = join(import.meta.dirname, '..');
const bin = (...path: string[]) => join(root, 'node_modules', ...path);
const scratch = mkdtempSync(join(tmpdir(), 'test-run-'));
let passed = 0;
const failures: string[] = [];

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
if (failures.length > 0) process.stdout.write(`\nWhat failed:\n${failures.join('\n')}\n\n`);
process.stdout.write(`${passed} passed, ${failures.length} failed\n`);
process.exitCode = failures.length === 0 ? 0 : 1;

function fetchBrowser(): Promise<void> {
  const script = `import { fetchHeadless } from ${JSON.stringify(import.meta.resolve('./find-chromium.mjs'))}; fetchHeadless();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' });
  return new Promise((resolve) => child.once('close', () => resolve()));
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
  else failures.push(name);
  process.stdout.write(`${isRight ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)\n`);
}

/** A skipped test counts as failed: whoever reads the last line must be able to trust it. */
function tests(atOnce: number, ...names: string[]): void {
  const file = join(scratch, `${names.join('-')}.json`);
  const vitest = spawnSync(
    process.execPath,
    [
      bin('vitest/vitest.mjs'),
      'run',
      ...names.flatMap((name) => ['--project', name]),
      `--maxWorkers=${atOnce}`,
      '--reporter=default',
      '--reporter=./scripts/test-report.ts',
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, [REPORT_FILE]: file } },
  );
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TestReport) : undefined;
  passed += report?.passed ?? 0;
  failures.push(...(report?.failures ?? []));
  // The report has not been written, or what failed came after it.
  if (vitest.status !== 0 && (report?.failures.length ?? 0) === 0)
    failures.push(`${names.join(' and ')}: Vitest ended with ${vitest.status ?? vitest.signal}`);
}
