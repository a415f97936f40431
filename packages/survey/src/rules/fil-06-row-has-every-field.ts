import type { Rule } from '../definition/rule.ts';

/** A row that is neither header nor blank does not have fields values (number of fields in the layout of the year; one extra empty value at the end of the row is accepted). Such a row is kept as text and not checked further; fatal when every row has it. */
export const fil06RowHasEveryField: Rule = {
  id: 'FIL-06',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'file',
  fields: [],
  suppressedBy: ['FIL-05'],
  logic: { kind: 'reading', fault: 'fields' },
  source: 'found: S1',
  texts: {
    title: 'Fel antal fält i raden',
    message:
      'Rad {rad} har {antal} fält men ska ha {förväntat}. Kontrollera att inget fält saknas och att inget textfält innehåller semikolon.',
    why: 'När ett fält saknas eller är för mycket hamnar alla värden efter det i fel kolumn.',
    howToFix:
      'Se efter om ett fält saknas eller ett textfält innehåller semikolon, eller om exporten har en äldre postbeskrivning. Ladda upp filen igen.',
  },
};
