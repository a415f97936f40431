import { all, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** OrganisationNumber is not registered as an employer of the unit under Profil & enheter. */
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
      '{Fält:organisationNumber}: arbetsgivaren {värde} är inte registrerad hos er. Lägg till den under Profil & enheter eller kommentera varför den ingår.',
    why: 'Filen får innehålla flera arbetsgivare, men bara sådana som er enhet svarar för.',
    howToFix: 'Lägg till arbetsgivaren under Profil & enheter, rätta numret, eller kommentera varför den ingår.',
  },
};
