import fc from 'fast-check';
import { expect, test } from 'vitest';
import { november2026 } from '../../editions/november-2026/index.ts';
import { variables } from '../../editions/november-2026/variables.ts';
import { openDelivery } from '../../open-delivery.ts';
import { bytesOf } from '../../testing/bytes.ts';
import { monthly, personBorn } from '../../testing/examples/example.ts';
import { factsOf, fileOf, placeOf, withCells, type Row } from '../../testing/records.ts';
import { workbookOf, workbookParts, zipOf, type WorkbookCell } from '../../testing/workbook.ts';

const rows: readonly Row[] = [
  monthly,
  withCells(monthly, { personalNumber: personBorn('790101'), name: 'Öberg; "Bo"', employmentId: 'X2' }),
  withCells(monthly, { personalNumber: personBorn('780202'), employmentId: 'X3' }),
];
const facts = factsOf('0488');
const open = (file: Uint8Array) => openDelivery(november2026, file, facts);
const sheet = (content: readonly (readonly (WorkbookCell | undefined)[])[], name = 'Blad1') => ({ name, rows: content });
const findingsOf = (file: Uint8Array) =>
  open(file)
    .findings()
    .map(({ rule, record, message }) => [rule, record, message]);
const cell = (record: number, field: Parameters<typeof placeOf>[0], file: Uint8Array) => open(file).record(record)[placeOf(field)];

test('a workbook of texts is read as the file of text it could have been', () => {
  const workbook = workbookOf(sheet(rows));
  const quoted = rows.map((row) => row.map((text) => (/[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)));
  expect(findingsOf(workbook)).toEqual(findingsOf(fileOf(quoted)));
  expect(open(workbook).record(2)).toEqual(rows[1]);
  expect(open(workbook).file).toMatchObject({
    form: 'workbook',
    encoding: 'workbook',
    records: 3,
    fields: 42,
    workbook: { sheet: 'Blad1', formulas: 0 },
  });
});

test('a number, a day, a shared text, a formula and an error stand as what they show', () => {
  const special = (xml: string, field: Parameters<typeof placeOf>[0]) => {
    const row: (WorkbookCell | undefined)[] = [...monthly];
    row[placeOf(field)] = { xml };
    return workbookOf(sheet([row, ...rows.slice(1)]));
  };
  expect(cell(1, 'agreedFullTimeSalary', special('<c r="@"><v>33500</v></c>', 'agreedFullTimeSalary'))).toBe('33500');
  expect(cell(1, 'agreedEmploymentRate', special('<c r="@"><v>75.5</v></c>', 'agreedEmploymentRate'))).toBe('75,5');
  expect(cell(1, 'agreedEmploymentRate', special('<c r="@"><v>0.30000000000000004</v></c>', 'agreedEmploymentRate'))).toBe('0,3');
  expect(cell(1, 'employedFrom', special('<c r="@" s="1"><v>46327</v></c>', 'employedFrom'))).toBe('20261101');
  expect(cell(1, 'employedFrom', special('<c r="@" s="2"><v>45351.75</v></c>', 'employedFrom'))).toBe('20240229');
  expect(cell(1, 'name', special('<c r="@" t="s"><v>0</v></c>', 'name'))).toBe('Påhittsson, Åsa');
  expect(cell(1, 'name', special('<c r="@" t="s"><v>1</v></c>', 'name'))).toBe('Två delar & mer');
  const formula = special('<c r="@"><f>33000+500</f><v>33500</v></c>', 'agreedFullTimeSalary');
  expect(cell(1, 'agreedFullTimeSalary', formula)).toBe('33500');
  expect(open(formula).file.workbook).toMatchObject({ formulas: 1, unsaved: 0 });
  for (const unsaved of ['<c r="@"><f>33000+500</f></c>', '<c r="@"><f>33000+500</f><v/></c>', '<c r="@" t="str"><f>"a"</f><v></v></c>']) {
    const opened = open(special(unsaved, 'agreedFullTimeSalary'));
    expect([opened.record(1)[placeOf('agreedFullTimeSalary')], opened.file.workbook]).toMatchObject(['', { formulas: 1, unsaved: 1 }]);
  }
  const error = special('<c r="@" t="e"><v>#N/A</v></c>', 'agreedFullTimeSalary');
  expect(open(error).file.workbook).toMatchObject({ errors: 1 });
  expect(findingsOf(error).map(([rule]) => rule)).toContain('FIL-10');
});

test('days are counted from 1904 where the workbook says so', () => {
  const row: (WorkbookCell | undefined)[] = [...monthly];
  row[placeOf('employedFrom')] = { xml: '<c r="@" s="1"><v>44865</v></c>' };
  const workbook = zipOf(workbookParts([sheet([row, ...rows.slice(1)])], { date1904: true }));
  expect(cell(1, 'employedFrom', workbook)).toBe('20261101');
});

test('text-numbers keep their zeros, and what a spreadsheet has taken from numbers is named and not guessed', () => {
  expect(cell(1, 'municipalityCode', workbookOf(sheet(rows)))).toBe('0488');
  const many = Array.from({ length: 30 }, (_, index): (WorkbookCell | undefined)[] => {
    const row: (WorkbookCell | undefined)[] = withCells(monthly, { employmentId: `X${index}`, personalNumber: personBorn('780202') });
    row[placeOf('municipalityCode')] = 488;
    row[placeOf('personalNumber')] = '7,8E+09';
    row[placeOf('employedFrom')] = 43831;
    return row;
  });
  const { file } = open(workbookOf(sheet(many)));
  expect(file.damage).toEqual([
    { kind: 'exponent', field: 'personalNumber', records: 30, row: 1 },
    { kind: 'daySerial', field: 'employedFrom', records: 30, row: 1 },
  ]);
});

test('codes that have lost their zero are named where the list knows them with one', () => {
  const rowsOf = (code: string) => Array.from({ length: 30 }, () => withCells(monthly, { absenceReason: code }));
  expect(open(fileOf(rowsOf('1'))).file.damage).toEqual([{ kind: 'leadingZeros', field: 'absenceReason', records: 30, row: 1 }]);
  expect(open(fileOf(rowsOf('01'))).file.damage).toEqual([]);
});

test('the sheet with the records is read, others are named and hidden ones counted', () => {
  const workbook = workbookOf(sheet([['Läs mig först']], 'Om filen'), { ...sheet(rows, 'Gömt'), state: 'hidden' }, sheet(rows, 'November'));
  expect(open(workbook).file.workbook).toMatchObject({ sheet: 'November', otherSheets: ['Om filen'], hiddenSheets: ['Gömt'] });
  expect(open(workbook).file.records).toBe(3);
});

test('a merged title above the header is passed over, and rows keep the numbers they have in the sheet', () => {
  const workbook = workbookOf({
    name: 'Blad1',
    rows: [['Personalstatistik november 2026'], [], variables.map(({ name }) => name), ...rows],
    after: '<mergeCells count="1"><mergeCell ref="A1:AP1"/></mergeCells>',
  });
  const opened = open(workbook);
  expect(opened.file).toMatchObject({ records: 3, hasHeader: true, workbook: { titleRows: 1, merged: 1 } });
  expect(opened.rowOf(1)).toBe(4);
});

test('what a record lacks at its end is empty, not missing', () => {
  const short = rows.map((row) => row.slice(0, 39));
  expect(open(workbookOf(sheet(short))).file.records).toBe(3);
  expect(findingsOf(workbookOf(sheet(short))).map(([rule]) => rule)).not.toContain('FIL-06');
});

const refusal = (file: Uint8Array) => {
  const opened = open(file);
  expect(opened.isFatal).toBe(true);
  expect(opened.findings().map(({ rule }) => rule)).toEqual(['FIL-02']);
  return opened.file.refused;
};

test('R72: a workbook made to harm is refused before it is unpacked, with the reason', () => {
  const parts = workbookParts([sheet(rows)]);
  expect(refusal(zipOf(workbookParts([sheet(rows)], { doctype: '<!DOCTYPE x [<!ENTITY a "b">]>' })))).toBe('doctype');
  expect(refusal(zipOf([...parts, ...Array.from({ length: 300 }, (_, index) => ({ name: `p${index}`, bytes: bytesOf('x') }))]))).toBe(
    'tooManyParts',
  );
  expect(refusal(zipOf(parts.map((part) => ({ ...part, claims: 4_000_000_000 }))))).toBe('tooLarge');
  expect(refusal(zipOf(parts.map((part, index) => (index === 4 ? { ...part, claims: 300_000_000 } : part))))).toBe('tooDense');
  expect(refusal(zipOf(parts.map((part) => ({ ...part, flags: 1 }))))).toBe('encrypted');
  expect(refusal(zipOf(parts, { offset: (index, right) => (index > 2 ? 0 : right) }))).toBe('damaged');
  expect(refusal(workbookOf())).toBe('noSheet');
  expect(refusal(workbookOf(sheet([])))).toBe('noRecords');
  expect(refusal(workbookOf(sheet(rows)).subarray(0, 3000))).toBe('damaged');
});

test('a workbook with any of its bytes changed or cut is read or refused, and never breaks anything', () => {
  const whole = workbookOf(sheet(rows));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }),
      fc.integer({ min: 0, max: whole.length }),
      (changes, kept) => {
        const bytes = whole.slice();
        for (const [place, byte] of changes) bytes[place] = byte;
        const opened = open(bytes.subarray(0, kept));
        expect(opened.file.records + opened.file.skippedRows).toBe(opened.file.rows);
      },
    ),
    { numRuns: 300 },
  );
});
