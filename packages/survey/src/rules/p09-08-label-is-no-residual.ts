import { codeIn, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** The label's name in the list of the year ends in ", annan" or ", annat" (today 109090 151090 152090 203090 204090 207090 208090 252090 301090 351090 352090 402090 403090 451090 452090 502090 503090 509090 529090 609090 659090) and the label is not in exclude (ordinary labels of doctors; exclusion assumed). 206090 Sjuksköterska, allmän is not a residual label. */
export const p0908LabelIsNoResidual: Rule = {
  id: 'P09-08',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'field',
  fields: ['aidLabel'],
  suppressedBy: ['P09-02', 'P09-03', 'P09-05'],
  params: { exclude: '203090|204090' },
  when: not(codeIn('aidLabel', 'exclude')),
  logic: {
    kind: 'record',
    hit: { op: 'nameEndsWith', field: 'aidLabel', list: 'aid-labels', endings: ', annan|, annat' },
  },
  source: 'proposed',
  texts: {
    title: 'Restetikett',
    message: '{Fält:aidLabel}: {värde} {aidnamn} är en restetikett. Välj en mer precis etikett om en sådan finns, annars kommentera.',
    why: 'En etikett som slutar på «annan» säger lite om arbetsuppgifterna. Ofta finns en bättre.',
    howToFix: 'Välj en mer precis etikett om en sådan finns. Annars kommenterar du.',
  },
};
