import type { Rule } from '../definition/rule.ts';

/** Of semicolon, comma, tab and vertical bar, counted outside quotes in the first rows non-blank rows, the most frequent is not semicolon, or none occurs (a tie goes to semicolon). The file is read on by the separator found; when none occurs FIL-06 hits on every row. */
export const fil05ValuesAreSeparatedBySemicolon: Rule = {
  id: 'FIL-05',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'file',
  fields: [],
  suppressedBy: ['FIL-01', 'FIL-02', 'FIL-03'],
  logic: { kind: 'reading', fault: 'separator' },
  source: 'found: S1',
  texts: {
    title: 'Fel skiljetecken',
    message: 'Filen är inte semikolonseparerad. Vi hittade {skiljetecken} i stället. Byt till semikolon i exporten.',
    why: 'Alla filer läses med semikolon mellan fälten. Med ett annat tecken kan ett komma i ett belopp tas för ett nytt fält.',
    howToFix: 'Välj semikolon som skiljetecken i exporten. Vi läser filen ändå så att du ser övriga anmärkningar.',
  },
};
