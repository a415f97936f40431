import { not, sameAsLastYear } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Matched and responsibilityCode differs (empty is a value and is shown as "tomt"). */
export const y04ResponsibilityIsAsLastYear: Rule = {
  id: 'Y-04',
  version: 1,
  status: 'active',
  severity: 'info',
  scope: 'panel',
  fields: ['responsibilityCode', 'personalNumber', 'employmentId'],
  needs: ['lastYear'],
  suppressedBy: ['P10-01'],
  missing: 'neverSkip',
  logic: {
    kind: 'panel',
    match: 'any',
    hit: not(sameAsLastYear('responsibilityCode')),
    of: 'responsibilityCode',
  },
  source: 'proposed',
  texts: {
    title: 'Ansvarskoden har ändrats',
    message: '{Fält:responsibilityCode} har ändrats från {förra} till {nu}.',
    why: 'Ansvaret kan ha ändrats under året.',
    howToFix: 'Du behöver inte göra något.',
  },
};
