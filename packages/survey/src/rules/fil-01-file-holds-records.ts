import type { Rule } from '../definition/rule.ts';

/** The file has 0 bytes, or no data row is left after removing the header row (FIL-07) and blank rows (FIL-08). Fatal. */
export const fil01FileHoldsRecords: Rule = {
  id: 'FIL-01',
  version: 1,
  status: 'active',
  severity: 'fatal',
  scope: 'file',
  fields: [],
  logic: { kind: 'reading', fault: 'empty' },
  source: 'proposed',
  texts: {
    title: 'Filen är tom',
    message: 'Filen är tom. Kontrollera att exporten från lönesystemet blev klar och ladda upp filen igen.',
    why: 'Utan poster finns inget att kontrollera eller lämna in.',
    howToFix: 'Kör exporten i lönesystemet igen och se efter att filen har innehåll innan du laddar upp den.',
  },
};
