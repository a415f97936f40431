import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignedHeads } from './heads.ts';

/** A file of heads: its name, and what it holds when it can be read. */
export interface HeadFile {
  readonly name: string;
  readonly heads: SignedHeads | undefined;
}

/** Where signed heads are kept: outside the database, readable by the portal's own login only. */
export const headFolder = (dataDir: string): string => join(dataDir, 'audit-heads');

/** Whole or not at all, and on the disk when it returns its path. A file of that name is replaced. */
export async function writeHeadFile(folder: string, name: string, heads: SignedHeads): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  const draft = `${path}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(heads)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
  return path;
}

/** Every file of heads in a folder, by name; none when there is no such folder. */
export async function readHeadFiles(folder: string): Promise<HeadFile[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map(async (name) => ({ name, heads: parsed(await readFile(join(folder, name), 'utf8')) })));
}

function parsed(text: string): SignedHeads | undefined {
  try {
    const heads = JSON.parse(text) as SignedHeads;
    const isWhole =
      heads.list.format === 'personalstatistik-audit-heads-1' &&
      Number.isFinite(Date.parse(heads.list.at)) &&
      Array.isArray(heads.list.heads) &&
      Array.isArray(heads.signatures);
    return isWhole ? heads : undefined;
  } catch {
    return undefined;
  }
}
