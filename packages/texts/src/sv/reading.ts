import type { FileFacts } from '@insamling/survey';
import { count, counted } from './numbers.ts';

/** How a file was read, in sentences: nothing that was done to it goes unsaid. */
export const readingTexts = {
  encodings: {
    'utf-8': 'UTF-8',
    'utf-8-bom': 'UTF-8',
    'windows-1252': 'Windows-1252',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16',
    workbook: 'Excel (.xlsx)',
    unknown: 'okänd',
  } as Readonly<Record<string, string>>,

  encodingReasons: {
    byteOrderMark: 'filen säger det i sin början',
    validUtf8: 'alla tecken är giltiga i den',
    notUtf8: 'tecknen är inte giltiga i UTF-8',
    zeroBytes: 'varannan byte är noll',
    workbook: 'filen är en Excelfil',
    none: '',
  } satisfies Record<FileFacts['encodingReason'], string>,

  /** Why an Excel file was not opened, and what to do. */
  refused: {
    damaged: 'Excelfilen är skadad. Spara den på nytt i Excel och välj den igen.',
    tooManyParts: 'Excelfilen har fler delar än en vanlig arbetsbok. Kopiera raderna till en ny arbetsbok och spara den.',
    tooLarge: 'Excelfilen är för stor när den packas upp. Exportera från lönesystemet som semikolonseparerad fil i stället.',
    tooDense: 'Excelfilen är packad på ett sätt som vi inte öppnar. Kopiera raderna till en ny arbetsbok och spara den.',
    encrypted: 'Excelfilen är skyddad med lösenord. Ta bort lösenordet, spara den och välj den igen.',
    unknownPacking: 'Filen är packad på ett sätt som vi inte kan läsa. Spara den som .xlsx i Excel eller som textfil.',
    doctype: 'Filen innehåller något som inte hör hemma i en arbetsbok. Spara den på nytt i Excel och välj den igen.',
    noSheet: 'Filen är ingen Excelfil med synliga blad. Kontrollera att du valde rätt fil.',
    noRecords: 'Inget blad i Excelfilen innehåller poster. Kontrollera att du valde rätt fil.',
    xml: 'Excelfilen är skadad. Spara den på nytt i Excel och välj den igen.',
  } satisfies Record<NonNullable<FileFacts['refused']>, string>,

  damage: {
    exponent: (field: string, records: number, row: number) =>
      `${field}: ${counted(records, 'värde är skrivet', 'värden är skrivna')} som 1,98E+11 (första gången på rad ${count(row)}). Siffror har gått förlorade i Excel. Formatera kolumnen som text och hämta värdena på nytt från lönesystemet.`,
    leadingZeros: (field: string, records: number, row: number) =>
      `${field}: ${counted(records, 'kod', 'koder')} har tappat sin inledande nolla (första gången på rad ${count(row)}). Formatera kolumnen som text innan filen sparas i Excel.`,
    daySerial: (field: string, records: number, row: number) =>
      `${field}: ${counted(records, 'datum är skrivet', 'datum är skrivna')} som Excels dagnummer (första gången på rad ${count(row)}). Formatera kolumnen som datum eller text i Excel.`,
  },

  otherWidth: (found: number, expected: number) =>
    `Filen verkar följa en annan postbeskrivning: raderna är ${count(found)} tecken långa men ska vara ${count(expected)}. Kontrollera att du valde rätt fil för den här undersökningen.`,
  otherFields: (found: number, expected: number) =>
    `Filen verkar följa en annan postbeskrivning: raderna har ${count(found)} fält men ska ha ${count(expected)}. Kontrollera att du valde rätt fil för den här undersökningen.`,
  otherYear: (found: number, expected: number) =>
    `Filen verkar gälla ett annat år: löneläget är ${found} i nästan alla poster, men insamlingen gäller ${expected}.`,
};

/** What the file is that it should not be; undefined when it is what was asked for. */
export function foreignSentence({ foreign }: FileFacts): string | undefined {
  if (!foreign) return undefined;
  if (foreign.kind === 'otherYear') return readingTexts.otherYear(foreign.found, foreign.expected);
  return foreign.of === 'characters'
    ? readingTexts.otherWidth(foreign.found, foreign.expected)
    : readingTexts.otherFields(foreign.found, foreign.expected);
}

/** Why an Excel file was not opened; undefined when it was, or is none. */
export const refusedSentence = ({ refused }: FileFacts): string | undefined => refused && readingTexts.refused[refused];

/**
 * Everything else that is to be said of how the file was read.
 * @param nameOf number and name of a field, as the reader knows it
 */
export function readingSentences(file: FileFacts, nameOf: (field: string) => string): string[] {
  const { workbook, columns, damage, refused } = file;
  const sentences: string[] = [];
  if (refused) sentences.push(readingTexts.refused[refused]);
  if (file.form === 'fixed') sentences.push('Filen har inga skiljetecken. Den är läst efter fältens längder i postbeskrivningen.');
  if (workbook) {
    sentences.push(`Bladet ${workbook.sheet} är läst.`);
    if (workbook.otherSheets.length > 0) sentences.push(`Andra blad är inte lästa: ${workbook.otherSheets.join(', ')}.`);
    if (workbook.hiddenSheets.length > 0) sentences.push(`Dolda blad är inte lästa: ${workbook.hiddenSheets.join(', ')}.`);
    if (workbook.titleRows > 0) sentences.push(`${counted(workbook.titleRows, 'rad', 'rader')} ovanför tabellen har hoppats över.`);
    const saved = workbook.formulas - workbook.unsaved;
    if (saved > 0) sentences.push(`${counted(saved, 'cell', 'celler')} har en formel. Värdet som sparades är läst.`);
    if (workbook.unsaved > 0)
      sentences.push(
        `${counted(workbook.unsaved, 'cell har en formel utan sparat värde och räknas som tom', 'celler har en formel utan sparat värde och räknas som tomma')}. Öppna filen i Excel, spara den och välj den igen.`,
      );
    if (workbook.beyond > 0)
      sentences.push(
        `${counted(workbook.beyond, 'cell långt till höger om tabellen är inte läst', 'celler långt till höger om tabellen är inte lästa')}.`,
      );
    if (workbook.merged > 0)
      sentences.push(
        `${counted(workbook.merged, 'grupp av celler är sammanslagen', 'grupper av celler är sammanslagna')}. Värdet är läst i den första av dem.`,
      );
    if (workbook.days > 0) sentences.push(`${counted(workbook.days, 'datumcell är läst', 'datumceller är lästa')} som ååååmmdd.`);
    if (workbook.errors > 0) sentences.push(`${counted(workbook.errors, 'cell', 'celler')} visar ett fel, till exempel #SAKNAS!.`);
  }
  if (file.isHeaderUnknown)
    sentences.push(
      'Rubrikradens namn känns inte igen. Kolumnerna är lästa i postbeskrivningens ordning: kontrollera att den stämmer, och att första raden inte är en post.',
    );
  if (columns) {
    sentences.push('Kolumnerna stod i en annan ordning än i postbeskrivningen. De är lästa efter namnen i rubrikraden.');
    if (columns.missing.length > 0) sentences.push(`Kolumn saknas för: ${columns.missing.map(nameOf).join(', ')}.`);
    if (columns.unknown.length > 0)
      sentences.push(`Kolumner som inte hör till postbeskrivningen är inte lästa: ${columns.unknown.join(', ')}.`);
    if (columns.repeated.length > 0)
      sentences.push(`Flera kolumner har samma namn. Den första är läst för: ${columns.repeated.map(nameOf).join(', ')}.`);
  }
  for (const { kind, field, records, row } of damage) sentences.push(readingTexts.damage[kind](nameOf(field), records, row));
  return sentences;
}

/** «teckenkodning Windows-1252 (tecknen är inte giltiga i UTF-8)», «Excelfil (.xlsx)». */
export function encodingSentence({ encoding, encodingReason }: FileFacts): string {
  if (encoding === 'workbook') return 'Excelfil (.xlsx)';
  const name = `teckenkodning ${readingTexts.encodings[encoding] ?? encoding}`;
  const reason = readingTexts.encodingReasons[encodingReason];
  return reason === '' ? name : `${name} (${reason})`;
}
