import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { generate } from '../generator/index.ts';
import { openDelivery } from '../open-delivery.ts';
import { checkEdition, mayBeReleased } from '../release/check-edition.ts';
import { factsOf } from '../testing/records.ts';
import { editionSchema } from './edition-schema.ts';
import { readEdition, writeEdition, type ReadEdition } from './read-edition.ts';

const root = new URL('../../../../', import.meta.url);
const textIn = (path: string) => readFileSync(new URL(path, root), 'utf8');
const bytesIn = (path: string) => new Uint8Array(readFileSync(new URL(path, root)));
function read(json: string): ReadEdition {
  const answer = readEdition(json);
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults));
  return answer;
}
const library = read(textIn('examples/library/definition.json'));
const findingsOf = (path: string, lastYear?: Uint8Array) =>
  openDelivery(library.edition, bytesIn(path), lastYear ? { lastYear: { file: lastYear } } : {})
    .findings()
    .map(({ rule, record }) => `${rule}${record === null ? '' : ` ${record}`}`);

test('the published schema is the one that documents are judged by', () => {
  expect(JSON.parse(textIn('docs/schema/edition.schema.json'))).toEqual(JSON.parse(JSON.stringify(editionSchema)));
});

test('the November edition is a document: written, read and asked again it finds the same, byte for byte', () => {
  const again = read(writeEdition(november2026)).edition;
  expect(writeEdition(again)).toBe(writeEdition(november2026));
  const { file } = generate({ unit: '0488', records: 400, errorShare: 0.2, seed: 9 });
  const [one, other] = [november2026, again].map((edition) => openDelivery(edition, file, factsOf('0488')));
  expect(JSON.stringify(other!.findings())).toBe(JSON.stringify(one!.findings()));
  expect(other!.summary()).toEqual(one!.summary());
});

test('the library survey is fit for release, and its correct file has nothing to remark on', () => {
  expect(mayBeReleased(checkEdition(library, true))).toBe(true);
  expect(findingsOf('examples/library/correct.tsv')).toEqual([]);
});

test('a column of numbers that the file lacks holds no value, and not zero: an empty column is answered alike', () => {
  const rows = textIn('examples/library/correct.tsv')
    .trimEnd()
    .split('\n')
    .map((row) => row.split('\t'));
  const fees = rows[0]!.indexOf('Fee');
  const bytes = (cells: readonly (readonly string[])[]) => new TextEncoder().encode(cells.map((row) => `${row.join('\t')}\n`).join(''));
  const answered = (file: Uint8Array) => {
    const opened = openDelivery(library.edition, file);
    return opened.findings().map(({ rule, record, message }) => [rule, record, message]);
  };
  const lacking = bytes(rows.map((row) => row.filter((_, column) => column !== fees)));
  const empty = bytes(rows.map((row, number) => row.map((text, column) => (column === fees && number > 0 ? '' : text))));
  expect(openDelivery(library.edition, lacking).file.columns?.missing).toEqual([library.edition.variables[fees]!.id]);
  expect(answered(lacking)).toEqual(answered(empty));
});

test('where a definition says that there is a header, a first row that names nothing is told of', () => {
  const text = textIn('examples/library/correct.tsv');
  const open = (file: string) => openDelivery(library.edition, new TextEncoder().encode(file)).file;
  expect(open(text).isHeaderUnknown).toBe(undefined);
  expect(open(text.slice(text.indexOf('\n') + 1))).toMatchObject({ hasHeader: true, isHeaderUnknown: true });
});

test('its file of faults has each of them, and nothing else', () => {
  expect(findingsOf('examples/library/one-of-each.tsv')).toEqual([
    'CHK-01 10',
    'COD-01 4',
    'DAT-01 8',
    'EXP-01 17',
    'FOR-01 5',
    'LEN-01 2',
    'REA-04 26',
    'REQ-01 3',
    'REQ-02 6',
    'TYP-01 1',
    'UNI-01 11',
    'UNI-01 25',
    'CON-01 16',
    'CON-01 18',
    'RAN-01 7',
    'RAT-01 12',
    'RPG-01 9',
    'SUM-01 13',
    'SUM-01 14',
  ]);
});

test.each([
  ['an empty file', '', 'REA-01'],
  ['a header and nothing else', textIn('examples/library/correct.tsv').split('\n')[0]!, 'REA-01'],
  ['a PDF', '%PDF-1.4\n', 'REA-02'],
  ['bytes that are no characters', Uint8Array.of(0x41, 0x81, 0x0a), 'REA-03'],
])('%s is told by the rule of the library that says so', (_, content, rule) => {
  const opened = openDelivery(library.edition, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  expect(opened.findings()).toMatchObject([{ rule, severity: 'fatal', record: null }]);
});

test('against last year a library with half its loans, and a deposit four times as high, are told of', () => {
  const now = textIn('examples/library/correct.tsv');
  const last = new TextEncoder().encode(
    now
      .split('\r\n')
      .flatMap((row) =>
        row.startsWith('L001') ? [row.replace('50,00', '12,50'), row.replace(/B000/, 'B999').replace(/\t0000/, '\t9990')] : [row],
      )
      .join('\r\n'),
  );
  const found = findingsOf('examples/library/correct.tsv', last);
  expect(found.filter((one) => one.startsWith('PAN-01'))).toHaveLength(8);
  expect(found.filter((one) => one.startsWith('CHG-01'))).toEqual([]);
  const fewer = new TextEncoder().encode([now.split('\r\n')[0], ...now.split('\r\n').slice(1, 11), ''].join('\r\n'));
  expect(findingsOf('examples/library/correct.tsv', fewer)).toContain('CHG-01');
});

test('a survey of fixed-width rows with implied decimals and a sign is described in the same words', () => {
  const { edition } = read(
    JSON.stringify({
      id: 'bus-trips',
      name: 'Bus trips',
      referenceYear: 2026,
      layout: { form: 'fixed', signed: true, zeroIsMissing: false, dates: 'yyyy-mm-dd' },
      variables: [
        { id: 'line', name: 'Line', form: 'A/N', length: 3 },
        { id: 'day', name: 'Day', form: 'A/N', length: 10 },
        { id: 'delay', name: 'Delay in hundredths of a minute', form: 'N', length: 6, decimals: 2 },
      ],
      rules: [
        {
          id: 'R-1',
          severity: 'warning',
          kind: 'range',
          field: 'delay',
          low: -500,
          high: 6000,
          texts: { title: 'Delay', message: '{värde}' },
        },
        { id: 'R-2', severity: 'error', kind: 'expression', assert: 'isDate(day)', texts: { title: 'Day', message: '{värde}' } },
      ],
    }),
  );
  const rows = ['7A 2026-03-01  -500', '7A 2026-03-01  -501', '7B 2026-02-30  6000', '7B 2026-03-01  6001', '7B 2026-03-01      '];
  const opened = openDelivery(edition, new TextEncoder().encode(rows.join('\n')));
  expect(opened.file).toMatchObject({ form: 'fixed', records: 5 });
  expect(opened.findings().map(({ rule, record }) => [rule, record])).toEqual([
    ['R-2', 3],
    ['R-1', 2],
    ['R-1', 4],
  ]);
});

test('a document with faults is refused with all of them and their places', () => {
  const document = JSON.parse(textIn('examples/library/definition.json')) as {
    rules: Record<string, unknown>[];
    variables: Record<string, unknown>[];
  };
  const broken = (change: (copy: typeof document) => void) => {
    const copy = structuredClone(document);
    change(copy);
    return readEdition(JSON.stringify(copy));
  };
  expect(broken(({ rules }) => void (rules[0]!['severity'] = 'bad'))).toEqual({
    faults: [{ path: 'rules[0].severity', fault: 'value', wanted: 'fatal, error, warning, info' }],
  });
  expect(broken(({ rules }) => void (rules[3]!['when'] = 'loanType in P'))).toMatchObject({
    faults: [{ path: 'rules[3].when', fault: 'expression', at: 12 }],
  });
  expect(broken(({ rules }) => void (rules[2]!['field'] = 'librray'))).toEqual({
    faults: [{ path: 'rules[2]', fault: 'unknownField', wanted: 'librray' }],
  });
  expect(broken(({ rules }) => void delete rules[2]!['field'])).toEqual({
    faults: [{ path: 'rules[2]', fault: 'lacks', wanted: 'field' }],
  });
  expect(broken(({ variables }) => void (variables[1]!['id'] = 'library'))).toMatchObject({
    faults: expect.arrayContaining([{ path: 'variables[1]', fault: 'twice', wanted: 'library' }]),
  });
  expect(readEdition('{')).toMatchObject({ faults: [{ fault: 'json' }] });
  expect(readEdition('[]')).toEqual({ faults: [{ path: '', fault: 'type', wanted: 'object' }] });
});

test('the gaps of messages are filled in the kinds of rules that the guide says, and in no others', () => {
  const document = JSON.parse(textIn('examples/library/definition.json')) as { rules: { kind?: string; texts: object }[] };
  const rows = [...textIn('docs/guides/describe-a-survey.md').matchAll(/^\| (`\{.*?) \| (`.*?) \| .* \|$/gm)];
  const inBackticks = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
  const told = rows.flatMap(([, gaps, kinds]) => inBackticks(gaps!).flatMap((gap) => inBackticks(kinds!).map((kind) => `${gap} ${kind}`)));
  const gaps = ['{längd}', '{rad1}', '{rad2}', '{summa}', '{procent}', '{förra}', '{nu}', '{grupp}'];
  const filled = document.rules.flatMap(({ kind, ...rule }) =>
    kind === undefined
      ? []
      : gaps.flatMap((gap) => {
          const rules = [{ ...rule, kind, suppressedBy: [], texts: { ...rule.texts, message: gap } }];
          return 'faults' in readEdition(JSON.stringify({ ...document, rules, cases: {} })) ? [] : [`${gap} ${kind}`];
        }),
  );
  const ofThose = told.filter((one) => gaps.some((gap) => one.startsWith(gap)) && !one.endsWith(' per'));
  expect(filled.toSorted()).toEqual(ofThose.toSorted());
});

test('a word that is sought is a parameter, by its name', () => {
  const document = JSON.parse(textIn('examples/library/definition.json')) as object;
  const rule = {
    id: 'EXP-09',
    severity: 'error',
    kind: 'expression',
    assert: 'not hasWord(title, "sought")',
    texts: { title: 'x', message: '{rad}' },
  };
  const withParams = (params: object) => readEdition(JSON.stringify({ ...document, cases: {}, rules: [{ ...rule, params }] }));
  expect(withParams({})).toMatchObject({ faults: [{ fault: 'unknownParam', wanted: 'sought' }] });
  const { edition } = withParams({ sought: 'ATLAS' }) as ReadEdition;
  const file = textIn('examples/library/correct.tsv').replace('A book', 'World atlases');
  expect(openDelivery(edition, new TextEncoder().encode(file)).findings()).toMatchObject([{ rule: 'EXP-09', record: 1 }]);
});
