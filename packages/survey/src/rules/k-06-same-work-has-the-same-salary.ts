import { all, monthly, permanent } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** A person has two permanent monthly records with the same aidLabel and different agreedFullTimeSalary. */
export const k06SameWorkHasTheSameSalary: Rule = {
  id: 'K-06',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'group',
  fields: ['agreedFullTimeSalary', 'personalNumber', 'aidLabel', 'employmentForm', 'payForm'],
  suppressedBy: ['K-01', 'K-02'],
  logic: { kind: 'groupDiffers', by: ['personalNumber', 'aidLabel'], of: 'agreedFullTimeSalary', where: all(permanent, monthly) },
  source: 'proposed',
  texts: {
    title: 'Samma arbete, olika lön',
    message: 'Personen har två tillsvidareanställningar med samma etikett men olika lön. Rätta eller kommentera.',
    why: 'Personen har två tillsvidareanställningar med samma etikett men olika heltidslön.',
    howToFix: 'Rätta lönen eller etiketten, eller kommentera.',
  },
};
