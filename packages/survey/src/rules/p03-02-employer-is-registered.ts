import { all, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** OrganisationNumber is not registered as an employer of the unit. */
export const p0302EmployerIsRegistered: Rule = {
  id: 'P03-02',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'reference',
  fields: ['organisationNumber'],
  needs: ['employerRegister'],
  suppressedBy: ['P03-01'],
  logic: { kind: 'record', hit: all(filled('organisationNumber'), not({ op: 'unitHasEmployer', field: 'organisationNumber' })) },
  source: 'proposed',
  texts: {
    title: 'Arbetsgivaren är inte registrerad',
    message:
      '{Fält:organisationNumber}: arbetsgivaren {värde} är inte registrerad hos er. Rätta numret, eller kommentera vilken arbetsgivare det är och varför den ingår.',
    why: 'Filen får innehålla flera arbetsgivare, men bara sådana som er enhet svarar för.',
    howToFix:
      'Rätta numret, eller kommentera vilken arbetsgivare det är och varför den ingår. Ska den läggas till hos er, skriv till oss i Meddelanden.',
  },
};
