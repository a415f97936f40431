import type { Rule } from '../definition/rule.ts';

/** The round is in its test period. */
export const f04TestDataAreErased: Rule = {
  id: 'F-04',
  version: 1,
  status: 'active',
  severity: 'info',
  scope: 'dataset',
  fields: [],
  needs: ['period'],
  logic: { kind: 'process', asks: 'testPeriod' },
  source: 'found: S19',
  texts: {
    title: 'Testdata',
    message: 'Det här är testdata. Den raderas när testperioden är slut.',
    why: 'Testperioden är till för att pröva filen.',
    howToFix: 'Du behöver inte göra något. Lämna in på nytt i inlämningsperioden.',
  },
};
