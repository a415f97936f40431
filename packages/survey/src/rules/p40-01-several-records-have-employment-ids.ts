import { empty } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** EmploymentId is empty and the same personalNumber is on more than one record of the delivery. */
export const p4001SeveralRecordsHaveEmploymentIds: Rule = {
  id: 'P40-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'group',
  fields: ['employmentId', 'personalNumber'],
  suppressedBy: ['P07-01', 'P07-02', 'P07-03', 'P07-04', 'P07-06', 'K-01'],
  logic: { kind: 'equalRecords', fields: ['personalNumber'], where: empty('employmentId') },
  source: 'derived: S1 (one record per employment)',
  texts: {
    title: 'Anställningsidentitet saknas',
    message: '{Fält:employmentId} saknas och personen har flera poster. Ange anställningsidentitet så att de kan skiljas åt.',
    why: 'En person med flera anställningar kan bara följas om varje anställning har en egen identitet.',
    howToFix: 'Ange anställningsidentitet för personens poster.',
  },
};
