import { all, filled, inList, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** AidLabel is filled and not in the label list valid for the collection year. While the list is marked incomplete (213 of about 252 labels) the severity is severityWhileIncomplete. */
export const p0903LabelIsKnown: Rule = {
  id: 'P09-03',
  version: 1,
  status: 'active',
  severity: 'error',
  whileIncomplete: { list: 'aid-labels', severity: 'warning' },
  scope: 'reference',
  fields: ['aidLabel'],
  suppressedBy: ['P09-01', 'P09-02', 'P09-04'],
  logic: { kind: 'record', hit: all(filled('aidLabel'), not(inList('aidLabel', 'aid-labels'))) },
  systematic: { cause: 'oneCodeEverywhere', field: 'aidLabel' },
  source: 'found: S2 (213 of about 252 codes known, so start as VARNING until the full list is loaded)',
  texts: {
    title: 'Okänd etikett',
    message: '{Fält:aidLabel}: etiketten {värde} finns inte i årets etikettlista. Rätta etiketten.',
    why: 'Etiketten finns inte i årets lista. Listan är preliminär, så en enstaka etikett kan saknas i den.',
    howToFix: 'Rätta etiketten. Är den rätt kommenterar du det.',
  },
};
