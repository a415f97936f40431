import { all, any, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** The registered employer is not marked as a company, its number is not the unit's own number in regioner.csv (Gotland: 2120000803) and the first six digits differ from the series of the unit type. */
export const p0303EmployerIsOfTheUnitsType: Rule = {
  id: 'P03-03',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'reference',
  fields: ['organisationNumber'],
  needs: ['unit', 'employerRegister'],
  suppressedBy: ['P03-01', 'P03-02'],
  params: { kommun: 212000, region: 232100, kommunalforbund: 222000 },
  when: all({ op: 'unitHasEmployer', field: 'organisationNumber' }, not({ op: 'employerIsCompany', field: 'organisationNumber' })),
  logic: {
    kind: 'record',
    hit: all(
      not({ op: 'unitHasNumber', field: 'organisationNumber' }),
      any(
        all({ op: 'unitIs', kinds: ['municipality'] }, not({ op: 'startsWith', field: 'organisationNumber', text: 'kommun' })),
        all({ op: 'unitIs', kinds: ['region'] }, not({ op: 'startsWith', field: 'organisationNumber', text: 'region' })),
        all({ op: 'unitIs', kinds: ['federation'] }, not({ op: 'startsWith', field: 'organisationNumber', text: 'kommunalforbund' })),
      ),
    ),
  },
  source: 'proposed (prefixes from general knowledge)',
  texts: {
    title: 'Organisationsnumret är av annat slag',
    message:
      '{Fält:organisationNumber}: {värde} ser inte ut att tillhöra en {enhetstyp}. Rätta numret, eller kommentera vilken arbetsgivare det är.',
    why: 'Kommuner, regioner och kommunalförbund har nummer i var sin serie. Ett nummer ur en annan serie hör ofta till ett bolag.',
    howToFix: 'Rätta numret. Är arbetsgivaren ett bolag räcker en kommentar om det.',
  },
};
