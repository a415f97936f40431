import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { variables } from '../editions/november-2026/variables.ts';
import { openDelivery, type OpenedDelivery } from '../open-delivery.ts';
import { bytesOf, quoted, utf16, windows1252, type Piece } from '../testing/bytes.ts';
import { cleanRows, factsOf, placeOf, withCells } from '../testing/records.ts';

const rows = cleanRows('0488', 3).map((row) => withCells(row, { name: 'Öberg, Åsa Märta' }));
const lines = rows.map((row) => row.join(';'));
const [first = '', second = '', third = ''] = lines;
const text = lines.map((line) => `${line}\r\n`).join('');
const header = variables.map(({ name }) => name).join(';');
const byteOrderMark = [0xef, 0xbb, 0xbf];

const open = (...parts: readonly Piece[]): OpenedDelivery => openDelivery(november2026, bytesOf(...parts), factsOf('0488'));
const rulesOf = (delivery: OpenedDelivery): string[] => delivery.findings().map(({ rule }) => rule);
const names = (delivery: OpenedDelivery): (string | undefined)[] =>
  Array.from({ length: delivery.file.records }, (_, index) => delivery.record(index + 1)[placeOf('name')]);
const rowNumbers = (delivery: OpenedDelivery): number[] =>
  Array.from({ length: delivery.file.records }, (_, index) => delivery.rowOf(index + 1));

/** All that is said of a file, when it cannot be read. */
const verdict = (delivery: OpenedDelivery) => ({
  findings: delivery.findings().map(({ rule, severity, record, fields }) => ({ rule, severity, record, fields })),
  isFatal: delivery.isFatal,
  records: delivery.file.records,
  fatal: delivery.summary().fatal,
});
const unreadable = (rule: string) => ({
  findings: [{ rule, severity: 'fatal', record: null, fields: [] }],
  isFatal: true,
  records: 0,
  fatal: 1,
});

/** Three records without a finding, whichever way they were written. */
function expectReadWell(delivery: OpenedDelivery, but: readonly string[] = []): void {
  expect(rulesOf(delivery)).toEqual(but);
  expect(names(delivery)).toEqual(['Öberg, Åsa Märta', 'Öberg, Åsa Märta', 'Öberg, Åsa Märta']);
  expect(delivery.file).toMatchObject({ records: 3, fields: 42 });
}

test.each([
  ['of no bytes', []],
  ['with only a byte order mark', [byteOrderMark]],
  ['with only a byte order mark of UTF-16', [[0xff, 0xfe]]],
  ['with only the byte order mark of UTF-16 the other way round', [[0xfe, 0xff]]],
  ['with only a header row', [`${header}\r\n`]],
  ['with only a header row after a byte order mark', [byteOrderMark, header]],
  ['with only line ends', ['\r\n\n\r\r\n']],
  ['with only blanks and separators', [` ;\t;${';'.repeat(39)}\r\n   \r\n`]],
])('a file %s is empty', (_, parts) => expect(verdict(open(...parts))).toEqual(unreadable('FIL-01')));

test.each([
  ['a PDF', ['%PDF-1.7\n', text]],
  ['a ZIP archive or a workbook', ['PK\u0003\u0004', text]],
  ['an empty ZIP archive', ['PK\u0005\u0006']],
  ['a JPEG', [[0xff, 0xd8, 0xff, 0xe0], text]],
  ['a PNG', [[0x89], 'PNG\r\n', text]],
  ['a GIF', ['GIF89a', text]],
  ['an old workbook (OLE)', [[0xd0, 0xcf, 0x11, 0xe0], text]],
  ['a text with NUL in the middle', [first, 0, second]],
  ['a text with NUL at its end', [text, 0]],
  ['UTF-16 that holds NUL itself', [[0xff, 0xfe], utf16(`${first}\u0000`, 'little')]],
  ['UTF-32', [[0xff, 0xfe, 0, 0], utf16(text, 'little')]],
  ['nothing but NUL', [new Uint8Array(1000)]],
])('%s is no text file', (_, parts) => expect(verdict(open(...parts))).toEqual(unreadable('FIL-02')));

test('nothing of an unreadable file can be shown or corrected', () => {
  for (const delivery of [open(), open('%PDF-1.7\n', text), open('x', 0x81)]) {
    expect(() => delivery.record(1)).toThrow(RangeError);
    expect(() => delivery.rowOf(1)).toThrow(RangeError);
    expect(() => delivery.correct({ record: 1, variable: 'name' }, 'Eva')).toThrow(RangeError);
    expect(delivery.recordsOf('FIL-06')).toHaveLength(0);
  }
});

test.each([0x81, 0x8d, 0x8f, 0x90, 0x9d])('byte %i means nothing in UTF-8 and nothing in Windows-1252', (byte) =>
  expect(verdict(open(first.replace('Öberg', ''), byte, '\r\n'))).toEqual(unreadable('FIL-03')),
);

test.each([
  ['a cut character', [0xc3]],
  ['an overlong form', [0xc0, 0xaf]],
  ['half a surrogate pair', [0xed, 0xa0, 0xbd]],
  ['a number above the last character', [0xf5, 0x80, 0x80, 0x80]],
])('%s is not UTF-8, so the file is read as Windows-1252', (_, bytes) => {
  const delivery = open(windows1252(first.replace('Öberg', 'X')), windows1252('\r\n'), bytes, ';');
  expect(delivery.file.encoding).toBe('windows-1252');
  expect(names(delivery)[0]).toBe('X, Åsa Märta');
});

test.each([
  ['UTF-8', [text], 'utf-8'],
  ['UTF-8 with a byte order mark', [byteOrderMark, text], 'utf-8-bom'],
  ['Windows-1252', [windows1252(text)], 'windows-1252'],
  ['UTF-16', [[0xff, 0xfe], utf16(text, 'little')], 'utf-16le'],
  ['UTF-16 the other way round', [[0xfe, 0xff], utf16(text, 'big')], 'utf-16be'],
] as const)('%s is read with its å, ä and ö', (_, parts, encoding) => {
  const delivery = open(...parts);
  expectReadWell(delivery);
  expect(delivery.file).toMatchObject({ encoding, separator: ';', hasHeader: false });
  expect(rowNumbers(delivery)).toEqual([1, 2, 3]);
});

test.each([
  ['UTF-8 with a byte order mark', [byteOrderMark, `${header}\r\n${text}`]],
  ['Windows-1252', [windows1252(`${header}\r\n${text}`)]],
  ['UTF-16', [[0xff, 0xfe], utf16(`${header}\r\n${text}`, 'little')]],
])('a header row in %s is skipped and counted as a row', (_, parts) => {
  const delivery = open(...parts);
  expectReadWell(delivery, ['FIL-07']);
  expect(rowNumbers(delivery)).toEqual([2, 3, 4]);
});

test('UTF-16 with half a character in it is refused, and no letter takes its place', () => {
  for (const half of [[0x41], [0x3d, 0xd8, 0x0a, 0x00]])
    expect(verdict(open([0xff, 0xfe], utf16(text, 'little'), half))).toEqual(unreadable('FIL-03'));
});

test.each(['little', 'big'] as const)('UTF-16 without a byte order mark is known by its zero bytes (%s end first)', (order) => {
  const delivery = open(utf16(text, order));
  expectReadWell(delivery, []);
  expect(delivery.file).toMatchObject({ encoding: order === 'little' ? 'utf-16le' : 'utf-16be', encodingReason: 'zeroBytes' });
});

test('UTF-8 that has been read as Windows-1252 and saved again is told of', () => {
  const garbled = new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
  const delivery = open(garbled);
  expect(rulesOf(delivery)).toEqual(['FIL-04']);
  expect(delivery.findings()[0]?.message).toContain('i 3 poster');
});

test('å written as a and a ring is the same letter, and counts as one', () => {
  const decomposed = text.normalize('NFD');
  expect(decomposed.length).toBeGreaterThan(text.length);
  expectReadWell(open(decomposed));
});

test.each([
  ['LF', [`${first}\n${second}\n${third}\n`], [1, 2, 3]],
  ['CR', [`${first}\r${second}\r${third}\r`], [1, 2, 3]],
  ['CRLF, CR and LF by turns', [`${first}\r\n${second}\r${third}\n`], [1, 2, 3]],
  ['nothing after the last row', [`${first}\r\n${second}\r\n${third}`], [1, 2, 3]],
])('rows may end with %s', (_, parts, expected) => {
  const delivery = open(...parts);
  expectReadWell(delivery);
  expect(rowNumbers(delivery)).toEqual(expected);
});

test('blank rows are skipped, counted, and keep their row numbers', () => {
  const delivery = open(`\r\n${first}\r\n\r\n \t\u00a0\r\n${second}\r\n${';'.repeat(41)}\r\n${third}\r\n\r\n\r\n`);
  expectReadWell(delivery, ['FIL-08']);
  expect(delivery.findings()[0]?.message).toContain('6 tomma rader');
  expect(rowNumbers(delivery)).toEqual([2, 5, 7]);
});

test('one is said as one, and many in groups of three; what the finding is known by does not change with the words', () => {
  const blank = (count: number) => open(`${first}\n${'\n'.repeat(count)}${second}\n`).findings()[0];
  expect(blank(1)?.message).toBe('1 tom rad har hoppats över.');
  expect(blank(1234)?.message).toBe('1\u00a0234 tomma rader har hoppats över.');
  expect(blank(1234)?.key).toBe('FIL-08\u001ffile\u001f1234');
});

test('a header row is looked for in the first row that is not blank', () => {
  const delivery = open(`\r\n${header}\r\n${text}`);
  expectReadWell(delivery, ['FIL-07', 'FIL-08']);
  expect(rowNumbers(delivery)).toEqual([3, 4, 5]);
});

test('a value in quotes may hold separators, line ends and quotes; the rows after it keep their numbers', () => {
  const name = 'Öberg; "Åsa"\r\nMärta\n';
  const delivery = open([...rows.slice(0, 2), withCells(rows[2] ?? [], { name: quoted(name) })].map((row) => row.join(';')).join('\n'));
  expect(rulesOf(delivery)).toEqual([]);
  expect(names(delivery)[2]).toBe(name);
  const shifted = open(`${withCells(rows[0] ?? [], { name: quoted(name) }).join(';')}\n${second};för mycket\n`);
  expect(names(shifted)[0]).toBe(name);
  expect(shifted.findings()).toMatchObject([
    { rule: 'FIL-06', record: 2, message: expect.stringContaining('Rad 2 har 43 fält') as string },
  ]);
});

test('every value in quotes is the same file as none', () => {
  const delivery = open(rows.map((row) => row.map(quoted).join(';')).join('\r\n'));
  expectReadWell(delivery);
  expect(delivery.record(2)).toEqual(rows[1]);
});

test('a quote that is never closed is a character in its value and takes no other row with it', () => {
  const delivery = open(`${withCells(rows[0] ?? [], { name: '"Öberg' }).join(';')}\r\n${second}\r\n${third}\r\n`);
  expect(names(delivery)).toEqual(['"Öberg', 'Öberg, Åsa Märta', 'Öberg, Åsa Märta']);
  expect(rulesOf(delivery)).toEqual([]);
});

test.each([
  ['inside', 'Öb"erg'],
  ['at the end', 'Öberg"'],
  ['around a part', '"Öberg" Åsa'],
])('a quote %s of a value is a character', (_, name) => {
  const delivery = open(`${withCells(rows[0] ?? [], { name }).join(';')}\r\n${second}\r\n${third}\r\n`);
  expect(names(delivery)[0]).toBe(name);
  expect(rulesOf(delivery)).toEqual([]);
});

test.each([
  ['tabb', '\t'],
  ['lodstreck', '|'],
  ['komma', ','],
])('a file with %s between its values is read by it, and told of', (name, separator) => {
  const delivery = open(rows.map((row) => row.map((value) => value.replace(',', '')).join(separator)).join('\n'));
  expect(delivery.findings()).toMatchObject([
    { rule: 'FIL-05', severity: 'error', record: null, message: expect.stringContaining(`Vi hittade ${name}`) as string },
  ]);
  expect(delivery.isFatal).toBe(false);
  expect(delivery.file).toMatchObject({ separator, records: 3, fields: 42 });
});

test('separators inside quotes are not counted when the separator is looked for', () => {
  const titles = rows.map((row) => withCells(row, { name: quoted('\t'.repeat(100)) }).join(';'));
  expect(open(titles.join('\n')).file.separator).toBe(';');
});

test('as many semicolons as tabs means semicolon', () => {
  expect(open('1480;a\tb;c\td').file.separator).toBe(';');
});

test('rows of one value each have no separator, and every one has the wrong number of values', () => {
  const delivery = open('ett\ntvå\ntre');
  expect(delivery.findings().map(({ rule, severity, record }) => [rule, severity, record])).toEqual([
    ['FIL-06', 'fatal', 1],
    ['FIL-06', 'fatal', 2],
    ['FIL-06', 'fatal', 3],
    ['FIL-05', 'error', null],
  ]);
  expect(delivery.isFatal).toBe(true);
  expect(delivery.file).toMatchObject({ separator: '', records: 3, fields: 1 });
});

test('a row with too few or too many values is kept as text and named by its row; the others are checked', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => String(index));
  const delivery = open(`${first}\n\nensam\n${hundred.join(';')}\n${third}\n`);
  expect(delivery.findings().map(({ rule, record, message }) => [rule, record, /Rad \d+ har \d+ fält/.exec(message)?.[0]])).toEqual([
    ['FIL-06', 2, 'Rad 3 har 1 fält'],
    ['FIL-06', 3, 'Rad 4 har 100 fält'],
    ['FIL-08', null, undefined],
  ]);
  expect(delivery.record(3)).toEqual(hundred);
  expect(() => delivery.correct({ record: 2, variable: 'name' }, 'Eva')).toThrow(RangeError);
});

test('one extra empty value at the end of a row is accepted, two are not, nor one with something in it', () => {
  const delivery = open(`${first};\n${second}; \n${third};;\n${third};x\n`);
  expect(delivery.findings({ rules: ['FIL-06'] }).map(({ record }) => record)).toEqual([3, 4]);
});

test('a value of ten million characters is too long, and the rest of its row is read', () => {
  const name = 'Ö'.repeat(10_000_000);
  const delivery = open(`${withCells(rows[0] ?? [], { name }).join(';')}\n${second}\n`);
  expect(delivery.summary().counts).toEqual([{ rule: 'FIL-09', severity: 'error', count: 1 }]);
  expect(delivery.findings()[0]?.message).toContain('har 10\u00a0000\u00a0000 tecken');
  expect(delivery.record(1)[placeOf('name')]).toHaveLength(10_000_000);
});

test.each([
  ['with quotes around them', quoted('x'.repeat(20_000))],
  ['that are digits', '9'.repeat(20_000)],
])('twenty thousand characters %s in a numeric field are one error', (_, value) => {
  const delivery = open(`${withCells(rows[0] ?? [], { salaryLevelYear: value }).join(';')}\n${second}\n`);
  expect(delivery.summary()).toMatchObject({ fatal: 0, errors: 1, warnings: 0 });
});

test('R72: a million separators in one row are one row with the wrong number of values', () => {
  const delivery = open(`${first}\n0${';'.repeat(1_000_000)}\n${third}\n`);
  expect(delivery.summary().counts).toEqual([{ rule: 'FIL-06', severity: 'error', count: 1 }]);
  expect(delivery.findings()[0]?.message).toContain('Rad 2 har 1000001 fält');
});

test('a million blank rows are one notice, and a million quotes no row that takes another with it', () => {
  const blank = open(`${first}\n${'\n'.repeat(1_000_000)}${second}\n`);
  expect(rulesOf(blank)).toEqual(['FIL-08']);
  expect(rowNumbers(blank)).toEqual([1, 1_000_002]);
  const quotes = open(`${first}\n${'"'.repeat(1_000_001)}\n${third}\n`);
  expect(quotes.file.records).toBe(3);
  expect(quotes.summary().counts).toEqual([{ rule: 'FIL-06', severity: 'error', count: 1 }]);
});

test('blanks around values are taken away and counted, also in quotes', () => {
  const padded = withCells(rows[0] ?? [], { name: ' \tÖberg\u00a0', positionTitle: quoted(' Chef "i dag" '), employmentId: '  ' });
  const delivery = open(`${padded.join(';')}\n`);
  expect(delivery.record(1)[placeOf('name')]).toBe('Öberg');
  expect(delivery.record(1)[placeOf('positionTitle')]).toBe('Chef "i dag"');
  expect(delivery.record(1)[placeOf('employmentId')]).toBe('');
  expect(delivery.findings()).toMatchObject([{ rule: 'FIL-12', message: '3 värden har rensats från blanktecken.' }]);
});

test.each([520_000, 2_000_000, 5_000_000])(
  'a row of %i separators is one row with the wrong number of values, and its neighbours are read',
  (separators) => {
    const long = `0488${';'.repeat(separators)}\r\n`;
    expect(open(long).findings({ rules: ['FIL-06'] })).toHaveLength(1);
    // A longer row before it: what is looked at together is then long enough for all.
    const among = open(`${'y'.repeat(2 * separators)}\r\n`, text, long, text);
    const three = ['Öberg, Åsa Märta', 'Öberg, Åsa Märta', 'Öberg, Åsa Märta'];
    expect(names(among)).toEqual([undefined, ...three, '', ...three]);
    expect(among.findings({ rules: ['FIL-06'] }).map(({ message }) => message)).toEqual([
      expect.stringContaining('Rad 1 har 1 fält'),
      expect.stringContaining(`Rad 5 har ${separators + 1} fält`),
    ]);
    // What was told of that file has spoiled nothing for the next.
    expect(open(text).findings()).toEqual([]);
  },
);
