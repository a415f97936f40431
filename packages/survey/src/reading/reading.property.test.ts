import fc from 'fast-check';
import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { variables } from '../editions/november-2026/variables.ts';
import { openDelivery, type OpenedDelivery } from '../open-delivery.ts';
import { bytesOf, quoted, utf16, windows1252 } from '../testing/bytes.ts';
import { cleanRows, factsOf, placeOf, withCells } from '../testing/records.ts';

const facts = factsOf('0488');
const clean = cleanRows('0488', 25);
const line = clean[0]?.join(';') ?? '';

/** Everything a delivery says of itself. */
const said = (delivery: OpenedDelivery) => ({
  file: delivery.file,
  isFatal: delivery.isFatal,
  summary: delivery.summary(),
  findings: delivery.findings(),
  records: Array.from({ length: delivery.file.records }, (_, index) => [delivery.rowOf(index + 1), delivery.record(index + 1)]),
});
const twice = (bytes: Uint8Array) => [openDelivery(november2026, bytes, facts), openDelivery(november2026, bytes, facts)].map(said);
type Said = ReturnType<typeof said> | undefined;
const counted = (once: Said) => once?.summary.counts.reduce((sum, { count }) => sum + count, 0);
const unfilled = (once: Said) => once?.findings.filter(({ message }) => /undefined|NaN|\{(?:rad|värde|nr|antal)\}/.test(message));

test('any bytes at all are read without a throw, are not changed, and say the same twice', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      const copy = bytes.slice();
      const [once, again] = twice(bytes);
      expect(again).toEqual(once);
      expect(bytes).toEqual(copy);
      expect(counted(once)).toBe(once?.findings.length);
    }),
    { numRuns: 500 },
  );
});

test('any pieces of files put together are read without a throw and say the same twice', () => {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(';', '"', '""', '\r', '\n', '\r\n', ',', '\t', '|', ' ', '\u00a0', '0', '-', 'å', 'Ã¥', 'K') },
    { weight: 3, arbitrary: fc.constantFrom(line, line, `${line}\r\n`, `"${line}"`, ';'.repeat(41), '1480') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
  );
  const marks = fc.constantFrom<readonly number[]>([], [], [], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]);
  const ends = fc.uint8Array({ maxLength: 3 });
  fc.assert(
    fc.property(marks, fc.array(piece, { maxLength: 60 }), ends, (mark, pieces, end) => {
      const [once, again] = twice(bytesOf(mark, pieces.join(''), end));
      expect(again).toEqual(once);
      expect(counted(once)).toBe(once?.findings.length);
      expect(unfilled(once)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

const isPlaced = (id: string) => !['municipalityCode', 'personalNumber'].includes(id);
const texts = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom('"', ';', '\r', '\n', ',', '\t', ' ', '\u00a0', 'ö', 'a', '1'), maxLength: 12 }),
);
/** Tables of records whose first and seventh value are right, so that the first is not taken for a header, and the rest anything. */
const tables = fc.array(
  fc
    .dictionary(fc.constantFrom(...variables.map(({ id }) => id).filter(isPlaced)), texts, { maxKeys: 12 })
    .chain((cells) => fc.constantFrom(...clean).map((row) => withCells(row, cells).map((text) => text.replaceAll('\u0000', '')))),
  { minLength: 1, maxLength: 8 },
);
const trimmed = (text: string) => text.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, '').normalize('NFC');

test('a table that is written by the book is read back as it was, in every encoding, with every line end', () => {
  fc.assert(
    fc.property(
      tables,
      fc.constantFrom('\r\n', '\n', '\r'),
      fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be'),
      fc.boolean(),
      (table, lineEnd, encoding, endsLastRow) => {
        const text = table.map((row) => row.map(quoted).join(';')).join(lineEnd) + (endsLastRow ? lineEnd : '');
        const bytes = {
          'utf-8': () => bytesOf(text),
          'utf-8-bom': () => bytesOf([0xef, 0xbb, 0xbf], text),
          'utf-16le': () => bytesOf([0xff, 0xfe], utf16(text, 'little')),
          'utf-16be': () => bytesOf([0xfe, 0xff], utf16(text, 'big')),
        }[encoding]();
        const delivery = openDelivery(november2026, bytes, facts);
        expect(delivery.file).toMatchObject({ encoding, separator: ';', records: table.length, fields: 42, hasHeader: false });
        table.forEach((row, index) => {
          expect(delivery.record(index + 1)).toEqual(row.map((cell) => trimmed(cell.toWellFormed())));
          expect(delivery.rowOf(index + 1)).toBe(index + 1);
        });
      },
    ),
    { numRuns: 300 },
  );
});

test('quotes that were not needed change nothing of what is said', () => {
  const needsQuotes = /[";\r\n]/;
  fc.assert(
    fc.property(tables, (table) => {
      const always = table.map((row) => row.map(quoted).join(';')).join('\n');
      const whenNeeded = table.map((row) => row.map((cell) => (needsQuotes.test(cell) ? quoted(cell) : cell)).join(';')).join('\n');
      const sometimes = table
        .map((row, record) =>
          row.map((cell, place) => (needsQuotes.test(cell) || (record + place) % 2 === 0 ? quoted(cell) : cell)).join(';'),
        )
        .join('\n');
      const [one, ...others] = [always, whenNeeded, sometimes].map((text) => {
        const { file, ...rest } = said(openDelivery(november2026, bytesOf(text), facts));
        return { ...rest, file: { ...file, bytes: 0 } };
      });
      for (const other of others) expect(other).toEqual(one);
    }),
    { numRuns: 200 },
  );
});

test('text in Windows-1252 is read as the same text in UTF-8', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcÅÄÖåäöéü "§½'), maxLength: 20 });
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 5 }), (titles) => {
      // One letter alone that UTF-8 writes otherwise, so that the file is never plain ASCII.
      const table = titles.map((title) => withCells(clean[0] ?? [], { name: 'Ö', positionTitle: title }));
      const text = table.map((row) => row.map(quoted).join(';')).join('\n');
      const [western, unicode] = [windows1252(text), bytesOf(text)].map((bytes) => openDelivery(november2026, bytes, facts));
      expect(western?.file.encoding).toBe('windows-1252');
      expect(western?.findings()).toEqual(unicode?.findings());
      expect(western?.record(1)[placeOf('positionTitle')]).toBe(trimmed(titles[0] ?? ''));
    }),
    { numRuns: 150 },
  );
});

test('the same text written in two ways is one value: records alike but for that are repeated', () => {
  const title = 'Öh "K" å';
  const ways = [title, quoted(title), title.normalize('NFD'), quoted(title.replace('K', '\u212a')), title.replace('K', '\u212a')];
  for (const one of ways)
    for (const other of ways) {
      const rows = [one, other].map((positionTitle) => withCells(clean[0] ?? [], { positionTitle }).join(';'));
      const counts = openDelivery(november2026, bytesOf(rows.join('\n')), facts).summary().counts;
      expect(counts).toEqual([{ rule: 'K-01', severity: 'error', count: 2 }]);
    }
  const plain = ['a "b" c', quoted('a "b" c'), 'K', '\u212a'];
  for (const [one, other] of [
    [0, 1],
    [1, 0],
    [2, 3],
    [3, 2],
  ] as const) {
    const rows = [plain[one], plain[other]].map((positionTitle) =>
      withCells(clean[0] ?? [], { positionTitle: positionTitle ?? '' }).join(';'),
    );
    expect(openDelivery(november2026, bytesOf(rows.join('\n')), facts).summary().counts).toEqual([
      { rule: 'K-01', severity: 'error', count: 2 },
    ]);
  }
});
