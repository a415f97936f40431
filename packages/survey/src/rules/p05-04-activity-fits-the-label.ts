import { all, any, codeIn, inList, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Kommun only; activityCode is valid and (label in schoolLabels but not in schoolFree, and code outside school) or (label in rescueLabels and code outside rescue) or (label in socialLabels and code outside social) or (label in medicalLabels but not in medicalFree, and code outside medical). */
export const p0504ActivityFitsTheLabel: Rule = {
  id: 'P05-04',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['activityCode', 'aidLabel'],
  needs: ['unit'],
  appliesTo: ['municipality'],
  suppressedBy: ['P05-02', 'P09-03'],
  params: {
    school: '400-478',
    schoolLabels: '401010-403090',
    schoolFree: '403013|403014',
    rescue: '270|275',
    rescueLabels: '551010-551013',
    social: '400-478|500-610',
    socialLabels: '351010-352090',
    medical: '400-478|500|505|910|920',
    medicalLabels: '201010-205011',
    medicalFree: '204510|204511|204610',
  },
  when: any(
    all(codeIn('aidLabel', 'schoolLabels'), not(codeIn('aidLabel', 'schoolFree'))),
    codeIn('aidLabel', 'rescueLabels'),
    codeIn('aidLabel', 'socialLabels'),
    all(codeIn('aidLabel', 'medicalLabels'), not(codeIn('aidLabel', 'medicalFree'))),
  ),
  logic: {
    kind: 'record',
    hit: all(
      inList('activityCode', 'activity-codes'),
      any(
        all(codeIn('aidLabel', 'schoolLabels'), not(codeIn('aidLabel', 'schoolFree')), not(codeIn('activityCode', 'school'))),
        all(codeIn('aidLabel', 'rescueLabels'), not(codeIn('activityCode', 'rescue'))),
        all(codeIn('aidLabel', 'socialLabels'), not(codeIn('activityCode', 'social'))),
        all(codeIn('aidLabel', 'medicalLabels'), not(codeIn('aidLabel', 'medicalFree')), not(codeIn('activityCode', 'medical'))),
      ),
    ),
  },
  source: 'proposed',
  texts: {
    title: 'Ovanlig verksamhet för etiketten',
    message:
      '{Fält:activityCode} och {fält:aidLabel}: verksamheten {verksamhet} är ovanlig för etiketten {aid} {aidnamn}. Rätta eller kommentera.',
    why: 'Vissa arbetsuppgifter finns nästan bara i vissa verksamheter. En avvikelse är ofta en felaktig kod.',
    howToFix: 'Rätta verksamheten eller etiketten. Stämmer båda kommenterar du det.',
  },
};
