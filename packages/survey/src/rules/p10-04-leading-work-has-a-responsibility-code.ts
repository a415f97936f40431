import { codeIn, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** AidLabel is in labels and responsibilityCode is not in codes (empty and F hit). */
export const p1004LeadingWorkHasAResponsibilityCode: Rule = {
  id: 'P10-04',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['responsibilityCode', 'aidLabel'],
  suppressedBy: ['P10-01', 'P10-02'],
  params: { labels: '101010-109090', codes: 'A|B|C|L' },
  when: codeIn('aidLabel', 'labels'),
  logic: { kind: 'record', hit: not(codeIn('responsibilityCode', 'codes')) },
  source: 'derived: S8',
  texts: {
    title: 'Ledningsarbete utan ansvarskod',
    message:
      '{Fält:responsibilityCode}: etiketten {aid} {aidnamn} är ett ledningsarbete men ansvarskod saknas. Ange A, B, C eller L, eller kommentera.',
    why: 'Etiketter för ledningsarbete används för chefer, och chefer ska ha en ansvarskod.',
    howToFix: 'Ange A, B, C eller L. Leder personen inte andra bör etiketten bytas.',
  },
};
