import { all, any, codeIn, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** With text = positionTitle, or when that is empty the text of positionCode in the uploaded code list (both empty: not evaluable), compared without regard to case: label in nurseLabels and the text contains aideWord and not nurseWord, or label in aideLabels and the text contains nurseWord and not aideWord. */
export const p0906LabelAgreesWithTheTitle: Rule = {
  id: 'P09-06',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['aidLabel', 'positionCode', 'positionTitle'],
  suppressedBy: ['P09-02'],
  params: { nurseLabels: '207008-207014', aideLabels: '207023|207024|207029', aideWord: 'vårdbitr', nurseWord: 'undersk' },
  when: any(codeIn('aidLabel', 'nurseLabels'), codeIn('aidLabel', 'aideLabels')),
  logic: {
    kind: 'record',
    hit: any(
      all(
        codeIn('aidLabel', 'nurseLabels'),
        { op: 'containsWord', field: 'positionTitle', word: 'aideWord' },
        not({ op: 'containsWord', field: 'positionTitle', word: 'nurseWord' }),
      ),
      all(
        codeIn('aidLabel', 'aideLabels'),
        { op: 'containsWord', field: 'positionTitle', word: 'nurseWord' },
        not({ op: 'containsWord', field: 'positionTitle', word: 'aideWord' }),
      ),
    ),
  },
  source: 'found: S6',
  texts: {
    title: 'Etikett och titel säger emot varandra',
    message:
      '{Fält:aidLabel} och {fält:positionTitle} säger emot varandra. Undersköterska är skyddad yrkestitel sedan den 1 juli 2023. Kontrollera båda.',
    why: 'Undersköterska är en skyddad yrkestitel. Den som saknar bevis ska ha en etikett för vårdbiträde.',
    howToFix: 'Kontrollera både etiketten och titeln. Rätta den som är fel.',
  },
};
