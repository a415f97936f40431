import { all, codeIn, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** ResponsibilityCode is code and aidLabel is filled and outside doctors. */
export const p1002CodeMIsForDoctors: Rule = {
  id: 'P10-02',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'record',
  fields: ['responsibilityCode', 'aidLabel'],
  suppressedBy: ['P09-01', 'P09-02', 'P09-03'],
  params: { code: 'M', doctors: '201010-204090' },
  when: codeIn('responsibilityCode', 'code'),
  logic: { kind: 'record', hit: all(filled('aidLabel'), not(codeIn('aidLabel', 'doctors'))) },
  source: 'found: S10',
  texts: {
    title: 'Ansvarskod M gäller läkare',
    message: '{Fält:responsibilityCode}: ansvarskod M gäller bara läkare. Rätta koden eller etiketten.',
    why: 'Kod M är till för läkare med bakjour eller medicinskt ansvarsområde.',
    howToFix: 'Ta bort eller byt ansvarskoden, eller rätta etiketten.',
  },
};
