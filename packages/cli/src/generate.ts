import type { Command } from 'commander';
import { createHash, randomUUID } from 'node:crypto';
import { readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { generate, mostRecords, type Generated } from '@insamling/survey/generator';
import { unitByCode } from '@insamling/survey/editions/november-2026';
import { visibleName } from '@insamling/survey/inert-text';
import { count, counted, fillGaps, generateTexts as texts } from '@insamling/texts';
import { refuse, swedishCommand } from './swedish-command.ts';

const mostSeed = Number.MAX_SAFE_INTEGER;

interface Words {
  readonly unit?: string;
  readonly out?: string;
  readonly records?: string;
  readonly errors?: string;
  readonly seed?: string;
  readonly eachRule?: boolean;
  readonly lastYear?: boolean;
}

/** `insamling generate`: writes a synthetic file and its manifest. Exit 0, or 2 with a Swedish sentence on standard error. */
export function generateCommand(): Command {
  return swedishCommand('generate', texts.description, fillGaps(texts.help, { max: count(mostRecords) }))
    .option('--unit <code>')
    .option('--out <file>')
    .option('--records <number>')
    .option('--errors <share>')
    .option('--seed <number>')
    .option('--each-rule')
    .option('--last-year')
    .action(async (words: Words) => {
      refuse(await run(words));
    });
}

/** Writes the files, or says why not. */
async function run(words: Words): Promise<string | undefined> {
  const { unit, out, records, errors = '0', seed = '1', eachRule = false, lastYear = false } = words;
  if (unit === undefined) return texts.unitMissing;
  if (out === undefined || out === '') return texts.outMissing;
  if (unitByCode(unit) === undefined) return fillGaps(texts.unitUnknown, { kod: visibleName(unit) });
  if (records !== undefined && !isWholeNumber(records, 1, mostRecords))
    return fillGaps(texts.recordsWrong, { värde: visibleName(records), max: count(mostRecords) });
  if (!/^(0|1|0[.,]\d+|1[.,]0+)$/.test(errors)) return fillGaps(texts.errorsWrong, { värde: visibleName(errors) });
  if (!isWholeNumber(seed, 0, mostSeed)) return fillGaps(texts.seedWrong, { värde: visibleName(seed), max: count(mostSeed) });
  const errorShare = Number(errors.replace(',', '.'));
  const generated = generate({
    unit,
    ...(records === undefined ? {} : { records: Number(records) }),
    errorShare,
    oneOfEach: eachRule,
    seed: Number(seed),
    lastYear,
  });
  try {
    await write(out, generated);
  } catch (fault) {
    return fillGaps(texts.cannotWrite, { fil: visibleName(out), orsak: reasonOf(fault) });
  }
  const { manifest } = generated;
  process.stdout.write(
    `${fillGaps(texts.done, { poster: counted(manifest.records, 'post', 'poster'), enhet: manifest.unit.name, fil: visibleName(out), fel: counted(manifest.errors.length, 'inlagt fel', 'inlagda fel'), facit: visibleName(manifestPath(out)) })}\n`,
  );
  return undefined;
}

const isWholeNumber = (text: string, least: number, most: number): boolean =>
  /^\d{1,16}$/.test(text) && Number(text) >= least && Number(text) <= most;
const manifestPath = (out: string): string => `${out}.manifest.json`;

/** Neither file is ever seen half written: both are written beside their places under other names, then renamed. A device or a pipe is left as it is. */
async function write(out: string, { file, manifest }: Generated): Promise<void> {
  const unfinished = `.${randomUUID()}.unfinished`;
  const answers = {
    file: { name: basename(out), bytes: file.length, sha256: createHash('sha256').update(file).digest('hex') },
    ...manifest,
  };
  const parts: readonly (readonly [path: string, content: Uint8Array | string])[] = [
    [out, file],
    [manifestPath(out), `${JSON.stringify(answers, null, 1)}\n`],
  ];
  const places = await Promise.all(parts.map(async ([path, content]) => [await placeOf(path), content] as const));
  try {
    for (const [path, content] of places) await writeFile(path + unfinished, content, { flag: 'wx' });
    for (const [path] of places) await rename(path + unfinished, path);
  } finally {
    for (const [path] of places) await rm(path + unfinished, { force: true });
  }
}

/** More links after each other lead in a ring. */
const mostLinks = 40;

/**
 * Where a file of a name is to stand: behind the links that the name is, for it is the file that is replaced and not the way to it.
 * @throws what the file system says, and where something stands there that is no file and would be lost
 */
async function placeOf(path: string, links = 0): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) throw refusal('EISDIR');
  if (found && !found.isFile()) throw refusal('notAFile');
  if (found) return realpath(path);
  // Nothing is there, or a link to where nothing is yet.
  const target = await readlink(path).catch(() => undefined);
  if (target === undefined) return path;
  if (links === mostLinks) throw refusal('ELOOP');
  return placeOf(resolve(await realpath(dirname(path)), target), links + 1);
}

const refusal = (code: string): Error => Object.assign(new Error(code), { code });

function reasonOf(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: texts.folderMissing,
    ENOTDIR: texts.folderMissing,
    EISDIR: texts.isFolder,
    notAFile: texts.notAFile,
    EACCES: texts.notAllowed,
    EPERM: texts.notAllowed,
    EROFS: texts.notAllowed,
    ENOSPC: texts.diskFull,
  };
  return reasons[code] ?? fillGaps(texts.otherFault, { kod: code });
}
