import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const packages = join(import.meta.dirname, '../../..');
const web = join(packages, 'web');
const sources = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/vite.config.ts',
  'web/package.json',
  'survey/src',
  'texts/src',
  'contract/src',
  '../package-lock.json',
].map((path) => join(packages, path));
const vite = join(packages, '../node_modules/vite/bin/vite.js');

/**
 * Builds the web client when it is missing or its sources have changed. An installation without the building tools keeps the
 * client it has. The new client takes the old one's place in one step, so a build that is killed changes nothing.
 * @throws Error with the tool's own words when the build fails
 */
export async function buildWebClient(say: () => void): Promise<void> {
  const wanted = fingerprint();
  const stamp = join(web, 'dist/.built-from');
  const isBuilt = existsSync(join(web, 'dist/index.html'));
  if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (isBuilt && !existsSync(vite)) return;
  say();
  removeAbandoned();
  const draft = join(web, `.build-${process.pid}`);
  await run(draft);
  writeFileSync(join(draft, '.built-from'), wanted);
  const old = join(web, `.build-${process.pid}-old`);
  if (existsSync(join(web, 'dist'))) renameSync(join(web, 'dist'), old);
  renameSync(draft, join(web, 'dist'));
  rmSync(old, { recursive: true, force: true });
}

/** SHA-256 over names and contents of everything the client is made of. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesUnder))
    hash.update(relative(packages, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Drafts of builds whose process is gone. */
function removeAbandoned(): void {
  for (const name of readdirSync(web)) {
    const pid = /^\.build-(\d+)/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(web, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function run(outDir: string): Promise<void> {
  const child = spawn(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: web,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  child.stdout.on('data', (piece: Buffer) => (words += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (words += piece.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The web client could not be built:\n${words.trim()}`))));
  });
}
