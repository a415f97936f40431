import type { Rule } from '../definition/rule.ts';

/** Two or more records have the same trimmed value in every field; every record concerned is a finding (rad1 is the first of them, rad2 this record, or the second for the first). */
export const k01RecordsAreNotRepeated: Rule = {
  id: 'K-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'dataset',
  fields: [],
  logic: { kind: 'equalRecords', fields: 'all' },
  source: 'proposed',
  texts: {
    title: 'Exakt lika rader',
    message: 'Rad {rad1} och {rad2} är exakt lika. Ta bort den ena.',
    why: 'Samma post två gånger räknar personen dubbelt.',
    howToFix:
      'Ta bort den ena raden i lönesystemet eller filen och ladda upp filen igen. Är det två anställningar ska anställningsidentiteten skilja dem åt.',
  },
};
