import { digits, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** MunicipalityCode is empty or not exactly four digits. */
export const p0101MunicipalityCodeHasFourDigits: Rule = {
  id: 'P01-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['municipalityCode'],
  suppressedBy: ['FIL-13'],
  logic: { kind: 'record', hit: not(digits('municipalityCode', 4)) },
  source: 'found: S1, S3',
  texts: {
    title: 'Kommun- eller regionkod saknas eller är fel',
    message: '{Fält:municipalityCode} saknas eller är fel. Ange fyra siffror, till exempel 0488.',
    why: 'Koden visar vilken uppgiftslämnare posten hör till.',
    howToFix: 'Ange fyra siffror. Regioner har länskoden följd av 00.',
  },
};
