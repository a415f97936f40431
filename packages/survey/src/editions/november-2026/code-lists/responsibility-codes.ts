import type { CodeList } from '../../../definition/code-list.ts';

/**
 * Six responsibility codes. Codes found; the exact definitions of A, B, C and L are assumed. M since the collection of 2019.
 */
export const responsibilityCodes: CodeList = {
  id: 'responsibility-codes',
  name: 'Ansvar enligt AID',
  completeness: 'complete',
  codes: [
    { code: 'A', name: 'Chef: högsta chefsnivå (överordnad nivå; chef för chefer)' },
    { code: 'B', name: 'Chef: mellannivå (chef för chefer)' },
    { code: 'C', name: 'Chef: första linjen (chef för medarbetare)' },
    { code: 'L', name: 'Annat ledningsansvar utan fullt chefsansvar' },
    { code: 'F', name: 'Funktions- eller ämnesansvar (särredovisas inte i lönestatistiken)' },
    { code: 'M', name: 'Läkare med begränsat ledningsansvar: fullgjord bakjour eller medicinskt ansvarsområde', validFromYear: 2019 },
  ],
};
