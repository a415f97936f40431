import fc from 'fast-check';
import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { variables } from '../editions/november-2026/variables.ts';
import { openDelivery } from '../open-delivery.ts';
import { bytesOf, windows1252 } from '../testing/bytes.ts';
import { monthly, personBorn } from '../testing/examples/example.ts';
import { cleanRows, factsOf, fileOf, placeOf, withCells, type Row } from '../testing/records.ts';

const facts = factsOf('0488');
const open = (file: Uint8Array) => openDelivery(november2026, file, facts);
const findingsOf = (file: Uint8Array) =>
  open(file)
    .findings()
    .map(({ rule, record, message }) => [rule, record, message]);
const rows: readonly Row[] = [monthly, withCells(monthly, { personalNumber: personBorn('790101'), name: 'Öberg; Bo', employmentId: 'X2' })];
const padded = (row: Row) => row.map((text, index) => text.padEnd(variables[index]!.length)).join('');

test('a row of 295 characters without separators is read by the lengths of the layout, in characters and not in bytes', () => {
  const text = rows.map((row) => `${padded(row)}\r\n`).join('');
  for (const file of [bytesOf(text), windows1252(text)]) {
    const opened = open(file);
    expect(opened.file).toMatchObject({ form: 'fixed', separator: '', records: 2 });
    expect(opened.record(2)).toEqual(rows[1]);
    expect(findingsOf(file).map(([rule]) => rule)).toEqual(['FIL-12']);
  }
});

test('a row of another length among them is told of with its row', () => {
  const many = Array.from({ length: 20 }, (_, index) =>
    padded(withCells(monthly, { employmentId: `X${index}`, personalNumber: personBorn(`7802${String(index + 1).padStart(2, '0')}`) })),
  );
  const found = findingsOf(bytesOf([...many, 'för kort', ''].join('\n'))).filter(([rule]) => rule === 'FIL-06');
  expect(found).toEqual([
    ['FIL-06', 21, 'Rad 21 har 1 fält men ska ha 42. Kontrollera att inget fält saknas och att inget textfält innehåller semikolon.'],
  ]);
});

test('columns in another order are read by the names in the header, and shown in the order of the layout', () => {
  const order = variables.map((_, index) => (index * 5) % variables.length);
  const header = order.map((index) =>
    index % 3 === 0
      ? variables[index]!.id
      : index % 3 === 1
        ? variables[index]!.name.toUpperCase()
        : ` ${variables[index]!.number}. ${variables[index]!.name} `,
  );
  const quoted = (text: string) => (text.includes(';') ? `"${text}"` : text);
  const file = bytesOf(
    [header, ...rows.map((row) => order.map((index) => quoted(row[index]!)))].map((row) => `${row.join(';')}\n`).join(''),
  );
  const opened = open(file);
  expect(opened.record(1)).toEqual(rows[0]);
  expect(opened.record(2)).toEqual(rows[1]);
  expect(opened.file.columns?.variables).toEqual(order.map((index) => variables[index]!.id));
  expect(findingsOf(file).map(([rule]) => rule)).toEqual(['FIL-07']);
  const effect = opened.correct({ record: 2, variable: 'agreedEmploymentRate' }, '10001');
  expect(effect.raised.map(({ rule }) => rule)).toContain('P21-02');
});

test('a header that does not name the columns is told of: they are read in the order of the layout', () => {
  const reversed = (row: Row) => row.toReversed().map((text) => (text.includes(';') ? `"${text}"` : text));
  const names = variables.map(({ name }, index) => (index % 4 === 0 ? `Kolumn ${'abcdefghijkl'[index / 4]}` : name));
  const file = (header: Row) => bytesOf([header.join(';'), ...rows.map((row) => reversed(row).join(';')), ''].join('\n'));
  const unknown = open(file(names.toReversed()));
  expect(unknown.file).toMatchObject({ hasHeader: true, isHeaderUnknown: true, records: 2 });
  expect(unknown.file.columns).toBe(undefined);
  // A header that is understood, in the order of the layout or another, and a file without one, are not told of.
  for (const one of [
    file(variables.map(({ name }) => name).toReversed()),
    fileOf([variables.map(({ name }) => name), ...rows]),
    fileOf(rows),
  ])
    expect(open(one).file.isHeaderUnknown).toBe(undefined);
});

test('a misspelt name counts, one that is no field is named, and so is a field without a column', () => {
  const without = variables.map((_, index) => index).filter((index) => variables[index]!.id !== 'activityBasis');
  const header = ['Anmärkning', ...without.map((index) => variables[index]!.name.replace('Arbetsställenummer', 'Arbetställenummer'))];
  const file = bytesOf(
    [header, ...rows.slice(0, 1).map((row) => ['ja', ...without.map((index) => row[index]!)])].map((row) => `${row.join(';')}\n`).join(''),
  );
  const opened = open(file);
  expect(opened.file.columns).toMatchObject({ unknown: ['Anmärkning'], missing: ['activityBasis'], repeated: [] });
  expect(opened.record(1)[placeOf('workplaceNumber')]).toBe(rows[0]![placeOf('workplaceNumber')]);
  expect(opened.record(1)[placeOf('activityBasis')]).toBe('');
});

test('a file of another layout or another year is said to be one, and an ordinary one is not', () => {
  const many = cleanRows('0488', 40);
  expect(open(fileOf(many)).file.foreign).toBeUndefined();
  expect(open(bytesOf(many.map(() => `${'1'.repeat(300)}\n`).join(''))).file.foreign).toEqual({
    kind: 'otherLayout',
    found: 300,
    expected: 295,
    of: 'characters',
  });
  expect(open(fileOf(many.map((row) => row.slice(0, 25)))).file.foreign).toEqual({
    kind: 'otherLayout',
    found: 25,
    expected: 42,
    of: 'values',
  });
  expect(open(fileOf(many.map((row) => withCells(row, { salaryLevelYear: '2019' })))).file.foreign).toEqual({
    kind: 'otherYear',
    found: 2019,
    expected: 2026,
  });
});

test('rows of another length are so also when their names hold a comma', () => {
  const named = cleanRows('0488', 30).map((row) => padded(withCells(row, { name: 'Påhittsson, Åsa' })));
  for (const [add, found] of [
    ['', 295],
    [' '.repeat(5), 300],
  ] as const) {
    const { file } = open(windows1252(named.map((row) => `${row}${add}\r\n`).join('')));
    if (found === 295) expect(file).toMatchObject({ form: 'fixed', records: 30 });
    else expect(file.foreign).toEqual({ kind: 'otherLayout', found, expected: 295, of: 'characters' });
  }
  // With commas between values it is the number of these that is another.
  const separated = open(
    bytesOf(
      cleanRows('0488', 30)
        .map(
          (row) =>
            `${row
              .slice(0, 30)
              .map((text) => text.replace(',', ''))
              .join(',')}\n`,
        )
        .join(''),
    ),
  );
  expect(separated.file.foreign).toEqual({ kind: 'otherLayout', found: 30, expected: 42, of: 'values' });
});

test('records and skipped rows are all the rows there are, whatever the bytes', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\r\n',
      '\n',
      '\r',
      ';',
      ';;',
      ' ',
      '\t',
      'abc',
      '0488',
      'Å',
      rows[0]!.join(';'),
      padded(rows[0]!),
      variables.map(({ name }) => name).join(';'),
    ),
    fc.string({ maxLength: 20 }).map((text) => text.toWellFormed().replaceAll('"', '').replaceAll('\u0000', '')),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const { file } = open(bytesOf(text));
      const lines = text.split(/\r\n|\n|\r/);
      if (lines.at(-1) === '') lines.pop();
      expect(file.rows).toBe(lines.length);
      expect(file.records + file.skippedRows).toBe(file.rows);
    }),
    { numRuns: 500 },
  );
});

test('twice the bytes take about twice the time, also where every quote seems to open a value', () => {
  const hard = [';"'.repeat(40), '"a""'.repeat(20), '"'.repeat(50), `"${'x'.repeat(60)}`, ';'.repeat(41)];
  for (const row of hard) {
    const timeOf = (times: number) => {
      const file = bytesOf(`${row}\n`.repeat(times));
      const startedAt = performance.now();
      open(file);
      return performance.now() - startedAt;
    };
    timeOf(2000);
    // The best of several, for the machine has other work too; what grows with the square would be 64, however often it is asked.
    const best = (times: number) => Math.min(...Array.from({ length: 5 }, () => timeOf(times)));
    const growth = () => best(32_000) / Math.max(best(4000), 4);
    let grown = growth();
    for (let again = 0; again < 3 && grown >= 24; again += 1) grown = growth();
    expect(grown, row.slice(0, 10)).toBeLessThan(24);
  }
});
