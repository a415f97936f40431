import { all, codeIn, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** WorkingTimePattern is filled and aidLabel is outside labels (list of labels assumed: SKR's was not found). */
export const p1202WorkingTimePatternIsForSomeLabels: Rule = {
  id: 'P12-02',
  version: 1,
  status: 'active',
  severity: 'info',
  scope: 'record',
  fields: ['workingTimePattern', 'aidLabel'],
  suppressedBy: ['P12-01', 'P09-01', 'P09-02', 'P09-03'],
  params: { labels: '205010-207090|351015|351033|351034|401010-403016' },
  when: filled('workingTimePattern'),
  logic: { kind: 'record', hit: all(filled('aidLabel'), not(codeIn('aidLabel', 'labels'))) },
  source: 'derived: S8',
  texts: {
    title: 'Arbetstidens förläggning används inte',
    message: '{Fält:workingTimePattern} används inte för etiketten {aid} {aidnamn}. Värdet lämnas utan åtgärd.',
    why: 'Fältet används bara för vissa yrken.',
    howToFix: 'Du behöver inte göra något.',
  },
};
