import { hourly, permanent } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** The record is permanent and hourly. */
export const p1702PermanentStaffArePaidMonthly: Rule = {
  id: 'P17-02',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['employmentForm', 'payForm'],
  suppressedBy: ['P16-01', 'P16-02', 'P16-03', 'P17-01'],
  when: permanent,
  logic: { kind: 'record', hit: hourly },
  source: 'proposed',
  texts: {
    title: 'Tillsvidareanställd med timlön',
    message: '{Fält:employmentForm} och {fält:payForm}: tillsvidareanställd med timlön är ovanligt. Rätta eller kommentera.',
    why: 'Tillsvidareanställda har nästan alltid månadslön. Kombinationen är ofta ett kodfel.',
    howToFix: 'Rätta anställningsformen eller löneformen. Stämmer båda kommenterar du det.',
  },
};
