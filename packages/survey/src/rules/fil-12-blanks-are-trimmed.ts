import type { Rule } from '../definition/rule.ts';

/** At least one value had blanks (space, tab, no-break space) before or after it, which were removed. A numeric value without leading zeros is accepted and not counted. */
export const fil12BlanksAreTrimmed: Rule = {
  id: 'FIL-12',
  version: 1,
  status: 'active',
  severity: 'info',
  scope: 'dataset',
  fields: [],
  logic: { kind: 'reading', fault: 'trimmed' },
  source: 'found: S1',
  texts: {
    title: 'Blanktecken har tagits bort',
    message: '{antal} {antal|värde|värden} har rensats från blanktecken.',
    why: 'Blanktecken runt ett värde har ingen betydelse.',
    howToFix: 'Du behöver inte göra något.',
  },
};
