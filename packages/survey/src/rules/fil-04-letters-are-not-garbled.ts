import type { Rule } from '../definition/rule.ts';

/** At least minRecords records hold, in one of the fields, U+FFFD or U+00C3 directly followed by one of ¥ ¤ ¶ … „ – © (UTF-8 read as Windows-1252). */
export const fil04LettersAreNotGarbled: Rule = {
  id: 'FIL-04',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: ['name', 'positionCode', 'organisationUnit', 'positionTitle'],
  params: { minRecords: 1 },
  logic: { kind: 'reading', fault: 'mojibake' },
  source: 'proposed',
  texts: {
    title: 'Å, ä och ö är förvanskade',
    message: 'Å, ä och ö ser ut att vara fel i {antal} {antal|post|poster}. Exportera om filen med rätt teckenkodning.',
    why: 'Texten har sparats med en teckenkodning och lästs med en annan. Namnen går då inte att jämföra.',
    howToFix: 'Exportera filen igen med rätt teckenkodning. Öppna den inte i ett annat program på vägen.',
  },
};
