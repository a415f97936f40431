import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { november2026 } from '@insamling/survey/editions/november-2026';
import { generate, type Manifest } from '@insamling/survey/generator';

const binary = join(import.meta.dirname, '../bin/insamling.mjs');
const examples = join(import.meta.dirname, '../../../examples');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'validate-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}
interface Answer {
  readonly edition: string;
  readonly file: {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly encoding: string;
    readonly records: number;
  };
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly { rule: string; severity: string; record: number | null; fields: string[]; message: string }[];
  readonly remedies: readonly {
    readonly record: number;
    readonly notLocalised: string | null;
    readonly sets: readonly { readonly fields: readonly { readonly field: string; readonly proposed: readonly unknown[] }[] }[];
  }[];
  readonly remediesLeftOut: number;
  readonly notEvaluable: readonly { readonly rule: string; readonly needs: string }[];
}

const run = (...words: string[]): Promise<Outcome> =>
  new Promise((done) => {
    execFile(process.execPath, [binary, ...words], { cwd: folder, timeout: 50_000, maxBuffer: 200_000_000 }, (fault, stdout, stderr) =>
      done({ exit: fault ? Number(fault.code) : 0, stdout, stderr }),
    );
  });
const validate = async (path: string, unit: string, ...more: string[]): Promise<Answer & { exit: number }> => {
  const { exit, stdout } = await run('validate', path, '--unit', unit, '--format', 'json', ...more);
  return { exit, ...(JSON.parse(stdout) as Answer) };
};
async function fileOf(name: string, content: Uint8Array | string): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

test('a file with nothing to remark on: exit 0 and an empty list', async () => {
  const bytes = await readFile(join(examples, 'correct-region.csv'));
  const answer = await validate(join(examples, 'correct-region.csv'), '0400');
  expect(answer).toEqual({
    exit: 0,
    edition: 'november-2026',
    file: {
      name: 'correct-region.csv',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      encoding: 'utf-8',
      encodingReason: 'validUtf8',
      separator: ';',
      form: 'separated',
      hasHeader: false,
      records: 20,
      fields: 42,
      rows: 20,
      skippedRows: 0,
      damage: [],
    },
    counts: {},
    findings: [],
    notEvaluable: expect.any(Array),
  });
});

test('every planted error of a hard rule is found at its record and field, and exit is 1', async () => {
  const { file, manifest } = generate({ unit: '1480', records: 3000, errorShare: 0.02, seed: 7 });
  const answer = await validate(await fileOf('planted.csv', file), '1480');
  expect(answer.exit).toBe(1);
  const hard = answer.findings.filter(({ severity }) => severity === 'error');
  expect(countBy(hard.map(({ rule }) => rule))).toEqual((manifest satisfies Manifest).counts);
  for (const { rule, record, field } of manifest.errors) {
    const found = hard.find((one) => one.rule === rule && one.record === record);
    expect(found, `${rule} at ${record}`).toBeDefined();
    if (field !== null && rule !== 'FIL-06') expect(found?.fields).toContain(field);
  }
});

test('counts are of all findings, which all are listed, in the same order twice', async () => {
  const words = ['validate', join(examples, 'every-rule.csv'), '--unit', '2300', '--format', 'json'];
  const [first, second] = await Promise.all([run(...words), run(...words)]);
  expect(first.stdout).toBe(second.stdout);
  const { counts, findings } = JSON.parse(first.stdout) as Answer;
  expect(countBy(findings.map(({ rule }) => rule))).toEqual(counts);
});

test('csv holds a row a finding, and a row a smallest set when they are wanted, and text tells each check with its records', async () => {
  const path = join(examples, 'every-rule.csv');
  const { findings, remedies } = await validate(path, '2300', '--remedies');
  const plain = await run('validate', path, '--unit', '2300', '--format', 'csv');
  expect(plain.stdout.trimEnd().split('\r\n')).toHaveLength(1 + findings.length);
  const csv = await run('validate', path, '--unit', '2300', '--format', 'csv', '--remedies');
  expect(csv.exit).toBe(1);
  const rows = csv.stdout.trimEnd().split('\r\n');
  expect(rows[0]).toBe('kontroll;nivå;post;fält;meddelande');
  const sets = remedies.reduce((sum, { sets: { length } }) => sum + Math.max(1, length), 0);
  expect(rows).toHaveLength(1 + findings.length + sets);
  expect(rows.slice(-sets).every((row) => row.startsWith(';remedy;'))).toBe(true);
  const text = await run('validate', path, '--unit', '2300');
  expect(text.exit).toBe(1);
  for (const { message } of findings) expect(text.stdout).toContain(message);
  expect(text.stdout).toMatch(/\d+ fel, \d+ varning(ar)?, \d+ upplysning(ar)?\.\n$/);
});

/** A file whose records are wrong in one way each, what mends them being known. */
async function fewFieldsWrong() {
  const rows = (await readFile(join(examples, 'small-unit.csv'), 'utf8')).split('\r\n').map((row) => row.split(';'));
  const at = (id: string) => november2026.variables.findIndex((one) => one.id === id);
  const paid = rows.findIndex((row) => row[at('payForm')] === 'M');
  const number = rows[paid + 1]![at('personalNumber')]!;
  const turned = number.slice(0, 8) + number[9]! + number[8]!;
  rows[paid]![at('agreedEmploymentRate')] = '5000';
  rows[paid]![at('actualEmploymentRate')] = '8000';
  rows[paid + 1]![at('personalNumber')] = turned;
  rows[paid + 2] = rows[paid + 2]!.slice(0, 30);
  for (const row of rows.slice(paid + 3, paid + 13)) row[at('collectiveAgreement')] = 'a';
  const path = await fileOf('few-fields.csv', rows.map((row) => row.join(';')).join('\r\n'));
  return { path, first: paid + 1, secrets: [number, turned] };
}

test('for the first records with errors the text tells the smallest sets of fields to change, and no personal number', async () => {
  const { path, first, secrets } = await fewFieldsWrong();
  const { stdout } = await run('validate', path, '--unit', '2403');
  const section = stdout.slice(stdout.indexOf('Så lite behöver ändras'));
  expect(section).toContain(`post ${first}: Fält 21 Överenskommen sysselsättningsgrad: tillåtet: mellan 8000 och 10000\n`);
  expect(section).toContain('    eller Fält 22 Faktisk sysselsättningsgrad: tillåtet: mellan 0 och 5000\n');
  expect(section).toContain(`post ${first + 1}: Fält 7 `);
  expect(section).toContain(`post ${first + 2}: Raden har fel antal värden.`);
  expect(section.match(/^ {2}post /gm)).toHaveLength(10);
  for (const secret of secrets) expect(section).not.toContain(secret);
});

test('json and csv tell the smallest sets of every record with errors, and no personal number', async () => {
  const { path, first, secrets } = await fewFieldsWrong();
  const answer = await validate(path, '2403', '--remedies');
  expect(answer.remedies.map(({ record }) => record)).toEqual(Array.from({ length: 13 }, (_, place) => first + place));
  expect(answer.remediesLeftOut).toBe(0);
  const number = { proposed: [], codes: [], codeCount: null };
  expect(answer.remedies.slice(0, 3)).toEqual([
    {
      record: first,
      notLocalised: null,
      sets: [
        { fields: [{ field: 'agreedEmploymentRate', ...number, ranges: [{ low: 8000, high: 10_000 }] }] },
        { fields: [{ field: 'actualEmploymentRate', ...number, ranges: [{ low: 0, high: 5000 }] }] },
      ],
    },
    {
      record: first + 1,
      notLocalised: null,
      sets: [{ fields: [{ ...number, field: 'personalNumber', proposed: expect.any(Array), ranges: [] }] }],
    },
    { record: first + 2, notLocalised: 'unreadable', sets: [] },
  ]);
  const proposed = answer.remedies[1]!.sets[0]!.fields[0]!.proposed;
  expect(proposed.length).toBeGreaterThan(0);
  for (const one of proposed) expect(one).toMatchObject({ text: null, reason: 'transposed' });

  const { stdout } = await run('validate', path, '--unit', '2403', '--format', 'csv', '--remedies');
  const rows = stdout.trimEnd().split('\r\n');
  const told = (record: number) => rows.filter((row) => row.startsWith(`;remedy;${record};`));
  expect(told(first)).toEqual([
    `;remedy;${first};agreedEmploymentRate;Det minsta som behöver ändras, sätt 1 av 2: Fält 21 Överenskommen sysselsättningsgrad: tillåtet: mellan 8000 och 10000`,
    `;remedy;${first};actualEmploymentRate;Det minsta som behöver ändras, sätt 2 av 2: Fält 22 Faktisk sysselsättningsgrad: tillåtet: mellan 0 och 5000`,
  ]);
  expect(told(first + 1)[0]).toMatch(/;personalNumber;.*Det minsta som behöver ändras: Fält 7 .*-••••/);
  expect(told(first + 2)).toEqual([`;remedy;${first + 2};;Raden har fel antal värden.`]);
  for (const secret of secrets) expect(stdout + JSON.stringify(answer)).not.toContain(secret);
});

test('of more than a thousand records with errors, json and csv say how many they do not tell the smallest sets of', async () => {
  const { file } = generate({ unit: '1480', records: 5000, errorShare: 0.3, seed: 3 });
  const path = await fileOf('many-wrong.csv', file);
  const { findings, remedies, remediesLeftOut } = await validate(path, '1480', '--remedies');
  const wrong = [...new Set(findings.flatMap(({ severity, record }) => (severity === 'error' && record !== null ? [record] : [])))];
  expect(remedies.map(({ record }) => record)).toEqual(wrong.toSorted((one, other) => one - other).slice(0, 1000));
  expect(remediesLeftOut).toBe(wrong.length - 1000);
  const { stdout } = await run('validate', path, '--unit', '1480', '--format', 'csv', '--remedies');
  expect(stdout.trimEnd().split('\r\n').at(-1)).toMatch(
    /^;remedy;;;Det minsta .* de 1\s000 första posterna med fel\. Det finns \d+ poster till\.$/u,
  );
});

test.each([
  ['an empty file', '', 'FIL-01'],
  ['a picture', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'FIL-02'],
])('%s cannot be read: exit 2, and JSON with one fatal finding all the same', async (_, content, rule) => {
  const answer = await validate(await fileOf('unreadable.csv', content), '2403');
  expect(answer.exit).toBe(2);
  expect(answer.findings).toMatchObject([{ rule, severity: 'fatal', record: null }]);
  expect(answer.counts).toEqual({ [rule]: 1 });
});

test('UTF-16 is read as what it says', async () => {
  const text = (await readFile(join(examples, 'small-unit.csv'))).toString('utf8');
  const answer = await validate(await fileOf('utf16.csv', Buffer.from(`\uFEFF${text}`, 'utf16le')), '2403');
  expect(answer).toMatchObject({ exit: 0, file: { encoding: 'utf-16le', records: 150 } });
});

test('a file that comes through a pipe, which tells no size, is read to its end', async () => {
  const path = await fileOf('through-a-pipe.csv', generate({ unit: '0488', records: 2000, seed: 1 }).file);
  const [word, ...words] = ['validate', '/dev/stdin', '--unit', '0488', '--format', 'json'];
  const answer = await new Promise<string>((done, failed) => {
    const shell = `cat ${path} | "$0" "$@"`;
    execFile('sh', ['-c', shell, process.execPath, binary, word!, ...words], { cwd: folder, maxBuffer: 200_000_000 }, (fault, stdout) =>
      fault ? failed(fault) : done(stdout),
    );
  });
  expect((JSON.parse(answer) as Answer).findings).toEqual((await validate(path, '0488')).findings);
  expect((JSON.parse(answer) as Answer).file.records).toBe(2000);
});

test('a row with too few values and another municipality are named', async () => {
  const rows = (await readFile(join(examples, 'small-unit.csv'))).toString('utf8').split('\r\n');
  rows[4] = rows[4]!.split(';').slice(0, 30).join(';');
  const short = await validate(await fileOf('short.csv', rows.join('\r\n')), '2403');
  expect(short.exit).toBe(1);
  expect(short.findings).toMatchObject([
    { rule: 'FIL-06', record: 5 },
    { rule: 'K-07', record: null },
  ]);
  const other = await validate(join(examples, 'small-unit.csv'), '1480');
  expect(other.findings[0]).toMatchObject({ rule: 'FIL-14', record: null });
  expect(other.exit).toBeGreaterThan(0);
});

test.each([
  [['validate'], 'Ange filen'],
  [['validate', 'x.csv'], 'Ange enhetens kod'],
  [['validate', 'x.csv', '--unit', '9999'], 'Det finns ingen kommun eller region med koden 9999'],
  [['validate', 'x.csv', '--unit', '2403', '--edition', 'november-1999'], 'Utgåvan november-1999 finns inte'],
  [['validate', 'x.csv', '--unit', '2403', '--format', 'xml'], '--format xml: ange text, json eller csv.'],
  [['validate', 'x.csv', '--unit', '2403'], 'filen finns inte'],
  [['validate', 'a-folder', '--unit', '2403'], 'det är en mapp'],
  [['validate', 'x.csv', 'y.csv', '--unit', '2403'], 'Det står för mycket på raden'],
  [['validate', '--nonsense'], '--nonsense är inget val'],
  [['toString'], 'Kommandot toString finns inte'],
  [[], 'Ange ett kommando'],
] as const)('%j is refused in one Swedish sentence, with exit 2', async (words, sentence) => {
  await mkdir(join(folder, 'a-folder'), { recursive: true });
  const { exit, stdout, stderr } = await run(...words);
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('a reader that closes the pipe early gets no complaint', async () => {
  const { file } = generate({ unit: '1480', records: 20_000, errorShare: 0.3, seed: 3 });
  const path = join(folder, await fileOf('many.csv', file));
  const outcome = await new Promise<Outcome>((done) => {
    execFile(
      '/bin/sh',
      ['-c', `"${process.execPath}" "${binary}" validate "${path}" --unit 1480 --format csv | head -n 2`],
      (fault, stdout, stderr) => done({ exit: fault ? Number(fault.code) : 0, stdout, stderr }),
    );
  });
  expect(outcome.stderr).toBe('');
  expect(outcome.stdout.split('\r\n').filter(Boolean)).toHaveLength(2);
});

function countBy(rules: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const rule of rules) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

test('against last year: its file asks both kinds of rules, its measures only those on the whole delivery', async () => {
  const now = generate({ unit: '1480', records: 400, seed: 3 });
  const last = generate({ unit: '1480', records: 700, seed: 3, lastYear: true });
  const file = await fileOf('now.csv', now.file);
  const lastFile = await fileOf('last.csv', last.file);
  const rulesOf = ({ counts }: { readonly counts: Readonly<Record<string, number>> }) => Object.keys(counts);
  const notAsked = ({ notEvaluable }: { readonly notEvaluable: readonly { readonly rule: string }[] }) =>
    notEvaluable.map(({ rule }) => rule);

  const alone = await validate(file, '1480');
  expect(notAsked(alone)).toEqual(expect.arrayContaining(['Y-01', 'D-02', 'P03-02', 'F-02']));
  const beside = await validate(file, '1480', '--last-year', lastFile);
  expect(rulesOf(beside)).toContain('D-02');
  expect(notAsked(beside).filter((rule) => /^[YD]/.test(rule))).toEqual([]);

  const measures = await run('measure', lastFile, '--unit', '1480');
  expect(measures.stdout).not.toContain(Buffer.from(last.file).toString('utf8').split(';')[6]);
  const byMeasures = await validate(file, '1480', '--last-year', await fileOf('measures.json', measures.stdout));
  expect(notAsked(byMeasures).filter((rule) => /^[YD]/.test(rule))).toEqual(['Y-01', 'Y-02', 'Y-03', 'Y-04', 'Y-05', 'Y-06', 'Y-07']);
  const ofDelivery = (answer: typeof beside) => answer.findings.filter(({ rule }) => rule.startsWith('D-'));
  expect(ofDelivery(byMeasures)).toEqual(ofDelivery(beside));
});

/** This year's file, last year's, last year's with some cells changed, and the log that changes them. */
async function withCorrectedLastYear() {
  const file = await fileOf('this-year.csv', generate({ unit: '1480', records: 400, seed: 3 }).file);
  const before = Buffer.from(generate({ unit: '1480', records: 500, seed: 3, lastYear: true }).file).toString('latin1');
  const rows = before.split('\r\n').map((row) => row.split(';'));
  const at = (id: string) => november2026.variables.findIndex((one) => one.id === id);
  const paid = rows.flatMap((row, place) => (row[at('payForm')] === 'M' ? [place] : []));
  const halved = paid.slice(0, 40).map((place) => {
    const text = String(Math.round(Number(rows[place]![at('agreedFullTimeSalary')]) / 2));
    return { record: place + 1, variable: 'agreedFullTimeSalary', text };
  });
  // Another person with another employment: who had it last year is found no more.
  const other = { record: paid[50]! + 1, variable: 'personalNumber', text: rows[paid[51]!]![at('personalNumber')]! };
  for (const { record, variable, text } of [...halved, other]) rows[record - 1]![at(variable)] = text;
  const corrected = Buffer.from(rows.map((row) => row.join(';')).join('\r\n'), 'latin1');
  return {
    file,
    last: await fileOf('last-year.csv', Buffer.from(before, 'latin1')),
    corrected: await fileOf('last-year-corrected.csv', corrected),
    // The first is corrected twice: what was written last holds.
    log: [{ ...halved[0]!, text: '1' }, ...halved, other],
  };
}

test("last year's file with the log of its corrections is compared with as the corrected file is", async () => {
  const { file, last, corrected, log } = await withCorrectedLastYear();
  const logFile = await fileOf('corrections.json', JSON.stringify(log));
  const byLog = await validate(file, '1480', '--last-year', last, '--last-year-corrections', logFile);
  expect(byLog).toEqual(await validate(file, '1480', '--last-year', corrected));
  const uncorrected = await validate(file, '1480', '--last-year', last);
  expect(byLog.findings).not.toEqual(uncorrected.findings);
  expect(await validate(file, '1480', '--last-year', last, '--last-year-corrections', await fileOf('none.json', '[]'))).toEqual(
    uncorrected,
  );
});

test('a file with the log of its corrections is checked and measured as the corrected file is', async () => {
  const { last, corrected, log } = await withCorrectedLastYear();
  const logFile = await fileOf('own-corrections.json', JSON.stringify(log));
  const byLog = await validate(last, '1480', '--corrections', logFile);
  const inPlace = await validate(corrected, '1480');
  expect({ counts: byLog.counts, findings: byLog.findings }).toEqual({ counts: inPlace.counts, findings: inPlace.findings });
  expect(byLog.findings).not.toEqual((await validate(last, '1480')).findings);
  const measured = await run('measure', last, '--unit', '1480', '--corrections', logFile);
  expect(measured).toEqual(await run('measure', corrected, '--unit', '1480'));
  expect(measured.stdout).not.toEqual((await run('measure', last, '--unit', '1480')).stdout);
});

test("a log that is not the file's is refused before anything is checked; of a file that cannot be read it says what the file is", async () => {
  const file = await fileOf('checked.csv', generate({ unit: '0488', records: 20, seed: 1 }).file);
  const beyond = await fileOf('beyond.json', JSON.stringify([{ record: 21, variable: 'name', text: 'Hemlig Testsson' }]));
  const sentence = `${beyond} hör inte till filen som kontrolleras: rättelse 1 gäller post 21, som inte finns där.\n`;
  for (const command of ['validate', 'measure', 'receipt'])
    expect(await run(command, file, '--unit', '0488', '--corrections', beyond)).toEqual({ exit: 2, stdout: '', stderr: sentence });
  const picture = await fileOf('picture.csv', Buffer.from('\x89PNG\r\n', 'latin1'));
  const told = await validate(picture, '0488', '--corrections', beyond);
  expect({ exit: told.exit, counts: told.counts }).toEqual({ exit: 2, counts: { 'FIL-02': 1 } });
});

test("a log of corrections that is not last year's file's is refused in one Swedish sentence, which tells no value of it", async () => {
  const { file, last, log } = await withCorrectedLastYear();
  const measures = await fileOf('measures-of-last.json', (await run('measure', last, '--unit', '1480')).stdout);
  const fitting = await fileOf('fitting.json', JSON.stringify(log));
  const refusal = async (...words: string[]) => {
    const { exit, stdout, stderr } = await run('validate', file, '--unit', '1480', ...words);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    return stderr.trimEnd();
  };
  expect(await refusal('--last-year-corrections', fitting)).toBe(
    '--last-year-corrections gäller förra årets fil. Ange den också, med --last-year.',
  );
  expect(await refusal('--last-year', measures, '--last-year-corrections', fitting)).toContain('measures-of-last.json är mått.');
  expect(await refusal('--last-year', last, '--last-year-corrections', 'nowhere.json')).toContain('nowhere.json: filen finns inte.');
  const one = { record: 1, variable: 'name', text: 'Hemlig Testsson' };
  for (const [content, sentence] of [
    ['[', 'det är inte JSON.'],
    ['{"corrections": []}', 'den ska hålla en lista av rättelser.'],
    [JSON.stringify([one, { ...one, record: '2' }]), 'rättelse 2 har fel form'],
    [JSON.stringify([{ ...one, by: 'någon' }]), 'rättelse 1 har fel form'],
    [JSON.stringify([one, { ...one, record: 501 }]), 'rättelse 2 gäller post 501, som inte finns där.'],
    [JSON.stringify([{ ...one, variable: 'shoeSize' }]), 'rättelse 1 gäller ett fält som inte finns i undersökningen.'],
  ] as const) {
    const said = await refusal('--last-year', last, '--last-year-corrections', await fileOf('log.json', content));
    expect(said).toContain(sentence);
    expect(said).not.toContain('Hemlig');
    expect(said.split('\n')).toHaveLength(1);
  }
});

test.each([
  ['an empty file', '', 'Filen har inga poster: den är tom, eller har bara en rubrikrad.'],
  ['a PDF', '%PDF-1.4\n', 'Filen är varken en textfil eller en Excelfil. Kontrollera att du valde rätt fil.'],
  ['a workbook that is none', 'PK\u0003\u0004', 'Excelfilen är skadad. Spara den på nytt i Excel och välj den igen.'],
  ['a letter', 'Hej\nhopp\n', 'Ingen rad har rätt antal värden. Rad 1 har 1 värde men ska ha 42. Kontrollera att du valde rätt fil.'],
])('%s is not taken for the file of last year', async (_, content, sentence) => {
  const file = await fileOf('of-this-year.csv', generate({ unit: '0488', records: 40, seed: 1 }).file);
  const words = [file, '--unit', '0488', '--last-year', await fileOf('no-last-year', content)];
  const refused = { exit: 2, stdout: '', stderr: `no-last-year kan inte vara förra årets fil. ${sentence}\n` };
  expect(await run('validate', ...words)).toEqual(refused);
  expect(await run('receipt', ...words)).toEqual(refused);
});

test("another unit's file or measures, or those of another survey, are not taken for last year's", async () => {
  const lastOf = async (unit: string) => fileOf(`last-of-${unit}.csv`, generate({ unit, records: 40, seed: 1, lastYear: true }).file);
  const file = await fileOf('of-trosa.csv', generate({ unit: '0488', records: 40, seed: 1 }).file);
  const refusal = async (lastYear: string, ...more: string[]) => {
    const { exit, stdout, stderr } = await run('validate', file, '--unit', '0488', '--last-year', lastYear, ...more);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    return stderr;
  };
  const [ofTrosa, ofStockholm] = [await lastOf('0488'), await lastOf('0180')];
  const itIsStockholms = 'kan inte vara förra årets: den gäller 0180 Stockholms stad, och filen som kontrolleras gäller Trosa kommun.\n';
  expect(await refusal(ofStockholm)).toBe(`${ofStockholm} ${itIsStockholms}`);
  const measures = (await run('measure', ofStockholm, '--unit', '0180')).stdout;
  expect(await refusal(await fileOf('of-stockholm.json', measures))).toBe(`of-stockholm.json ${itIsStockholms}`);

  const own = JSON.parse((await run('measure', ofTrosa, '--unit', '0488')).stdout) as object;
  const measuredBy = (edition: string) => fileOf('measured.json', JSON.stringify({ ...own, edition }));
  expect(await refusal(await measuredBy('november-2020'))).toBe(
    'measured.json kan inte vara förra årets: måtten är skrivna efter november-2020, och filen kontrolleras efter november-2026.\n',
  );
  for (const lastYear of [ofTrosa, await measuredBy('november-2025'), await measuredBy('november-2026')])
    expect((await validate(file, '0488', '--last-year', lastYear)).notEvaluable.map(({ rule }) => rule)).not.toContain('D-02');

  // What counts is the file as it stands after its corrections.
  const log = [{ record: 1, variable: 'municipalityCode', text: '0488' }];
  const corrections = ['--last-year-corrections', await fileOf('moved.json', JSON.stringify(log))];
  expect((await validate(file, '0488', '--last-year', ofStockholm, ...corrections)).edition).toBe('november-2026');
});

test('either code of Gotland is its own', async () => {
  const file = await fileOf('gotland.csv', generate({ unit: '0980', records: 40, seed: 1 }).file);
  const last = Buffer.from(generate({ unit: '0980', records: 40, seed: 1, lastYear: true }).file).toString('latin1');
  const byRegion = last.replaceAll(/^(0980|0900)/gm, '0900');
  const lastYear = await fileOf('gotland-last.csv', Buffer.from(byRegion, 'latin1'));
  expect((await validate(file, '0980', '--last-year', lastYear)).notEvaluable.map(({ rule }) => rule)).not.toContain('D-02');
});

test.each(['{', '{}', '{"measures": {}}', '{"measures": null}', '{"measures": {"a": {"b": {"c": "1"}}}}', '{"measures": [1]}'])(
  'measures of last year that are none (%s) are refused in one Swedish sentence',
  async (content) => {
    const file = await fileOf('this.csv', generate({ unit: '0488', records: 20, seed: 1 }).file);
    const { exit, stdout, stderr } = await run('validate', file, '--unit', '0488', '--last-year', await fileOf('measures.json', content));
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toBe('measures.json är varken en fil med poster eller de mått som insamling measure skriver. Skriv måtten på nytt.\n');
  },
);

test('what the portal knows is taken from a file of facts, and a part of another shape is named', async () => {
  const file = join(examples, 'correct-region.csv');
  const facts = (value: unknown) => fileOf('facts.json', typeof value === 'string' ? value : JSON.stringify(value));
  const known = await validate(file, '0400', '--facts', await facts({ codebook: null, employers: [] }));
  expect(known.counts).toEqual({ 'F-01': 1, 'P03-02': 20 });
  expect(known.exit).toBe(1);
  for (const [value, part] of [
    ['{', 'det är inte JSON'],
    ['[]', 'den ska hålla ett objekt'],
    [{ arbetsgivare: [] }, 'arbetsgivare är ingen del'],
    [{ employers: [{ organisationNumber: 1 }] }, 'employers har fel form'],
    [{ process: { period: { kind: 'test' } } }, 'process har fel form'],
  ] as const) {
    const refused = await run('validate', file, '--unit', '0400', '--facts', await facts(value));
    expect(refused).toMatchObject({ exit: 2, stdout: '' });
    expect(refused.stderr).toContain(part);
  }
});

test('how the file was read is told in words: encoding with its reason, columns found by name, what a spreadsheet has damaged', async () => {
  const header = november2026.variables.map(({ name }) => name).toReversed();
  const row = (await readFile(join(examples, 'correct-municipality.csv'), 'utf8')).split(/\r?\n/)[0]!.split(';').toReversed();
  const path = await fileOf('reversed.csv', Buffer.from([header, row].map((cells) => cells.join(';')).join('\r\n'), 'latin1'));
  const { stdout } = await run('validate', path, '--unit', '0114');
  expect(stdout).toContain('Teckenkodning Windows-1252 (tecknen är inte giltiga i UTF-8).');
  expect(stdout).toContain('De är lästa efter namnen i rubrikraden.');
});

test('a survey that writes decimals is advised in them, in words and as data', async () => {
  const definition = {
    id: 'x',
    name: 'X',
    referenceYear: 2026,
    layout: { form: 'separated', separator: ';', decimals: 'comma', zeroIsMissing: false },
    variables: [
      { id: 'k', name: 'k', form: 'A/N', length: 9 },
      { id: 'n', name: 'n', form: 'N', length: 7, decimals: 2 },
    ],
    rules: [{ id: 'R-1', severity: 'error', kind: 'range', field: 'n', low: 100, high: 1000, texts: { title: 't', message: '{värde}' } }],
  };
  const words = [
    await fileOf('fee.csv', 'b;11,50\r\n'),
    '--definition',
    await fileOf('fee.json', JSON.stringify(definition)),
    '--remedies',
  ];
  expect((await run('validate', ...words)).stdout).toContain('tillåtet: mellan 1,00 och 10,00');
  const { remedies } = JSON.parse((await run('validate', ...words, '--format', 'json')).stdout) as Answer;
  expect(remedies[0]?.sets).toMatchObject([{ fields: [{ field: 'n', ranges: [{ low: 1, high: 10 }] }] }]);
});
