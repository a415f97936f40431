import { counted } from './numbers.ts';

/** Words of the description of the file. */
export const recordLayoutTexts = {
  title: 'Postbeskrivning',
  about: (fields: number) => [
    `Filen har en rad för varje anställning och ${counted(fields, 'fält', 'fält')} i varje rad, i den ordning som står här.`,
    'Textfil: semikolon mellan fälten, teckenkodning UTF-8 eller Windows-1252. Excelfil (.xlsx): ett fält i varje kolumn.',
    'Ett fält som inte används lämnas tomt, men semikolonet efter det är kvar.',
  ],
  example: 'Hämta en exempelfil',
  exampleHelp: 'Alla personer i den är påhittade.',
  fileName: 'exempelfil.csv',
  field: (number: number, name: string) => `${number}. ${name}`,
  form: 'Form',
  forms: { 'A/N': 'Bokstäver och siffror', N: 'Bara siffror' },
  length: 'Längd',
  atMost: (length: number) => `Högst ${counted(length, 'tecken', 'tecken')}`,
  decimals: 'Decimaler',
  implied: (decimals: number) => (decimals === 2 ? '2, utan decimaltecken: 75,50 skrivs 7550' : `${decimals}, utan decimaltecken`),
  codeList: 'Kodlista',
} as const;
