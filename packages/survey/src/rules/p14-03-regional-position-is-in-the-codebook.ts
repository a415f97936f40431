import { all, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Region only; positionCode is filled and missing in the uploaded code list (no code list uploaded: not evaluable, F-01 asks for it). */
export const p1403RegionalPositionIsInTheCodebook: Rule = {
  id: 'P14-03',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'reference',
  fields: ['positionCode'],
  needs: ['unit', 'codebook'],
  appliesTo: ['region'],
  suppressedBy: ['P14-02'],
  logic: { kind: 'record', hit: all(filled('positionCode'), not({ op: 'inCodebook', field: 'positionCode' })) },
  source: 'found: S2',
  texts: {
    title: 'Befattningen saknas i kodförteckningen',
    message:
      '{Fält:positionCode}: koden {värde} saknas i er kodförteckning. Komplettera förteckningen under Inlämning > Komplettera > Annat.',
    why: 'Statistikerna läser era lokala koder med hjälp av er kodförteckning.',
    howToFix: 'Komplettera förteckningen, eller rätta koden.',
  },
};
