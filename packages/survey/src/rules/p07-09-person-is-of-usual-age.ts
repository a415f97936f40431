import { above, age, all, any, monthly, param, permanent } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Age is above warnAboveAny, or above warnAbove in a monthly and permanent record. */
export const p0709PersonIsOfUsualAge: Rule = {
  id: 'P07-09',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['personalNumber', 'employmentForm', 'payForm'],
  suppressedBy: ['P07-01', 'P07-02', 'P07-03', 'P07-04', 'P07-06', 'P07-07'],
  params: { warnAbove: 69, warnAboveAny: 80 },
  logic: { kind: 'record', hit: any(above(age, param('warnAboveAny')), all(above(age, param('warnAbove')), monthly, permanent)) },
  source: 'proposed',
  texts: {
    title: 'Ovanligt hög ålder',
    message: '{Fält:personalNumber}: personen är {ålder} år och anställningsformen är {anställningsform}. Rätta eller kommentera.',
    why: 'Få arbetar kvar så länge. En hög ålder kan vara ett felskrivet nummer eller en anställning som har upphört.',
    howToFix: 'Rätta numret eller anställningsformen. Stämmer uppgiften kommenterar du det.',
  },
};
