import { digits, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Kommun and kommunalförbund only; positionCode is empty or not exactly four digits. */
export const p1401MunicipalPositionHasFourDigits: Rule = {
  id: 'P14-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'field',
  fields: ['positionCode'],
  needs: ['unit'],
  appliesTo: ['municipality', 'federation'],
  suppressedBy: ['FIL-09'],
  logic: { kind: 'record', hit: not(digits('positionCode', 4)) },
  source: 'found: S14',
  texts: {
    title: 'Befattningskoden har fel form',
    message: '{Fält:positionCode}: ange kommunal befattningskod med fyra siffror, eller kommentera.',
    why: 'Kommuner använder en befattningskod med fyra siffror.',
    howToFix: 'Ange koden med fyra siffror. Använder ni inte befattningskoder kommenterar du det.',
  },
};
