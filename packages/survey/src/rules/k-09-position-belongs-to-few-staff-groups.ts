import type { Rule } from '../definition/rule.ts';

/** The records with the same organisationNumber and positionCode (not empty) number at least minRecords and their valid labels lie in more than maxGroups staff groups (aid.csv, column staff_group). */
export const k09PositionBelongsToFewStaffGroups: Rule = {
  id: 'K-09',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'group',
  fields: ['positionCode', 'organisationNumber', 'aidLabel'],
  params: { maxGroups: 2, minRecords: 10 },
  logic: { kind: 'groupSpread', by: ['organisationNumber', 'positionCode'], filled: 'positionCode', of: 'aidLabel', fact: 'staffGroup' },
  source: 'proposed',
  texts: {
    title: 'Befattningen har spridda etiketter',
    message:
      '{Fält:positionCode}: koden {befattning} har etiketter i {antal} olika personalgrupper. Kontrollera kopplingen mellan befattning och AID.',
    why: 'En befattningskod brukar höra till ett yrke. Etiketterna ligger i flera personalgrupper.',
    howToFix: 'Kontrollera hur befattningskoderna är kopplade till AID. Rätta etiketterna, eller kommentera.',
  },
};
