import { all, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** MunicipalityCode is filled and does not belong to the delivering unit (Gotland: 0980 and 0900 both do). */
export const p0103MunicipalityCodeIsTheUnits: Rule = {
  id: 'P01-03',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'reference',
  fields: ['municipalityCode'],
  needs: ['unit'],
  suppressedBy: ['P01-01', 'P01-02', 'FIL-14'],
  logic: { kind: 'record', hit: all(filled('municipalityCode'), not({ op: 'unitHasCode', field: 'municipalityCode' })) },
  source: 'derived',
  texts: {
    title: 'Posten hör till en annan enhet',
    message: '{Fält:municipalityCode}: posten har koden {värde} men inlämningen gäller {enhet}. Ta bort posten eller rätta koden.',
    why: 'En inlämning får bara innehålla poster för den egna enheten.',
    howToFix: 'Rätta koden. Hör posten till en annan enhet ska den lämnas där: ladda då upp en fil utan den.',
  },
};
