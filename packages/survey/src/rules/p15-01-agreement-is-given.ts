import { empty } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** CollectiveAgreement is empty. */
export const p1501AgreementIsGiven: Rule = {
  id: 'P15-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['collectiveAgreement'],
  suppressedBy: ['FIL-13'],
  logic: { kind: 'record', hit: empty('collectiveAgreement') },
  source: 'found: S4',
  texts: {
    title: 'Lönekollektivavtal saknas',
    message: '{Fält:collectiveAgreement} saknas. Ange en kod ur årets förteckning.',
    why: 'Avtalet styr lönen och används när löner jämförs.',
    howToFix: 'Ange en kod ur årets förteckning.',
  },
};
