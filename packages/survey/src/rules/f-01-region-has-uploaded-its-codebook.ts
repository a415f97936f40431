import type { Rule } from '../definition/rule.ts';

/** Region only; no code list for positionCode has been uploaded in the round. */
export const f01RegionHasUploadedItsCodebook: Rule = {
  id: 'F-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'dataset',
  fields: ['positionCode'],
  needs: ['unit', 'codebook'],
  appliesTo: ['region'],
  logic: { kind: 'process', asks: 'codebook' },
  source: 'found: S2',
  texts: {
    title: 'Kodförteckning saknas',
    message: 'Ladda upp kodförteckning för {fält:positionCode} under Inlämning > Komplettera > Annat innan ni lämnar in.',
    why: 'Statistikerna läser era befattningskoder med hjälp av förteckningen.',
    howToFix: 'Ladda upp kodförteckningen innan ni lämnar in.',
  },
};
