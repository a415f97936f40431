import type { Rule } from '../definition/rule.ts';

/** No record has a municipalityCode that belongs to the delivering unit (Gotland: 0980 and 0900), and the most frequent code is in kommuner.csv, regioner.csv or the register of kommunalförbund. Nothing is sent until the right unit or file is chosen. */
export const fil14FileIsOfThisUnit: Rule = {
  id: 'FIL-14',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'dataset',
  fields: ['municipalityCode'],
  needs: ['unit'],
  suppressedBy: ['FIL-06', 'FIL-13'],
  logic: { kind: 'reading', fault: 'otherUnit' },
  source: 'derived: S1, S3',
  texts: {
    title: 'Filen gäller en annan enhet',
    message: 'Filen gäller {enhetskod} {enhetsnamn}, men du lämnar för {enhet}. Välj rätt enhet eller rätt fil.',
    why: 'Ingen post i filen har en kod som hör till den enhet du lämnar för.',
    howToFix: 'Välj rätt enhet i sidhuvudet, eller välj rätt fil.',
  },
};
