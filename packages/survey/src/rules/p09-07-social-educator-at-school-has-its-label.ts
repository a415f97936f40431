import { all, codeIn, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Kommun only; positionTitle contains word without regard to case, activityCode is in school and aidLabel is not label. */
export const p0907SocialEducatorAtSchoolHasItsLabel: Rule = {
  id: 'P09-07',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['activityCode', 'aidLabel', 'positionTitle'],
  needs: ['unit'],
  appliesTo: ['municipality'],
  suppressedBy: ['P09-02', 'P09-03'],
  params: { school: '400-478', label: '351015', word: 'socialpedagog' },
  when: all({ op: 'containsWord', field: 'positionTitle', word: 'word' }, codeIn('activityCode', 'school')),
  logic: {
    kind: 'record',
    hit: all(filled('aidLabel'), not(codeIn('aidLabel', 'label'))),
  },
  source: 'found: S7',
  texts: {
    title: 'Socialpedagog i skolan',
    message: '{Fält:aidLabel}: socialpedagog i skolverksamhet ska ha etikett 351015. Rätta etiketten eller kommentera.',
    why: 'I skolan har socialpedagoger en egen etikett.',
    howToFix: 'Byt etikett till 351015, eller kommentera.',
  },
};
