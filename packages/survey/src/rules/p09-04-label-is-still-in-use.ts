import type { Rule } from '../definition/rule.ts';

/** AidLabel is in the list of expired labels with its last year before the collection year. */
export const p0904LabelIsStillInUse: Rule = {
  id: 'P09-04',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'reference',
  fields: ['aidLabel'],
  needs: ['expiredLabels'],
  suppressedBy: ['P09-01', 'P09-02'],
  logic: { kind: 'record', hit: { op: 'expiredIn', field: 'aidLabel', list: 'expired-labels' } },
  source: 'found: S5, S9',
  texts: {
    title: 'Etiketten har utgått',
    message: '{Fält:aidLabel}: etiketten {värde} {aidnamn} har utgått. Närmaste nya etikett: {förslag}. Byt etikett.',
    why: 'Etiketter kommer och går mellan åren.',
    howToFix: 'Byt till den nya etiketten.',
  },
};
