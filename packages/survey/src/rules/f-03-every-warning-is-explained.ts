import type { Rule } from '../definition/rule.ts';

/** At least one VARNING of FIL, P, K, Y or D still stands (value unchanged) without a comment. Off when the round does not require comments. */
export const f03EveryWarningIsExplained: Rule = {
  id: 'F-03',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'dataset',
  fields: [],
  needs: ['comments'],
  logic: { kind: 'process', asks: 'comments' },
  source: 'proposed (core of the product: review, comment, correct)',
  texts: {
    title: 'Varningar saknar kommentar',
    message: '{antal} {antal|varning|varningar} saknar kommentar. Rätta posterna eller skriv en kommentar.',
    why: 'Det som är ovanligt men rätt ska ha en förklaring.',
    howToFix: 'Rätta posterna, eller skriv en kommentar.',
  },
};
