import { empty } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** AidLabel is empty. */
export const p0901LabelIsGiven: Rule = {
  id: 'P09-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['aidLabel'],
  suppressedBy: ['FIL-13'],
  logic: { kind: 'record', hit: empty('aidLabel') },
  source: 'found: S6, S8',
  texts: {
    title: 'Etikett enligt AID saknas',
    message: '{Fält:aidLabel} saknas. Ange en etikett. Alla anställda ska ha en, även de som följer andra avtal.',
    why: 'Etiketten visar arbetsuppgifterna och är grunden för lönestatistiken. Alla anställda ska ha en.',
    howToFix: 'Ange den etikett som stämmer med arbetsuppgifterna, inte med titeln.',
  },
};
