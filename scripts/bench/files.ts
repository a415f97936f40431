import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frame } from '../../packages/survey/src/editions/november-2026/index.ts';
import { unit } from './unit.ts';
import { generate, type GenerateOptions } from '../../packages/survey/src/generator/index.ts';

export const sizes = { small: 5_000, usual: 60_000, large: 1_250_000 } as const;
export type Size = keyof typeof sizes;

export const root = join(import.meta.dirname, '../..');
/** Files are made once: the large one takes half a minute. */
const folder = join(root, 'var/bench');
const errorShare = 0.02;
/** Records of one generated piece of the large file. */
const pieceRecords = 125_000;

/** Path of a generated file with 2 % planted errors. The large one is put together of pieces with other persons. */
export function fileOf(size: Size): string {
  return kept(`${size}.csv`, () => {
    const records = sizes[size];
    const pieces = Math.ceil(records / pieceRecords);
    return joined(
      Array.from({ length: pieces }, (_, piece) => ({ unit, records: Math.min(records, pieceRecords), errorShare, seed: piece + 1 })),
    );
  });
}

/** The file of the year before, of the same persons where they were there. */
export const lastYearOf = (size: 'usual'): string =>
  kept(`${size}-last-year.csv`, () => generate({ unit, records: sizes[size], seed: 1, lastYear: true }).file);

/** The files of all units of the frame: code and path. */
export const nation = (): { readonly code: string; readonly path: string }[] =>
  frame
    .map(({ codes }) => codes[0]!)
    .map((code) => ({
      code,
      path: kept(`nation-${code}.csv`, () => generate({ unit: code, errorShare, seed: 1 }).file),
    }));

/** A file made of the usual one. */
export const variantOf = (name: string, make: (file: Uint8Array) => Uint8Array): string =>
  kept(`${name}.csv`, () => make(readFileSync(fileOf('usual'))));

/** Where built programs lie. */
export function buildFolder(): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Written whole or not at all: what was stopped half-way is made anew. */
function kept(name: string, make: () => Uint8Array): string {
  const path = join(buildFolder(), name);
  if (existsSync(path)) return path;
  writeFileSync(`${path}.new`, make());
  renameSync(`${path}.new`, path);
  return path;
}

const joined = (options: readonly GenerateOptions[]): Uint8Array => Buffer.concat(options.map((one) => generate(one).file));
