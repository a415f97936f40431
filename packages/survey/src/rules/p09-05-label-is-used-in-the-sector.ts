import { all, any } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** The label's sector in aid.csv is kommun and the record's sector is region, or the reverse (sector båda never hits; not applied to kommunalförbund and companies). */
export const p0905LabelIsUsedInTheSector: Rule = {
  id: 'P09-05',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'reference',
  fields: ['aidLabel'],
  needs: ['unit'],
  appliesTo: ['municipality', 'region'],
  suppressedBy: ['P09-01', 'P09-02', 'P09-03', 'P09-04'],
  logic: {
    kind: 'record',
    hit: any(
      all({ op: 'labelSector', is: 'kommun' }, { op: 'recordSector', is: 'region' }),
      all({ op: 'labelSector', is: 'region' }, { op: 'recordSector', is: 'municipality' }),
    ),
  },
  source: 'derived: S6, S21',
  texts: {
    title: 'Etiketten hör till en annan sektor',
    message: '{Fält:aidLabel}: {värde} {aidnamn} används i {sektor}. Rätta etiketten eller kommentera.',
    why: 'Vissa arbetsuppgifter finns bara i kommuner eller bara i regioner.',
    howToFix: 'Rätta etiketten. Finns arbetsuppgiften hos er kommenterar du det.',
  },
};
