import { all, any, codeIn, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** CollectiveAgreement is panAgreement and aidLabel outside panLabels, or collectiveAgreement is ribAgreement and aidLabel outside ribLabels. */
export const p1503AgreementIsUsualForTheLabel: Rule = {
  id: 'P15-03',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['collectiveAgreement', 'aidLabel'],
  suppressedBy: ['P15-01', 'P15-02', 'P09-01', 'P09-02', 'P09-03'],
  params: { panAgreement: '2', panLabels: '207027|207028', ribAgreement: '7', ribLabels: '551010-551013' },
  when: any(codeIn('collectiveAgreement', 'panAgreement'), codeIn('collectiveAgreement', 'ribAgreement')),
  logic: {
    kind: 'record',
    hit: any(
      all(codeIn('collectiveAgreement', 'panAgreement'), filled('aidLabel'), not(codeIn('aidLabel', 'panLabels'))),
      all(codeIn('collectiveAgreement', 'ribAgreement'), filled('aidLabel'), not(codeIn('aidLabel', 'ribLabels'))),
    ),
  },
  source: 'proposed',
  texts: {
    title: 'Avtalet är ovanligt för etiketten',
    message: '{Fält:collectiveAgreement}: avtalet {avtal} är ovanligt för etiketten {aid} {aidnamn}. Rätta eller kommentera.',
    why: 'PAN gäller personliga assistenter och RiB deltidsbrandmän.',
    howToFix: 'Rätta avtalet eller etiketten, eller kommentera.',
  },
};
