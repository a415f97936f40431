import type { Rule } from '../definition/rule.ts';

/** No UTF-16 byte order mark, the bytes are not valid UTF-8, and at least one byte is in undefinedBytes (hexadecimal; not assigned in Windows-1252). Fatal. */
export const fil03FileCanBeDecoded: Rule = {
  id: 'FIL-03',
  version: 1,
  status: 'active',
  severity: 'fatal',
  scope: 'file',
  fields: [],
  suppressedBy: ['FIL-01', 'FIL-02'],
  logic: { kind: 'reading', fault: 'undecodable' },
  source: 'proposed',
  texts: {
    title: 'Tecknen kan inte tolkas',
    message: 'Tecknen i filen går inte att tolka. Spara filen med teckenkodningen UTF-8 eller Windows-1252 (ANSI) och ladda upp den igen.',
    why: 'Om teckenkodningen är okänd kan namn och koder bli fel utan att det märks.',
    howToFix: 'Spara filen som UTF-8 eller Windows-1252 (ANSI). I de flesta lönesystem väljs det i exporten.',
  },
};
