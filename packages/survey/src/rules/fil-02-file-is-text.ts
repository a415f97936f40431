import type { Rule } from '../definition/rule.ts';

/** The file is not an accepted .xlsx and either begins with a known binary signature (PDF, ZIP, JPEG, PNG, GIF, OLE) or holds U+0000 after decoding (UTF-16 with byte order mark is decoded first, so its zero bytes do not count). Fatal. */
export const fil02FileIsText: Rule = {
  id: 'FIL-02',
  version: 1,
  status: 'active',
  severity: 'fatal',
  scope: 'file',
  fields: [],
  suppressedBy: ['FIL-01'],
  logic: { kind: 'reading', fault: 'binary' },
  source: 'derived: S1',
  texts: {
    title: 'Filen är ingen textfil',
    message: 'Filen är ingen textfil. Exportera från lönesystemet som semikolonseparerad fil (.csv eller .txt).',
    why: 'Bilder, PDF-filer och arkiv innehåller inga poster som kan läsas.',
    howToFix: 'Välj exportfilen från lönesystemet, med ändelsen .csv eller .txt.',
  },
};
