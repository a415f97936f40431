import type { Services } from '../context.ts';
import { addSignature, headFolder, isSigned, readHeadFiles, writeHeadFile } from '../platform/audit/index.ts';

/** Files of heads that were signed under the current key too by this run, and names of those that cannot be relied on. */
export interface Resigned {
  readonly signed: number;
  readonly broken: readonly string[];
}

/** Gives every file of heads that holds a signature under the current key, beside those it has. */
export async function resignHeadFiles({ config, keys }: Services): Promise<Resigned> {
  const folder = headFolder(config.dataDir);
  const broken: string[] = [];
  let signed = 0;
  for (const { name, heads } of await readHeadFiles(folder)) {
    if (!heads || !isSigned(keys, heads)) {
      broken.push(name);
      continue;
    }
    const anew = addSignature(keys, heads);
    if (anew === heads) continue;
    await writeHeadFile(folder, name, anew);
    signed += 1;
  }
  return { signed, broken };
}
