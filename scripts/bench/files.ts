import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameUnitOf, generate } from '../../packages/survey/src/generator/index.ts';

/** Göteborg, as all files here are of. */
export const unit = '1480';
const { kind, codes, name, organisationNumber } = frameUnitOf(unit);
export const facts = { unit: { kind, codes, name }, employers: [{ organisationNumber, isCompany: false }] };

const folder = join(import.meta.dirname, '../../var/bench');
/** Records that are generated at a time: a larger file is several, each of other persons. */
const piece = 60_000;

/** A generated file with 2 % planted errors, made once and kept. @returns its path */
export function fileOf(records: number): string {
  return kept(`${records}.csv`, () => {
    const pieces: Uint8Array[] = [];
    for (let left = records, seed = 1; left > 0; left -= piece, seed += 1)
      pieces.push(generate({ unit, records: Math.min(left, piece), errorShare: 0.02, seed }).file);
    return Buffer.concat(pieces);
  });
}

/** The file of 60,000 records with one cell of every row changed. */
export function changed(named: string, change: (cells: string[], row: number) => void): string {
  return kept(`60000-${named}.csv`, () => {
    const rows = readFileSync(fileOf(60_000), 'utf8').split('\r\n').slice(0, -1);
    const written = rows.map((text, row) => {
      const cells = text.split(';');
      change(cells, row);
      return cells.join(';');
    });
    return Buffer.from(`${written.join('\r\n')}\r\n`);
  });
}

/** The structures that groups, dictionaries and rows like least. */
export const adverse = (): Readonly<Record<string, string>> => ({
  'one person everywhere': changed('one-person', (cells) => void (cells[6] = '8004089802')),
  'one record everywhere': kept('60000-one-record.csv', () => {
    const [row = ''] = readFileSync(fileOf(60_000), 'utf8').split('\r\n');
    return Buffer.from(`${row}\r\n`.repeat(60_000));
  }),
  '60,000 unknown codes': changed('unknown-codes', (cells, row) => void (cells[8] = String(700_000 + (row % 60_000)))),
  'a row of one megabyte': changed('long-row', (cells, row) => {
    if (row === 30_000) cells[41] = 'x'.repeat(1_000_000);
  }),
  'a value too many everywhere': changed('misfits', (cells) => void cells.push('x')),
  'every value in quotes': changed('quoted', (cells) => {
    for (const [place, text] of cells.entries()) cells[place] = `"${text}"`;
  }),
});

function kept(file: string, make: () => Uint8Array): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, file);
  if (!existsSync(path)) writeFileSync(path, make());
  return path;
}
