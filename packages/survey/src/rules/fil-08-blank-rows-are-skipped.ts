import type { Rule } from '../definition/rule.ts';

/** At least one row in which every value is empty after trimming (the line end that closes the last row makes no blank row). */
export const fil08BlankRowsAreSkipped: Rule = {
  id: 'FIL-08',
  version: 1,
  status: 'active',
  severity: 'info',
  scope: 'file',
  fields: [],
  logic: { kind: 'reading', fault: 'blankRows' },
  source: 'proposed',
  texts: {
    title: 'Tomma rader',
    message: '{antal} {antal|tom rad|tomma rader} har hoppats över.',
    why: 'Tomma rader är inga poster och räknas inte.',
    howToFix: 'Du behöver inte göra något.',
  },
};
