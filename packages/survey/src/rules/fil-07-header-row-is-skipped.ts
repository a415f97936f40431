import type { Rule } from '../definition/rule.ts';

/** In the first non-blank row field 1 is not four digits and field 7 holds at least one letter and no digit: the row is a header and is skipped. */
export const fil07HeaderRowIsSkipped: Rule = {
  id: 'FIL-07',
  version: 1,
  status: 'active',
  severity: 'info',
  scope: 'file',
  fields: ['municipalityCode', 'personalNumber'],
  logic: { kind: 'reading', fault: 'header' },
  source: 'proposed',
  texts: {
    title: 'Rubrikrad',
    message: 'Första raden är en rubrikrad och har hoppats över.',
    why: 'En rubrikrad är ingen post och räknas inte.',
    howToFix: 'Du behöver inte göra något.',
  },
};
