import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDelivery, receiptOf, type Receipt } from '@insamling/survey';
import { november2026, unitByCode } from '@insamling/survey/editions/november-2026';

const binary = join(import.meta.dirname, '../bin/insamling.mjs');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipt-'));
  await copyFile(join(import.meta.dirname, '../../../examples/correct-region.csv'), join(folder, 'november.csv'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const run = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  new Promise<{ exit: number; stdout: string; stderr: string }>((done) => {
    execFile(
      process.execPath,
      [binary, 'receipt', ...words],
      { cwd: folder, timeout: 50_000, env: { ...process.env, ...environment } },
      (fault, stdout, stderr) => done({ exit: fault ? Number(fault.code) : 0, stdout, stderr }),
    );
  });
const write = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), content);
  return name;
};
const region = ['--unit', '0400'] as const;

test('the receipt of a file is the one that the engine makes anywhere, in any zone and locale', async () => {
  const { exit, stdout } = await run(['november.csv', ...region], { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8' });
  expect(exit).toBe(0);
  const bytes = new Uint8Array(await readFile(join(folder, 'november.csv')));
  expect(JSON.parse(stdout)).toEqual(receiptOf(openDelivery(november2026, bytes, { unit: unitByCode('0400')! })));
});

test('a receipt that holds is said to hold; one of another file, unit or rules says what differs', async () => {
  const { stdout } = await run(['november.csv', ...region]);
  const receipt = await write('receipt.json', stdout);
  const told = JSON.parse(stdout) as Receipt;
  const held = await run(['verify', receipt, 'november.csv', ...region]);
  expect(held).toEqual({ exit: 0, stdout: `Kvittensen stämmer. Kontrollsumma: ${told.digest}\n`, stderr: '' });

  const rows = (await readFile(join(folder, 'november.csv'), 'latin1')).split('\n');
  const shorter = await write('shorter.csv', Buffer.from(rows.slice(1).join('\n'), 'latin1'));
  const other = await run(['verify', receipt, shorter, ...region]);
  expect(other.exit).toBe(1);
  expect(other.stdout).toContain(
    `Uppgifterna är andra (${told.inputs.data.records} poster i kvittensen, ${told.inputs.data.records - 1} i filen).`,
  );
  const elsewhere = await run(['verify', receipt, 'november.csv', '--unit', '1400']);
  expect(elsewhere.stdout).toContain('Det som var känt vid sidan av filen är annat');
  expect(elsewhere.stdout).toMatch(/Antalet anmärkningar skiljer \(kvittensen → nu\): .*FIL-14 \(0 → 1\)/);

  const forged = await write('forged.json', JSON.stringify({ ...told, inputs: { ...told.inputs, engine: '0' } }));
  expect((await run(['verify', forged, 'november.csv', ...region])).stdout).toMatch(
    /^Kvittensen är ändrad.*\nKontrollerna är gjorda med en annan version/,
  );
});

test('what the receipt says was known need not be told again, and is vouched for', async () => {
  const known = {
    employers: [{ organisationNumber: '2321000131', name: 'Regionen', isCompany: false }],
    codebook: ['A1'],
    districts: ['EAST'],
  };
  const facts = ['--facts', await write('known.json', JSON.stringify(known))];
  const { stdout } = await run(['november.csv', ...region, ...facts]);
  const receipt = await write('known-receipt.json', stdout);
  const told = JSON.parse(stdout) as Receipt;
  const held = { exit: 0, stdout: `Kvittensen stämmer. Kontrollsumma: ${told.digest}\n`, stderr: '' };
  expect(await run(['verify', receipt, 'november.csv', ...region])).toEqual(held);
  expect(await run(['verify', receipt, 'november.csv', ...region, ...facts])).toEqual(held);
  const other = ['--facts', await write('other.json', JSON.stringify({ ...known, codebook: ['A2'] }))];
  expect((await run(['verify', receipt, 'november.csv', ...region, ...other])).stdout).toContain(
    'Det som var känt vid sidan av filen är annat',
  );

  const written = (found: unknown) => write('changed.json', JSON.stringify({ ...told, facts: found }));
  const changed = await run(['verify', await written({ ...told.facts, districts: ['WEST'] }), 'november.csv', ...region]);
  expect(changed.exit).toBe(1);
  expect(changed.stdout).toContain('Det som var känt vid sidan av filen är annat');
  expect(await run(['verify', await written({ employers: 'all' }), 'november.csv', ...region])).toEqual({
    exit: 2,
    stdout: '',
    stderr: 'Det går inte att använda changed.json: employers har fel form, se docs/guides/checking-a-file.md.\n',
  });
});

test('the receipt of a file that was corrected afterwards holds with the log of its corrections, and not without', async () => {
  const log = [{ record: 1, variable: 'agreedEmploymentRate', text: '5000' }];
  const bytes = new Uint8Array(await readFile(join(folder, 'november.csv')));
  const opened = openDelivery(november2026, bytes, { unit: unitByCode('0400')! });
  opened.correct({ record: 1, variable: 'agreedEmploymentRate' }, '5000');
  const receipt = await write('corrected.json', JSON.stringify(receiptOf(opened)));
  const corrections = ['--corrections', await write('own-log.json', JSON.stringify(log))];
  const held = await run(['verify', receipt, 'november.csv', ...region, ...corrections]);
  expect(held).toEqual({ exit: 0, stdout: `Kvittensen stämmer. Kontrollsumma: ${receiptOf(opened).digest}\n`, stderr: '' });
  expect((await run(['verify', receipt, 'november.csv', ...region])).stdout).toContain('Uppgifterna är andra');
});

test("last year's file and the log of its corrections are among what the receipt vouches for", async () => {
  const log = [{ record: 1, variable: 'agreedEmploymentRate', text: '5000' }];
  const lastYear = ['--last-year', 'november.csv', '--last-year-corrections', await write('log.json', JSON.stringify(log))];
  const { stdout } = await run(['november.csv', ...region, ...lastYear]);
  const bytes = new Uint8Array(await readFile(join(folder, 'november.csv')));
  const known = { unit: unitByCode('0400')!, lastYear: { file: bytes, corrections: log } };
  expect(JSON.parse(stdout)).toEqual(receiptOf(openDelivery(november2026, bytes, known)));
});

test.each([
  [['verify', 'november.csv', 'november.csv', '--unit', '0400'], 'november.csv är ingen kvittens.'],
  [['verify', 'nowhere.json', 'november.csv', '--unit', '0400'], 'Det går inte att läsa nowhere.json: filen finns inte.'],
  [['verify', 'november.csv'], 'Ange kvittensen och filen, till exempel insamling receipt verify kvittens.json november.csv --unit 0488.'],
  [['november.csv'], 'Ange enhetens kod med --unit, till exempel --unit 0488.'],
  [[], 'Ange filen, till exempel insamling receipt november.csv --unit 0488.'],
])('a line that cannot be understood is one sentence and exit 2: %s', async (words, sentence) => {
  expect(await run(words)).toEqual({ exit: 2, stdout: '', stderr: `${sentence}\n` });
});
