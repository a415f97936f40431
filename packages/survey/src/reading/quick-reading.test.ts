import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kernels, withoutKernels } from '../compiled/kernels.ts';
import { Room } from '../compiled/room.ts';
import type { Dictionary } from '../engine/dictionary.ts';
import type { Values } from '../engine/table.ts';
import { november2026 } from '../editions/november-2026/index.ts';
import { variables } from '../editions/november-2026/variables.ts';
import { bytesOf, quoted, utf16, windows1252 } from '../testing/bytes.ts';
import { cleanRows, withCells } from '../testing/records.ts';
import { openFile, type OpenedFile } from './open-file.ts';

const clean = cleanRows('0488', 40);
const line = clean[0]!.join(';');

/** The texts of a column, what is known of each, and that each is found again. */
function ofTexts(values: Values, dictionary: Dictionary) {
  const texts = Array.from({ length: dictionary.size }, (_, id) => dictionary.textOf(id));
  expect(new Set(texts).size).toBe(texts.length);
  const known = texts.map((text, id) => [text, dictionary.allKinds[id], dictionary.isAscii(id), id === 0 ? 0 : dictionary.bytesIn(id)]);
  // First as the kernels handed them over, then as they stand in the file.
  for (const length of [9, 10, 11, 12])
    expect(copiesOf(dictionary, length)).toEqual(
      texts.map((text, id) => (text.length === length && dictionary.isAscii(id) ? text : undefined)),
    );
  dictionary.putAway();
  expect(copiesOf(dictionary, 10)).toEqual(texts.map((text, id) => (text.length === 10 && dictionary.isAscii(id) ? text : undefined)));
  const some = texts.slice(0, 50);
  expect(some.map((text) => dictionary.internText(text))).toEqual(some.map((_, id) => id));
  return { values: Array.from(values, (id) => texts[id]), known: new Set(known.map((one) => JSON.stringify(one))) };
}

/** Plain values of so many characters, of each id. */
function copiesOf(dictionary: Dictionary, length: number): (string | undefined)[] {
  const [width, { size }] = [4 * Math.ceil(length / 4), dictionary];
  const words = new Int32Array((size * width) / 4);
  dictionary.copyValues(0, length, words);
  return Array.from({ length: size }, (_, id) => {
    const bytes = new Uint8Array(words.buffer, id * width, length);
    return dictionary.isAscii(id) && dictionary.bytesIn(id) === length ? String.fromCharCode(...bytes) : undefined;
  });
}

/** Everything that was read. */
function told({ table, ...noted }: OpenedFile) {
  const { records, columns, misfitFields } = table;
  return {
    ...noted,
    records,
    misfits: [...misfitFields],
    // Which number a text has is nobody's business.
    columns: columns.map(({ values, dictionary, mayBeUnread }) =>
      dictionary ? ofTexts(values, dictionary) : { values: Array.from(values), isUnread: values.some((value) => value < 0) && mayBeUnread },
    ),
    rows: Array.from({ length: Math.min(records, 20) }, (_, record) => [table.rowOf(record), table.rawTexts(record)]),
  };
}

const atHand = ['personalNumber', 'name', 'employmentId'];
const open = (bytes: Uint8Array) => told(openFile(bytes, november2026, undefined, atHand));

/** As the kernels read it, and as the plain loops do. */
const bothWays = (bytes: Uint8Array) => [open(bytes), withoutKernels(() => open(bytes))] as const;

const isSame = (bytes: Uint8Array): boolean => {
  const [quick, plain] = bothWays(bytes);
  expect(quick).toEqual(plain);
  return true;
};

test('the kernels can be had here', () => {
  expect(kernels()).toBeDefined();
  expect(withoutKernels(kernels)).toBeUndefined();
});

test('any bytes are read by the kernels as by the plain loops', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      expect(isSame(bytes)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('any pieces of files are read by the kernels as by the plain loops', () => {
  const piece = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(';', '"', '""', '\r', '\n', '\r\n', ',', '\t', '|', ' ', '\u00a0', '0', '-', 'å', 'Ã¥', 'K', 'a\u030a'),
    },
    { weight: 3, arbitrary: fc.constantFrom(line, line, `${line}\r\n`, `"${line}"`, ';'.repeat(41), '1480') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
  );
  const marks = fc.constantFrom<readonly number[]>([], [], [0xef, 0xbb, 0xbf], [0xff, 0xfe]);
  fc.assert(
    fc.property(marks, fc.array(piece, { maxLength: 60 }), fc.uint8Array({ maxLength: 3 }), (mark, pieces, end) => {
      expect(isSame(bytesOf(mark, pieces.join(''), end))).toBe(true);
    }),
    { numRuns: 400 },
  );
});

/** Values as files have them, and as nobody would think of: for any field. */
const values = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '00',
    '007',
    '12345678',
    '123456789',
    '1234567890',
    '4294967296',
    ' 17',
    '17 ',
    '\u00a017',
    '1,5',
    '-4',
    'a',
    '1e9',
  ),
  fc.constantFrom(
    '16 bytes, so far.',
    '16 bytes, so far',
    '17 bytes, so far!',
    'ett längre namn än så',
    'ett längre namn än sa',
    ' ',
    '\t\t',
    '\u00a0',
  ),
  fc.string({ unit: fc.constantFrom(...'abcåäöÅÄÖéü "§½;'), maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('"', ';', '\r', '\n', ',', 'å', 'a\u030a', 'Å', 'K', 'a', '1'), maxLength: 12 }),
);
const rows = fc
  .dictionary(fc.constantFrom(...variables.map(({ id }) => id)), values, { maxKeys: 6 })
  .chain((cells) => fc.constantFrom(...clean).map((row) => withCells(row, cells).map((cell) => cell.replaceAll('\u0000', ''))));
/** As they are written: in quotes where that is needed, and here and there where it is not. */
const written = fc
  .tuple(rows, fc.integer({ min: 0, max: 60 }))
  .map(([row, place]) => row.map((cell, index) => (/[";\r\n]/.test(cell) || index === place ? quoted(cell) : cell)).join(';'));
const lines = fc.oneof(
  { weight: 12, arbitrary: written },
  { weight: 1, arbitrary: fc.constantFrom('', ' ; ', ';'.repeat(50), line.slice(0, 90), `${line};`, `${line};x`, `"${line}`) },
);

test('files of records with anything in their cells are read by the kernels as by the plain loops, in every encoding', () => {
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1, maxLength: 30 }), fc.constantFrom('\r\n', '\n', '\r'), (some, lineEnd) => {
      const text = some.join(lineEnd);
      expect(isSame(bytesOf(text))).toBe(true);
      expect(isSame(windows1252(text.replaceAll(/[^\0-\xff]/g, '?')))).toBe(true);
      expect(isSame(bytesOf([0xff, 0xfe], utf16(text, 'little')))).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('a file longer than what the kernels see of it at a time is read as by the plain loops, wherever it is cut', () => {
  fc.assert(
    fc.property(
      fc.array(lines, { minLength: 20, maxLength: 60 }),
      fc.constantFrom('\r\n', '\n', '\r'),
      fc.integer({ min: 0, max: 400 }),
      (some, lineEnd, shift) => {
        const block = some.join(lineEnd) + lineEnd;
        const repeated = block.repeat(Math.ceil(300_000 / block.length));
        expect(isSame(bytesOf(`${'x'.repeat(shift)}${lineEnd}${repeated}`))).toBe(true);
      },
    ),
    { numRuns: 12 },
  );
});

test('a row and a value longer than what the kernels see at a time are read as by the plain loops', () => {
  const long = withCells(clean[0]!, { name: 'a'.repeat(300_000), positionTitle: 'ö'.repeat(40_000) });
  for (const lineEnd of ['\n', '\r\n'])
    for (const end of ['', lineEnd])
      expect(isSame(bytesOf(`${line}${lineEnd}${long.join(';')}${lineEnd}${long.map(quoted).join(';')}${lineEnd}${line}${end}`))).toBe(
        true,
      );
  expect(isSame(bytesOf(`${line}\n"${line.repeat(1500)}`))).toBe(true);
  expect(isSame(bytesOf(`${line}\n${';'.repeat(300_000)}\n${line}`))).toBe(true);
});

test.each([
  ['Windows-1252', Uint8Array.of(0xe5), 'windows-1252', undefined],
  ['a byte that is in no text', Uint8Array.of(0), 'unknown', 'binary'],
  ['a byte that no encoding has', Uint8Array.of(0x81, 0xe5), 'unknown', 'undecodable'],
  ['half a character', Uint8Array.of(0xc3), 'windows-1252', undefined],
  ['a character of four bytes', bytesOf('😀'), 'utf-8', undefined],
])('what begins as UTF-8 is what all of it is: %s, far down or at the end', (_, odd, encoding, fault) => {
  const lead = `${clean.map((row) => row.join(';')).join('\n')}\n`;
  const long = lead.repeat(Math.ceil(300_000 / lead.length));
  for (const file of [bytesOf(long, odd), bytesOf(long, odd, '\n', lead), bytesOf(long.slice(0, 65_534 - lead.length), odd, long)]) {
    expect(isSame(file)).toBe(true);
    const { facts, fault: found } = openFile(file, november2026, undefined);
    expect([facts.encoding, found]).toEqual([encoding, fault]);
  }
});

test('a value of a character that is deleted everywhere else is that value, and not an empty one', () => {
  const bytes = bytesOf(withCells(clean[0]!, { positionTitle: 'a\u007f', organisationUnit: '\u007f' }).join(';'));
  expect(isSame(bytes)).toBe(true);
  const { columns, indexOf } = openFile(bytes, november2026, undefined).table;
  const textIn = (id: string) => columns[indexOf[id]!]!.dictionary!.textOf(columns[indexOf[id]!]!.values[0]!);
  expect([textIn('positionTitle'), textIn('organisationUnit')]).toEqual(['a\u007f', '\u007f']);
});

/** Values of sixteen bytes of Windows-1252 that the kernels look for in the same slot: as somebody would choose them who wants us to wait. */
function valuesOfOneSlot(count: number): Uint8Array[] {
  const [factor, all] = [0xc2b2ae3d27d4eb4fn, 0xffffffffffffffffn];
  const inNoFile = new Set([0x22, 0x3b, 0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xa0, 0xc2]);
  const chosen: Uint8Array[] = [];
  for (let number = 0; chosen.length < count; number += 1) {
    const value = bytesOf('12345678', String(number).padStart(8, '0'));
    const view = new DataView(value.buffer);
    view.setBigUint64(0, 0x5a5a5a5a5a5a5a5an ^ ((view.getBigUint64(8, true) * factor) & all), true);
    if (value.every((byte) => byte > 0x20 && !inNoFile.has(byte))) chosen.push(value);
  }
  return chosen;
}

test('values that were chosen to be looked for in the same place are soon left to the plain loops', () => {
  const chosen = valuesOfOneSlot(1000);
  const room = new Room(kernels()!);
  const [bytesAt, cellsAt, targetsAt, intoAt] = [room.take(16_064), room.take(8000), room.take(4000), room.take(4000)];
  room.bytes.set(bytesOf(...chosen), bytesAt);
  room.numbers(cellsAt, 2000).set(chosen.flatMap((_, place) => [16 * place, 16 * place + 16]));
  room.numbers(targetsAt, 1000).set(chosen.map((_, place) => place));
  const texts = room.kernels.newTexts(false);
  const read = room.kernels.readTexts(texts, bytesAt, cellsAt, targetsAt, 1000, intoAt);
  expect([...room.numbers(intoAt, read)]).toEqual(Array.from({ length: read }, (_, place) => place + 1));
  expect(read).toBeLessThan(300);
  room.kernels.freeTexts(texts);
  room.free();
  const rowsOfThem = chosen.map((value) => bytesOf(line.slice(0, line.indexOf(';')), ';'.repeat(7), value, ';'.repeat(34), '\n'));
  expect(isSame(bytesOf(...rowsOfThem))).toBe(true);
});

test('more than 255 and more than 65,535 different texts are read as by the plain loops', () => {
  const many = Array.from({ length: 66_000 }, (_, place) => `${place % 70_000};${'x'.repeat(place % 23)}${place % 300}${';'.repeat(40)}`);
  expect(isSame(bytesOf(many.join('\n')))).toBe(true);
});
