import { all, inList, lastYear, not, sameAsLastYear, sameFactAsLastYear } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Matched on employmentId with the same positionCode, both labels valid in their year, and the staff group of the label differs. */
export const y03LabelStaysInItsStaffGroup: Rule = {
  id: 'Y-03',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'panel',
  fields: ['aidLabel', 'personalNumber', 'positionCode', 'employmentId'],
  needs: ['lastYear'],
  suppressedBy: ['P09-01', 'P09-02', 'P09-03', 'P09-04'],
  when: sameAsLastYear('positionCode'),
  logic: {
    kind: 'panel',
    match: 'employmentId',
    hit: all(
      inList('aidLabel', 'aid-labels'),
      lastYear(inList('aidLabel', 'aid-labels')),
      not(sameFactAsLastYear('aidLabel', 'aid-labels', 'staffGroup')),
    ),
    of: 'aidLabel',
  },
  source: 'proposed',
  texts: {
    title: 'Etiketten har bytt grupp',
    message: '{Fält:aidLabel} har ändrats från {förra} till {nu}. Är arbetsuppgifterna nya? Rätta eller kommentera.',
    why: 'Befattningen är densamma men etiketten ligger i en annan personalgrupp än förra året.',
    howToFix: 'Är arbetsuppgifterna nya kommenterar du. Rätta annars etiketten.',
  },
};
