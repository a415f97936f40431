import { expect, test } from 'vitest';
import type { FileFacts } from '@insamling/survey';
import { readingSentences } from './reading.ts';

const counts = (n: number): FileFacts => ({
  bytes: 1,
  encoding: 'workbook',
  encodingReason: 'workbook',
  separator: ';',
  form: 'workbook',
  hasHeader: true,
  records: 10,
  fields: 42,
  rows: 11,
  skippedRows: 1,
  workbook: {
    sheet: 'Blad1',
    otherSheets: [],
    hiddenSheets: [],
    titleRows: n,
    formulas: 2 * n,
    unsaved: n,
    beyond: n,
    merged: n,
    days: n,
    errors: n,
    exponents: n,
  },
  damage: (['exponent', 'leadingZeros', 'daySerial'] as const).map((kind) => ({ kind, field: 'x', records: n, row: 7 })),
});
const saidOf = (n: number) => readingSentences(counts(n), () => 'Fält 7 Personnummer').map((sentence) => sentence.split(' (')[0]!);

test('one is said as one, and two as two', () => {
  expect(saidOf(1)).toEqual([
    'Bladet Blad1 är läst.',
    '1 rad ovanför tabellen har hoppats över.',
    '1 cell har en formel. Värdet som sparades är läst.',
    '1 cell har en formel utan sparat värde och räknas som tom. Öppna filen i Excel, spara den och välj den igen.',
    '1 cell långt till höger om tabellen är inte läst.',
    '1 grupp av celler är sammanslagen. Värdet är läst i den första av dem.',
    '1 datumcell är läst som ååååmmdd.',
    '1 cell visar ett fel, till exempel #SAKNAS!.',
    'Fält 7 Personnummer: 1 värde är skrivet som 1,98E+11',
    'Fält 7 Personnummer: 1 kod har tappat sin inledande nolla',
    'Fält 7 Personnummer: 1 datum är skrivet som Excels dagnummer',
  ]);
  expect(saidOf(2)).toEqual(
    expect.arrayContaining([
      '2 celler har en formel utan sparat värde och räknas som tomma. Öppna filen i Excel, spara den och välj den igen.',
      '2 celler långt till höger om tabellen är inte lästa.',
      '2 grupper av celler är sammanslagna. Värdet är läst i den första av dem.',
      '2 datumceller är lästa som ååååmmdd.',
      'Fält 7 Personnummer: 2 värden är skrivna som 1,98E+11',
      'Fält 7 Personnummer: 2 datum är skrivna som Excels dagnummer',
    ]),
  );
});
