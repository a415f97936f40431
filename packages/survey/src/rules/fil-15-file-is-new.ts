import type { Rule } from '../definition/rule.ts';

/** The SHA-256 of the file's bytes equals that of an earlier upload of the same unit in the same period (test or submission). */
export const fil15FileIsNew: Rule = {
  id: 'FIL-15',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'file',
  fields: [],
  needs: ['earlierUploads'],
  logic: { kind: 'reading', fault: 'sameFile' },
  source: 'proposed',
  texts: {
    title: 'Samma fil har laddats upp förut',
    message: 'Exakt samma fil laddades upp {datum}. Ladda upp en ny export om du har rättat i lönesystemet.',
    why: 'En fil som är exakt lika en tidigare har inga rättelser.',
    howToFix: 'Har du rättat i lönesystemet behöver du göra en ny export. Annars kommenterar du att det är samma fil.',
  },
};
