import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { definitionTexts } from '@insamling/texts';

const binary = join(import.meta.dirname, '../bin/insamling.mjs');
const library = join(import.meta.dirname, '../../../examples/library');
let folder = '';
let header = '';
let rows: readonly string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-survey-'));
  const definition = JSON.parse(await readFile(join(library, 'definition.json'), 'utf8')) as { rules: { kind?: string }[] };
  // No rule of it says how the file was read.
  await fileOf('definition.json', JSON.stringify({ ...definition, rules: definition.rules.filter(({ kind }) => kind !== undefined) }));
  [header = '', ...rows] = (await readFile(join(library, 'correct.tsv'), 'utf8')).trimEnd().split('\r\n');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const run = (...words: readonly string[]) =>
  new Promise<{ exit: number; stdout: string; stderr: string }>((done) => {
    execFile(process.execPath, [binary, ...words], { cwd: folder, timeout: 50_000 }, (fault, stdout, stderr) =>
      done({ exit: fault ? Number(fault.code) : 0, stdout, stderr }),
    );
  });
async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}
const own = ['--definition', 'definition.json'];
interface Answer {
  readonly counts: unknown;
  readonly findings: readonly { readonly rule: string | null }[];
}

const empty = 'Filen har inga poster: den är tom, eller har bara en rubrikrad.';
const binaryFile = 'Filen är varken en textfil eller en Excelfil. Kontrollera att du valde rätt fil.';
test.each([
  ['an empty file', () => '', empty],
  ['blank rows', () => '\n\n  \n', empty],
  ['a header alone', () => header, empty],
  ['a PDF', () => '%PDF-1.4\n1 0 obj\n', binaryFile],
  ['a zero byte', () => 'a\tb\0c\n1\t2\n', binaryFile],
  [
    'bytes that are no characters',
    () => Uint8Array.of(0x41, 0x81, 0x0a),
    'Tecknen i filen går inte att tolka. Spara filen med teckenkodningen UTF-8 eller Windows-1252 (ANSI).',
  ],
  ['a workbook that is none', () => 'PK\u0003\u0004rubbish', 'Excelfilen är skadad. Spara den på nytt i Excel och välj den igen.'],
  [
    'rows that all have another number of values',
    () => `${header}\nL001\t1\nL001\t2\t3\n`,
    'Ingen rad har rätt antal värden. Rad 2 har 2 värden men ska ha 12. Kontrollera att du valde rätt fil.',
  ],
])('%s cannot be read, whether a rule says so or not, and gets no receipt', async (_, content, sentence) => {
  const file = await fileOf('unreadable', content());
  const text = await run('validate', file, ...own);
  expect(text).toMatchObject({ exit: 2, stderr: '' });
  expect(text.stdout).toContain(`FEL Filen kan inte läsas\n  ${sentence}\n`);
  expect(text.stdout).not.toContain('Inga anmärkningar');
  expect(text.stdout).toContain('\n1 fel, 0 varningar, 0 upplysningar.\n');

  const json = await run('validate', file, ...own, '--format', 'json');
  expect(json.exit).toBe(2);
  expect((JSON.parse(json.stdout) as Answer).findings).toEqual([
    { rule: null, severity: 'fatal', record: null, fields: [], message: sentence },
  ]);
  const csv = await run('validate', file, ...own, '--format', 'csv');
  expect(csv).toMatchObject({ exit: 2, stdout: expect.stringContaining(`;fatal;;;${sentence}\r\n`) });
  expect(await run('receipt', file, ...own)).toEqual({ exit: 2, stdout: '', stderr: `${sentence}\n` });
});

test('rows with another number of values are told with their numbers where no rule tells them, and are errors', async () => {
  const file = await fileOf('misfits.tsv', [header, rows[0], 'L001\tB0000001', ...rows.slice(1), '\t', 'a\tb\tc'].join('\r\n'));
  const last = rows.length + 2;
  const text = await run('validate', file, ...own);
  expect(text.exit).toBe(1);
  expect(text.stdout).toContain('FEL Fel antal värden i raden: 2\n  post 2: Rad 3 har 2 värden men ska ha 12. Den är inte kontrollerad.\n');
  expect(text.stdout).toContain('\n2 fel, 0 varningar, 0 upplysningar.\n');
  const json = await run('validate', file, ...own, '--format', 'json');
  expect(json.exit).toBe(1);
  // A blank row has no number among the records.
  expect(JSON.parse(json.stdout)).toMatchObject({
    counts: {},
    findings: [
      { rule: null, severity: 'error', record: 2, message: 'Rad 3 har 2 värden men ska ha 12. Den är inte kontrollerad.' },
      { rule: null, severity: 'error', record: last, message: `Rad ${last + 2} har 3 värden men ska ha 12. Den är inte kontrollerad.` },
    ],
  });
  const told = await run('validate', file, '--definition', join(library, 'definition.json'), '--format', 'json');
  expect(told.exit).toBe(1);
  expect((JSON.parse(told.stdout) as Answer).findings.map(({ rule }) => rule)).toEqual(['REA-04', 'REA-04']);
});

test('a file of another layout is said to be one without the name of another survey', async () => {
  const file = await fileOf('narrow.tsv', [header, ...Array.from({ length: 30 }, (_, place) => `L001\t${place}`)].join('\r\n'));
  const { stdout } = await run('validate', file, ...own);
  expect(stdout).toContain('raderna har 2 fält men ska ha 12. Kontrollera att du valde rätt fil för den här undersökningen.\n');
});

test('what is wrong with a survey is said in words, whatever its schema is written in', async () => {
  const document = JSON.parse(await readFile(join(library, 'definition.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  const texts = { title: 'x', message: 'x' };
  const rule = { id: 'SUM-01', severity: 'error', kind: 'groupSum', by: 'borrower', field: 'deposit', high: 1, when: 3, texts };
  const faultsOf = async (changed: object) => {
    const { exit, stdout, stderr } = await run('check-edition', await fileOf('faulty.json', JSON.stringify({ ...document, ...changed })));
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    return stderr.trimEnd().split('\n');
  };
  expect(await faultsOf({ variables: [], rules: [rule, { ...rule, id: 'sum 1', by: [1], when: '1 > 2', high: 'x' }] })).toEqual([
    'variables: listan får inte vara tom.',
    'rules[0].by (SUM-01): ska vara en lista.',
    'rules[0].when (SUM-01): ska vara en text eller ett objekt.',
    'rules[1].id (sum 1): ska vara stora bokstäver A–Z, bindestreck och siffror, till exempel RAN-01.',
    'rules[1].by[0] (sum 1): ska vara en text.',
    'rules[1].high (sum 1): ska vara ett tal.',
  ]);
  expect(await faultsOf({ id: 'Lån', name: 3, referenceYear: 26, variables: {}, rules: [3] })).toEqual([
    'id: ska vara små bokstäver a–z, siffror och bindestreck.',
    'name: ska vara en text.',
    'referenceYear: ska vara 1900–2999.',
    'variables: ska vara en lista.',
    'rules[0]: ska vara ett objekt.',
  ]);
  expect(await faultsOf({ variables: [{ id: '1', name: 'x', form: 'N', length: 0 }] })).toEqual([
    'variables[0].id: ska vara bokstäver a–z, siffror och _, och inte en siffra först.',
    'variables[0].length: ska vara 1–4000.',
  ]);
});

test('every expression and type of the schema has its words', async () => {
  const schema = await readFile(join(library, '../../docs/schema/edition.schema.json'), 'utf8');
  const all = (key: string) =>
    new Set([...schema.matchAll(new RegExp(`"${key}": ("[^"]+")`, 'g'))].map(([, text]) => JSON.parse(text!) as string));
  expect(Object.keys(definitionTexts.patterns).toSorted()).toEqual([...all('pattern')].toSorted());
  expect(Object.keys(definitionTexts.types).toSorted()).toEqual([...all('type')].toSorted());
});

test('a field may be called unit, all or any in conditions, and not is refused as a name', async () => {
  const document = JSON.parse(await readFile(join(library, 'definition.json'), 'utf8')) as { readonly variables: readonly object[] };
  const rule = (place: number, when: string) => ({
    id: `EXP-${place}`,
    severity: 'error',
    kind: 'required',
    field: 'x',
    when,
    texts: { title: 'x', message: '{rad}' },
  });
  const checked = async (names: readonly string[]) => {
    const variables = ['x', ...names].map((id) => ({ id, name: `Field ${id}`, form: 'N', length: 3 }));
    const rules = names.map((id, place) => rule(place, `${id} > 5 and not ${id} = 7`));
    const { id, name, referenceYear, layout } = document as unknown as Readonly<Record<string, unknown>>;
    return fileOf('words.json', JSON.stringify({ id, name, referenceYear, layout, variables, rules }));
  };
  const definition = await checked(['unit', 'all', 'any']);
  const cells = ['', '6', '7', '4'].join('\t');
  const data = await fileOf('words.tsv', `Field x\tField unit\tField all\tField any\n${cells}\n`);
  const { stdout } = await run('validate', data, '--definition', definition, '--format', 'json');
  expect((JSON.parse(stdout) as Answer).findings.map(({ rule: id }) => id)).toEqual(['EXP-0']);
  expect(await run('check-edition', await checked(['not']))).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('variables[1].id: not är ett ord i villkoren och kan inte vara namn på ett fält.'),
  });
});
