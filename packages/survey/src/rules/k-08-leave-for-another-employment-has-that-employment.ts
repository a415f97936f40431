import { codeIn } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** AbsenceReason is sameEmployerLeave and the person has no other record in the delivery. */
export const k08LeaveForAnotherEmploymentHasThatEmployment: Rule = {
  id: 'K-08',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'group',
  fields: ['absenceReason', 'personalNumber'],
  suppressedBy: ['P23-01', 'P07-01', 'P07-02', 'P07-03', 'P07-04', 'P07-06'],
  params: { sameEmployerLeave: '05' },
  logic: { kind: 'aloneInGroup', by: ['personalNumber'], where: codeIn('absenceReason', 'sameEmployerLeave') },
  source: 'proposed',
  texts: {
    title: 'Den andra anställningen saknas',
    message:
      '{Fält:absenceReason}: personen är ledig för annan anställning hos er, men den anställningen saknas i filen. Lägg till den, rätta orsaken eller kommentera.',
    why: 'Frånvaroorsaken säger att personen har en annan anställning hos er, men den finns inte i filen.',
    howToFix: 'Lägg till anställningen i filen, rätta orsaken, eller kommentera.',
  },
};
