import { all, digits, empty, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** AidLabel is filled and not exactly six digits. */
export const p0902LabelHasSixDigits: Rule = {
  id: 'P09-02',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['aidLabel'],
  suppressedBy: ['P09-01'],
  logic: { kind: 'record', hit: all(not(empty('aidLabel')), not(digits('aidLabel', 6))) },
  source: 'derived: S7',
  texts: {
    title: 'Etiketten har fel form',
    message: '{Fält:aidLabel}: {värde} är inte en etikett. Ange sex siffror, till exempel 151010.',
    why: 'Alla etiketter har sex siffror.',
    howToFix: 'Skriv etiketten med sex siffror, utan bokstäver och mellanslag.',
  },
};
