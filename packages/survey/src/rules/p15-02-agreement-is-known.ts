import { all, filled, inList, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** CollectiveAgreement is filled and not in lonekollektivavtal.csv of the year. */
export const p1502AgreementIsKnown: Rule = {
  id: 'P15-02',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'reference',
  fields: ['collectiveAgreement'],
  suppressedBy: ['FIL-09', 'P15-01'],
  logic: { kind: 'record', hit: all(filled('collectiveAgreement'), not(inList('collectiveAgreement', 'collective-agreements'))) },
  systematic: { cause: 'oneCodeEverywhere', field: 'collectiveAgreement' },
  source: 'found: S4',
  texts: {
    title: 'Okänd kod för lönekollektivavtal',
    message:
      '{Fält:collectiveAgreement}: avtalskoden {värde} finns inte i årets förteckning. Rätta koden. BUI, BAL, studentmedarbetare och traineejobb har egna koder.',
    why: 'Koden måste finnas i årets förteckning.',
    howToFix: 'Rätta koden. BUI, BAL, studentmedarbetare och traineejobb har egna koder.',
  },
};
