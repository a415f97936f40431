import { all, any, codeIn, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Exactly one of (specialTermsCode = panTerm) and (collectiveAgreement = panAgreement) holds, or exactly one of (specialTermsCode = beaTerm) and (collectiveAgreement = beaAgreement). One finding per record. */
export const p1102SpecialTermsAgreeWithTheAgreement: Rule = {
  id: 'P11-02',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['specialTermsCode', 'collectiveAgreement'],
  suppressedBy: ['P11-01', 'P15-01', 'P15-02'],
  params: { panTerm: '2', panAgreement: '2', beaTerm: '1', beaAgreement: '3' },
  when: any(
    codeIn('specialTermsCode', 'panTerm'),
    codeIn('specialTermsCode', 'beaTerm'),
    codeIn('collectiveAgreement', 'panAgreement'),
    codeIn('collectiveAgreement', 'beaAgreement'),
  ),
  logic: {
    kind: 'record',
    hit: any(
      all(codeIn('specialTermsCode', 'panTerm'), not(codeIn('collectiveAgreement', 'panAgreement'))),
      all(not(codeIn('specialTermsCode', 'panTerm')), codeIn('collectiveAgreement', 'panAgreement')),
      all(codeIn('specialTermsCode', 'beaTerm'), not(codeIn('collectiveAgreement', 'beaAgreement'))),
      all(not(codeIn('specialTermsCode', 'beaTerm')), codeIn('collectiveAgreement', 'beaAgreement')),
    ),
  },
  source: 'proposed',
  texts: {
    title: 'Villkor och avtal säger emot varandra',
    message: '{Fält:specialTermsCode} och {fält:collectiveAgreement} säger emot varandra. Rätta det ena eller kommentera.',
    why: 'BEA och PAN anges både i fält 11 och i fält 15.',
    howToFix: 'Rätta det ena fältet, eller kommentera.',
  },
};
