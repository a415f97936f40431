import { empty } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Region only; positionCode is empty. */
export const p1402RegionalPositionIsGiven: Rule = {
  id: 'P14-02',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['positionCode'],
  needs: ['unit'],
  appliesTo: ['region'],
  suppressedBy: ['FIL-13'],
  logic: { kind: 'record', hit: empty('positionCode') },
  source: 'found: S2',
  texts: {
    title: 'Befattning saknas',
    message: '{Fält:positionCode} saknas. Ange er lokala befattningskod.',
    why: 'Regioner redovisar personalen efter sin egen befattningskod.',
    howToFix: 'Ange er lokala befattningskod.',
  },
};
